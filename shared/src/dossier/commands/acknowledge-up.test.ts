import { describe, test } from 'vitest';
import { given, offices } from '../../../../tests/support/given.ts';

describe('acknowledgeUp', () => {
  test('[D41] the centre confirms the paper file', () => {
    given('IN_TRANSIT_UP')
      .when('acknowledgeUp', {}, { office: offices.centre })
      .gives(['UpTransferAcknowledged', {}])
      .leaves({ step: 'RECEIVED_UP' });
  });
  test('[D41] once, and never the commune itself', () => {
    given('RECEIVED_UP').when('acknowledgeUp', {}, { office: offices.centre }).refusesWith('dossier/status');
    given('IN_TRANSIT_UP').when('acknowledgeUp', {}).refuses({ code: 'access/role', needed: [] });
  });
});
