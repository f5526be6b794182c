/** Which row lies in which block on disk, and which rows changed since their block was written. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Codec } from './records/codec.ts';
import { type RowEntry, rowRecord, type RowRecord } from './records/row-record.ts';

const blockRowsMax = 500;
const deltaRecordsMax = 100;
const deltaRowsMax = 5_000;

export interface RowBlocks {
  readonly clear: () => void;
  /** A block as it lies on disk. */
  readonly hold: (key: number, ids: readonly DossierId[]) => void;
  /** Rows changed: `deltas` more records on disk say so. */
  readonly change: (ids: Iterable<DossierId>, deltas: number) => void;
  readonly needWriting: () => boolean;
  /** The blocks of all changed rows, new rows in new blocks. */
  readonly changedBlocks: (codec: Codec, entryOf: (id: DossierId) => RowEntry) => RowRecord[];
  /** What `changedBlocks` gave is on disk, and no delta is. */
  readonly written: () => void;
}

export function createRowBlocks(): RowBlocks {
  const blocks = new Map<number, DossierId[]>();
  /** Block of each row; made when the first deltas are folded in. */
  let home: Map<DossierId, number> | undefined;
  const changed = new Set<DossierId>();
  let deltaRecords = 0;

  function homeOf(id: DossierId, homes: Map<DossierId, number>): number {
    const known = homes.get(id);
    if (known !== undefined) return known;
    let last = Math.max(0, ...blocks.keys());
    if ((blocks.get(last)?.length ?? blockRowsMax) >= blockRowsMax) blocks.set(++last, []);
    blocks.get(last)?.push(id);
    homes.set(id, last);
    return last;
  }

  return {
    clear: () => {
      blocks.clear();
      changed.clear();
      home = undefined;
      deltaRecords = 0;
    },
    hold: (key, ids) => void blocks.set(key, [...ids]),
    change: (ids, deltas) => {
      for (const id of ids) changed.add(id);
      deltaRecords += deltas;
    },
    needWriting: () => deltaRecords > deltaRecordsMax || changed.size > deltaRowsMax,
    changedBlocks: (codec, entryOf) => {
      home ??= new Map([...blocks].flatMap(([key, ids]) => ids.map((id) => [id, key] as const)));
      const touched = new Set<number>();
      for (const id of changed) touched.add(homeOf(id, home));
      return [...touched].map((key) => rowRecord(codec, key, (blocks.get(key) ?? []).map(entryOf)));
    },
    written: () => {
      changed.clear();
      deltaRecords = 0;
    },
  };
}
