/** The rows of this tab: index, places of events, unsent dossiers, and which block each row lies in. Changed together or not at all. */
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { WritableIndex } from './index/dossier-index.ts';
import type { Pending } from './pending.ts';
import type { Codec } from './records/codec.ts';
import type { Place } from './records/place.ts';
import { entriesOf, type RowEntry, type RowRecord } from './records/row-record.ts';
import { createRowBlocks } from './row-blocks.ts';

export interface MemoryParts {
  readonly codec: Codec;
  readonly index: WritableIndex;
  readonly places: Map<DossierId, readonly Place[]>;
  readonly pending: Pending;
}

export interface RowMemory {
  readonly forget: () => void;
  /** What `deltas` more records on disk say. Gives the dossiers that changed, as `load` does. */
  readonly apply: (entries: readonly RowEntry[], deltas: number) => readonly DossierId[];
  /** Everything anew. */
  readonly load: (blocks: readonly RowRecord[], deltas: readonly RowRecord[]) => readonly DossierId[];
  readonly needsWriting: () => boolean;
  readonly changedBlocks: () => readonly RowRecord[];
  /** What `changedBlocks` gave is on disk, and no delta is. */
  readonly written: () => void;
}

export function createRowMemory({ codec, index, places, pending }: MemoryParts): RowMemory {
  const blocks = createRowBlocks();

  function forget(): void {
    index.clear();
    places.clear();
    blocks.clear();
    pending.clear();
  }

  return {
    forget,
    apply: (entries, deltas) => {
      for (const { id, places: at } of entries) places.set(id, at);
      index.put(entries.flatMap(({ row }) => row ?? []));
      index.drop(entries.flatMap(({ id, row }) => (row === undefined ? id : [])));
      const ids = entries.map(({ id }) => id);
      blocks.change(ids, deltas);
      return ids;
    },
    load: (records, deltas) => {
      forget();
      const changed = new Map<DossierId, RowEntry>();
      for (const delta of deltas) for (const entry of entriesOf(codec, delta)) changed.set(entry.id, entry);
      const kept: RowEntry[] = [];
      for (const record of records) {
        const entries = entriesOf(codec, record);
        blocks.hold(
          record.key,
          entries.map(({ id }) => id),
        );
        for (const entry of entries) if (changed.size === 0 || !changed.has(entry.id)) kept.push(entry);
      }
      for (const entry of changed.values()) kept.push(entry);
      for (const { id, places: at } of kept) places.set(id, at);
      blocks.change(changed.keys(), deltas.length);
      index.load(kept.flatMap(({ row }) => row ?? []));
      return [...places.keys()];
    },
    needsWriting: () => blocks.needWriting(),
    changedBlocks: () => blocks.changedBlocks(codec, (id) => ({ id, row: index.get(id), places: places.get(id) ?? [] })),
    written: () => blocks.written(),
  };
}
