import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('recordComplaint', () => {
  test('[D167] a complaint is on the timeline of its dossier and changes nothing of it', () => {
    given('RETURNED')
      .when('recordComplaint', { content: 'chờ quá lâu', by: 'DESK' })
      .gives(['ComplaintReceived', { content: 'chờ quá lâu', by: 'DESK' }])
      .leaves({ status: 'RETURNED' });
    given('RETURNED').when('recordComplaint', { content: ' ', by: 'DESK' }).refusesWith('input/invalid');
  });
});
