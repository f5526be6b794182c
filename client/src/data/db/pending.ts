/** Dossiers with events that the server has not confirmed. Made before the index, which counts them, and kept by the mirror. */
import { type DossierId, isDayId } from '@onestop/shared/kernel/ids.ts';
import { isUnsent, type Place } from './records/place.ts';

export interface Pending {
  readonly ids: () => ReadonlySet<DossierId>;
  /** Receipts take dossiers off the list, acts put them on; `changed` are those whose places changed. */
  readonly update: (ackedSeq: number, changed: Iterable<DossierId>) => void;
  readonly clear: () => void;
}

export function createPending(placesOf: (id: DossierId) => readonly Place[]): Pending {
  let ids = new Set<DossierId>();
  let acked = 0;
  return {
    ids: () => ids,
    update: (ackedSeq, changed) => {
      const isPending = (id: DossierId): boolean => placesOf(id).some((place) => isUnsent(place, ackedSeq));
      if (ackedSeq !== acked) ids = new Set([...ids].filter(isPending));
      acked = ackedSeq;
      for (const id of changed) {
        // What is of an office's day waits too, but is in no list of dossiers.
        if (!isDayId(id) && isPending(id)) ids.add(id);
        else ids.delete(id);
      }
    },
    clear: () => {
      ids = new Set();
    },
  };
}
