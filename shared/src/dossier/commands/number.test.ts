import { describe, test } from 'vitest';
import { day } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';

describe('number', () => {
  const input = { number: '45/2026', date: day('23/11/2026') };
  test('[D44] the records office numbers the signed result, once', () => {
    given('SIGNED')
      .when('number', input)
      .gives(['ResultNumbered', input])
      .leaves({ result: { outcome: 'GRANTED', ...input, signer: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } } });
    given('NUMBERED').when('number', input).refusesWith('dossier/status');
  });
  test('[D30] an impossible day is refused by field', () => {
    given('SIGNED')
      .when('number', { ...input, date: '2026-02-30' as never })
      .refuses({ code: 'input/invalid', fields: [{ path: 'date', problem: 'date' }] });
  });
});
