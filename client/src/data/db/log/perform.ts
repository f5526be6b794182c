/**
 * Writing own events: one act of an officer, or many at once. Everything an act changes is in one strictly durable transaction: its events, the
 * chain head, drawn numbers, the list row and the deleted intake draft. A failure anywhere leaves nothing half-written.
 */
import type { DossierId, EventRef, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import { assert, must } from '@onestop/shared/kernel/assert.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { Json } from '@onestop/shared/kernel/canonical-json.ts';
import type { EventDraft, CommandContext } from '@onestop/shared/dossier/command.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { drawSerial, type NumbersUsed, registerBook } from '@onestop/shared/dossier/numbers.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierState, RegisterLine } from '@onestop/shared/dossier/state.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import { foldedWithAfter } from '../build-registry.ts';
import type { DeviceState, Identity } from '../device-state.ts';
import { writeState } from '../device-state.ts';
import { eventsOf, ownRecords } from '../records/event-record.ts';
import { type CachedDossier, entryOf, foldEvents, headOf, type LogContext, logTables, readDossier } from './context.ts';
import { ownPlace, type Place } from '../records/place.ts';
import type { RowEntry } from '../records/row-record.ts';
import { deltaRecord, type RowChange } from '../row-mirror.ts';
import { guardStorage } from '../storage-fault.ts';

export type Decide = (
  state: DossierState | undefined,
  context: Pick<CommandContext, 'at' | 'drawCode' | 'drawRegisterLine'>,
) => Result<readonly EventDraft[], Refusal>;

export interface Act {
  /** Absent for an act that opens a dossier. */
  readonly dossier?: DossierId | undefined;
  readonly actor: StaffId;
  readonly decide: Decide;
  readonly intakeDraft?: string | undefined;
}

export interface Performed {
  readonly dossier: DossierId;
  readonly state: DossierState;
  readonly events: readonly EventEnvelope[];
}

export type PerformError = Refusal | StorageFault;

/** A clock that jumped back a little must not make an act look older than the one before it; a bigger jump is shown as a fault instead. */
const clockJitterMs = 120_000;

export function correctedNow(context: LogContext, state: DeviceState): Instant {
  const now = context.clock.now() + state.clockOffsetMs;
  return now < state.lastOwnAt && state.lastOwnAt - now <= clockJitterMs ? state.lastOwnAt : now;
}

export async function performAct(context: LogContext, act: Act): Promise<Result<Performed, PerformError>> {
  const { db, mirror } = context;
  const { knownTypes } = context.build.foldOptions;
  let done: { readonly state: DeviceState; readonly change: RowChange; readonly dossier: CachedDossier } | undefined;
  const outcome = await guardStorage(() =>
    db.dexie.transaction('rw', logTables(db), async (): Promise<Result<Performed, Refusal>> => {
      done = undefined;
      const state = await mirror.readCurrent();
      const identity = must(state.identity, 'only an enrolled device performs acts');
      const id = act.dossier ?? dossierIdFromBytes(context.random.bytes(12));
      const before = act.dossier === undefined ? emptyDossier(mirror.refused.get()) : await readDossier(context, id);
      if (act.dossier !== undefined && before.state === undefined) return err({ code: 'dossier/not-found' });
      const at = correctedNow(context, state);
      const numbers = await readNumbers(context, state, instantToPlainDate(at));
      const draws = createDraws(state, identity, numbers);
      const decided = act.decide(before.state, { at, drawCode: draws.drawCode, drawRegisterLine: draws.drawRegisterLine });
      if (!decided.ok) return decided;
      assert(decided.value.length > 0, 'a command that is not refused gives events');
      assert(
        decided.value.every(({ type }) => knownTypes?.has(type) ?? true),
        'a build writes only what it understands',
      );
      const events = stamp(state, identity, id, before.state?.heads ?? [], decided.value, at, act.actor);
      const { records, head, chars } = ownRecords(headOf(state, identity), events);
      // What a later start reads back, not the object in hand: members that are undefined are gone.
      const stored = records.flatMap((record) => eventsOf(record));
      const all = [...before.events, ...stored];
      const next = must(foldEvents(context, all, mirror.refused.get()), 'a decided act folds');
      const places = [...before.places, ...events.map((event) => ownPlace(event.seq))];
      const entry = entryOf(id, next, places);
      const nextState = grown(context, state, { head, chars, records: records.length, at, registerLines: draws.registerLines() });
      const change: RowChange = { rev: nextState.rev, entries: [entry] };
      await Promise.all([
        db.log.bulkAdd([...records]),
        db.rowDeltas.add(deltaRecord(change)),
        ...draws.changed().map((used) => db.numbers.put({ key: numbersKey(used.agencyId, used.date), used })),
        ...(act.intakeDraft === undefined ? [] : [db.intakeDrafts.delete(act.intakeDraft)]),
        writeState(db, nextState),
      ]);
      done = { state: nextState, change, dossier: { places, refused: before.refused, events: all, state: next } };
      return ok({ dossier: id, state: next, events: stored });
    }),
  );
  if (!outcome.ok) return outcome;
  if (outcome.value.ok && done !== undefined) {
    mirror.committed(done.state, done.change);
    context.cache.set(outcome.value.value.dossier, done.dossier);
    context.mark(done.state);
    context.announce(done.state.rev);
  }
  return outcome.value;
}

