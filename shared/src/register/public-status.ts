/**
 * What anybody who knows a dossier's code may be told of it: how far it is and the dates of its steps. The code is all that the receipt carries, and codes
 * are serial, so that who has one can write down his neighbours': everything here has to be harmless if all of it is read for every code. No person, no summary, no
 * reason, no fee, no officer; a refusal, a stop and a withdrawal read alike; the procedure only where the district allows it. The server's page, its JSON and the
 * tablet at the door ask here.
 */
import type { DossierStatus, ProcessStep } from '../dossier/state.ts';
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Settings } from '../reference/settings.ts';
import type { DossierRow } from './row.ts';

/** ENDED: without a result, for whatever reason. */
export type PublicStage = 'IN_PROCESS' | 'AWAITING_PAPERS' | 'AWAITING_PAYMENT' | 'RESULT_READY' | 'RETURNED' | 'ENDED';
/** Where the file is while it is worked on; ABOVE: at the district, or on its way there or back. */
export type PublicPlace = 'DESK' | 'OFFICER' | 'SIGNATURE' | 'ABOVE';

/** Civil days only: hours tell more about people than about a file. */
export interface PublicStatus {
  readonly stage: PublicStage;
  readonly place?: PublicPlace | undefined;
  readonly receivedOn: PlainDate;
  readonly promisedOn?: PlainDate | undefined;
  /** Of the result, or of the end without one. */
  readonly finishedOn?: PlainDate | undefined;
  readonly returnedOn?: PlainDate | undefined;
  /** Only where the district allows it. */
  readonly procedure?: { readonly key: string; readonly version: number } | undefined;
}

const stages: Readonly<Partial<Record<DossierStatus, PublicStage>>> = {
  ACCEPTED: 'IN_PROCESS',
  IN_PROCESS: 'IN_PROCESS',
  AT_DISTRICT: 'IN_PROCESS',
  SUPPLEMENT_REQUESTED: 'AWAITING_PAPERS',
  AWAITING_PAYMENT: 'AWAITING_PAYMENT',
  WITHDRAWN: 'ENDED',
  STOPPED: 'ENDED',
  RESULT_READY: 'RESULT_READY',
  RETURNED: 'RETURNED',
  ARCHIVED: 'RETURNED',
};

const places: Readonly<Record<ProcessStep, PublicPlace>> = {
  AT_DESK: 'DESK',
  AT_SPECIALIST: 'OFFICER',
  VERIFYING: 'OFFICER',
  CONSULTING: 'OFFICER',
  AWAITING_SIGNATURE: 'SIGNATURE',
  SIGNED_NUMBERING: 'SIGNATURE',
  IN_TRANSIT_UP: 'ABOVE',
  RECEIVED_UP: 'ABOVE',
  PROCESSING_UP: 'ABOVE',
  IN_TRANSIT_DOWN: 'ABOVE',
};

/**
 * Undefined for what was never accepted and for a number that was voided: both read like a code that does not exist. While two desks contradict each other it is
 * being worked on, and nothing is said that a person has still to settle.
 */
export function publicStatusOf(row: DossierRow, settings: Pick<Settings, 'publicNamesProcedure'>): PublicStatus | undefined {
  const { acceptedAt, procedure: key, procedureVersion: version } = row;
  const stage = row.contradictions > 0 ? 'IN_PROCESS' : stages[row.status];
  if (acceptedAt === undefined || row.status === 'VOID' || stage === undefined) return undefined;
  const isWorkedOn = stage === 'IN_PROCESS' && row.contradictions === 0;
  const finishedAt = stage === 'ENDED' ? row.endedAt : stage === 'RESULT_READY' || stage === 'RETURNED' ? row.finishedAt : undefined;
  return {
    stage,
    ...(isWorkedOn ? { place: row.step === undefined ? 'DESK' : places[row.step] } : {}),
    receivedOn: instantToPlainDate(acceptedAt),
    ...on('promisedOn', row.dueAt),
    ...on('finishedOn', finishedAt),
    ...on('returnedOn', stage === 'RETURNED' ? row.returnedAt : undefined),
    ...(settings.publicNamesProcedure === true && key !== undefined && version !== undefined ? { procedure: { key, version } } : {}),
  };
}

function on<K extends string>(name: K, at: Instant | undefined): { readonly [N in K]?: PlainDate } {
  return at === undefined ? {} : ({ [name]: instantToPlainDate(at) } as { readonly [N in K]: PlainDate });
}

/** Longer than any code; what is beyond is no part of one. */
const codeCharactersMax = 60;

/**
 * A code as people copy it from paper: small letters, blanks, the long dashes that a telephone makes of two short ones, or the whole address that a scanner reads.
 * What no code has in it is left out. `agencyId`: of the office that is asked, whose own part people leave out ("261123-0001").
 */
export function typedCode(text: string, agencyId?: string): string {
  const carried = /[?&]ma=([^&#\s]+)/i.exec(text.slice(0, 500))?.[1] ?? text;
  const code = carried
    .slice(0, 4 * codeCharactersMax)
    .replace(/[‐-―−]+/gu, '-')
    .toUpperCase()
    .replace(/[^0-9A-Z.-]/g, '')
    .slice(0, codeCharactersMax);
  return agencyId !== undefined && /^\d{6}-\d{4,7}$/.test(code) ? `${agencyId}-${code}` : code;
}
