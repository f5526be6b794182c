/**
 * The half-typed intake as one plain object and one pure reducer. Every input keeps the text as typed, also where it is wrong: nothing is
 * lost on bad input, on a reload or in a saved draft. What the text means is decided in `validate.ts` and `form-to-intake.ts`.
 */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { FeeItem, PaymentMethod } from '@onestop/shared/dossier/fees.ts';
import { type PaperId, type PaperState, type PaperTick, isPaperThere } from '@onestop/shared/dossier/papers.ts';
import { feeItemsOf, moneyOf } from '@onestop/shared/judgement/money.ts';
import { definedOnly } from '@onestop/shared/kernel/defined-only.ts';
import { type PartyInput, type PartyRole, emptyParty } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { ReturnChannel } from '@onestop/shared/dossier/state.ts';

export interface PaperForm {
  readonly id: PaperId;
  /** Index in the procedure's list; absent for an extra paper, which has a name typed by the officer. */
  readonly component?: number | undefined;
  readonly name: string;
  readonly required: boolean;
  /** Its original is only shown and given back. */
  readonly shown: boolean;
  readonly state: PaperState;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
  /** Where it is known from, where it is not handed in again. */
  readonly database?: PaperTick['database'];
  /** Why it has to be brought, for the guidance slip; as typed. */
  readonly why?: string | undefined;
}

export type BlockName = 'procedure' | 'applicant' | 'papers' | 'due';
export const blockNames: readonly BlockName[] = ['procedure', 'applicant', 'papers', 'due'];

export interface IntakeForm {
  readonly shape: 1;
  readonly procedure: { readonly key: string; readonly version: number } | undefined;
  readonly owner: PartyInput;
  readonly byProxy: boolean;
  readonly submitter: PartyInput;
  readonly authorisation: string;
  readonly papers: readonly PaperForm[];
  /** The officer looked the papers marked "lấy từ CSDL" up. */
  readonly databaseConfirmed: boolean;
  /** The number the citizen had taken; empty where none. */
  readonly ticket: string;
  readonly sets: string;
  readonly summary: string;
  /** As typed, with or without points; empty = not known yet. */
  readonly fee: string;
  /** What the catalogue says about it: the kind, and the price of a unit where only that is known. */
  readonly published: Pick<FeeItem, 'kind' | 'unitVnd' | 'per'>;
  /** Pages of the paper that is copied, and copies of it, where the fee is counted by them; as typed. */
  readonly feePages: string;
  readonly feeCopies: string;
  /** The items counted from them; absent: the amount is one item. */
  readonly counted?: readonly FeeItem[] | undefined;
  readonly feePaid: boolean;
  readonly paymentMethod: PaymentMethod;
  readonly feeReceipt: string;
  readonly extended: boolean;
  /** Used where the procedure has no known limit. */
  readonly manualDate: string;
  readonly manualTime: string;
  readonly manualReason: string;
  readonly returnChannel: ReturnChannel;
  readonly returnAddress: string;
  readonly note: string;
  readonly guideReason: string;
  readonly open: BlockName;
}

/** Fields set directly, one input each. */
export type PlainField =
  | 'byProxy'
  | 'authorisation'
  | 'databaseConfirmed'
  | 'sets'
  | 'summary'
  | 'fee'
  | 'feePaid'
  | 'paymentMethod'
  | 'feeReceipt'
  | 'extended'
  | 'manualDate'
  | 'manualTime'
  | 'manualReason'
  | 'returnChannel'
  | 'returnAddress'
  | 'note'
  | 'guideReason';

export type IntakeAction =
  | { readonly type: 'procedurePicked'; readonly procedure: Procedure }
  | { readonly type: 'partyChanged'; readonly role: PartyRole; readonly patch: Partial<PartyInput> }
  /** From an earlier dossier: fills what is empty, never writes over what the officer typed. */
  | { readonly type: 'partyRecalled'; readonly role: PartyRole; readonly patch: Partial<PartyInput> }
  | { readonly type: 'fieldsChanged'; readonly patch: Partial<Pick<IntakeForm, PlainField>> }
  | { readonly type: 'paperSet'; readonly index: number; readonly patch: Partial<PaperForm> }
  | {
      readonly type: 'paperToggled';
      readonly index: number;
      readonly document?: Count | undefined;
    }
  | { readonly type: 'copiesCounted'; readonly pages: string; readonly copies: string; readonly fee: Procedure['fee'] }
  | { readonly type: 'allRequiredReceived'; readonly documents: Procedure['documents'] }
  | { readonly type: 'extraPaperAdded' }
  | { readonly type: 'paperRemoved'; readonly index: number }
  | { readonly type: 'opened'; readonly block: BlockName }
  | { readonly type: 'restored'; readonly form: IntakeForm }
  | { readonly type: 'cleared' };

