/** The reference data this device holds, as one object once all kinds are there. Written by the event log with the answer that brought it. */
import { ok, type Result } from '@onestop/shared/kernel/result.ts';
import { type ReferenceData, referenceKinds } from '@onestop/shared/reference/reference-data.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Live } from '../../contract/live.ts';
import type { Database } from './database.ts';
import { createMutableLive } from './live.ts';
import { guardStorage } from './storage-fault.ts';

export interface ReferenceStore {
  readonly live: Live<ReferenceData | undefined>;
  readonly load: () => Promise<Result<void, StorageFault>>;
  /** Reads again where the versions on disk are not those in memory. */
  readonly refresh: (versions: { readonly [kind: string]: number | undefined }) => Promise<void>;
}

export function createReference(db: Database): ReferenceStore {
  const live = createMutableLive<ReferenceData | undefined>(undefined);
  let held: Readonly<Record<string, number>> = {};

  async function read(): Promise<void> {
    const documents = await db.reference.toArray();
    held = Object.fromEntries(documents.map((document) => [document.kind, document.version]));
    const byKind = Object.fromEntries(documents.map((document) => [document.kind, document.value]));
    // Each document was checked by the wire schema for its kind.
    live.set(referenceKinds.every((kind) => byKind[kind] !== undefined) ? (byKind as unknown as ReferenceData) : undefined);
  }

  return {
    live,
    load: async () => {
      const done = await guardStorage(read);
      return done.ok ? ok() : done;
    },
    refresh: async (versions) => {
      if (Object.entries(versions).some(([kind, version]) => version !== held[kind])) await read();
    },
  };
}
