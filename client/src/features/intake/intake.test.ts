/** The intake form without a screen; rules in tests/rules/print.md. */
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { intake as intakeSchema } from '@onestop/shared/dossier/fields.ts';
import { parseCitizenQr } from '@onestop/shared/text/citizen-qr.ts';
import { parseMinute } from '@onestop/shared/text/minute-input.ts';
import { intakeRefusal } from '@onestop/shared/dossier/intake-checks.ts';
import { refusalText } from '../../texts/refusals.ts';
import { intakeProblemText } from '../../texts/intake-errors.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import { readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import { cardToParty, formToIntake, intakeToForm } from './form-to-intake.ts';
import {
  type IntakeAction,
  type IntakeForm,
  emptyIntakeForm,
  intakeFormReducer,
  isEmptyForm,
  missingPapers,
  restoreIntakeForm,
} from './intake-form.ts';
import type { Purpose } from '@onestop/shared/dossier/intake-fields/intake.ts';
import { parseMoney } from '@onestop/shared/text/money-input.ts';
import { validateIntake } from './validate.ts';

const now = civilToInstant('2026-11-23' as PlainDate, 9 * 60 + 12);
const procedure: Procedure = {
  key: '1.001193',
  version: 1,
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  timeLimit: { text: 'ngay trong ngày', unit: 'sameDay', amount: null },
  fee: { text: 'miễn phí', items: [] },
  documents: [
    { name: 'Tờ khai', required: true, original: 1, copies: 0, form: null, note: null },
    { name: 'Giấy chứng sinh', required: true, original: 0, copies: 0, form: null, note: null },
    { name: 'Giấy ủy quyền', required: false, original: 0, copies: 2, form: null, note: null },
  ],
  resultDocument: null,
  legalBasis: [],
  interconnected: false,
  handledBy: null,
  provenance: { text: 'thử', code: 'SURE', limit: 'SURE', papers: 'SURE', fee: 'SURE' },
  validFrom: '2016-01-01' as PlainDate,
};
const unlimited: Procedure = { ...procedure, key: 'x', timeLimit: null, fee: null };

const after = (form: IntakeForm, ...actions: readonly IntakeAction[]) => actions.reduce(intakeFormReducer, form);
const picked = after(emptyIntakeForm, { type: 'procedurePicked', procedure });
const calendar = vietnamCalendar();
const complete = after(
  picked,
  {
    type: 'partyChanged',
    role: 'owner',
    patch: { fullName: ' Nguyễn  Văn An ', birth: '5/2/1990', sex: 'MALE', idNumber: '027090001234', phone: '0912 345 678' },
  },
  { type: 'allRequiredReceived', documents: procedure.documents },
);
const codes = (form: IntakeForm, purpose: Purpose = 'accept', one: Procedure | 'gone' = procedure) => {
  const { errors, warnings } = validateIntake(form, { procedure: one === 'gone' ? undefined : one, now, purpose, calendar });
  return {
    errors: errors.map(({ field, problem }) => `${field} ${problem.code}`),
    warnings: warnings.map(({ field, problem }) => `${field} ${problem.code}`),
    all: [...errors, ...warnings],
  };
};

