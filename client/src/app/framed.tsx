/** Every screen after sign-in: the shell around it, and its own faults caught inside, so that the rest of the app stays usable. */
import { Outlet } from '@tanstack/react-router';
import { FaultBoundary } from './fault-boundary.tsx';
import { Shell } from './shell.tsx';

export function Framed() {
  return (
    <Shell>
      <FaultBoundary withBackup nested>
        <Outlet />
      </FaultBoundary>
    </Shell>
  );
}
