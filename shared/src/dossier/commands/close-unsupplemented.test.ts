import { describe, test } from 'vitest';
import { day } from '../../../../tests/support/builders.ts';
import { at, given, issued } from '../../../../tests/support/given.ts';

describe('closeUnsupplemented', () => {
  test('[D36] after the days allowed the desk closes the dossier', () => {
    given('SUPPLEMENT_REQUESTED')
      .when('closeUnsupplemented', { reason: 'quá hạn', class: 'NOTHING_BROUGHT' }, { at: '09/12/2026 00:00' })
      .gives(['UnsupplementedClosed', { reason: 'quá hạn', class: 'NOTHING_BROUGHT', slip: { ...issued, date: day('09/12/2026') } }])
      .leaves({ status: 'STOPPED', endReason: 'quá hạn' });
  });
  test('[D36] the last day belongs to the citizen in full', () => {
    given('SUPPLEMENT_REQUESTED')
      .when('closeUnsupplemented', { reason: 'x', class: 'NOTHING_BROUGHT' }, { at: '08/12/2026 23:59' })
      .refuses({ code: 'dossier/too-early', from: at('09/12/2026 00:00') });
  });
});