describe('intake form', () => {
  it('[P20] picking a procedure lists its papers, required ones missing, and takes its fee', () => {
    expect(picked.papers.map(({ name, state }) => [name, state])).toEqual([
      ['Tờ khai', 'MISSING'],
      ['Giấy chứng sinh', 'MISSING'],
      ['Giấy ủy quyền', 'NOT_NEEDED'],
    ]);
    expect(picked).toMatchObject({ fee: '0', open: 'applicant', procedure: { key: '1.001193', version: 1 } });
    expect(after(complete, { type: 'procedurePicked', procedure }).papers).toEqual(complete.papers);
    const withExtra = after(
      complete,
      { type: 'extraPaperAdded' },
      { type: 'paperSet', index: 3, patch: { name: 'Đơn tay' } },
      { type: 'procedurePicked', procedure: unlimited },
    );
    expect(withExtra.papers.map(({ name, state }) => [name, state])).toEqual([
      ['Tờ khai', 'MISSING'],
      ['Giấy chứng sinh', 'MISSING'],
      ['Giấy ủy quyền', 'NOT_NEEDED'],
      ['Đơn tay', 'RECEIVED'],
    ]);
    expect(withExtra.fee).toBe('');
  });

  it('[P21] a tick takes the published counts, at least one original, and can be taken back', () => {
    const ticked = after(
      picked,
      ...[0, 1, 2].map((index): IntakeAction => ({ type: 'paperToggled', index, document: procedure.documents[index] })),
    );
    expect(ticked.papers.map(({ state, originals, copies }) => [state, originals, copies])).toEqual([
      ['RECEIVED', 1, 0],
      ['RECEIVED', 1, 0],
      ['RECEIVED', 0, 2],
    ]);
    const back = after(ticked, { type: 'paperToggled', index: 0 }, { type: 'paperToggled', index: 2 });
    expect(back.papers.map(({ state, originals, copies }) => [state, originals, copies])).toEqual([
      ['MISSING', 0, 0],
      ['RECEIVED', 1, 0],
      ['NOT_NEEDED', 0, 0],
    ]);
    expect(missingPapers(back)).toHaveLength(1);
    const shown = (copies: number) => ({
      ...procedure,
      documents: [{ name: 'Thẻ căn cước', required: true, original: 1, copies, form: null, note: null, shown: true }],
    });
    const seen = (copies: number) =>
      after(
        emptyIntakeForm,
        { type: 'procedurePicked', procedure: shown(copies) },
        { type: 'allRequiredReceived', documents: shown(copies).documents },
      );
    expect(seen(0).papers[0]).toMatchObject({ state: 'PRESENTED', originals: 0, copies: 0 });
    expect(seen(1).papers[0]).toMatchObject({ state: 'RECEIVED', originals: 0, copies: 1 });
    expect(codes(seen(0)).errors).not.toContain('papers papers/none');
    expect(missingPapers(complete)).toHaveLength(0);
    expect(complete.papers[2]?.state).toBe('NOT_NEEDED');
  });

  it('[P22] an earlier dossier fills what is empty and writes over nothing', () => {
    const form = after(
      emptyIntakeForm,
      { type: 'partyChanged', role: 'owner', patch: { fullName: 'Nguyễn Văn An', phone: '0912345678' } },
      { type: 'partyRecalled', role: 'owner', patch: { fullName: 'NGUYỄN VĂN AN', phone: '0999999999', address: 'Thôn A', email: '' } },
    );
    expect(form.owner).toMatchObject({ fullName: 'Nguyễn Văn An', phone: '0912345678', address: 'Thôn A', email: '' });
    const searched = after(
      emptyIntakeForm,
      { type: 'partyChanged', role: 'owner', patch: { fullName: 'nguyen van a' } },
      { type: 'partyRecalled', role: 'owner', patch: { fullName: 'Nguyễn Văn An' } },
    );
    expect(searched.owner.fullName).toBe('Nguyễn Văn An');
  });

  it('[P23] a saved form comes back as it was, also with nonsense typed into it; other shapes are not taken', () => {
    const typed = after(complete, { type: 'fieldsChanged', patch: { fee: 'mười nghìn', manualDate: '31/02' } });
    expect(restoreIntakeForm(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(restoreIntakeForm({ shape: 2 })).toBeUndefined();
    expect(restoreIntakeForm('x')).toBeUndefined();
    expect(isEmptyForm(emptyIntakeForm)).toBe(true);
    expect(isEmptyForm({ ...emptyIntakeForm, open: 'papers' })).toBe(true);
    expect(isEmptyForm(picked)).toBe(false);
    expect(after(typed, { type: 'cleared' })).toEqual(emptyIntakeForm);
  });

  it('[P24] a complete form has nothing to say, an empty one names what is needed', () => {
    expect(codes(complete)).toEqual({ errors: [], warnings: [], all: [] });
    expect(codes(emptyIntakeForm, 'accept', 'gone').errors).toEqual([
      'procedure procedure/missing',
      'owner.fullName name/missing',
      'owner.idNumber id/missing',
    ]);
    expect(codes(picked, 'accept', 'gone').errors).toContain('procedure procedure/gone');
  });

  it.each<[string, Partial<IntakeForm>, string]>([
    ['impossible birth date', { owner: { ...complete.owner, birth: '31/02/1990' } }, 'owner.birth date/impossible'],
    ['birth in the future', { owner: { ...complete.owner, birth: '2030' } }, 'owner.birth date/future'],
    ['short ID number', { owner: { ...complete.owner, idNumber: '02709000123' } }, 'owner.idNumber id/length'],
    ['nobody identified', { owner: { ...complete.owner, evidence: 'NONE' } }, 'owner.evidence id/none'],
    ['proxy without authorisation', { byProxy: true, submitter: complete.owner }, 'authorisation authorisation/missing'],
    ['organisation known by nothing', { owner: { ...complete.owner, kind: 'ORGANISATION' } }, 'owner.taxCode tax/missing'],
    ['money in letters', { fee: 'mười nghìn' }, 'fee fee/format'],
    ['paid but how much', { fee: '', feePaid: true }, 'fee fee/paid-unknown'],
    ['no sets', { sets: '0' }, 'sets sets/format'],
    ['by post to nowhere', { returnChannel: 'POST' }, 'returnAddress return/address-missing'],
    [
      'extra paper without a name',
      { papers: [{ id: 1, shown: false, name: '', required: false, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }] },
      'papers.0 papers/name-missing',
    ],
    [
      'database papers not looked up',
      {
        papers: [
          {
            id: 1,
            shown: false,
            component: 0,
            name: 'Tờ khai',
            required: true,
            state: 'FROM_DATABASE',
            originals: 0,
            certified: 0,
            copies: 0,
          },
        ],
      },
      'databaseConfirmed papers/database-unconfirmed',
    ],
    ['wrong e-mail', { owner: { ...complete.owner, email: 'an@' } }, 'owner.email email/format'],
  ])('[P24] stops: %s', (_name, patch, expected) => {
    expect(codes({ ...complete, ...patch }).errors).toEqual([expected]);
  });

  it.each<[string, Partial<IntakeForm['owner']>, string]>([
    ['its decision', { decisionNumber: '12/QĐ-UBND' }, 'decisionNumber'],
    ['the person who represents it', { representative: 'Trần Văn Thành', representativeId: '027 090 001 234' }, 'representative'],
    ['a tax code with an en dash', { taxCode: '0314409058–002' }, 'taxCode'],
  ])('[P80] case I2, case I3: an organisation is accepted by %s', (_name, patch, kept) => {
    const owner = {
      ...complete.owner,
      kind: 'ORGANISATION' as const,
      fullName: 'Nhóm sinh hoạt tôn giáo tập trung thôn Ngọc Trì',
      taxCode: '',
      ...patch,
    };
    expect(codes({ ...complete, owner }).errors).toEqual([]);
    expect(formToIntake({ ...complete, owner }, now)?.owner).toHaveProperty(kept);
  });

  it.each<[string, string | undefined, string[]]>([
    ['15.000,00', '15000', []],
    ['15.000,50', undefined, ['fee fee/format']],
    ['15,00', undefined, ['fee fee/format']],
  ])('[P81] case I1: the fee "%s" is the amount on the dossier, or refused', (fee, amount, errors) => {
    const form = { ...complete, fee };
    expect(codes(form).errors).toEqual(errors);
    const stored = formToIntake(form, now)?.fees?.[0]?.amountVnd;
    expect(stored === undefined ? undefined : String(stored)).toBe(amount);
  });

  it.each<[string, Partial<IntakeForm['owner']>, string[], string[], string | undefined]>([
    ['case I4: zeros of an old paper', { birth: '00001960' }, [], [], '1960'],
    ['case I5: a day of this year still to come', { birth: '27/11/26' }, ['owner.birth date/future'], [], undefined],
    ['case I5: a two-digit year is said back', { birth: '01/01/01' }, [], ['owner.birth date/read-year'], '2001-01-01'],
  ])('[P82] %s', (_name, patch, errors, warnings, stored) => {
    const form = { ...complete, owner: { ...complete.owner, idNumber: '027090001234', ...patch } };
    const found = codes(form);
    expect(found.errors).toEqual(errors);
    expect(found.warnings.filter((one) => one.startsWith('owner.birth'))).toEqual(warnings);
    expect(formToIntake(form, now)?.owner.birthDate).toBe(stored);
  });

  it.each<[string, Partial<IntakeForm>]>([
    ['nobody identified', { owner: { ...complete.owner, evidence: 'NONE' } }],
    ['proxy without authorisation', { byProxy: true, submitter: complete.owner }],
    ['organisation known by nothing', { owner: { ...complete.owner, kind: 'ORGANISATION' } }],
    ['by post to nowhere', { returnChannel: 'POST' }],
    ['wrong e-mail', { owner: { ...complete.owner, email: 'an@' } }],
    ['wrong tax code', { owner: { ...complete.owner, kind: 'ORGANISATION', taxCode: '12' } }],
    ['database papers not looked up', { papers: complete.papers.map((paper) => ({ ...paper, state: 'FROM_DATABASE', originals: 0 })) }],
  ])('[D150] the form and the gate of the command find the same: %s', (_name, patch) => {
    const form = { ...complete, ...patch };
    const { errors } = validateIntake(form, { procedure, now, purpose: 'accept', calendar });
    expect(errors).toHaveLength(1);
    const gate = intakeRefusal(must(formToIntake(form, now), 'a procedure was picked'), procedure, { at: now });
    expect(gate).toEqual({ code: 'intake/invalid', problems: errors });
    expect(refusalText(must(gate, 'refused'))).toBe(intakeProblemText(must(errors[0], 'one error').problem));
  });

  it("[P24] a procedure without a limit needs the officer's date, later than now, with its ground", () => {
    const form = after(
      complete,
      { type: 'procedurePicked', procedure: unlimited },
      { type: 'allRequiredReceived', documents: procedure.documents },
    );
    expect(codes(form, 'accept', unlimited).errors).toEqual(['manualDate due/date-missing', 'manualReason due/reason-missing']);
    const dated = (manualDate: string, manualTime = '16h30') => ({ ...form, manualDate, manualTime, manualReason: 'QĐ 12' });
    expect(codes(dated('23/11/2026', '8:00'), 'accept', unlimited).errors).toEqual(['manualDate due/past']);
    expect(codes(dated('22/11/2026'), 'accept', unlimited).errors).toEqual(['manualDate due/past']);
    expect(codes(dated('25/11/2026'), 'accept', unlimited).errors).toEqual([]);
    expect(codes(dated('25/11/26'), 'accept', unlimited).errors).toEqual([]);
    expect(readChosenDue(dated('25/11/26'), instantToPlainDate(now))).toEqual({ date: '2026-11-25', minute: 990, reason: 'QĐ 12' });
    expect(readChosenDue(dated('25/11/2026', ' '), instantToPlainDate(now))).toEqual({ date: '2026-11-25', reason: 'QĐ 12' });
    expect(codes(form, 'draft', unlimited).errors).toEqual([]);
  });

  it('[P60] a year alone is offered for a date of birth and for no other date', () => {
    const owner = { ...complete.owner, birth: 'mai', idIssuedOn: 'mai' };
    const { errors } = validateIntake({ ...complete, owner }, { procedure, now, purpose: 'accept', calendar });
    expect(errors.map(({ field, problem }) => [field, intakeProblemText(problem)])).toEqual([
      ['owner.birth', 'Ngày chưa đúng. Nhập ngày trước, tháng sau, như 05/02/1990; giấy tờ chỉ ghi năm sinh thì nhập năm.'],
      ['owner.idIssuedOn', 'Ngày chưa đúng. Nhập ngày trước, tháng sau, như 05/02/2026.'],
    ]);
  });

  it('[L60] a day off and an hour without a desk are told at their own field, with the next days that can be promised', () => {
    const form = { ...after(complete, { type: 'procedurePicked', procedure: unlimited }), manualReason: 'QĐ 12' };
    const dated = (manualDate: string, manualTime: string) =>
      validateIntake({ ...form, manualDate, manualTime }, { procedure: unlimited, now, purpose: 'accept', calendar }).errors.filter((one) =>
        one.field.startsWith('manual'),
      );
    const off = dated('24/11/2026', '23:30');
    expect(off.map(({ field, problem }) => [field, problem.code])).toEqual([['manualDate', 'deadline/day-off']]);
    expect(intakeProblemText(must(off[0], 'one').problem)).toBe(
      'Thứ Ba 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam), không hẹn trả được. Ngày hẹn được gần nhất: thứ Tư 25/11/2026; thứ Năm 26/11/2026; thứ Sáu 27/11/2026.',
    );
    const night = dated('25/11/2026', '23:30');
    expect(night.map(({ field, problem }) => [field, problem.code])).toEqual([['manualTime', 'deadline/outside-hours']]);
    expect(intakeProblemText(must(night[0], 'one').problem)).toContain('thứ Tư 25/11/2026 07:30–11:30, 13:30–17:00');
  });

  it.each<[string, Partial<IntakeForm['owner']>, string]>([
    ['sex', { sex: 'FEMALE' }, 'owner.idNumber id/sex-differs'],
    ['birth year', { birth: '1991' }, 'owner.idNumber id/birth-year-differs'],
    ['phone', { phone: '12345' }, 'owner.phone phone/unusual'],
    ['old phone', { phone: '0168 123 4567' }, 'owner.phone phone/converted'],
    ['check digit', { kind: 'ORGANISATION', taxCode: '0100233480' }, 'owner.taxCode tax/check-digit'],
    ['digits in a name', { fullName: 'Nguyễn Văn 4n' }, 'owner.fullName name/digits'],
  ])('[P25] warns and never stops: %s', (_name, patch, expected) => {
    const found = codes({ ...complete, owner: { ...complete.owner, ...patch } });
    expect(found.errors).toEqual([]);
    expect(found.warnings).toEqual([expected]);
    expect(intakeProblemText(must(found.all[0], 'one warning').problem).length).toBeGreaterThan(10);
  });

  it("[P26] what is stored is clean and passes the event's schema", () => {
    const form: IntakeForm = {
      ...complete,
      fee: '15.000 đ',
      feePaid: true,
      summary: '  con  thứ hai ',
      byProxy: true,
      authorisation: 'con đẻ',
      submitter: { ...complete.owner, evidence: 'NONE' },
    };
    const intake = must(formToIntake(form, now), 'a procedure was picked');
    expect(intake.owner).toEqual({
      kind: 'PERSON',
      fullName: 'Nguyễn Văn An',
      phone: '0912345678',
      birthDate: '1990-02-05',
      sex: 'MALE',
      evidence: 'CCCD',
      idNumber: '027090001234',
    });
    expect(intake).toMatchObject({
      fees: [{ name: 'Phí, lệ phí', amountVnd: 15000 }],
      payment: { method: 'CASH', amountVnd: 15000 },
      summary: 'con thứ hai',
      sets: 1,
      channel: 'COUNTER',
      submitter: { authorisation: 'con đẻ', evidence: 'NONE' },
    });
    expect('note' in intake || 'returnAddress' in intake).toBe(false);
    expect(intakeSchema.safeParse(intake).success).toBe(true);
    expect(intakeSchema.safeParse(formToIntake(complete, now)).success).toBe(true);
    expect(formToIntake(emptyIntakeForm, now)).toBeUndefined();
  });

  it('[P26] money and times are read as officers write them', () => {
    expect([parseMoney('15.000'), parseMoney('15 000 đồng'), parseMoney(''), parseMoney('15k')]).toEqual([
      15000,
      15000,
      undefined,
      'wrong',
    ]);
    expect([parseMinute('16:30'), parseMinute('16h'), parseMinute('24:00'), parseMinute('x')]).toEqual([990, 960, undefined, undefined]);
  });

  it('[P27] a card fills the person, and a damaged one fills nothing', () => {
    const card = parseCitizenQr('027190001234|125123456|Nguyễn Thị An|05021990|Nữ|Thôn A, Lương Tài, Bắc Ninh|15042021');
    if (!card.ok) throw new Error(card.error.code);
    expect(cardToParty(card.value)).toEqual({
      kind: 'PERSON',
      fullName: 'Nguyễn Thị An',
      birth: '05/02/1990',
      sex: 'FEMALE',
      evidence: 'CCCD',
      idNumber: '027190001234',
      oldIdNumber: '125123456',
      idIssuedOn: '15/04/2021',
      address: 'Thôn A, Lương Tài, Bắc Ninh',
    });
  });

  it('[P28] a stored draft opened again gives the same intake', () => {
    const form: IntakeForm = {
      ...complete,
      byProxy: true,
      authorisation: 'vợ',
      submitter: { ...complete.owner, fullName: 'Trần Thị Bình', sex: 'FEMALE' },
      returnChannel: 'POST',
      returnAddress: 'Thôn B',
      note: 'gấp',
    };
    const intake = must(formToIntake(form, now), 'a procedure was picked');
    expect(formToIntake(intakeToForm(intake, procedure.documents), now)).toEqual(intake);
  });
});
