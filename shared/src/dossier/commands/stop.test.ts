import { describe, test } from 'vitest';
import { officer } from '../../../../tests/support/builders.ts';
import { given, issued, offices } from '../../../../tests/support/given.ts';

describe('stop', () => {
  test('[D48] a leader stops any open dossier', () => {
    given('AWAITING_PAYMENT')
      .when('stop', { reason: 'tranh chấp', class: 'DISPUTE', ground: 'Điều 21' })
      .gives(['DossierStopped', { reason: 'tranh chấp', class: 'DISPUTE', slip: { ...issued, ground: 'Điều 21' } }])
      .leaves({ status: 'STOPPED' });
    given('RETURNED').when('stop', { reason: 'x', class: 'DISPUTE', ground: 'luật' }).refusesWith('dossier/status');
  });
  test('[D48] not without its legal ground, and not while the result is on its way down', () => {
    given('IN_PROCESS')
      .when('stop', { reason: 'x', class: 'DISPUTE' } as never)
      .refuses({ code: 'input/invalid', fields: [{ path: 'ground', problem: 'required' }] });
    given('IN_TRANSIT_DOWN').when('stop', { reason: 'x', class: 'DISPUTE', ground: 'luật' }).refusesWith('dossier/status');
  });
  test('[D60] a clerk cannot', () => {
    given('IN_PROCESS')
      .when('stop', { reason: 'x', class: 'DISPUTE', ground: 'luật' }, { by: officer('lan', offices.commune, 'clerk') })
      .refusesWith('access/role');
  });
});