/** An event without its place in the log; for imports, demo data and measurements. */
export interface LooseEvent {
  readonly dossier: DossierId;
  /** Absent: the dossier's newest events. */
  readonly after?: readonly EventRef[] | undefined;
  readonly type: string;
  readonly version: number;
  readonly at: Instant;
  readonly actor: StaffId;
  readonly data: { readonly [key: string]: Json | undefined };
}

/** Appends many events in one transaction. Dossiers that exist already are read and folded again. */
export async function appendMany(
  context: LogContext,
  loose: readonly LooseEvent[],
): Promise<Result<{ readonly seq: number }, StorageFault>> {
  const { db, mirror } = context;
  let done: { readonly state: DeviceState; readonly change: RowChange } | undefined;
  const outcome = await guardStorage(() =>
    db.dexie.transaction('rw', logTables(db), async () => {
      const state = await mirror.readCurrent();
      const identity = must(state.identity, 'only an enrolled device appends');
      const refused = mirror.refused.get();
      const dossiers = new Map<DossierId, { readonly events: EventEnvelope[]; readonly places: Place[]; heads: readonly EventRef[] }>();
      for (const one of loose) {
        if (dossiers.has(one.dossier)) continue;
        const known = mirror.placesOf(one.dossier).length > 0 ? await readDossier(context, one.dossier) : emptyDossier(refused);
        dossiers.set(one.dossier, { events: [...known.events], places: [...known.places], heads: known.state?.heads ?? [] });
      }
      let seq = headOf(state, identity).seq;
      const events = loose.map((one): EventEnvelope => {
        seq += 1;
        const dossier = must(dossiers.get(one.dossier), 'collected above');
        const event: EventEnvelope = {
          device: identity.device,
          seq,
          dossier: one.dossier,
          after: one.after ?? dossier.heads,
          type: one.type,
          version: one.version,
          at: one.at,
          clockOffsetMs: state.clockOffsetMs,
          actor: one.actor,
          office: identity.office,
          data: one.data,
        };
        dossier.events.push(event);
        dossier.places.push(ownPlace(seq));
        dossier.heads = [{ device: identity.device, seq }];
        return event;
      });
      const { records, head, chars } = ownRecords(headOf(state, identity), events);
      const entries: RowEntry[] = [...dossiers].map(([id, dossier]) =>
        entryOf(id, foldEvents(context, dossier.events, refused), dossier.places),
      );
      const newestAt = events.reduce((newest, event) => Math.max(newest, event.at), state.lastOwnAt);
      const nextState = grown(context, state, { head, chars, records: records.length, at: newestAt, registerLines: state.registerLines });
      const change: RowChange = { rev: nextState.rev, entries };
      await Promise.all([db.log.bulkAdd([...records]), db.rowDeltas.add(deltaRecord(change)), writeState(db, nextState)]);
      done = { state: nextState, change };
      return { seq };
    }),
  );
  if (outcome.ok && done !== undefined) {
    mirror.committed(done.state, done.change);
    context.mark(done.state);
    context.announce(done.state.rev);
  }
  return outcome;
}

