import { describe, expect, test } from 'vitest';
import { at, day, intakeFor, procedures, reference, settings } from '../../../tests/support/builders.ts';
import { chain, given, sampleData } from '../../../tests/support/given.ts';
import { vietnamCalendar } from '../deadlines/holidays.ts';
import type { ReferenceData } from '../reference/reference-data.ts';

const received = [{ component: 2, state: 'RECEIVED' as const, originals: 1, certified: 0, copies: 0 }];
const withReference = (changes: Partial<ReferenceData>) => ({ context: { reference: { ...reference, ...changes } } });

describe('[L60] no promise on a day off, whoever makes it; the next days that can be promised are offered', () => {
  const dayOff = {
    code: 'deadline/day-off',
    offers: [{ date: '2026-12-07' }, { date: '2026-12-08' }, { date: '2026-12-09' }],
  };
  const sunday = day('06/12/2026');
  const chosen = { date: sunday, reason: 'theo hướng dẫn' };

  test('chosen where no limit is known: at the acceptance', () => {
    const refused = given('NOTHING').when('accept', { intake: intakeFor(procedures.noLimit), due: chosen }).result;
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'intake/invalid', problems: [{ field: 'manualDate', problem: dayOff }] },
    });
  });
  test('chosen when the papers came', () => {
    const intake = intakeFor(procedures.noLimit);
    const refused = given([
      ['DossierAccepted', { ...sampleData.DossierAccepted, intake } as never],
      'DossierForwarded',
      'SupplementRequested',
    ]).when('completeSupplement', { received: [], due: chosen }).result;
    expect(refused).toMatchObject({ ok: false, error: { problems: [{ field: 'manualDate', problem: dayOff }] } });
  });
  test('an apology, and a promise a regulation moves', () => {
    const apology = given('IN_PROCESS').when('apologise', { reason: 'x', class: 'OTHER', date: sunday }).result;
    expect(apology).toMatchObject({ ok: false, error: dayOff });
    const moved = given('IN_PROCESS').when('changePromise', { date: sunday, regulation: 'x', reason: 'x' }).result;
    expect(moved).toMatchObject({ ok: false, error: dayOff });
  });
});

test('[L61] nor outside the hours of the desk; where no hour is said it is the end of that day', () => {
  const accept = (minute: number | undefined) =>
    given('NOTHING').when('accept', { intake: intakeFor(procedures.noLimit), due: { date: day('30/11/2026'), minute, reason: 'x' } });
  expect(accept(23 * 60 + 30).result).toMatchObject({
    ok: false,
    error: { problems: [{ field: 'manualTime', problem: { code: 'deadline/outside-hours', offers: [{ date: '2026-11-30' }, {}, {}] } }] },
  });
  expect(accept(undefined).succeeds().state.due?.dueAt).toBe(at('30/11/2026 17:00'));
  given('IN_PROCESS')
    .when('apologise', { reason: 'x', class: 'OTHER', date: day('02/12/2026'), minute: 12 * 60 })
    .refusesWith('deadline/outside-hours');
  const short = withReference({ calendar: vietnamCalendar({ sessions: [{ from: 420, to: 690 }] }) });
  const apologised = given('IN_PROCESS').when('apologise', { reason: 'x', class: 'OTHER', date: day('02/12/2026') }, short);
  expect(apologised.succeeds().state.due?.dueAt).toBe(at('02/12/2026 11:30'));
});

test('[L63] D6: with a desk open on Saturday morning, one working day from Friday 20/11/2026 is Monday 23/11', () => {
  const oneDay = { ...procedures.threeDays, timeLimit: { text: '01 ngày làm việc', unit: 'workingDays', amount: 1 } as const };
  const saturday = withReference({ procedures: [oneDay], calendar: vietnamCalendar({ saturday: [{ from: 450, to: 690 }] }) });
  const accept = (when: string) =>
    given('NOTHING')
      .when('accept', { intake: intakeFor(oneDay) }, { at: when, ...saturday })
      .succeeds().state.due?.dueAt;
  expect(accept('20/11/2026 09:00')).toBe(at('23/11/2026 17:00'));
  // Taken in on the Saturday itself: the first day counted is Monday.
  expect(accept('21/11/2026 09:00')).toBe(at('23/11/2026 17:00'));
});

