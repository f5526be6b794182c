import { describe, test } from 'vitest';
import { sampleIntake } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';

describe('submitOnline', () => {
  test('[D22] an online submission waits for the clerk', () => {
    given('NOTHING').when('submitOnline', { intake: sampleIntake, reference: 'DVC-9' }).succeeds().leaves({ status: 'SUBMITTED' });
  });
  test('[D22] it opens a dossier and nothing else', () => {
    given('DRAFT').when('submitOnline', { intake: sampleIntake }).refusesWith('dossier/status');
  });
});
