/**
 * The fields of a person or organisation, each defined once: how a typed text is read into what is stored, how what is stored is said again (in the
 * form, on review and on paper), and what is wrong with it. The form checks what is typed, the gate of the command checks what would be stored, said
 * again: the same rules see both. Text is composed and single-spaced, and never rewritten otherwise: names stay as declared.
 */
import { definedOnly } from '../../kernel/defined-only.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { formatCivilDate, parseCivilDate } from '../../text/civil-date-input.ts';
import { nfc } from '../../text/fold.ts';
import { checkIdNumber } from '../../text/personal-id.ts';
import { parsePhone } from '../../text/phone.ts';
import { parseTaxCode } from '../../text/tax-code.ts';
import type { IdentityEvidence, Party } from '../state.ts';
import { type FieldId, type Report, tooLong } from './problems.ts';

/** As typed: nothing is lost on bad input. */
export interface PartyInput {
  readonly kind: Party['kind'];
  readonly fullName: string;
  /** "05/02/1990", "02/1990" or "1990". */
  readonly birth: string;
  readonly sex: '' | 'MALE' | 'FEMALE';
  readonly evidence: IdentityEvidence;
  readonly idNumber: string;
  readonly idIssuedOn: string;
  /** From the card; there is no input for it. */
  readonly oldIdNumber: string;
  readonly taxCode: string;
  /** An organisation without a tax code: its decision, or who represents it (domain §13.2 no. 11). */
  readonly decisionNumber: string;
  readonly representative: string;
  readonly representativeId: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export const emptyParty: PartyInput = {
  kind: 'PERSON',
  fullName: '',
  birth: '',
  sex: '',
  evidence: 'CCCD',
  idNumber: '',
  idIssuedOn: '',
  oldIdNumber: '',
  taxCode: '',
  decisionNumber: '',
  representative: '',
  representativeId: '',
  address: '',
  phone: '',
  email: '',
};

export type PartyRole = 'owner' | 'submitter';

export interface PartyCheck {
  readonly role: PartyRole;
  /** Who stands at the desk must be identified to be accepted (NĐ 118/2025 Đ17.1a); of an absent owner less may be known, which is only told. */
  readonly identified: boolean;
  readonly today: PlainDate;
}

interface PartyField {
  /** Absent: both have it. */
  readonly of?: Party['kind'];
  readonly read: (input: PartyInput, today: PlainDate) => Partial<Party>;
  readonly say: (party: Party) => Partial<PartyInput>;
  readonly check?: (input: PartyInput, field: FieldId, context: PartyCheck, report: Report) => void;
}

const fields = {
  fullName: {
    read: ({ fullName }) => ({ fullName: nfc(fullName) }),
    say: ({ fullName }) => ({ fullName }),
    check: ({ kind, fullName }, field, { role }, report) => {
      const name = fullName.trim();
      if (name === '') report.error(field, { code: role === 'owner' ? 'name/missing' : 'name/submitter-missing' });
      if (kind === 'PERSON' && /\d/.test(name)) report.warn(field, { code: 'name/digits' });
      tooLong(field, name, 200, report);
    },
  },
  address: textField('address', 300),
  birth: {
    of: 'PERSON',
    read: ({ birth }, today) => ({ birthDate: birthOf(birth, today) }),
    say: ({ birthDate }) => ({ birth: birthDate === undefined ? '' : formatCivilDate(birthDate) }),
    check: ({ birth }, field, { today }, report) => {
      checkDate(parseCivilDate(birth, { today, partial: true }), field, report);
    },
  },
  sex: {
    of: 'PERSON',
    read: ({ sex }) => ({ sex: sex === '' ? undefined : sex }),
    say: ({ sex }) => ({ sex: sex ?? '' }),
  },
  idIssuedOn: {
    of: 'PERSON',
    read: (input, today) => {
      const date = parseCivilDate(input.idIssuedOn, { today });
      return { idIssuedOn: date.ok && idNumberOf(input) !== undefined ? date.value.date : undefined };
    },
    say: ({ idIssuedOn }) => ({ idIssuedOn: idIssuedOn === undefined ? '' : formatCivilDate(idIssuedOn) }),
    check: ({ idIssuedOn }, field, { today }, report) => {
      checkDate(parseCivilDate(idIssuedOn, { today }), field, report);
    },
  },
  evidence: {
    of: 'PERSON',
    // A kind of paper without its number proves nothing, save one that has none.
    read: (input) => ({ evidence: idNumberOf(input) === undefined && input.evidence !== 'OTHER' ? 'NONE' : input.evidence }),
    say: ({ evidence }) => ({ evidence }),
    check: ({ evidence }, field, { identified }, report) => {
      if (evidence === 'NONE' && identified) report.error(field, { code: 'id/none' });
    },
  },
  idNumber: {
    of: 'PERSON',
    read: (input) => ({ idNumber: idNumberOf(input) }),
    say: ({ idNumber }) => ({ idNumber: idNumber ?? '' }),
    check: ({ evidence, idNumber, birth, sex }, field, { identified, today }, report) => {
      if (evidence === 'NONE') return;
      const declared = { birthDate: birthOf(birth, today), sex: sex === '' ? undefined : sex };
      const id = checkIdNumber(evidence, idNumber, declared);
      if (id.ok) {
        tooLong(field, id.value.number, 32, report);
        id.value.warnings.forEach((warning) => report.warn(field, warning));
      } else if (id.error.code !== 'id/empty') report.error(field, id.error);
      else if (evidence !== 'OTHER') (identified ? report.error : report.warn)(field, { code: 'id/missing' });
    },
  },
  oldIdNumber: {
    of: 'PERSON',
    read: ({ oldIdNumber }) => ({ oldIdNumber: filled(oldIdNumber) }),
    say: ({ oldIdNumber }) => ({ oldIdNumber: oldIdNumber ?? '' }),
  },
  taxCode: {
    of: 'ORGANISATION',
    read: ({ taxCode }) => {
      const tax = parseTaxCode(taxCode);
      return { taxCode: tax.ok ? tax.value.code : filled(taxCode)?.slice(0, 20) };
    },
    say: ({ taxCode }) => ({ taxCode: taxCode ?? '' }),
    check: (input, field, { identified }, report) => {
      if (input.taxCode.trim() === '') {
        const known = input.decisionNumber.trim() !== '' || (input.representative.trim() !== '' && input.representativeId.trim() !== '');
        return known ? undefined : (identified ? report.error : report.warn)(field, { code: 'tax/missing' });
      }
      const tax = parseTaxCode(input.taxCode);
      // A wrong check digit may stand like that on the paper itself; a wrong shape cannot.
      return tax.ok ? undefined : (tax.error.code === 'tax/check-digit' ? report.warn : report.error)(field, tax.error);
    },
  },
  decisionNumber: { of: 'ORGANISATION', ...textField('decisionNumber', 100) },
  representative: {
    of: 'ORGANISATION',
    read: ({ representative, representativeId }) => {
      const fullName = filled(representative);
      const id = checkIdNumber('CCCD', representativeId);
      if (fullName === undefined) return {};
      return { representative: id.ok ? { fullName, evidence: 'CCCD', idNumber: id.value.number } : { fullName, evidence: 'NONE' } };
    },
    say: ({ representative }) => ({ representative: representative?.fullName ?? '', representativeId: representative?.idNumber ?? '' }),
    check: ({ representative }, field, _context, report) => tooLong(field, representative.trim(), 200, report),
  },
  representativeId: {
    of: 'ORGANISATION',
    read: () => ({}),
    say: () => ({}),
    check: ({ representativeId }, field, _context, report) => {
      const id = checkIdNumber('CCCD', representativeId);
      if (!id.ok && id.error.code !== 'id/empty') report.error(field, id.error);
    },
  },
  phone: {
    read: ({ phone }) => {
      const parsed = parsePhone(phone);
      return { phone: parsed.ok ? parsed.value.number : filled(phone) };
    },
    say: ({ phone }) => ({ phone: phone ?? '' }),
    check: ({ phone }, field, _context, report) => {
      if (phone.trim() === '') return;
      const parsed = parsePhone(phone);
      if (!parsed.ok) report.warn(field, { code: 'phone/unusual' });
      else if (parsed.value.convertedFrom !== undefined) report.warn(field, { code: 'phone/converted', number: parsed.value.number });
      tooLong(field, phone.trim(), 30, report);
    },
  },
  email: {
    read: ({ email }) => ({ email: filled(email) }),
    say: ({ email }) => ({ email: email ?? '' }),
    check: ({ email }, field, _context, report) => {
      const text = email.trim();
      if (text !== '' && (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || text.length > 120)) report.error(field, { code: 'email/format' });
    },
  },
} as const satisfies { readonly [K in Exclude<keyof PartyInput, 'kind'>]: PartyField };

const all: readonly (readonly [string, PartyField])[] = Object.entries(fields);

function fieldsOf(kind: Party['kind']): typeof all {
  return all.filter(([, { of }]) => of === undefined || of === kind);
}

/** What would be stored. Accepts an unfinished input: the live preview uses it too. */
export function readParty(input: PartyInput, today: PlainDate): Party {
  const none: Pick<Party, 'kind' | 'fullName' | 'evidence'> = { kind: input.kind, fullName: '', evidence: 'NONE' };
  return definedOnly<Party>(Object.assign(none, ...fieldsOf(input.kind).map(([, field]) => field.read(input, today))));
}

/** What is stored, said as it is typed, reviewed and printed. */
export function sayParty(party: Party): PartyInput {
  return Object.assign({ ...emptyParty, kind: party.kind }, ...fieldsOf(party.kind).map(([, field]) => field.say(party)));
}

export function checkParty(input: PartyInput, context: PartyCheck, report: Report): void {
  for (const [name, field] of fieldsOf(input.kind)) field.check?.(input, `${context.role}.${name}`, context, report);
}

function textField(name: 'address' | 'decisionNumber', max: number) {
  return {
    read: (input) => ({ [name]: filled(input[name]) }),
    say: (party) => ({ [name]: party[name] ?? '' }),
    check: (input, field, _context, report) => tooLong(field, input[name], max, report),
  } satisfies PartyField;
}

function checkDate(date: ReturnType<typeof parseCivilDate>, field: FieldId, report: Report): void {
  if (!date.ok) {
    if (date.error.code !== 'date/empty') report.error(field, date.error);
  } else if (date.value.readYear !== undefined) report.warn(field, { code: 'date/read-year', year: date.value.readYear });
}

function birthOf(text: string, today: PlainDate): string | undefined {
  const date = parseCivilDate(text, { today, partial: true });
  return date.ok ? date.value.text : undefined;
}

function idNumberOf({ evidence, idNumber }: PartyInput): string | undefined {
  const id = checkIdNumber(evidence, idNumber);
  return evidence === 'NONE' || !id.ok ? undefined : id.value.number;
}

export function filled(text: string): string | undefined {
  const clean = nfc(text);
  return clean === '' ? undefined : clean;
}
