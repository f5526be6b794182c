import { expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import type { ReportedProblem } from '../protocol/messages.ts';
import { tallyProblem } from './problem-tally.ts';

it('[F4] a problem that comes again is counted, with its first and last time; the newest stand first', () => {
  let tally: readonly ReportedProblem[] = [];
  for (const [code, at] of [
    ['network/unreachable', 10],
    ['wire/busy', 20],
    ['network/unreachable', 30],
  ] as const)
    tally = tallyProblem(tally, code, at);
  expect(tally).toEqual([
    { code: 'network/unreachable', count: 2, firstAt: 10, lastAt: 30 },
    { code: 'wire/busy', count: 1, firstAt: 20, lastAt: 20 },
  ]);
});

it('[F4] it never grows beyond a few', () => {
  const tally = Array.from({ length: 20 }, (_, n) => n).reduce<readonly ReportedProblem[]>(
    (all, n) => tallyProblem(all, `wire/n${n}`, n),
    [],
  );
  expect(tally.map(({ code }) => code)).toEqual(['wire/n19', 'wire/n18', 'wire/n17', 'wire/n16', 'wire/n15']);
  expect(tally).toHaveLength(limits.problemsMax);
});
