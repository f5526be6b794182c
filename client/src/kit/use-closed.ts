/** The one answer to "may the page do anything now": not while the session is locked, nor before anybody is signed in. Asked at the moment of the key. */
import { useCallback } from 'react';
import { useServices } from './services-context.tsx';

export function useIsClosed(): () => boolean {
  const { session } = useServices();
  return useCallback(() => session.current.get()?.locked ?? true, [session]);
}
