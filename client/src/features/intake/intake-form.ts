/**
 * The half-typed intake as one plain object and one pure reducer. Every input keeps the text as typed, also where it is wrong: nothing is
 * lost on bad input, on a reload or in a saved draft. What the text means is decided in `validate.ts` and `form-to-intake.ts`.
 */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { IdentityEvidence, PaperState, Party, ReturnChannel } from '@onestop/shared/dossier/state.ts';

export interface PartyForm {
  readonly kind: Party['kind'];
  readonly fullName: string;
  /** As typed: "05/02/1990", "02/1990" or "1990". */
  readonly birth: string;
  readonly sex: '' | 'MALE' | 'FEMALE';
  readonly evidence: IdentityEvidence;
  readonly idNumber: string;
  readonly idIssuedOn: string;
  readonly taxCode: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export interface PaperForm {
  /** Index in the procedure's list; absent for an extra paper, which has a name typed by the officer. */
  readonly component?: number | undefined;
  readonly name: string;
  readonly required: boolean;
  readonly state: PaperState;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
}

export type BlockName = 'procedure' | 'applicant' | 'papers' | 'due';
export const blockNames: readonly BlockName[] = ['procedure', 'applicant', 'papers', 'due'];

export interface IntakeForm {
  readonly shape: 1;
  readonly procedure: { readonly key: string; readonly version: number } | undefined;
  readonly owner: PartyForm;
  readonly byProxy: boolean;
  readonly submitter: PartyForm;
  readonly authorisation: string;
  readonly papers: readonly PaperForm[];
  /** The officer looked the papers marked "lấy từ CSDL" up. */
  readonly databaseConfirmed: boolean;
  readonly sets: string;
  readonly summary: string;
  /** As typed, with or without points; empty = not known yet. */
  readonly fee: string;
  readonly feePaid: boolean;
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
  | 'extended'
  | 'manualDate'
  | 'manualTime'
  | 'manualReason'
  | 'returnChannel'
  | 'returnAddress'
  | 'note'
  | 'guideReason';
export type PartyRole = 'owner' | 'submitter';

export type IntakeAction =
  | { readonly type: 'procedurePicked'; readonly procedure: Procedure }
  | { readonly type: 'partyChanged'; readonly role: PartyRole; readonly patch: Partial<PartyForm> }
  /** From an earlier dossier: fills what is empty, never writes over what the officer typed. */
  | { readonly type: 'partyRecalled'; readonly role: PartyRole; readonly patch: Partial<PartyForm> }
  | { readonly type: 'fieldsChanged'; readonly patch: Partial<Pick<IntakeForm, PlainField>> }
  | { readonly type: 'paperSet'; readonly index: number; readonly patch: Partial<PaperForm> }
  | {
      readonly type: 'paperToggled';
      readonly index: number;
      readonly document?: { readonly original: number; readonly copies: number } | undefined;
    }
  | { readonly type: 'allRequiredReceived'; readonly documents: Procedure['documents'] }
  | { readonly type: 'extraPaperAdded' }
  | { readonly type: 'paperRemoved'; readonly index: number }
  | { readonly type: 'opened'; readonly block: BlockName }
  | { readonly type: 'restored'; readonly form: IntakeForm }
  | { readonly type: 'cleared' };

export const emptyParty: PartyForm = {
  kind: 'PERSON',
  fullName: '',
  birth: '',
  sex: '',
  evidence: 'CCCD',
  idNumber: '',
  idIssuedOn: '',
  taxCode: '',
  address: '',
  phone: '',
  email: '',
};

export const emptyIntakeForm: IntakeForm = {
  shape: 1,
  procedure: undefined,
  owner: emptyParty,
  byProxy: false,
  submitter: emptyParty,
  authorisation: '',
  papers: [],
  databaseConfirmed: false,
  sets: '1',
  summary: '',
  fee: '',
  feePaid: false,
  extended: false,
  manualDate: '',
  manualTime: '17:00',
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
    case 'allRequiredReceived':
      return {
        ...form,
        papers: form.papers.map((paper) =>
          paper.required && paper.state === 'MISSING' ? receivePaper(paper, documentOf(action.documents, paper)) : paper,
        ),
      };
    case 'extraPaperAdded':
      return { ...form, papers: [...form.papers, { name: '', required: false, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }] };
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
  return (
    form.open === 'papers' ||
    form.open === 'due' ||
    form.papers.some((paper) => paper.state === 'RECEIVED' || paper.state === 'FROM_DATABASE')
  );
}

function withProcedure(form: IntakeForm, procedure: Procedure): IntakeForm {
  const same = form.procedure?.key === procedure.key && form.procedure.version === procedure.version;
  const extras = form.papers.filter((paper) => paper.component === undefined && paper.name.trim() !== '');
  return {
    ...form,
    procedure: { key: procedure.key, version: procedure.version },
    papers: same ? form.papers : [...procedure.documents.map(paperOfDocument), ...extras],
    fee: same ? form.fee : procedure.fee?.amountVnd === null || procedure.fee === null ? '' : String(procedure.fee.amountVnd),
    feePaid: same && form.feePaid,
    extended: same && form.extended,
    open: 'applicant',
  };
}

/** A required paper starts as missing, so that an officer in a hurry cannot accept what was not laid on the desk. */
function paperOfDocument(document: Procedure['documents'][number], component: number): PaperForm {
  return {
    component,
    name: document.name,
    required: document.required,
    state: document.required ? 'MISSING' : 'NOT_NEEDED',
    originals: 0,
    certified: 0,
    copies: 0,
  };
}

function withPaper(form: IntakeForm, index: number, change: (paper: PaperForm) => PaperForm): IntakeForm {
  return { ...form, papers: form.papers.map((paper, at) => (at === index ? change(paper) : paper)) };
}

type Count = { readonly original: number; readonly copies: number } | undefined;

function togglePaper(paper: PaperForm, document: Count): PaperForm {
  if (paper.state === 'RECEIVED' || paper.state === 'FROM_DATABASE') {
    return { ...paper, state: paper.required ? 'MISSING' : 'NOT_NEEDED', originals: 0, certified: 0, copies: 0 };
  }
  return receivePaper(paper, document);
}

function receivePaper(paper: PaperForm, document: Count): PaperForm {
  const originals = document?.original ?? 0;
  const copies = document?.copies ?? 0;
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

function fillEmpty(party: PartyForm, patch: Partial<PartyForm>): PartyForm {
  const next: Record<string, unknown> = { ...party };
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined && value !== '' && (next[key] === '' || key === 'evidence' || key === 'kind')) next[key] = value;
  }
  if (patch.fullName !== undefined && isUnmarkedBeginning(party.fullName, patch.fullName)) next['fullName'] = patch.fullName;
  return next as unknown as PartyForm; // Same keys as PartyForm: only values of its own members were replaced.
}
