/**
 * How long an officer has to wait after wrong tries. Kept in IndexedDB, so a reload does not forgive; kept with the time of the try, so a clock
 * that was set back makes the wait start anew instead of ending it. Waits grow: first, ×2, ×4, … up to an hour.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Database, LockoutRecord } from '../db/database.ts';

export interface LockoutRules {
  readonly tries: number;
  readonly secondsFirst: number;
}

export const waitMsMax = 3_600_000;

/** The wait after the `fails`-th wrong try in a row; 0 while tries are left. */
export function waitMsAfter(fails: number, rules: LockoutRules): number {
  if (fails < rules.tries) return 0;
  return Math.min(waitMsMax, rules.secondsFirst * 1000 * 2 ** Math.min(20, fails - rules.tries));
}

export interface Lockouts {
  /** Until when nothing is accepted; undefined where the officer may try. */
  readonly until: (staff: StaffId, now: Instant) => Promise<Instant | undefined>;
  readonly noteWrong: (
    staff: StaffId,
    now: Instant,
    rules: LockoutRules,
  ) => Promise<{ readonly triesLeft: number; readonly until: Instant | undefined }>;
  readonly forgive: (staff: StaffId) => Promise<void>;
}

export function createLockouts(db: Database): Lockouts {
  return {
    until: (staff, now) =>
      db.dexie.transaction('rw', [db.lockouts], async () => {
        const record = await db.lockouts.get(staff);
        if (record === undefined || record.waitMs === 0) return undefined;
        if (now < record.at) {
          await db.lockouts.put({ ...record, at: now });
          return now + record.waitMs;
        }
        const until = record.at + record.waitMs;
        return now < until ? until : undefined;
      }),
    noteWrong: (staff, now, rules) =>
      db.dexie.transaction('rw', [db.lockouts], async () => {
        const before = await db.lockouts.get(staff);
        const fails = (before?.fails ?? 0) + 1;
        const record: LockoutRecord = { staff, fails, at: now, waitMs: waitMsAfter(fails, rules) };
        await db.lockouts.put(record);
        return { triesLeft: Math.max(0, rules.tries - fails), until: record.waitMs === 0 ? undefined : now + record.waitMs };
      }),
    forgive: (staff) => db.lockouts.delete(staff),
  };
}
