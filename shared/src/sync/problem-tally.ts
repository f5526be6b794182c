/** What kept a device from exchanging since the centre heard it last: codes, counts and times only, the newest first, and few. It is told with the next exchange. */
import type { Instant } from '../kernel/instant.ts';
import { limits } from '../protocol/limits.ts';
import type { ReportedProblem } from '../protocol/messages.ts';

export function tallyProblem(tally: readonly ReportedProblem[], code: string, at: Instant): readonly ReportedProblem[] {
  const known = tally.find((each) => each.code === code);
  const next = known === undefined ? { code, count: 1, firstAt: at, lastAt: at } : { ...known, count: known.count + 1, lastAt: at };
  return [next, ...tally.filter((each) => each.code !== code)].slice(0, limits.problemsMax);
}
