import { describe, expect, test } from 'vitest';
import { at, given, offices } from '../../../../tests/support/given.ts';

describe('acknowledgeHandover', () => {
  test('[D82] the receiver confirms the paper file, once', () => {
    const { state } = given('IN_PROCESS').when('acknowledgeHandover', {}).gives(['HandoverAcknowledged', {}]);
    expect(state.handovers).toMatchObject([{ acknowledged: { at: at('23/11/2026 10:00'), by: 'lan' } }]);
    given(['DossierAccepted', 'DossierForwarded', 'HandoverAcknowledged']).when('acknowledgeHandover', {}).refusesWith('dossier/status');
  });

  test('[D82] only who has the file, and only after a hand-over', () => {
    given('PROCESSING_UP').when('acknowledgeHandover', {}).refuses({ code: 'access/office' });
    given('PROCESSING_UP').when('acknowledgeHandover', {}, { office: offices.centre }).succeeds();
    given('ACCEPTED').when('acknowledgeHandover', {}).refusesWith('dossier/status');
    given('IN_TRANSIT_UP').when('acknowledgeHandover', {}, { office: offices.centre }).refusesWith('dossier/status');
  });
});
