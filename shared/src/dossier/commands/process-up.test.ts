import { describe, test } from 'vitest';
import { given, offices } from '../../../../tests/support/given.ts';

describe('processUp', () => {
  test('[D41] the centre hands it to an agency of the district', () => {
    given('RECEIVED_UP')
      .when('processUp', { to: { kind: 'AGENCY', name: 'Phòng LĐ' } }, { office: offices.centre })
      .gives(['UpTransferProcessing', { to: { kind: 'AGENCY', name: 'Phòng LĐ' }, controlSlip: { book: '01/2026', line: 1 } }])
      .leaves({ step: 'PROCESSING_UP' });
  });
  test('[D41] only when the paper is there', () => {
    given('IN_TRANSIT_UP')
      .when('processUp', { to: { kind: 'AGENCY', name: 'x' } }, { office: offices.centre })
      .refusesWith('dossier/status');
  });
});