describe('[L66] D7: nothing waits for a year that was not entered', () => {
  const sixty = { ...procedures.threeDays, timeLimit: { text: '60 ngày làm việc', unit: 'workingDays', amount: 60 } as const };
  const long = withReference({ procedures: [sixty] });
  const intake = intakeFor(sixty);
  const when = '08/10/2027 09:00';

  test('the acceptance asks the officer for the date, and names the one it would be', () => {
    given('NOTHING')
      .when('accept', { intake }, { at: when, ...long })
      .refuses({ code: 'deadline/calendar-unknown', year: 2028, estimate: at('03/01/2028 17:00') });
    const due = { date: day('04/01/2028'), reason: 'chưa có lịch năm 2028' };
    const { state } = given('NOTHING')
      .when('accept', { intake, due }, { at: when, ...long })
      .succeeds();
    expect(state.due).toMatchObject({
      dueAt: at('04/01/2028 17:00'),
      rule: 'CHOSEN',
      unit: 'WORKING_DAY',
      amount: 60,
      provisional: true,
    });
    expect(state.acceptance?.dueReason).toBe('chưa có lịch năm 2028');
    const sunday = { ...due, date: day('02/01/2028') };
    given('NOTHING')
      .when('accept', { intake, due: sunday }, { at: when, ...long })
      .refusesWith('intake/invalid');
  });
  test('his date is provisional also where it lies on a day that is known', () => {
    const { confirmedTo: _all, ...calendar } = reference.calendar;
    const due = { date: day('30/12/2027'), reason: 'x' };
    const { state } = given('NOTHING')
      .when('accept', { intake, due }, { at: when, ...withReference({ procedures: [sixty], calendar }) })
      .succeeds();
    expect(state.due).toMatchObject({ dueAt: at('30/12/2027 17:00'), provisional: true });
  });
  test('also at the end of the last known day, for a procedure of the same day', () => {
    const late = { intake: intakeFor(procedures.instant) };
    given('NOTHING')
      .when('accept', late, { at: '31/12/2027 15:01' })
      .refuses({ code: 'deadline/calendar-unknown', year: 2028, estimate: at('03/01/2028 17:00') });
    const due = { date: day('03/01/2028'), reason: 'x' };
    given('NOTHING')
      .when('accept', { ...late, due }, { at: '31/12/2027 15:01' })
      .succeeds();
  });
  test('the officer sets a date only there: where the days are known his own is not taken', () => {
    const due = { date: day('30/12/2026'), reason: 'x' };
    const { state } = given('NOTHING')
      .when('accept', { intake: intakeFor(procedures.threeDays), due })
      .succeeds();
    expect(state.due?.rule).toBe('WORKING_DAYS');
  });
  test('papers that came, a payment and a correction are counted on, provisionally', () => {
    const supplemented = given('SUPPLEMENT_REQUESTED').when('completeSupplement', { received }, { at: '30/12/2027 09:00' }).succeeds();
    expect(supplemented.state.due).toMatchObject({ dueAt: at('04/01/2028 17:00'), rule: 'WORKING_DAYS', provisional: true });
    const paid = given('AWAITING_PAYMENT').when('recordPayment', { amountVnd: 1 }, { at: '30/12/2027 09:00' }).succeeds();
    expect(paid.state).toMatchObject({ status: 'IN_PROCESS', due: { dueAt: at('04/01/2028 17:00'), provisional: true } });
    const corrected = given('RETURNED').when('correctResult', { reason: 'x' }, { at: '30/12/2027 09:00' }).succeeds();
    expect(corrected.state.due).toMatchObject({ dueAt: at('04/01/2028 17:00'), provisional: true });
  });
  test('an apology and a moved promise reach into it too', () => {
    const { state } = given('IN_PROCESS')
      .when('apologise', { reason: 'x', class: 'OTHER', date: day('04/01/2028') })
      .succeeds();
    expect(state.due).toMatchObject({ dueAt: at('04/01/2028 17:00'), provisional: true });
  });
});

describe('[L67] the district decides whether a limit waits for the payment', () => {
  const require = { amountVnd: 100_000, reason: 'thuế' };
  test('suspended: the promise moves; the setting stands in the event', () => {
    given('IN_PROCESS')
      .when('requirePayment', require)
      .succeeds()
      .leaves({ pauses: [expect.objectContaining({ kind: 'PAYMENT' })] as never });
  });
  test('ignored: no wait is opened, and the promise stays', () => {
    const asked = given('IN_PROCESS').when('requirePayment', require, withReference({ settings: { ...settings, paymentWait: 'ignore' } }));
    asked.gives(['PaymentRequired', { ...require, clockRuns: true }]).leaves({ status: 'AWAITING_PAYMENT', pauses: [] });
    const running = given(['DossierAccepted', 'DossierForwarded', ['PaymentRequired', { ...sampleData.PaymentRequired, clockRuns: true }]]);
    const { state } = running.when('recordPayment', { amountVnd: 100_000 }, { at: '07/12/2026 09:00' }).succeeds();
    expect(state.due?.dueAt).toBe(at('27/11/2026 17:00'));
  });
});

test('[L65] a promise that was missed when the payment was asked for is not moved', () => {
  const asked = chain(['DossierAccepted', 'DossierForwarded', 'PaymentRequired']);
  const late = given(asked.map((event) => (event.type === 'PaymentRequired' ? { ...event, at: at('03/12/2026 08:00') } : event)));
  const { state } = late.when('recordPayment', { amountVnd: 1 }, { at: '08/12/2026 08:00' }).succeeds();
  expect(state.due?.dueAt).toBe(at('27/11/2026 17:00'));
});
