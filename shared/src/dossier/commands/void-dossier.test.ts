import { describe, test } from 'vitest';
import { officer } from '../../../../tests/support/builders.ts';
import { at, given, issued, offices } from '../../../../tests/support/given.ts';

describe('voidDossier', () => {
  test('[D56] an entry made in error is taken back on its day; its code stays with it', () => {
    given('ACCEPTED')
      .when('voidDossier', { reason: 'nhập nhầm' }, { at: '23/11/2026 23:59' })
      .gives(['DossierVoided', { reason: 'nhập nhầm', approvedBy: issued.signer }])
      .leaves({ status: 'VOID', code: '000.01.38.H05-261123-0001', endReason: 'nhập nhầm' });
  });
  test('[D56] not a day later', () => {
    given('ACCEPTED')
      .when('voidDossier', { reason: 'x' }, { at: '24/11/2026 00:00' })
      .refuses({ code: 'dossier/void-not-same-day', acceptedAt: at('23/11/2026 08:00') });
  });
  test('[D56] also forwarded or handed out on that day, where most errors are seen; not signed, and not when the district has it', () => {
    for (const story of ['IN_PROCESS', 'AT_DESK', 'IN_TRANSIT_UP', 'SUPPLEMENT_REQUESTED', 'RESULT_READY', 'RETURNED'] as const)
      given(story).when('voidDossier', { reason: 'x' }).succeeds().leaves({ status: 'VOID' });
    for (const story of ['SIGNED', 'NUMBERED', 'RECEIVED_UP', 'WITHDRAWN', 'STOPPED', 'ARCHIVED', 'VOID'] as const)
      given(story).when('voidDossier', { reason: 'x' }).refusesWith('dossier/status');
  });
  test('[D56] once it was accepted a leader agrees', () => {
    const by = officer('lan', offices.commune, 'clerk');
    given('ACCEPTED')
      .when('voidDossier', { reason: 'x' }, { by })
      .refuses({ code: 'input/invalid', fields: [{ path: 'approvedBy', problem: 'required' }] });
    given('ACCEPTED')
      .when('voidDossier', { reason: 'x', approvedBy: { kind: 'NAMED', name: 'Trần Văn Chủ' } }, { by })
      .gives(['DossierVoided', { reason: 'x', approvedBy: { name: 'Trần Văn Chủ' } }]);
  });
  test('[D56] a draft at any time', () => {
    given('DRAFT')
      .when('voidDossier', { reason: 'x' }, { at: '30/11/2026', by: officer('lan', offices.commune, 'clerk') })
      .succeeds()
      .leaves({ status: 'VOID' });
  });
});
