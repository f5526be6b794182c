/**
 * One line of the lists and of the register (Sổ theo dõi hồ sơ), derived from a dossier's state. Kept small: 50,000 of them live in
 * the memory of an old PC. `dossierRow(state)` makes it.
 */
import type { Instant } from '../kernel/instant.ts';
import type { DossierId, OfficeId, StaffId } from '../kernel/ids.ts';
import { type LatenessFacts, latenessFacts } from '../judgement/lateness.ts';
import { moneyOf } from '../judgement/money.ts';
import type { DossierState, Handover, PaperNumber, ProcessStep } from '../dossier/state.ts';
import { isWaitingPrint } from '../dossier/print-jobs.ts';
import { openStatuses, statusIn } from '../dossier/evolve.ts';
import { type NoticeCause, owedNotice } from '../dossier/notices.ts';
import { writeTold } from './told.ts';

export interface DossierRow extends LatenessFacts {
  readonly id: DossierId;
  readonly office: OfficeId;
  readonly step?: ProcessStep | undefined;
  readonly code?: string | undefined;
  readonly book?: string | undefined;
  readonly line?: number | undefined;
  readonly procedure?: string | undefined;
  readonly procedureVersion?: number | undefined;
  readonly name?: string | undefined;
  readonly birthYear?: number | undefined;
  /** Needed to find earlier dossiers of the same person; lists show it masked. */
  readonly idNumber?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  /** Agency that decides, where it is not the office of the register. */
  readonly decidedBy?: string | undefined;
  readonly sets?: number | undefined;
  readonly channel?: string | undefined;
  readonly returnChannel?: string | undefined;
  readonly openedAt: Instant;
  /** The citizen was guided to what is missing, and nothing was accepted: it waits for the citizen. */
  readonly guidedAt?: Instant | undefined;
  readonly forwardedAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly returnedAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly feeVnd?: number | undefined;
  /** Papers its office's printer was asked for and that did not come out yet. */
  readonly printsWaiting?: number | undefined;
  /** What nobody has told the citizen yet, how often somebody tried, and when he was last told anything. */
  readonly notice?: NoticeCause | undefined;
  readonly noticeTries?: number | undefined;
  readonly noticedAt?: Instant | undefined;
  /** What reports and the printed register ask beyond this (`told.ts`). */
  readonly told?: string | undefined;
  /** Hand-over lists it ever went with, apart by spaces (`listKeyOf`). */
  readonly lists?: string | undefined;
  /** The one it goes with now, until the receiver confirms that he has it. */
  readonly awaited?: string | undefined;
  /** Whose work it is: who was given the file, also before he confirms it; at its own desk, who took it in. Only until the result is handed out. */
  readonly officer?: StaffId | undefined;
  readonly contradictions: number;
  readonly unknownEvents: number;
  readonly lastAt: Instant;
}

/** Absent members stay absent, so that a row packs small. */
export function dossierRow(state: DossierState): DossierRow {
  const { intake, register } = state;
  const owner = intake?.owner;
  const row: Mutable<DossierRow> = {
    ...latenessFacts(state),
    id: state.id,
    office: state.office,
    openedAt: state.openedAt,
    contradictions: state.contradictions.length,
    unknownEvents: state.unknownEvents.length,
    lastAt: state.lastAt,
  };
  if (state.step !== undefined) row.step = state.step;
  if (state.code !== undefined) row.code = state.code;
  if (register) {
    row.book = register.book;
    row.line = register.line;
  }
  const competent = state.acceptance?.competent;
  if (competent && competent.office !== state.office) row.decidedBy = competent.name;
  if (intake) {
    row.procedure = intake.procedure.key;
    row.procedureVersion = intake.procedure.version;
    row.sets = intake.sets;
    row.channel = intake.channel;
    row.returnChannel = intake.returnChannel;
    if (state.fees !== undefined) row.feeVnd = moneyOf(state).dueVnd;
  }
  if (owner) {
    row.name = owner.fullName;
    if (owner.birthDate !== undefined) row.birthYear = Number(owner.birthDate.slice(0, 4));
    const idNumber = owner.idNumber ?? owner.taxCode;
    if (idNumber !== undefined) row.idNumber = idNumber;
    if (owner.address !== undefined) row.address = owner.address;
    if (owner.phone !== undefined) row.phone = owner.phone;
  }
  setLists(row, state);
  const printsWaiting = (state.printJobs ?? []).filter((job) => isWaitingPrint(job) && job.office === state.office).length;
  if (printsWaiting > 0) row.printsWaiting = printsWaiting;
  const officer = officerOf(state);
  if (officer !== undefined) row.officer = officer;
  setTimes(row, state);
  setNotice(row, state);
  const told = writeTold(state);
  if (told !== undefined) row.told = told;
  return row;
}

/** A hand-over list by the office that made it and the line of its device's book: `09529.01-2026.4`. It names nobody. */
export function listKeyOf({ fromOffice, list }: Pick<Handover, 'fromOffice' | 'list'>): string | undefined {
  return list && `${fromOffice}.${list.book.replace('/', '-')}.${list.line}`;
}

/** Back from what an address or a QR says; undefined for anything else. */
export function readListKey(key: string): { readonly office: string; readonly number: PaperNumber } | undefined {
  const [, office, book, year, line] = /^([\w-]+)\.(\d+)-(\d{4})\.(\d+)$/.exec(key) ?? [];
  return office === undefined ? undefined : { office, number: { book: `${book}/${year}`, line: Number(line) } };
}

function setLists(row: Mutable<DossierRow>, { handovers }: DossierState): void {
  const lists = handovers.flatMap((one) => listKeyOf(one) ?? []);
  if (lists.length > 0) row.lists = lists.join(' ');
  const last = handovers.at(-1);
  const awaited = last && last.acknowledged === undefined ? listKeyOf(last) : undefined;
  if (awaited !== undefined) row.awaited = awaited;
}

/** A counter, an agency or another office's desk is nobody by name. */
function officerOf(state: DossierState): StaffId | undefined {
  const { holder, office, acceptedBy } = state;
  if (!statusIn(state, ...openStatuses, 'RESULT_READY')) return undefined;
  if (holder?.to !== undefined) return holder.to.kind === 'STAFF' ? holder.to.staff : undefined;
  return holder === undefined || holder.office === office ? acceptedBy : undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function setTimes(row: Mutable<DossierRow>, state: DossierState): void {
  if (state.guidedAt !== undefined && state.acceptedAt === undefined) row.guidedAt = state.guidedAt;
  if (state.forwardedAt !== undefined) row.forwardedAt = state.forwardedAt;
  if (state.finishedAt !== undefined) row.finishedAt = state.finishedAt;
  if (state.returned !== undefined) row.returnedAt = state.returned.at;
  if (state.endedAt !== undefined) row.endedAt = state.endedAt;
}

function setNotice(row: Mutable<DossierRow>, state: DossierState): void {
  const owed = owedNotice(state);
  const last = state.notices?.findLast(({ outcome }) => outcome !== 'NOT_REACHED');
  if (owed) row.notice = owed.cause;
  if (owed && owed.tries > 0) row.noticeTries = owed.tries;
  if (last) row.noticedAt = last.at;
}
