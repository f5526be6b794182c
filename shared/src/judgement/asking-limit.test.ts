import { describe, expect, test } from 'vitest';
import { at, reference } from '../../../tests/support/builders.ts';
import { isAskedTooLate } from './asking-limit.ts';

const late = (accepted: string | undefined, now: string, supplementCount = 0) =>
  isAskedTooLate({ ...(accepted === undefined ? {} : { acceptedAt: at(accepted) }), supplementCount }, at(now), reference.calendar);

describe('three working days to ask for papers', () => {
  // Accepted on a Monday before a public holiday (24/11); on a Friday, over the days off.
  test.each([
    ['23/11/2026 08:00', '29/11/2026 23:59', false],
    ['23/11/2026 17:00', '30/11/2026 00:00', true],
    ['27/11/2026 08:00', '02/12/2026 17:00', false],
    ['27/11/2026 08:00', '03/12/2026 07:00', true],
  ] as const)('[R36] accepted %s, asked %s: %j', (accepted, now, expected) => {
    expect(late(accepted, now)).toBe(expected);
  });

  test('[R36] not before the acceptance, and not of a second request', () => {
    expect(late(undefined, '27/12/2026 08:00')).toBe(false);
    expect(late('23/11/2026 08:00', '27/12/2026 08:00', 1)).toBe(false);
  });
});
