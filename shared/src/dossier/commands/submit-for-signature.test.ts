import { describe, test } from 'vitest';
import { at, chain, given, offices } from '../../../../tests/support/given.ts';
import { staff } from '../../../../tests/support/builders.ts';

describe('submitForSignature', () => {
  test('[D44] the draft goes to the leader', () => {
    given('IN_PROCESS')
      .when('submitForSignature', { to: { kind: 'AGENCY', name: 'Chủ tịch' } })
      .gives(['SignatureRequested', { to: { kind: 'AGENCY', name: 'Chủ tịch' } }])
      .leaves({ step: 'AWAITING_SIGNATURE' });
  });
  test('[D85] at the district the district drafts, signs and numbers, not the commune', () => {
    const { centre } = offices;
    given('PROCESSING_UP')
      .when('submitForSignature', {}, { office: centre })
      .succeeds()
      .leaves({ status: 'AT_DISTRICT', step: 'AWAITING_SIGNATURE' });
    given('PROCESSING_UP').when('submitForSignature', {}).refuses({ code: 'access/office' });
    const up = given('PROCESSING_UP').events;
    const after = up.slice(-1).map(({ device, seq }) => ({ device, seq }));
    const asked = chain(['SignatureRequested'], { seq: 20, after, at: at('23/11/2026 09:00'), office: centre.id, actor: staff.centre.id });
    const log = [...up, ...asked];
    given(log).when('sign', {}, { office: centre }).succeeds().leaves({ status: 'AT_DISTRICT', step: 'SIGNED_NUMBERING' });
    given(log).when('sign', {}).refuses({ code: 'access/office' });
  });
  test('[D44] not while it is there', () => {
    given('AWAITING_SIGNATURE').when('submitForSignature', {}).refusesWith('dossier/status');
  });
});
