import { describe, expect, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('forward', () => {
  test('[D32] the accepted file goes to the specialist', () => {
    const { state } = given('ACCEPTED')
      .when('forward', { to: 'Tư pháp', note: 'gấp' })
      .gives(['DossierForwarded', { to: 'Tư pháp', note: 'gấp' }]);
    expect(state).toMatchObject({
      status: 'IN_PROCESS',
      step: 'AT_SPECIALIST',
      handovers: [{ to: 'Tư pháp', fromOffice: '09529', toOffice: '09529' }],
    });
    expect(state.forwardedAt).toBe(at('23/11/2026 10:00'));
  });
  test('[D32] not twice, and not a dossier that is not there', () => {
    given('IN_PROCESS').when('forward', { to: 'x' }).refuses({ code: 'dossier/status', status: 'IN_PROCESS' });
    given('NOTHING').when('forward', { to: 'x' }).refuses({ code: 'dossier/not-found' });
  });
});
