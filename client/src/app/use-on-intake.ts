/** True on the intake screen: the officer is in the middle of a form even before the first key. */
import { useRouterState } from '@tanstack/react-router';

export function useOnIntake(): boolean {
  return useRouterState({ select: (state) => state.location.pathname.startsWith('/tiep-nhan') });
}
