/**
 * One device of the simulation: the product's own client (log, index, sync driver) on an in-memory IndexedDB, with a clock of its own that may be wrong, a line that
 * may be down, and tabs that come and go. Nothing of the client is replaced but the browser's edges.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { type Client, createClient } from '@onestop/client/data/compose.ts';
import { createTestTabs, memoryStorage, testPlatform } from '@onestop/client/ports/test-platform.ts';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import type { Performed } from '@onestop/client/data/db/log/perform.ts';
import type { DossierState, DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import { type SyncOptions, syncOptionsDefault } from '@onestop/shared/sync/options.ts';
import type { Draw } from '../support/people.ts';
import { simReference } from './district.ts';
import type { ClerkChoice } from './clerk.ts';
import { inputs } from './inputs.ts';
import type { Line, Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';
import { simKeys } from './sim-keys.ts';
import { watchCursors } from './watch-cursors.ts';

export interface DeskOptions {
  readonly name: string;
  readonly office: OfficeId;
  readonly kind: 'COMMUNE' | 'CENTRE';
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly draw: Draw;
  readonly clockErrorMs: number;
  /** Event types this desk's build does not know yet. */
  readonly unknownTypes: ReadonlySet<string>;
  /** Batches and pages of a few events: everything takes several exchanges, the next one begun ahead. */
  readonly smallExchanges: boolean;
  /** Disk of another desk to start from (a cloned image). */
  readonly disk?: Disk | undefined;
}

const smallExchanges: SyncOptions = {
  ...syncOptionsDefault,
  retryDelayMsMax: 15_000,
  pushEventsFirst: 2,
  pushEventsMin: 1,
  pushEventsMax: 5,
  answerEventsFirst: 3,
  answerEventsMin: 2,
  answerEventsMax: 7,
  askFirstEventsMin: 2,
};

export interface Disk {
  readonly indexedDB: IDBFactory;
  readonly databaseName: string;
  readonly localStorage: ReturnType<typeof memoryStorage>;
}

export interface Desk {
  readonly name: string;
  readonly office: OfficeId;
  readonly kind: 'COMMUNE' | 'CENTRE';
  readonly line: Line;
  readonly databaseName: string;
  readonly tabs: () => readonly Client[];
  /** Somebody signs in, unless said otherwise: then the tab only delivers until `signIn`. */
  readonly openTab: (signedIn?: boolean) => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly closeTabs: () => void;
  readonly enrol: (code: string) => Promise<void>;
  readonly act: (choice: ClerkChoice, tab?: number) => Promise<Result<Performed, { readonly code: string }>>;
  /** Newest first; only those in a status, where one is given and there are any. */
  readonly knownDossiers: (status?: DossierStatus) => readonly DossierId[];
  readonly stateOf: (id: DossierId) => Promise<DossierState | undefined>;
  readonly stepClock: (ms: number) => void;
  /** The battery is empty: what the clock forgot it begins to count from here. */
  readonly resetClock: (to: Instant) => void;
  readonly stateTime: (at: Instant) => Promise<boolean>;
  readonly isOld: () => boolean;
  /** Installs the newer build: from the next tab on every type is known. */
  readonly upgrade: () => void;
  /** Offices whose cursor went back since the last call, and those for which the server said meanwhile that it starts again. */
  readonly cursorsBack: () => Promise<{ readonly back: readonly string[]; readonly announced: readonly string[] }>;
  readonly copyDisk: (name: string) => Promise<Disk>;
}

