/** React's view of a `Live` value: re-renders when it changes, and only then. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Live } from '../contract/live.ts';
import { useServices } from './services-context.tsx';

export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get);
}

/** The current time, refreshed every `everyMs`, so that "còn 1 giờ" and "5 phút trước" do not go stale on an open screen. */
export function useNow(everyMs = 30_000): Instant {
  const { now } = useServices();
  const [value, setValue] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setValue(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return value;
}