function emptyDossier(refused: unknown): CachedDossier {
  return { places: [], refused, events: [], state: undefined };
}

function stamp(
  state: DeviceState,
  identity: Identity,
  dossier: DossierId,
  heads: readonly EventRef[],
  drafts: readonly EventDraft[],
  at: Instant,
  actor: StaffId,
): EventEnvelope[] {
  const first = headOf(state, identity).seq + 1;
  return drafts.map((draft, i) => ({
    device: identity.device,
    seq: first + i,
    dossier,
    after: i === 0 ? heads : [{ device: identity.device, seq: first + i - 1 }],
    type: draft.type,
    version: draft.version,
    at,
    clockOffsetMs: state.clockOffsetMs,
    actor,
    office: identity.office as OfficeId,
    // The definition's schema checked it: JSON values only.
    data: draft.data as EventEnvelope['data'],
  }));
}

interface Growth {
  readonly head: { readonly seq: number; readonly link: Uint8Array };
  readonly chars: number;
  readonly records: number;
  readonly at: Instant;
  readonly registerLines: DeviceState['registerLines'];
}

function grown({ build }: LogContext, state: DeviceState, growth: Growth): DeviceState {
  return {
    ...state,
    rev: state.rev + 1,
    head: growth.head,
    logRecords: state.logRecords + growth.records,
    pendingChars: state.pendingChars + growth.chars,
    oldestPendingAt: state.oldestPendingAt ?? growth.at,
    lastOwnAt: Math.max(state.lastOwnAt, growth.at),
    registerLines: growth.registerLines,
    foldedWith: foldedWithAfter(state.foldedWith, build),
  };
}

export function numbersKey(agencyId: string, date: PlainDate): string {
  return `${agencyId}|${date}`;
}

async function readNumbers(context: LogContext, state: DeviceState, date: PlainDate): Promise<Map<string, NumbersUsed>> {
  const agencies = [...new Set(state.leases.map((lease) => lease.agencyId))];
  const records = await context.db.numbers.bulkGet(agencies.map((agencyId) => numbersKey(agencyId, date)));
  const used = new Map<string, NumbersUsed>();
  for (const record of records) if (record !== undefined) used.set(record.key, record.used);
  for (const agencyId of agencies) {
    const key = numbersKey(agencyId, date);
    if (!used.has(key)) used.set(key, { agencyId, date, last: {} });
  }
  return used;
}

function createDraws(state: DeviceState, identity: Identity, numbers: Map<string, NumbersUsed>) {
  const changed = new Map<string, NumbersUsed>();
  let lines = state.registerLines;
  return {
    drawCode: (agencyId: string, date: PlainDate): Result<string, Refusal> => {
      const key = numbersKey(agencyId, date);
      const used = changed.get(key) ?? numbers.get(key);
      assert(used !== undefined || !state.leases.some((lease) => lease.agencyId === agencyId), 'codes are drawn for the day of the act');
      const drawn = drawSerial(state.leases, used, agencyId, date);
      if (!drawn.ok) return drawn;
      changed.set(key, drawn.value.used);
      return ok(drawn.value.code);
    },
    drawRegisterLine: (date: PlainDate): RegisterLine => {
      const year = date.slice(0, 4);
      const line = (lines[year] ?? 0) + 1;
      lines = { ...lines, [year]: line };
      return { book: registerBook(identity.bookNumber, date), line };
    },
    changed: (): readonly NumbersUsed[] => [...changed.values()],
    registerLines: () => lines,
  };
}
