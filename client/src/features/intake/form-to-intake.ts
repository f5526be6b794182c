/**
 * From what was typed to what is stored, and back from a card or an earlier dossier. Text is normalised (NFC, single spaces) and never rewritten otherwise:
 * names stay as declared. Members without a value are left out. Used by the live preview too, so it accepts an unfinished form.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { DueDate, Intake, PaperTick, Party } from '@onestop/shared/dossier/state.ts';
import { formatCivilDate, parseCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import type { CitizenCard } from '@onestop/shared/text/citizen-qr.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { checkIdNumber } from '@onestop/shared/text/personal-id.ts';
import { parsePhone } from '@onestop/shared/text/phone.ts';
import { parseTaxCode } from '@onestop/shared/text/tax-code.ts';
import { type IntakeForm, type PaperForm, type PartyForm, emptyIntakeForm, emptyParty } from './intake-form.ts';
import { parseFee, parseMinute } from './validate.ts';

/** Undefined only while no procedure was picked. */
export function formToIntake(form: IntakeForm, now: Instant): Intake | undefined {
  if (form.procedure === undefined) return undefined;
  const today = instantToPlainDate(now);
  const fee = parseFee(form.fee);
  return definedOnly<Intake>({
    procedure: form.procedure,
    owner: formToParty(form.owner, today),
    submitter: form.byProxy ? definedOnly({ ...formToParty(form.submitter, today), authorisation: filled(form.authorisation) }) : undefined,
    papers: form.papers.map(formToPaper),
    sets: Math.max(1, Number(form.sets) || 1),
    summary: filled(form.summary),
    channel: 'COUNTER',
    returnChannel: form.returnChannel,
    returnAddress: form.returnChannel === 'POST' ? (filled(form.returnAddress) ?? filled(form.owner.address)) : undefined,
    feeVnd: fee === 'wrong' ? undefined : fee,
    feePaid: form.feePaid && typeof fee === 'number' && fee > 0,
    note: filled(form.note),
  });
}

function formToParty(party: PartyForm, today: PlainDate): Party {
  const common = {
    kind: party.kind,
    fullName: nfc(party.fullName),
    address: filled(party.address),
    phone: storedPhone(party.phone),
    email: filled(party.email),
  };
  if (party.kind === 'ORGANISATION') {
    const tax = parseTaxCode(party.taxCode);
    return definedOnly<Party>({ ...common, evidence: 'NONE', taxCode: tax.ok ? tax.value.code : filled(party.taxCode)?.slice(0, 20) });
  }
  const birth = parseCivilDate(party.birth, { today, partial: true });
  const issued = parseCivilDate(party.idIssuedOn, { today });
  const id = checkIdNumber(party.evidence, party.idNumber);
  const idNumber = party.evidence === 'NONE' || !id.ok ? undefined : id.value.number;
  return definedOnly<Party>({
    ...common,
    birthDate: birth.ok ? birth.value.text : undefined,
    sex: party.sex === '' ? undefined : party.sex,
    // A kind of paper without its number proves nothing, save one that has none.
    evidence: idNumber === undefined && party.evidence !== 'OTHER' ? 'NONE' : party.evidence,
    idNumber,
    idIssuedOn: idNumber !== undefined && issued.ok ? issued.value.date : undefined,
  });
}

function formToPaper(paper: PaperForm): PaperTick {
  const { state, originals, certified, copies } = paper;
  return {
    ...(paper.component === undefined ? { name: nfc(paper.name) } : { component: paper.component }),
    state,
    originals,
    certified,
    copies,
  };
}

/** The officer's own promise where the procedure has no known limit; undefined until date and time can be read. */
export function formToManualDue(
  form: IntakeForm,
): { readonly date: PlainDate; readonly minute: number; readonly reason: string; readonly due: DueDate } | undefined {
  const date = parseCivilDate(form.manualDate);
  const minute = parseMinute(form.manualTime);
  if (!date.ok || date.value.date === undefined || minute === undefined) return undefined;
  const due: DueDate = { dueAt: civilToInstant(date.value.date, minute), unit: 'NONE', amount: 0, calendarVersion: 0 };
  return { date: date.value.date, minute, reason: nfc(form.manualReason), due };
}

/** What a scanned card fills in. The phone and other things not on the card stay as typed. */
export function cardToParty(card: CitizenCard): Partial<PartyForm> {
  return {
    kind: 'PERSON',
    fullName: card.fullName,
    birth: formatCivilDate(card.birthDate),
    sex: card.sex ?? '',
    evidence: 'CCCD',
    idNumber: card.idNumber,
    idIssuedOn: card.issuedOn === undefined ? '' : formatCivilDate(card.issuedOn),
    address: card.address ?? '',
  };
}

export function partyToForm(party: Party): PartyForm {
  return {
    ...emptyParty,
    kind: party.kind,
    fullName: party.fullName,
    birth: party.birthDate === undefined ? '' : formatCivilDate(party.birthDate),
    sex: party.sex ?? '',
    evidence: party.evidence === 'NONE' ? 'CCCD' : party.evidence,
    idNumber: party.idNumber ?? '',
    idIssuedOn: party.idIssuedOn === undefined ? '' : formatCivilDate(party.idIssuedOn),
    taxCode: party.taxCode ?? '',
    address: party.address ?? '',
    phone: party.phone ?? '',
    email: party.email ?? '',
  };
}

/** Opens a stored draft dossier in the form again, with the procedure's list of papers as it is today. */
export function intakeToForm(intake: Intake, documents: readonly { readonly name: string; readonly required: boolean }[]): IntakeForm {
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
      return { ...tick, name: tick.name ?? document?.name ?? '', required: document?.required ?? false };
    }),
    sets: String(intake.sets),
    summary: intake.summary ?? '',
    fee: intake.feeVnd === undefined ? '' : String(intake.feeVnd),
    feePaid: intake.feePaid,
    returnChannel: intake.returnChannel,
    returnAddress: intake.returnAddress ?? '',
    note: intake.note ?? '',
    open: 'papers',
  };
}

function storedPhone(text: string): string | undefined {
  const phone = parsePhone(text);
  return phone.ok ? phone.value.number : filled(text);
}

function filled(text: string): string | undefined {
  const clean = nfc(text);
  return clean === '' ? undefined : clean;
}

function definedOnly<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T; // The same object less its undefined optional members.
}
