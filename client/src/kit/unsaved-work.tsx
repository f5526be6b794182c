/**
 * Who is in the middle of something. A screen with half-typed input says so with `useUnsavedWork(true)`; the update prompt is not offered
 * until all have finished, so a new version never comes under the officer's hands.
 */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';

interface UnsavedWork {
  readonly begin: () => void;
  readonly end: () => void;
}

const WorkContext = createContext<UnsavedWork | undefined>(undefined);
const CountContext = createContext(0);

export function UnsavedWorkProvider({ children }: { readonly children: ReactNode }) {
  const [count, setCount] = useState(0);
  const work = useMemo<UnsavedWork>(() => ({ begin: () => setCount((n) => n + 1), end: () => setCount((n) => n - 1) }), []);
  return (
    <WorkContext.Provider value={work}>
      <CountContext.Provider value={count}>{children}</CountContext.Provider>
    </WorkContext.Provider>
  );
}

export function useUnsavedWork(active: boolean): void {
  const work = must(useContext(WorkContext), 'useUnsavedWork is used inside UnsavedWorkProvider');
  useEffect(() => {
    if (!active) return undefined;
    work.begin();
    return work.end;
  }, [active, work]);
}

export function useHasUnsavedWork(): boolean {
  return useContext(CountContext) > 0;
}
