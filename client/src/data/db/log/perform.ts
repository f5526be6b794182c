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
import { drawSerial, type NumbersUsed, registerBook, type SlipKind } from '@onestop/shared/dossier/numbers.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import type { DossierState, PaperNumber } from '@onestop/shared/dossier/state.ts';
import { actTime, type Stamp } from '@onestop/shared/sync/act-time.ts';
import type { StorageFault } from '../../../contract/faults.ts';
import { commit, type Draft } from '../commit.ts';
import type { DeviceState, Identity } from '../device-state.ts';
import { eventsOf, ownRecords } from '../records/event-record.ts';
import { ownPlace, type Place } from '../records/place.ts';
import { clockFacts } from './clock.ts';
import { type CachedDossier, headOf, type LogContext } from './context.ts';
import { numbersKey } from './numbers-key.ts';
import { entryOf, foldEvents, readDossier } from './fold.ts';

export type Decide = (
  state: DossierState | undefined,
  context: Pick<CommandContext, 'at' | 'device' | 'drawCode' | 'drawRegisterLine' | 'drawSlipNumber'>,
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

export async function performAct(context: LogContext, act: Act): Promise<Result<Performed, PerformError>> {
  const { db, build } = context;
  const outcome = await commit(context, async (draft): Promise<Result<Performed, Refusal>> => {
    const { state } = draft;
    const identity = must(state.identity, 'only an enrolled device performs acts');
    const id = act.dossier ?? dossierIdFromBytes(context.random.bytes(12));
    const before = act.dossier === undefined ? emptyDossier(draft.refused.list()) : await readDossier(context, id);
    if (act.dossier !== undefined && before.state === undefined) return err({ code: 'dossier/not-found' });
    const time = actTime(clockFacts(context, state));
    if (time.kind === 'TOO_EARLY') return err({ code: 'clock/too-early', floor: time.floor });
    const { at } = time;
    const draws = createDraws(state, identity, await readNumbers(context, state, instantToPlainDate(at)));
    const decided = act.decide(before.state, { at, ...draws.forCommand });
    if (!decided.ok) return decided;
    assert(decided.value.length > 0, 'a command that is not refused gives events');
    assert(
      decided.value.every(({ type }) => build.foldOptions.knownTypes?.has(type) ?? true),
      'a build writes only what it understands',
    );
    const events = appendOwn(context, draft, stamp(state, identity, id, before.state?.heads ?? [], decided.value, time, act.actor));
    const all = [...before.events, ...events];
    const next = must(foldEvents(context, all, draft.refused.list()), 'a decided act folds');
    const places = [...before.places, ...events.map((event) => ownPlace(event.seq))];
    draft.entries.set(id, entryOf(id, next, places));
    draft.folded.set(id, { places, refused: before.refused, events: all, state: next });
    draft.state = { ...draft.state, bookLines: draws.bookLines() };
    draft.writes.push(...draws.changed().map((used) => db.numbers.put({ key: numbersKey(used.agencyId, used.date), used })));
    if (act.intakeDraft !== undefined) draft.writes.push(db.intakeDrafts.delete(act.intakeDraft));
    return ok({ dossier: id, state: next, events });
  });
  return outcome.ok ? outcome.value : outcome;
}

/** Puts own events, complete and in order, at the end of the log. Gives them as a later start reads them back: members that are undefined are gone. */
export function appendOwn(context: Pick<LogContext, 'db'>, draft: Draft, events: readonly EventEnvelope[]): readonly EventEnvelope[] {
  const { db } = context;
  const { state } = draft;
  const identity = must(state.identity, 'only an enrolled device has a log');
  const { records, head, chars } = ownRecords(db.codec, headOf(state, identity), events);
  const newestAt = events.reduce((newest, event) => Math.max(newest, event.at), state.lastOwnAt);
  draft.writes.push(db.log.bulkAdd([...records]));
  draft.state = {
    ...state,
    head,
    logRecords: state.logRecords + records.length,
    pendingChars: state.pendingChars + chars,
    oldestPendingAt: state.oldestPendingAt ?? newestAt,
    lastOwnAt: newestAt,
  };
  return records.flatMap((record) => eventsOf(db.codec, record));
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
  /** Whole, as a command gives it. */
  readonly data: { readonly [key: string]: Json | undefined };
}

/** Appends many events in one transaction. Dossiers that exist already are read and folded again. */
export async function appendMany(
  context: LogContext,
  loose: readonly LooseEvent[],
): Promise<Result<{ readonly seq: number }, StorageFault>> {
  return commit(context, async (draft) => {
    const { state } = draft;
    const identity = must(state.identity, 'only an enrolled device appends');
    const refused = draft.refused.list();
    const dossiers = new Map<DossierId, { readonly events: EventEnvelope[]; readonly places: Place[]; heads: readonly EventRef[] }>();
    for (const { dossier: id } of loose) {
      if (dossiers.has(id)) continue;
      const known = context.mirror.placesOf(id).length > 0 ? await readDossier(context, id) : emptyDossier(refused);
      dossiers.set(id, { events: [...known.events], places: [...known.places], heads: known.state?.heads ?? [] });
    }
    let { seq } = headOf(state, identity);
    const events = loose.map((one): EventEnvelope => {
      seq += 1;
      const dossier = must(dossiers.get(one.dossier), 'collected above');
      const event = writeEvent({
        ...one,
        device: identity.device,
        seq,
        after: one.after ?? dossier.heads,
        clockOffsetMs: state.clockOffsetMs,
        office: identity.office,
      });
      dossier.events.push(event);
      dossier.places.push(ownPlace(seq));
      dossier.heads = [{ device: identity.device, seq }];
      return event;
    });
    appendOwn(context, draft, events);
    for (const [id, dossier] of dossiers) draft.entries.set(id, entryOf(id, foldEvents(context, dossier.events, refused), dossier.places));
    return { seq };
  });
}

function emptyDossier(refused: unknown): CachedDossier {
  return { places: [], refused, events: [], state: undefined };
}

/** What a command gave, with its place in the log: each event in sight of the one before. */
export function stamp(
  state: DeviceState,
  identity: Identity,
  dossier: DossierId,
  heads: readonly EventRef[],
  drafts: readonly EventDraft[],
  { at, offsetMs, by }: Stamp,
  actor: StaffId,
): EventEnvelope[] {
  const first = headOf(state, identity).seq + 1;
  return drafts.map((draft, i) =>
    writeEvent({
      device: identity.device,
      seq: first + i,
      dossier,
      after: i === 0 ? heads : [{ device: identity.device, seq: first + i - 1 }],
      type: draft.type,
      version: draft.version,
      at,
      clockOffsetMs: offsetMs,
      ...(by === 'OFFICER' ? { stated: true as const } : {}),
      actor,
      office: identity.office as OfficeId,
      // The definition's schema checked it: JSON values only.
      data: draft.data as EventEnvelope['data'],
    }),
  );
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
  let lines = state.bookLines;
  const drawLine = (kind: 'REGISTER' | SlipKind, date: PlainDate): PaperNumber => {
    const key = `${kind}|${date.slice(0, 4)}`;
    const line = (lines[key] ?? 0) + 1;
    lines = { ...lines, [key]: line };
    return { book: registerBook(identity.bookNumber, date), line };
  };
  return {
    forCommand: {
      device: identity.device,
      drawCode: (agencyId: string, date: PlainDate): Result<string, Refusal> => {
        const key = numbersKey(agencyId, date);
        const used = changed.get(key) ?? numbers.get(key);
        assert(used !== undefined || !state.leases.some((lease) => lease.agencyId === agencyId), 'codes are drawn for the day of the act');
        const drawn = drawSerial(state.leases, used, agencyId, date);
        if (!drawn.ok) return drawn;
        changed.set(key, drawn.value.used);
        return ok(drawn.value.code);
      },
      drawRegisterLine: (date: PlainDate): PaperNumber => drawLine('REGISTER', date),
      drawSlipNumber: (kind: SlipKind, date: PlainDate): PaperNumber => drawLine(kind, date),
    },
    changed: (): readonly NumbersUsed[] => [...changed.values()],
    bookLines: () => lines,
  };
}
