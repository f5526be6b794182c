/**
 * The reference data this device holds, as one object once everything a desk needs is there. Written part by part by the event log with the answer that
 * brought it; here only what changed since is read and put together.
 */
import { ok, type Result } from '@onestop/shared/kernel/result.ts';
import { assembleReference, kindOfPart } from '@onestop/shared/reference/parts.ts';
import type { ReferenceData, ReferenceKind } from '@onestop/shared/reference/reference-data.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Live } from '../../contract/live.ts';
import type { Database } from './database.ts';
import type { DeviceState } from './device-state.ts';
import { createMutableLive } from './live.ts';
import { type PartRecord, partValue } from './records/part-record.ts';
import { guardStorage } from './storage-fault.ts';

export interface ReferenceStore {
  readonly live: Live<ReferenceData | undefined>;
  readonly load: () => Promise<Result<void, StorageFault>>;
  /** Reads what came where the version on disk is not the one in memory. */
  readonly refresh: (stored: DeviceState['reference']) => Promise<void>;
}

export function createReference(db: Database): ReferenceStore {
  const live = createMutableLive<ReferenceData | undefined>(undefined);
  let parts = new Map<string, unknown>();
  let held: DeviceState['reference'];

  /** A transaction sees the state and the parts that belong together. */
  async function read(): Promise<void> {
    const { stored, records, isWhole } = await db.dexie.transaction('r', db.meta, db.reference, async () => {
      const record = await db.meta.get('state');
      const reference = record?.key === 'state' ? record.state.reference : undefined;
      const goesOn = held !== undefined && reference?.whole === held.whole;
      const table = goesOn ? db.reference.where('version').above(held?.version ?? 0) : db.reference;
      return { stored: reference, records: await table.toArray(), isWhole: !goesOn };
    });
    take(records, isWhole);
    held = stored;
  }

  function take(records: readonly PartRecord[], isWhole: boolean): void {
    if (isWhole) parts = new Map();
    const changed = new Set<ReferenceKind>();
    for (const record of records) {
      const { key } = record;
      const value = partValue(db.codec, record);
      const kind = kindOfPart(key);
      if (kind !== undefined) changed.add(kind);
      if (value === undefined) parts.delete(key);
      else parts.set(key, value);
    }
    if (isWhole) live.set(assembleReference(parts));
    else if (changed.size > 0) live.set(assembleReference(parts, live.get(), changed));
  }

  return {
    live,
    load: async () => {
      const done = await guardStorage(read);
      return done.ok ? ok() : done;
    },
    refresh: async (stored) => {
      if (stored !== undefined && (stored.version !== held?.version || stored.check !== held.check)) await read();
    },
  };
}
