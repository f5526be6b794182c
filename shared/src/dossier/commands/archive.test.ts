import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('archive', () => {
  test('[D55] closed files go to the archive under a number', () => {
    given('WITHDRAWN')
      .when('archive', { archiveNumber: 'H1' })
      .gives(['DossierArchived', { archiveNumber: 'H1' }])
      .leaves({ status: 'ARCHIVED', archiveNumber: 'H1' });
    given('RETURNED').when('archive', { archiveNumber: 'H1' }).succeeds();
    given('RESULT_READY').when('archive', { archiveNumber: 'H1' }).refusesWith('dossier/status');
  });
});
