import { describe, expect, test } from 'vitest';
import { sampleFees } from '../../../../tests/support/builders.ts';
import { given, sampleData } from '../../../../tests/support/given.ts';

describe('returnByPost', () => {
  const input = { receiver: 'Nguyễn Thị Mẫu', bill: 'EE1', address: 'thôn Ngọc Quan' };
  test('[D52] the bill is the proof', () => {
    given('RESULT_READY')
      .when('returnByPost', input)
      .gives(['ResultPosted', input])
      .leaves({
        status: 'RETURNED',
        returned: expect.objectContaining({ channel: 'POST', proof: 'POST_BILL', note: 'EE1', receiverIsOwner: true }),
      });
  });
  test('[D51] owed fees first', () => {
    const owing = { ...sampleData.DossierAccepted, intake: { ...sampleData.DossierAccepted.intake, fees: sampleFees } };
    given([['DossierAccepted', owing as never], 'DossierForwarded', 'DossierFinished'])
      .when('returnByPost', input)
      .refuses({ code: 'dossier/fee-unpaid', dueVnd: 8000 });
  });
});
