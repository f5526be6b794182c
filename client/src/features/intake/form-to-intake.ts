/**
 * From what was typed to what is stored, and back from a card or an earlier dossier. Text is normalised (NFC, single spaces) and never rewritten otherwise:
 * names stay as declared. Members without a value are left out. Used by the live preview too, so it accepts an unfinished form.
 */
import { definedOnly } from '@onestop/shared/kernel/defined-only.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { FeeItem, Payment } from '@onestop/shared/dossier/fees.ts';
import { sayFee } from '@onestop/shared/dossier/intake-fields/intake.ts';
import { type PartyInput, emptyParty, filled, readParty, sayParty } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { Intake, Party } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { formatCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import type { CitizenCard } from '@onestop/shared/text/citizen-qr.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { type IntakeForm, type PaperForm, emptyIntakeForm } from './intake-form.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { parseMoney } from '@onestop/shared/text/money-input.ts';

/** Undefined only while no procedure was picked. */
export function formToIntake(form: IntakeForm, now: Instant): Intake | undefined {
  if (form.procedure === undefined) return undefined;
  const today = instantToPlainDate(now);
  return definedOnly<Intake>({
    procedure: form.procedure,
    owner: readParty(form.owner, today),
    submitter: form.byProxy ? definedOnly({ ...readParty(form.submitter, today), authorisation: filled(form.authorisation) }) : undefined,
    papers: form.papers.map(formToPaper),
    sets: Math.max(1, Number(form.sets) || 1),
    summary: filled(form.summary),
    channel: 'COUNTER',
    returnChannel: form.returnChannel,
    returnAddress: form.returnChannel === 'POST' ? (filled(form.returnAddress) ?? filled(form.owner.address)) : undefined,
    fees: formToFees(form),
    payment: formToPayment(form),
    note: filled(form.note),
    ticket: filled(form.ticket),
  });
}

/** The items as they were counted, else one. Where only the price of a unit is known it stands as a price, without an amount. */
function formToFees({ fee: typed, published, counted }: IntakeForm): readonly FeeItem[] | undefined {
  const fee = parseMoney(typed);
  // What was counted holds until the officer types another amount.
  if (counted !== undefined && moneyOf({ fees: counted, payments: [], refunds: [] }).dueVnd === fee) return counted;
  if (fee === 0) return [];
  const item = { name: texts.due.feeNames[published.kind ?? 'UNKNOWN'], ...published };
  if (typeof fee === 'number') return [{ ...item, amountVnd: fee }];
  return published.unitVnd === undefined ? undefined : [item];
}

function formToPayment({ fee: typed, feePaid, paymentMethod, feeReceipt }: IntakeForm): Payment | undefined {
  const fee = parseMoney(typed);
  if (!feePaid || typeof fee !== 'number' || fee === 0) return undefined;
  return definedOnly<Payment>({ method: paymentMethod, amountVnd: fee, receipt: filled(feeReceipt) });
}

function formToPaper(paper: PaperForm): PaperTick {
  const { id, state, originals, certified, copies } = paper;
  return {
    id,
    ...(paper.component === undefined ? { name: nfc(paper.name) } : { component: paper.component }),
    state,
    ...(state === 'FROM_DATABASE' && paper.database ? { database: paper.database } : {}),
    originals,
    certified,
    copies,
  };
}

/** What a scanned card fills in. The phone and other things not on the card stay as typed. */
export function cardToParty(card: CitizenCard): Partial<PartyInput> {
  return {
    kind: 'PERSON',
    fullName: card.fullName,
    birth: card.birthDate === undefined ? '' : formatCivilDate(card.birthDate),
    sex: card.sex ?? '',
    evidence: 'CCCD',
    idNumber: card.idNumber,
    oldIdNumber: card.oldIdNumber ?? '',
    idIssuedOn: card.issuedOn === undefined ? '' : formatCivilDate(card.issuedOn),
    address: card.address ?? '',
  };
}

/** Without a paper the form starts with the usual one. */
export function partyToForm(party: Party): PartyInput {
  const said = sayParty(party);
  return said.evidence === 'NONE' ? { ...said, evidence: 'CCCD' } : said;
}

/** Opens a stored draft dossier in the form again, with the procedure's list of papers as it is today. */
export function intakeToForm(intake: Intake, documents: Procedure['documents']): IntakeForm {
  const { submitter } = intake;
  return {
    ...emptyIntakeForm,
    procedure: intake.procedure,
    owner: partyToForm(intake.owner),
    byProxy: submitter !== undefined,
    submitter: submitter ? partyToForm(submitter) : emptyParty,
    authorisation: submitter?.authorisation ?? '',
    papers: intake.papers.map((tick) => {
      const document = tick.component === undefined ? undefined : documents[tick.component];
      const { required = false, shown = false } = document ?? {};
      return { ...tick, name: tick.name ?? document?.name ?? '', required, shown };
    }),
    sets: String(intake.sets),
    summary: intake.summary ?? '',
    ...feesToForm(intake),
    returnChannel: intake.returnChannel,
    returnAddress: intake.returnAddress ?? '',
    note: intake.note ?? '',
    ticket: intake.ticket ?? '',
    open: 'papers',
  };
}

function feesToForm({
  fees,
  payment,
}: Intake): Pick<IntakeForm, 'fee' | 'published' | 'counted' | 'feePages' | 'feeCopies' | 'feePaid' | 'paymentMethod' | 'feeReceipt'> {
  const { kind, unitVnd, per } = fees?.[0] ?? {};
  const quantity = fees?.find((item) => item.quantity !== undefined)?.quantity;
  return {
    ...(quantity === undefined ? {} : { counted: fees }),
    feePages: quantity?.pages === undefined ? '' : String(quantity.pages),
    feeCopies: quantity === undefined ? '' : String(quantity.copies),
    fee: sayFee(fees),
    published: definedOnly({ kind, unitVnd, per }),
    feePaid: payment !== undefined,
    paymentMethod: payment?.method ?? 'CASH',
    feeReceipt: payment?.receipt ?? '',
  };
}
