/**
 * The papers of a dossier (thành phần hồ sơ, domain §2.2 no. 6), row by row. A paper is handed in, or only shown and given back at once (xuất trình,
 * domain §13.1), or looked up in a database (NĐ 118/2025 Đ5.1i), or still missing, or not needed in this case. Invariant: only what is
 * RECEIVED has quantities; a shown paper stays with the citizen and is counted on no form.
 */
import type { ProcedureDocument } from '../catalogue/procedure.ts';
import { nfc } from '../text/fold.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DossierId, StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/**
 * Names a row of one dossier for ever: a file, a request for a supplement and the hand-out point at it. Rows of the intake are numbered from 1 as they come
 * onto the form; a row added later takes the instant of the act (see `withPaperIds`), so that two devices that add one without a network never
 * give the same number to two papers.
 */
export type PaperId = number;

export const paperStates = ['RECEIVED', 'PRESENTED', 'MISSING', 'FROM_DATABASE', 'NOT_NEEDED'] as const;
export type PaperState = (typeof paperStates)[number];

/** Whether the list of the procedure version asked for it: always, or only in some cases. Absent for papers beyond the list. */
export type PaperAsked = 'ALWAYS' | 'BY_CASE';

export interface PaperQuantities {
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
}

/** Where a paper is known from without being handed in again: a database, or an earlier dossier in which it was checked (NĐ 118/2025 Đ5.1i). */
export interface PaperSource {
  readonly name: string;
  readonly answer?: string | undefined;
  /** The earlier dossier. */
  readonly dossier?: DossierId | undefined;
  /** The last day on which the paper is valid, where it has one. */
  readonly validTo?: PlainDate | undefined;
}

/** One row of "Thành phần hồ sơ". */
export interface PaperTick extends PaperQuantities {
  readonly id: PaperId;
  /** Index in the procedure version's list; absent for papers beyond the list. */
  readonly component?: number | undefined;
  readonly asked?: PaperAsked | undefined;
  /** As printed. Absent only on a listed paper that stands on no form: a draft's, or one that is not needed. */
  readonly name?: string | undefined;
  readonly state: PaperState;
  /** FROM_DATABASE: which one, and what it answered. */
  readonly database?: PaperSource | undefined;
}

/** A paper as an act brings it, before it has a row of its own. */
export type BroughtPaper = Omit<PaperTick, 'id'> & { readonly id?: PaperId | undefined };

/** Originals given back when the result is handed over (NĐ 118/2025 Đ22.2). */
export interface ReturnedOriginal {
  readonly paper: PaperId;
  readonly originals: number;
}
export type ReturnedOriginalMark = ReturnedOriginal & { readonly at: Instant; readonly by: StaffId };

/** What a paper's owner did with it so far is enough: it lies here, was looked at, or was found in a database. */
export function isPaperThere(state: PaperState | undefined): boolean {
  return state === 'RECEIVED' || state === 'PRESENTED' || state === 'FROM_DATABASE';
}

/** Rows for papers brought later: the row they belong to, or a new one that no other device can have made. */
export function withPaperIds(brought: readonly BroughtPaper[], rows: readonly PaperTick[], at: Instant): readonly PaperTick[] {
  let added = 0;
  return brought.map((paper) => {
    const own = paper.component === undefined ? undefined : rows.find((row) => row.component === paper.component);
    return { ...paper, id: paper.id ?? own?.id ?? at + added++ };
  });
}

/** The rows as they go onto paper: with the names of the list as it stands today, and whether it asked for them. */
export function asPrinted(papers: readonly PaperTick[], documents: readonly ProcedureDocument[]): readonly PaperTick[] {
  return papers.map((paper) => {
    const document = paper.component === undefined ? undefined : documents[paper.component];
    if (!document) return paper;
    const asked: PaperAsked = document.required ? 'ALWAYS' : 'BY_CASE';
    return paper.state === 'NOT_NEEDED' ? { ...paper, asked } : { ...paper, asked, name: nfc(document.name) };
  });
}

/** Rows brought later replace those of the same id; others are added. */
export function mergePapers(papers: readonly PaperTick[], brought: readonly PaperTick[]): readonly PaperTick[] {
  return [...papers.filter((old) => !brought.some((tick) => tick.id === old.id)), ...brought];
}
