/** The signed-in officer at this device's office, or undefined while reference data is missing. */
import { useMemo } from 'react';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';
import type { Acting } from '@onestop/shared/judgement/rights.ts';

export function useActing(): Acting | undefined {
  const services = useServices();
  const session = useLive(services.session.current);
  const office = useLive(services.office);
  const reference = useLive(services.reference);
  return useMemo(
    () => (session && office && reference ? { actor: session.staff, office, offices: reference.offices } : undefined),
    [session, office, reference],
  );
}
