import { describe, test } from 'vitest';
import { given, offices } from '../../../../tests/support/given.ts';

describe('sendBackUp', () => {
  test('[D42] a wrong transfer comes back to the commune', () => {
    given('RECEIVED_UP')
      .when('sendBackUp', { reason: 'thiếu chữ ký' }, { office: offices.centre })
      .gives(['UpTransferSentBack', { reason: 'thiếu chữ ký' }])
      .leaves({ status: 'IN_PROCESS', step: 'AT_DESK' });
  });
  test('[D42] not when the result is on its way', () => {
    given('IN_TRANSIT_DOWN').when('sendBackUp', { reason: 'x' }, { office: offices.centre }).refusesWith('dossier/status');
  });
});