export const emptyIntakeForm: IntakeForm = {
  shape: 1,
  procedure: undefined,
  owner: emptyParty,
  byProxy: false,
  submitter: emptyParty,
  authorisation: '',
  papers: [],
  databaseConfirmed: false,
  ticket: '',
  sets: '1',
  summary: '',
  fee: '',
  published: {},
  feePages: '',
  feeCopies: '',
  feePaid: false,
  paymentMethod: 'CASH',
  feeReceipt: '',
  extended: false,
  manualDate: '',
  manualTime: '',
  manualReason: '',
  returnChannel: 'DESK',
  returnAddress: '',
  note: '',
  guideReason: '',
  open: 'procedure',
};

export function intakeFormReducer(form: IntakeForm, action: IntakeAction): IntakeForm {
  switch (action.type) {
    case 'procedurePicked':
      return withProcedure(form, action.procedure);
    case 'partyChanged':
      return { ...form, [action.role]: { ...form[action.role], ...action.patch } };
    case 'partyRecalled':
      return { ...form, [action.role]: fillEmpty(form[action.role], action.patch) };
    case 'fieldsChanged':
      return { ...form, ...action.patch };
    case 'paperSet':
      return withPaper(form, action.index, (paper) => ({ ...paper, ...action.patch }));
    case 'paperToggled':
      return withPaper(form, action.index, (paper) => togglePaper(paper, action.document));
    case 'copiesCounted':
      return withCopies(form, action.pages, action.copies, action.fee);
    case 'allRequiredReceived':
      return {
        ...form,
        open: form.procedure === undefined ? form.open : 'papers',
        papers: form.papers.map((paper) =>
          paper.required && paper.state === 'MISSING' ? receivePaper(paper, documentOf(action.documents, paper)) : paper,
        ),
      };
    case 'extraPaperAdded':
      return { ...form, papers: [...form.papers, { ...emptyPaper, id: nextPaperId(form.papers), state: 'RECEIVED', originals: 1 }] };
    case 'paperRemoved':
      return { ...form, papers: form.papers.filter((_, index) => index !== action.index) };
    case 'opened':
      return { ...form, open: action.block };
    case 'restored':
      return action.form;
    case 'cleared':
      return emptyIntakeForm;
  }
}

/** Nothing worth keeping was typed: no draft is saved, nothing is asked on leaving. */
export function isEmptyForm(form: IntakeForm): boolean {
  return JSON.stringify({ ...form, open: 'procedure' }) === JSON.stringify(emptyIntakeForm);
}

/** A saved draft is data from a disk and maybe from an older build: taken only when its shape is ours. */
export function restoreIntakeForm(saved: unknown): IntakeForm | undefined {
  if (typeof saved !== 'object' || saved === null || (saved as { readonly shape?: unknown }).shape !== 1) return undefined;
  const form = saved as Partial<IntakeForm>;
  return {
    ...emptyIntakeForm,
    ...form,
    owner: { ...emptyParty, ...form.owner },
    submitter: { ...emptyParty, ...form.submitter },
    papers: Array.isArray(form.papers) ? form.papers : [],
  };
}

/** Required papers not there: the dossier is not complete and cannot be accepted (NĐ 118/2025 Đ17.1). */
export function missingPapers(form: IntakeForm): readonly PaperForm[] {
  return form.papers.filter((paper) => paper.state === 'MISSING');
}

/** Papers were at least looked at: before that a missing one says nothing about what lies on the desk. */
export function papersSeen(form: IntakeForm): boolean {
  return form.open === 'papers' || form.open === 'due' || form.papers.some((paper) => isPaperThere(paper.state));
}

function withProcedure(form: IntakeForm, procedure: Procedure): IntakeForm {
  const { fee } = procedure;
  const same = form.procedure?.key === procedure.key && form.procedure.version === procedure.version;
  const extras = form.papers.filter((paper) => paper.component === undefined && paper.name.trim() !== '');
  return {
    ...form,
    procedure: { key: procedure.key, version: procedure.version },
    papers: same ? form.papers : [...papersOfList(procedure.documents, nextPaperId(form.papers)), ...extras],
    // The price of a unit is not what is to be paid.
    fee: same ? form.fee : publishedAmount(fee),
    published: same ? form.published : publishedFee(fee),
    feePaid: same && form.feePaid,
    feePages: same ? form.feePages : '',
    feeCopies: same ? form.feeCopies : '',
    counted: same ? form.counted : undefined,
    extended: same && form.extended,
    // Where the card came first, the person stands there already.
    open: form.owner.fullName.trim() === '' ? 'applicant' : 'papers',
  };
}

