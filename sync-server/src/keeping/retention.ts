/** Which backups stay: the newest of each of the last days that have one, and of each of the last weeks. What is newest always stays. */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { plainDateToDayNumber } from '@onestop/shared/kernel/plain-date.ts';
import type { Backup } from './backup-files.ts';

export interface Keep {
  /** Days, of those that have a backup. */
  readonly daily: number;
  /** Weeks from Monday, of those that have one. */
  readonly weekly: number;
}

/** `backups` in any order; answers those to remove. */
export function outdated(backups: readonly Backup[], keep: Keep): readonly Backup[] {
  const newestFirst = backups.toSorted((a, b) => timeOf(b) - timeOf(a));
  const kept = new Set(newestFirst.slice(0, 1));
  for (const backup of newestOfEach(newestFirst, dayOf).slice(0, keep.daily)) kept.add(backup);
  // Day 0 was a Thursday.
  for (const backup of newestOfEach(newestFirst, (each) => Math.floor((dayOf(each) + 3) / 7)).slice(0, keep.weekly)) kept.add(backup);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach(newestFirst: readonly Backup[], spanOf: (backup: Backup) => number): readonly Backup[] {
  const first = new Map<number, Backup>();
  for (const backup of newestFirst) if (!first.has(spanOf(backup))) first.set(spanOf(backup), backup);
  return [...first.values()];
}

function timeOf({ manifest }: Backup): number {
  return Date.parse(manifest.at);
}

function dayOf(backup: Backup): number {
  return plainDateToDayNumber(instantToPlainDate(timeOf(backup)));
}
