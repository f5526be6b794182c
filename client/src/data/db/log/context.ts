/** What the parts of the event log share. The parts are functions over this; what they change goes through `commit`. */
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import type { Table } from 'dexie';
import type { BuildRegistry } from '../folded-with.ts';
import type { Database } from '../database.ts';
import type { DeviceState, Identity, LogHead } from '../device-state.ts';
import type { Place } from '../records/place.ts';
import type { RowMirror } from '../row-mirror.ts';

export interface LogContext {
  readonly db: Database;
  readonly mirror: RowMirror;
  /** Raw device clock. */
  readonly clock: Clock;
  readonly random: Random;
  /** Tells other tabs that the revision moved. */
  readonly announce: (rev: number) => void;
  /** Notes outside IndexedDB that this device holds events up to here. */
  readonly mark: (state: DeviceState) => void;
  readonly cache: StateCache;
  /** Asked for only by who folds: there once the part that knows the events is loaded. */
  readonly build: BuildRegistry;
}

/** Dossiers lately folded by this tab. Valid as long as the dossier's places and the refused list are the very same objects. */
export interface StateCache {
  readonly get: (id: DossierId, places: readonly Place[], refused: unknown) => CachedDossier | undefined;
  readonly set: (id: DossierId, entry: CachedDossier) => void;
}
export interface CachedDossier {
  readonly places: readonly Place[];
  readonly refused: unknown;
  readonly events: readonly EventEnvelope[];
  readonly state: DossierState | undefined;
}

export function createStateCache(max = 50): StateCache {
  const cached = new Map<DossierId, CachedDossier>();
  return {
    get: (id, places, refused) => {
      const entry = cached.get(id);
      return entry !== undefined && entry.places === places && entry.refused === refused ? entry : undefined;
    },
    set: (id, entry) => {
      cached.delete(id);
      cached.set(id, entry);
      if (cached.size > max) cached.delete(must(cached.keys().next().value, 'a cache over its size has a first key'));
    },
  };
}

/** Every writing act locks the same tables: two tabs take turns. */
export function logTables(db: Database): Table[] {
  return [
    db.meta,
    db.log,
    db.foreign,
    db.rowBlocks,
    db.rowDeltas,
    db.refused,
    db.inbox,
    db.numbers,
    db.reference,
    db.intakeDrafts,
    db.diary,
  ] as Table[];
}

export function genesisHead(identity: Identity): LogHead {
  return { seq: 0, link: genesisLink(identity.device) };
}

export function headOf(state: DeviceState, identity: Identity): LogHead {
  return state.head ?? genesisHead(identity);
}

export function ackedOf(state: DeviceState, identity: Identity): LogHead {
  return state.acked ?? genesisHead(identity);
}