/** What is counted by pages or copies; undefined where the fee is not of that kind. */
export function countedUnit(fee: Procedure['fee'] | undefined): 'PAGE' | 'COPY' | undefined {
  const units = fee?.items?.filter(({ when }) => when === undefined).map(({ unit }) => unit) ?? [];
  return units.includes('PAGE') ? 'PAGE' : units.includes('COPY') ? 'COPY' : undefined;
}

function withCopies(form: IntakeForm, feePages: string, feeCopies: string, fee: Procedure['fee']): IntakeForm {
  const typed = { ...form, feePages, feeCopies };
  const [pages, copies] = [Number(feePages), Number(feeCopies)];
  const pagesMissing = countedUnit(fee) === 'PAGE' && !(pages > 0);
  if (pagesMissing || !(copies > 0)) return { ...typed, counted: undefined, fee: publishedAmount(fee) };
  const counted = feeItemsOf(fee, pages > 0 ? { pages, copies } : { copies });
  const { known, dueVnd } = moneyOf({ fees: counted, payments: [], refunds: [] });
  return known ? { ...typed, counted, fee: String(dueVnd) } : { ...typed, counted: undefined, fee: '' };
}

/** Empty where it is not known, or has to be counted first. */
function publishedAmount(fee: Procedure['fee']): string {
  const money = moneyOf({ fees: feeItemsOf(fee), payments: [], refunds: [] });
  return money.known ? String(money.dueVnd) : '';
}

function publishedFee(fee: Procedure['fee']): IntakeForm['published'] {
  const [item] = feeItemsOf(fee) ?? [];
  if (item === undefined) return {};
  const { kind, unitVnd, per, amountVnd } = item;
  return definedOnly(amountVnd === undefined ? { kind, unitVnd, per } : { kind });
}

const emptyPaper = { name: '', required: false, shown: false, state: 'MISSING', originals: 0, certified: 0, copies: 0 } as const;

/** A number no row of the form had before it: an extra paper keeps its own when the procedure is changed. */
function nextPaperId(papers: readonly PaperForm[]): PaperId {
  return papers.reduce((most, paper) => Math.max(most, paper.id), 0) + 1;
}

/** A required paper starts as missing, so that an officer in a hurry cannot accept what was not laid on the desk. */
function papersOfList(documents: Procedure['documents'], firstId: PaperId): PaperForm[] {
  return documents.map(({ name, required, shown = false }, component) => ({
    ...emptyPaper,
    id: firstId + component,
    component,
    name,
    required,
    shown,
    state: required ? 'MISSING' : 'NOT_NEEDED',
  }));
}

function withPaper(form: IntakeForm, index: number, change: (paper: PaperForm) => PaperForm): IntakeForm {
  return { ...form, papers: form.papers.map((paper, at) => (at === index ? change(paper) : paper)) };
}

type Count = { readonly original: number; readonly copies: number } | undefined;

function togglePaper(paper: PaperForm, document: Count): PaperForm {
  if (isPaperThere(paper.state)) {
    return { ...paper, state: paper.required ? 'MISSING' : 'NOT_NEEDED', originals: 0, certified: 0, copies: 0 };
  }
  return receivePaper(paper, document);
}

/** What is only shown goes home again: of such a paper only the copies are taken, where the list asks for some. */
function receivePaper(paper: PaperForm, document: Count): PaperForm {
  const originals = paper.shown ? 0 : (document?.original ?? 0);
  const copies = document?.copies ?? 0;
  if (paper.shown && copies === 0) return { ...paper, state: 'PRESENTED', originals: 0, certified: 0, copies: 0 };
  return { ...paper, state: 'RECEIVED', originals: originals + copies === 0 ? 1 : originals, certified: 0, copies };
}

function documentOf(documents: Procedure['documents'], paper: PaperForm): Count {
  return paper.component === undefined ? undefined : documents[paper.component];
}

/** "nguyen thi a" was typed to find "Nguyễn Thị An", not to declare a name. */
function isUnmarkedBeginning(typed: string, declared: string): boolean {
  const folded = foldVietnamese(typed);
  return folded === typed.trim().toLowerCase() && foldVietnamese(declared).startsWith(folded);
}

function fillEmpty(party: PartyInput, patch: Partial<PartyInput>): PartyInput {
  const next: Record<string, unknown> = { ...party };
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined && value !== '' && (next[key] === '' || key === 'evidence' || key === 'kind')) next[key] = value;
  }
  if (patch.fullName !== undefined && isUnmarkedBeginning(party.fullName, patch.fullName)) next['fullName'] = patch.fullName;
  return next as unknown as PartyInput; // Same keys as PartyInput: only values of its own members were replaced.
}
