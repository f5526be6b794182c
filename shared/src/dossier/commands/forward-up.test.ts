import { describe, test } from 'vitest';
import { given, intakeFor, procedures, sampleData } from '../../../../tests/support/given.ts';

describe('forwardUp', () => {
  const accepted = { ...sampleData.DossierAccepted, intake: intakeFor(procedures.interconnected) };
  test('[D40] an interconnected dossier goes up and the centre sees it', () => {
    given([['DossierAccepted', accepted as never]])
      .when('forwardUp', { to: { kind: 'COUNTER', counter: '3', name: 'quầy 3' } })
      .gives([
        'DossierForwardedUp',
        { toOffice: 'LT', to: { kind: 'COUNTER', counter: '3', name: 'quầy 3' }, controlSlip: { book: '01/2026', line: 1 } },
      ])
      .leaves({ status: 'AT_DISTRICT', step: 'IN_TRANSIT_UP', offices: ['09529', 'LT'] as never });
  });
  test('[D40] others stay in the commune', () => {
    given('ACCEPTED').when('forwardUp', {}).refuses({ code: 'dossier/not-interconnected' });
    given([['DossierAccepted', accepted as never]])
      .when('forwardUp', { toOffice: '09532' as never })
      .refusesWith('input/invalid');
  });
});
