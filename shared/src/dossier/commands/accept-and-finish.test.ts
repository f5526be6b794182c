import { describe, expect, test } from 'vitest';
import { sampleFees } from '../../../../tests/support/builders.ts';
import { given, intakeFor, procedures } from '../../../../tests/support/given.ts';

describe('acceptAndFinish', () => {
  const intake = intakeFor(procedures.instant);
  const returned = { receiver: 'Nguyễn Thị Mẫu', receiverIsOwner: true, proof: 'IDENTITY' as const };
  test('[D31] done while the citizen waits: accepted, finished and returned in one act', () => {
    const { state } = given('NOTHING')
      .when('acceptAndFinish', { intake, result: { outcome: 'GRANTED' }, returned })
      .succeeds();
    expect(state).toMatchObject({ status: 'RETURNED', code: '000.01.38.H05-261123-0001', result: { outcome: 'GRANTED' } });
    expect(state.due?.unit).toBe('SAME_DAY');
  });
  test('[D31] or finished, to be collected later', () => {
    given('DRAFT')
      .when('acceptAndFinish', { intake, result: { outcome: 'GRANTED', number: '12' } })
      .succeeds()
      .leaves({ status: 'RESULT_READY' });
  });
  test('[D31] only for procedures done at once, and only when the fee is paid', () => {
    given('NOTHING')
      .when('acceptAndFinish', { intake: intakeFor(procedures.threeDays), result: { outcome: 'GRANTED' } })
      .refuses({ code: 'dossier/not-instant' });
    given('NOTHING')
      .when('acceptAndFinish', { intake: { ...intake, fees: sampleFees }, result: { outcome: 'GRANTED' }, returned })
      .refuses({ code: 'dossier/fee-unpaid', dueVnd: 8000 });
    given('NOTHING')
      .when('acceptAndFinish', {
        intake: { ...intake, fees: sampleFees, payment: { method: 'CASH', amountVnd: 8000 } },
        result: { outcome: 'GRANTED' },
        returned,
      })
      .succeeds()
      .leaves({ payments: [expect.objectContaining({ amountVnd: 8000 })] });
  });
});
