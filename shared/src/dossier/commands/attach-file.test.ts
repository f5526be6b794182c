import { describe, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('attachFile', () => {
  test('[D165] a file is named by the hash of its bytes and belongs to a paper, the result, or the dossier', () => {
    const file = { hash: 'c'.repeat(64), bytes: 9, mediaType: 'image/png', name: 'x.png', kind: 'PAPER', paper: 1 } as const;
    given('ACCEPTED').when('attachFile', file).gives(['FileAttached', file]);
    given('ACCEPTED')
      .when('attachFile', { ...file, paper: 99 })
      .refusesWith('input/invalid');
    given('ACCEPTED')
      .when('attachFile', { ...file, hash: 'C' })
      .refusesWith('input/invalid');
  });
});
