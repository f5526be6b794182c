/**
 * The rules of an intake beyond its parties, over what is typed. The form gives itself; the gate of the command gives the stored intake said again
 * (`sayIntake`), so a rule that is taken out here is gone from both.
 */
import type { Instant } from '../../kernel/instant.ts';
import { instantToPlainDate } from '../../kernel/instant.ts';
import { moneyOf } from '../../judgement/money.ts';
import { type PaperTick, isPaperThere } from '../papers.ts';
import type { Intake } from '../state.ts';
import { parseMoney } from '../../text/money-input.ts';
import { type PartyInput, checkParty, emptyParty, sayParty } from './party.ts';
import { type Report, tooLong } from './problems.ts';

export interface PaperInput extends Pick<PaperTick, 'component' | 'state' | 'database'> {
  readonly name: string;
}

export interface IntakeInput {
  readonly owner: PartyInput;
  readonly byProxy: boolean;
  readonly submitter: PartyInput;
  readonly authorisation: string;
  readonly papers: readonly PaperInput[];
  /** The officer looked the papers marked "lấy từ CSDL" up. */
  readonly databaseConfirmed: boolean;
  readonly sets: string;
  readonly summary: string;
  /** As typed, with or without points; empty = not known yet. */
  readonly fee: string;
  readonly feePaid: boolean;
  readonly returnChannel: Intake['returnChannel'];
  readonly returnAddress: string;
  readonly note: string;
}

/** `accept` asks for everything, `guide` for who and what, `draft` only for what can be stored. */
export type Purpose = 'accept' | 'guide' | 'draft';

export function checkIntake(
  input: IntakeInput,
  { now, purpose }: { readonly now: Instant; readonly purpose: Purpose },
  report: Report,
): void {
  const today = instantToPlainDate(now);
  const strict = purpose === 'accept';
  checkParty(input.owner, { role: 'owner', identified: strict && !input.byProxy, today }, report);
  if (input.byProxy) {
    checkParty(input.submitter, { role: 'submitter', identified: strict, today }, report);
    if (input.authorisation.trim() === '') (strict ? report.error : report.warn)('authorisation', { code: 'authorisation/missing' });
    tooLong('authorisation', input.authorisation, 300, report);
  }
  checkPapers(input, purpose, report);
  checkRest(input, report);
}

function checkPapers(input: IntakeInput, purpose: Purpose, report: Report): void {
  input.papers.forEach((paper, index) => {
    if (paper.component === undefined && paper.name.trim() === '') report.error(`papers.${index}`, { code: 'papers/name-missing' });
    tooLong(`papers.${index}`, paper.name, 2000, report);
  });
  if (purpose !== 'accept') return;
  const here = input.papers.filter((paper) => isPaperThere(paper.state));
  if (here.length === 0 && input.papers.every((paper) => paper.state !== 'MISSING')) report.warn('papers', { code: 'papers/none' });
  const unproved = here.some((paper) => paper.state === 'FROM_DATABASE' && paper.database === undefined);
  if (unproved && !input.databaseConfirmed) report.error('databaseConfirmed', { code: 'papers/database-unconfirmed' });
}

function checkRest(input: IntakeInput, report: Report): void {
  if (!/^\s*\d{1,3}\s*$/.test(input.sets) || Number(input.sets) < 1) report.error('sets', { code: 'sets/format' });
  tooLong('summary', input.summary, 500, report);
  tooLong('note', input.note, 2000, report);
  if (parseMoney(input.fee) === 'wrong') report.error('fee', { code: 'fee/format' });
  else if (input.feePaid && input.fee.trim() === '') report.error('fee', { code: 'fee/paid-unknown' });
  if (input.returnChannel === 'POST') {
    if (input.returnAddress.trim() === '' && input.owner.address.trim() === '')
      report.error('returnAddress', { code: 'return/address-missing' });
    tooLong('returnAddress', input.returnAddress, 300, report);
  }
}

/** A stored intake, said as it would be typed. */
export function sayIntake(intake: Intake, databaseConfirmed: boolean): IntakeInput {
  const { owner, submitter, papers, fees, payment } = intake;
  return {
    owner: sayParty(owner),
    byProxy: submitter !== undefined,
    submitter: submitter ? sayParty(submitter) : emptyParty,
    authorisation: submitter?.authorisation ?? '',
    papers: papers.map((paper) => ({ ...paper, name: paper.name ?? '' })),
    databaseConfirmed,
    sets: String(intake.sets),
    summary: intake.summary ?? '',
    fee: sayFee(fees),
    feePaid: payment !== undefined,
    returnChannel: intake.returnChannel,
    returnAddress: intake.returnAddress ?? '',
    note: intake.note ?? '',
  };
}

/** Empty while it is not known what is to be paid. */
export function sayFee(fees: Intake['fees']): string {
  const { known, dueVnd } = moneyOf({ fees, payments: [], refunds: [] });
  return known ? String(dueVnd) : '';
}
