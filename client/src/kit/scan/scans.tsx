/**
 * The one ear for scanners. Who can use a scan says so with `useScanTaker`; a dialog is asked before its page, the page before the frame around it. While nobody is signed in, or the session is locked, a scan reaches nobody and leaves nothing in the PIN.
 */
import { createContext, useContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';
import { useIsClosed } from '../use-closed.ts';
import { listenForScans } from './listen-for-scans.ts';
import type { Scan } from './read-scan.ts';

/** True where the scan was for it. */
type ScanTaker = (scan: Scan) => boolean;

/** `witness` only learns that something was scanned; the others are asked in this order. */
const places = ['witness', 'dialog', 'page', 'frame'] as const;
type Place = (typeof places)[number];
type Takers = Readonly<Record<Place, Set<ScanTaker>>>;

const TakersContext = createContext<Takers | undefined>(undefined);

export function ScansProvider({ children }: { readonly children: ReactNode }) {
  const [takers] = useState<Takers>(() => ({ witness: new Set(), dialog: new Set(), page: new Set(), frame: new Set() }));
  const isClosed = useIsClosed();
  const onScan = useEffectEvent(
    (scan: Scan): boolean => isClosed() || places.some((place) => [...takers[place]].some((take) => take(scan))),
  );
  useEffect(() => listenForScans((scan) => onScan(scan)), []);
  return <TakersContext.Provider value={takers}>{children}</TakersContext.Provider>;
}

export function useScanTaker(place: Place, take: ScanTaker): void {
  const takers = must(useContext(TakersContext), 'useScanTaker is used inside ScansProvider');
  const latest = useEffectEvent(take);
  useEffect(() => {
    const one: ScanTaker = (scan) => latest(scan);
    takers[place].add(one);
    return () => void takers[place].delete(one);
  }, [takers, place]);
}