export function createDesk(options: DeskOptions): Desk {
  const { name, office, kind, scheduler, network, draw } = options;
  const line: Line = { owner: name, up: true };
  const disk: Disk = options.disk ?? { indexedDB: new IDBFactory(), databaseName: `-${name}`, localStorage: memoryStorage() };
  let clockErrorMs = options.clockErrorMs;
  let unknownTypes = options.unknownTypes;
  let shared = createTestTabs();
  let open: { readonly client: Client; readonly owner: string }[] = [];
  let opened = 0;
  const back = watchCursors();

  async function openTab(signedIn = true): Promise<void> {
    const owner = `${name}#${++opened}`;
    const platform = testPlatform({
      indexedDB: disk.indexedDB,
      IDBKeyRange,
      name: disk.databaseName,
      fetch: network.fetchFor(line),
      clock: { now: () => scheduler.now() + clockErrorMs },
      monotonicMs: () => scheduler.now(),
      random: { bytes: (length) => Uint8Array.from({ length }, () => Math.floor(draw() * 256)) },
      timers: { set: (run, delayMs) => scheduler.set(owner, run, delayMs), clear: (id) => scheduler.clear(id as number) },
      idle: (run) => void scheduler.set(owner, run, 50),
      keys: simKeys,
      localStorage: disk.localStorage,
      tabs: shared,
    });
    const client = await createClient(platform, {
      ...(unknownTypes.size === 0 ? {} : { unknownTypes }),
      ...(options.smallExchanges ? { syncOptions: smallExchanges } : {}),
    });
    if (!client.ok) throw new Error(`${name}: ${client.error.code}`);
    open.push({ client: client.value, owner });
    back.watch(client.value);
    if (signedIn) await signIn();
  }

  /** The simulation drives the log itself and has no session. */
  async function signIn(): Promise<void> {
    for (const { client } of open) await client.openRows();
  }

  const first = (): Client => must(open[0], `${name} has a tab open`).client;

  return {
    name,
    office,
    kind,
    line,
    databaseName: `motcua${disk.databaseName}`,
    tabs: () => open.map(({ client }) => client),
    openTab,
    signIn,
    closeTabs: () => {
      for (const { client, owner } of open) {
        client.close();
        scheduler.drop(owner);
      }
      open = [];
      shared = createTestTabs();
    },
    enrol: async (code) => {
      const enrolled = await first().services.device.enrol(code);
      if (!enrolled.ok) throw new Error(`${name}: ${enrolled.error.code}`);
    },
    act: (choice, tab = 0) => {
      const { log } = must(open[tab] ?? open[0], `${name} has a tab open`).client;
      const ownOffice = must(
        simReference.offices.find((one) => one.id === office),
        'the desk has an office',
      );
      const context = { draw, procedures: simReference.procedures, state: choice.state, commune: office };
      return log.perform({
        dossier: choice.dossier,
        actor: choice.actor.id,
        decide: (state, at) =>
          decideCommand<CommandName>(choice.command, state, inputs[choice.command]({ ...context, now: at.at }), {
            ...at,
            actor: choice.actor,
            office: ownOffice,
            reference: simReference,
          }),
      });
    },
    knownDossiers: (status) => {
      const rows = first().log.index.query({ limit: 200, sort: 'newest', queue: 'all' }, scheduler.now());
      const wanted = rows.filter((row) => row.status === status);
      return (wanted.length > 0 ? wanted : rows.slice(0, 40)).map((row) => row.id);
    },
    stateOf: async (id) => (await first().log.open(id))?.state,
    stepClock: (ms) => {
      clockErrorMs += ms;
    },
    resetClock: (to) => {
      clockErrorMs = to - scheduler.now();
    },
    stateTime: async (at) => (await first().services.device.stateTime(at)).ok,
    isOld: () => unknownTypes.size > 0,
    upgrade: () => {
      unknownTypes = new Set();
    },
    cursorsBack: async () => back.take(first()),
    copyDisk: async (copyName) => {
      const target: Disk = { indexedDB: new IDBFactory(), databaseName: `-${copyName}`, localStorage: memoryStorage() };
      const from = new Dexie(`motcua${disk.databaseName}`, { indexedDB: disk.indexedDB, IDBKeyRange });
      await from.open();
      const to = new Dexie(`motcua${target.databaseName}`, { indexedDB: target.indexedDB, IDBKeyRange });
      const stores = Object.fromEntries(
        from.tables.map((table) => [
          table.name,
          `${table.schema.primKey.src},${table.schema.indexes.map((index) => index.src).join(',')}`.replace(/,$/, ''),
        ]),
      );
      to.version(1).stores(stores);
      await to.open();
      for (const table of from.tables) await to.table(table.name).bulkPut(await table.toArray());
      from.close();
      to.close();
      return target;
    },
  };
}
