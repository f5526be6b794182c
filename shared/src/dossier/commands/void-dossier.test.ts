import { describe, test } from 'vitest';
import { at, given } from '../../../../tests/support/given.ts';

describe('voidDossier', () => {
  test('[D56] an entry made in error is taken back on its day; its code stays with it', () => {
    given('ACCEPTED')
      .when('voidDossier', { reason: 'nhập nhầm' }, { at: '23/11/2026 23:59' })
      .gives(['DossierVoided', { reason: 'nhập nhầm' }])
      .leaves({ status: 'VOID', code: '000.01.31.H05-261123-0001', endReason: 'nhập nhầm' });
  });
  test('[D56] not a day later, not once it went on', () => {
    given('ACCEPTED')
      .when('voidDossier', { reason: 'x' }, { at: '24/11/2026 00:00' })
      .refuses({ code: 'dossier/void-not-same-day', acceptedAt: at('23/11/2026 08:00') });
    given('IN_PROCESS').when('voidDossier', { reason: 'x' }).refusesWith('dossier/status');
  });
  test('[D56] a draft at any time', () => {
    given('DRAFT').when('voidDossier', { reason: 'x' }, { at: '30/11/2026' }).succeeds().leaves({ status: 'VOID' });
  });
});
