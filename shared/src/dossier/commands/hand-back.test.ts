import { describe, expect, test } from 'vitest';
import { at, given, offices } from '../../../../tests/support/given.ts';

describe('handBack', () => {
  test('[D83] the file lies at the desk again, with the reason on the control slip', () => {
    const { state } = given('IN_PROCESS')
      .when('handBack', { reason: 'sai thủ tục' })
      .gives(['HandedBack', { reason: 'sai thủ tục' }]);
    expect(state).toMatchObject({ status: 'IN_PROCESS', step: 'AT_DESK', holder: { office: '09529', since: at('23/11/2026 10:00') } });
    expect(state.holder).not.toHaveProperty('to');
    expect(state.handovers.at(-1)).toMatchObject({ note: 'sai thủ tục' });
  });

  test('[D83] at the district it goes back to the counter of the centre', () => {
    given('PROCESSING_UP')
      .when('handBack', { reason: 'sai phòng' }, { office: offices.centre })
      .succeeds()
      .leaves({ status: 'AT_DISTRICT', step: 'RECEIVED_UP' });
    given('PROCESSING_UP').when('handBack', { reason: 'x' }).refuses({ code: 'access/office' });
  });

  test('[D83] not what is signed or was never given away', () => {
    given('SIGNED').when('handBack', { reason: 'x' }).refusesWith('dossier/status');
    given('AT_DESK').when('handBack', { reason: 'x' }).refusesWith('dossier/status');
  });
});
