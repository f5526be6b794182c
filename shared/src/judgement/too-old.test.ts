import { describe, expect, test } from 'vitest';
import { commandDefinitions, commandNames } from '../dossier/commands/index.ts';
import { ageLimitsDefault, judgeAge, stopsWhenFrozen } from './too-old.ts';

const now = 1_795_000_000_000;
const day = 86_400_000;
const ago = (days: number): number => now - days * day;
const limits = { unsentDaysMax: 5, referenceDaysMax: 10 };
const freezing = { ...limits, freezeWhenTooOld: true };

describe('how old what a desk works on is', () => {
  // Days since the oldest unsent event and since the last exchange → level without and with the district's freeze.
  test.each([
    [undefined, undefined, 'FINE', 'FINE'],
    [undefined, 0, 'FINE', 'FINE'],
    [3.99, 7.99, 'FINE', 'FINE'],
    [4, 0, 'WARNED', 'WARNED'],
    [5, 0, 'WARNED', 'WARNED'],
    [5.01, 0, 'TOO_OLD', 'FROZEN'],
    [0, 8, 'WARNED', 'WARNED'],
    [0, 10, 'WARNED', 'WARNED'],
    [0, 10.01, 'TOO_OLD', 'FROZEN'],
    [undefined, 10.01, 'TOO_OLD', 'FROZEN'],
    [5.01, undefined, 'TOO_OLD', 'FROZEN'],
    [4, 10.01, 'TOO_OLD', 'FROZEN'],
    [5.01, 8, 'TOO_OLD', 'FROZEN'],
    [-3, -3, 'FINE', 'FINE'],
  ] as const)('[D260] unsent for %s days, confirmed %s days ago: %s, %s where the district freezes', (unsent, confirmed, level, frozen) => {
    const facts = {
      oldestPendingAt: unsent === undefined ? undefined : ago(unsent),
      confirmedAt: confirmed === undefined ? undefined : ago(confirmed),
    };
    expect(judgeAge(facts, now, limits).level).toBe(level);
    expect(judgeAge(facts, now, freezing).level).toBe(frozen);
  });

  test('[D260] everything that is not fine is named with its days and its limit', () => {
    expect(judgeAge({ oldestPendingAt: ago(4.5), confirmedAt: ago(12.5) }, now, freezing).causes).toEqual([
      { what: 'UNSENT', level: 'WARNED', days: 4, limitDays: 5 },
      { what: 'REFERENCE', level: 'FROZEN', days: 12, limitDays: 10 },
    ]);
  });

  test('[D260] a district that set nothing has the usual limits and never freezes', () => {
    const { unsentDaysMax, referenceDaysMax } = ageLimitsDefault;
    expect(judgeAge({ oldestPendingAt: ago(unsentDaysMax) }, now, {}).level).toBe('WARNED');
    expect(judgeAge({ oldestPendingAt: ago(unsentDaysMax + 0.01) }, now, {}).level).toBe('TOO_OLD');
    expect(judgeAge({ confirmedAt: ago(referenceDaysMax + 400) }, now, {}).level).toBe('TOO_OLD');
  });

  test('[D260] what is frozen is a new acceptance and nothing else', () => {
    const accepting = commandNames.filter((name) => commandDefinitions[name].emits.some((type) => type === 'DossierAccepted'));
    expect(accepting).toContain('accept');
    expect(commandNames.filter(stopsWhenFrozen)).toEqual(accepting);
  });
});
