/**
 * Days an act speaks of, against the day of the act: a paper of tomorrow has not been signed yet, nobody was born tomorrow, and what somebody still has to do is
 * not due today or before. Answers a refusal by field, or nothing.
 */
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Result, err } from '../kernel/result.ts';
import type { Refusal } from './refusals.ts';

type Days<D extends string> = { readonly [path: string]: D | undefined };

/** Of papers and of persons; a year or a month of a year is compared as far as it goes. */
export function daysGone(days: Days<string>, at: Instant): Result<never, Refusal> | undefined {
  const today = instantToPlainDate(at);
  return refused(days, 'future', (date) => date > today.slice(0, date.length));
}

export function daysToCome(days: Days<PlainDate>, at: Instant): Result<never, Refusal> | undefined {
  const today = instantToPlainDate(at);
  return refused(days, 'past', (date) => date <= today);
}

function refused(days: Days<string>, problem: string, isWrong: (date: string) => boolean): Result<never, Refusal> | undefined {
  const fields = Object.entries(days).flatMap(([path, date]) => (date !== undefined && isWrong(date) ? [{ path, problem }] : []));
  return fields.length > 0 ? err({ code: 'input/invalid', fields }) : undefined;
}
