/** The lists and searches of this device, as screens read them: in memory, synchronous. */
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Live } from './live.ts';

export type QueueName =
  /** The work of the officer who is signed in. */
  | 'mine'
  | 'today'
  | 'dueToday'
  | 'dueSoon'
  | 'dueAhead'
  | 'overdue'
  | 'awaitingSupplement'
  | 'awaitingPayment'
  | 'awaitingSignature'
  | 'atDistrict'
  | 'toReturn'
  | 'uncollected'
  | 'toSend'
  | 'drafts'
  | 'inProcess'
  | 'contradictions'
  | 'toPrint'
  | 'toTell'
  | 'all';

export interface RowFilter {
  readonly queue?: QueueName | undefined;
  /** Free text: name prefixes without diacritics, code, end of code, ID number, phone. */
  readonly text?: string | undefined;
  /** Names past i for y and one slipped letter: a second answer, told as such, where nothing is found as typed. */
  readonly near?: boolean | undefined;
  readonly office?: OfficeId | undefined;
  readonly procedure?: string | undefined;
  readonly limit: number;
  readonly sort?: 'newest' | 'due' | 'name' | undefined;
}

/** The rows of all dossiers of this device, in memory, kept by the database layer. Every read is synchronous and fast (≤ 1 ms at 50,000). */
export interface DossierIndex {
  readonly version: Live<number>;
  readonly size: () => number;
  readonly get: (id: DossierId) => DossierRow | undefined;
  readonly findByCode: (code: string) => DossierRow | undefined;
  readonly query: (filter: RowFilter, now: Instant) => readonly DossierRow[];
  /** Kept counters; `office` for the centre's per-commune figures. */
  readonly counts: (now: Instant, office?: OfficeId) => Readonly<Record<QueueName, number>>;
  /** Earlier dossiers of the same person: by ID number, else by folded name and birth year. */
  readonly samePerson: (person: {
    readonly idNumber?: string | undefined;
    readonly name?: string | undefined;
    readonly birthYear?: number | undefined;
  }) => readonly DossierRow[];
  /** Most used procedures of this desk, newest 90 days, most used first. */
  readonly mostUsedProcedures: (limit: number) => readonly string[];
  /** True while the dossier has events the server has not acknowledged. */
  readonly isPending: (id: DossierId) => boolean;
}
