import { describe, expect, test } from 'vitest';
import { err } from '../../kernel/result.ts';
import type { PaperTick } from '../papers.ts';
import { day, reference } from '../../../../tests/support/builders.ts';
import { at, given, intakeFor, offices, procedures } from '../../../../tests/support/given.ts';

describe('accept', () => {
  const intake = intakeFor(procedures.threeDays);
  test('[D24] acceptance draws code and line, computes the promise and starts the clock', () => {
    const { state } = given('NOTHING').when('accept', { intake }, { at: '20/11/2026 09:15' }).succeeds();
    expect(state).toMatchObject({
      status: 'ACCEPTED',
      code: '000.01.38.H05-261120-0001',
      register: { book: '01/2026', line: 1 },
      acceptedAt: at('20/11/2026 09:15'),
    });
    expect(state.due).toMatchObject({ dueAt: at('26/11/2026 17:00'), unit: 'WORKING_DAY', amount: 3 });
    expect(state.dueOriginal).toEqual(state.due);
  });
  test('[D24] the extended limit where the officer asks for it', () => {
    const { state } = given('DRAFT').when('accept', { intake, extended: true }).succeeds();
    expect(state.due).toMatchObject({ unit: 'WORKING_DAY', amount: 3, extension: { unit: 'WORKING_DAY', amount: 8, why: 'cần xác minh' } });
  });
  test('[D25] an interconnected procedure takes the number of the deciding agency above', () => {
    given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.interconnected) })
      .succeeds()
      .leaves({ code: '000.00.38.H05-261123-0001' });
  });
  test('[D25] the centre accepts under its own number', () => {
    given('NOTHING')
      .when('accept', { intake }, { office: offices.centre })
      .succeeds()
      .leaves({ code: '000.00.38.H05-261123-0001', office: offices.centre.id });
  });
  test('[R30] a unit takes in on its last day, and after it says who goes on', () => {
    const closing = { ...offices.commune, validTo: day('23/11/2026'), successor: offices.otherCommune.id };
    given('NOTHING').when('accept', { intake }, { office: closing }).succeeds();
    given('NOTHING').when('accept', { intake }, { office: closing, at: '24/11/2026 09:00' }).refusesWith('office/closed');
  });
  test('[D116] what is printed stands in the event: names, papers, who decides', () => {
    const { state } = given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.interconnected) })
      .succeeds();
    expect(state.acceptance).toMatchObject({
      printed: {
        authority: 'UBND xã Bình Định',
        desk: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
        office: 'xã Bình Định',
        numberSuffix: 'BPTNTKQ',
        clerk: 'lan',
        procedure: '1.000003',
        notes: [],
      },
      competent: { agencyId: '000.00.38.H05', name: 'UBND huyện Lương Tài', office: 'LT' },
      intake: {
        papers: [
          { name: 'Tờ khai', asked: 'ALWAYS' },
          { name: 'Giấy chứng sinh', asked: 'ALWAYS' },
        ],
      },
    });
    expect(state.acceptance?.eIdChecked).toBeUndefined();
  });
  test('[D116] names pasted in another form of Unicode are composed', () => {
    const office = { ...offices.commune, authorityName: 'UBND xã Bình Định'.normalize('NFD') };
    const { state } = given('NOTHING').when('accept', { intake }, { office }).succeeds();
    expect(state.acceptance?.printed.authority).toBe('UBND xã Bình Định');
  });
  test('[D117] the promise keeps what it was counted by', () => {
    const late = given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.instant) }, { at: '20/11/2026 15:30' })
      .succeeds();
    expect(late.state.due).toEqual({
      dueAt: at('23/11/2026 17:00'),
      rule: 'NEXT_WORKING_DAY',
      unit: 'SAME_DAY',
      amount: 0,
      calendarVersion: reference.calendar.version,
      settings: { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false },
    });
    const open = intakeFor(procedures.noLimit);
    const chosen = given('NOTHING')
      .when('accept', { intake: open, due: { date: day('30/11/2026'), reason: 'theo hướng dẫn' } })
      .succeeds();
    expect(chosen.state.due).toMatchObject({ rule: 'CHOSEN', unit: 'NONE' });
    const next = given('NOTHING').when('accept', { intake, extended: true }, { at: '28/12/2026 09:00' }).succeeds();
    expect(next.state.due).toMatchObject({ provisional: true, extension: { amount: 8 } });
  });
  test('[D118] worked in another system: its code, and none is drawn', () => {
    const context = { drawCode: () => err({ code: 'numbers/none-left' as const, agencyId: 'x' }) };
    given('NOTHING')
      .when('accept', { intake, external: { code: 'G22.99-261123-000001', system: 'Hộ tịch điện tử' } }, { context })
      .succeeds()
      .leaves({
        code: 'G22.99-261123-000001',
        acceptance: expect.objectContaining({ external: { code: 'G22.99-261123-000001', system: 'Hộ tịch điện tử' } }),
      });
    given('SUBMITTED').when('accept', { intake, external: {} }, { context }).succeeds().leaves({ code: 'DVC-1', reference: 'DVC-1' });
    given('NOTHING')
      .when('accept', { intake, external: {} }, { context })
      .refuses({ code: 'input/invalid', fields: [{ path: 'external.code', problem: 'required' }] });
    given('NOTHING')
      .when('accept', { intake, external: { code: '000.01.38.H05-261123-0007' } }, { context })
      .refuses({ code: 'input/invalid', fields: [{ path: 'external.code', problem: 'taken' }] });
  });
  test('[D118] taken in for another unit: its identifier is in the code', () => {
    const receivedFor = { agencyId: '000.09.38.H05', name: 'UBND xã Lai Hạ' };
    given('NOTHING')
      .when('accept', { intake, receivedFor, serviceLevel: 'FULL' })
      .succeeds()
      .leaves({
        code: '000.09.38.H05-261123-0001',
        acceptance: expect.objectContaining({ receivedFor, competent: receivedFor, serviceLevel: 'FULL' }),
      });
  });
  test('[D119] who shows the identity account has it checked', () => {
    const owner = { ...intake.owner, evidence: 'VNEID' as const };
    const { state } = given('NOTHING')
      .when('accept', { intake: { ...intake, owner } })
      .succeeds();
    expect(state.acceptance?.eIdChecked).toBe(true);
  });
  test('[D26] a mandatory paper missing is named', () => {
    given('NOTHING')
      .when('accept', { intake: { ...intake, papers: intake.papers.slice(0, 1) } })
      .refuses({ code: 'dossier/papers-missing', components: [1] });
  });
  test('[D26] "not needed" does not stand for a mandatory paper', () => {
    const papers = intake.papers.map((one) => ({ ...one, state: 'NOT_NEEDED' as const, originals: 0 }));
    given('NOTHING')
      .when('accept', { intake: { ...intake, papers } })
      .refuses({ code: 'dossier/papers-missing', components: [0, 1] });
  });
  test('[D27] who stands at the desk is identified', () => {
    const owner = { ...intake.owner, idNumber: undefined };
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'owner.idNumber', problem: { code: 'id/missing' } }] });
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner: { ...owner, evidence: 'NONE' } } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'owner.evidence', problem: { code: 'id/none' } }] });
  });
  test('[D27] a proxy needs an authorisation; then the owner needs no paper of his own', () => {
    const owner = { ...intake.owner, evidence: 'NONE' as const, idNumber: undefined };
    const submitter = { ...intake.owner, fullName: 'Trần Văn Mẫu' };
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner, submitter } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'authorisation', problem: { code: 'authorisation/missing' } }] });
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner, submitter: { ...submitter, authorisation: 'giấy ủy quyền 12/2026' } } })
      .succeeds();
  });
  test('[D27] an organisation is known by its tax code, its decision, or who represents it', () => {
    const owner = { kind: 'ORGANISATION' as const, fullName: 'Chùa Bình Định', evidence: 'NONE' as const };
    const known = { decisionNumber: '12/QĐ-GHPG' };
    const representative = { fullName: 'Nguyễn Văn Tâm', evidence: 'CCCD' as const, idNumber: '027060000001' };
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'owner.taxCode', problem: { code: 'tax/missing' } }] });
    for (const by of [known, { representative }, { taxCode: '0100233488' }])
      given('NOTHING')
        .when('accept', { intake: { ...intake, owner: { ...owner, ...by } } })
        .succeeds();
  });
  test('[D150] what the form would not let through is refused here too', () => {
    const { database: _database, ...unproved } = intake.papers[1] as PaperTick;
    const papers = [intake.papers[0] as PaperTick, unproved];
    given('NOTHING')
      .when('accept', { intake: { ...intake, papers } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'databaseConfirmed', problem: { code: 'papers/database-unconfirmed' } }] });
    given('NOTHING')
      .when('accept', { intake: { ...intake, papers }, databasePapersConfirmed: true })
      .succeeds();
    const short = { ...intake.owner, idNumber: '02719' };
    given('NOTHING')
      .when('accept', { intake: { ...intake, owner: short } })
      .refuses({
        code: 'intake/invalid',
        problems: [{ field: 'owner.idNumber', problem: { code: 'id/length', found: 5, expected: [12] } }],
      });
  });
  test('[D28] the procedure must be in force on the day of receipt', () => {
    given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.ended) })
      .refuses({ code: 'procedure/not-in-force', key: procedures.ended.key });
    given('NOTHING')
      .when('accept', { intake: { ...intake, procedure: { key: 'khong-co', version: 1 } } })
      .refuses({ code: 'procedure/not-found', key: 'khong-co' });
  });
  test('[D29] without a known limit the officer sets the day, with a reason', () => {
    const open = intakeFor(procedures.noLimit);
    given('NOTHING')
      .when('accept', { intake: open })
      .refuses({
        code: 'intake/invalid',
        problems: [
          { field: 'manualDate', problem: { code: 'due/date-missing' } },
          { field: 'manualReason', problem: { code: 'due/reason-missing' } },
        ],
      });
    given('NOTHING')
      .when('accept', { intake: open, due: { date: day('20/11/2026'), reason: 'x' } })
      .refuses({ code: 'intake/invalid', problems: [{ field: 'manualDate', problem: { code: 'due/past' } }] });
    const { state } = given('NOTHING')
      .when('accept', { intake: open, due: { date: day('30/11/2026'), reason: 'theo hướng dẫn' } })
      .succeeds();
    expect(state.due).toMatchObject({ dueAt: at('30/11/2026 17:00'), unit: 'NONE' });
  });
  test('[D24] numbers that ran out are a refusal, and a second acceptance is none at all', () => {
    given('NOTHING')
      .when('accept', { intake }, { context: { drawCode: (agencyId) => err({ code: 'numbers/none-left', agencyId }) } })
      .refusesWith('numbers/none-left');
    given('ACCEPTED').when('accept', { intake }).refusesWith('dossier/status');
  });
  test('[D30] bad input is answered by field', () => {
    const bad = { ...intake, sets: 0, owner: { ...intake.owner, fullName: 'a'.repeat(201), birthDate: '1990-02-30' } };
    const { result } = given('NOTHING').when('accept', { intake: bad });
    expect(result.ok === false && result.error.code === 'input/invalid' && result.error.fields).toEqual(
      expect.arrayContaining([
        { path: 'intake.owner.fullName', problem: 'too-long' },
        { path: 'intake.owner.birthDate', problem: 'date' },
        { path: 'intake.sets', problem: 'too-small' },
      ]),
    );
  });
  test('[D30] text is stored composed and trimmed', () => {
    const { state } = given('NOTHING')
      .when('accept', { intake: { ...intake, owner: { ...intake.owner, fullName: ' Nguye\u0302\u0303n An ' } } })
      .succeeds();
    expect(state.intake?.owner.fullName).toBe('Nguyễn An');
  });
});
