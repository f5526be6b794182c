/**
 * The daily backup inside the server: at the hour of `BACKUP_AT` in civil time, or as soon after it as a server runs. However many processes share a
 * database, one of them does it: the day is claimed under a lock, and a claim whose process died lapses.
 */
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays } from '@onestop/shared/kernel/plain-date.ts';
import type { Config } from '../config.ts';
import type { Store } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { type Database, backUpInto } from './backup.ts';
import { KeepingProblem } from './problem.ts';

const settingKey = 'backup';
const lookEveryMs = 30_000;
/** Longer than any backup takes. */
const claimMs = 3 * 3_600_000;
const retryMs = 15 * 60_000;

/** What the processes of one database tell each other. */
interface Progress {
  /** The day whose backup is done. */
  readonly day?: PlainDate | undefined;
  readonly doneAt?: Instant | undefined;
  readonly claimedAt?: Instant | undefined;
  readonly failedAt?: Instant | undefined;
}

export type BackupDeps = Pick<AppDeps, 'store' | 'clock' | 'log'>;
export type BackupPlan = NonNullable<Config['backup']>;
export type BackupTurn = 'not-due' | 'done' | 'failed';

/** Looks at once and then again and again until the signal. */
export function startBackups(deps: BackupDeps, database: Database, plan: BackupPlan, signal: AbortSignal): void {
  let isAtIt = false;
  const look = (): void => {
    if (isAtIt || signal.aborted) return;
    isAtIt = true;
    void backUpIfDue(deps, database, plan)
      // The database is not there for a while: asked again at the next look.
      .catch(() => deps.log.warn('backup: the database did not answer'))
      .finally(() => {
        isAtIt = false;
      });
  };
  const timer = setInterval(look, lookEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  look();
}

export async function backUpIfDue({ store, clock, log }: BackupDeps, database: Database, plan: BackupPlan): Promise<BackupTurn> {
  const now = clock.now();
  const day = dueDay(now, plan.minuteOfDay);
  if (!isDue(await readProgress(store), day, now)) return 'not-due';
  const isOurs = await change(store, (progress) => (isDue(progress, day, now) ? { ...progress, claimedAt: now } : undefined));
  if (!isOurs) return 'not-due';
  try {
    const { path, manifest, removed } = await backUpInto(database, plan.folder, now, plan.keep);
    await change(store, () => ({ day, doneAt: now }));
    log.info({ file: path, bytes: manifest.bytes, ...manifest.counts, removed }, 'backup written and checked');
    return 'done';
  } catch (fault) {
    await change(store, ({ day: last, doneAt }) => ({ day: last, doneAt, failedAt: now }));
    // A sentence of ours names folders and programs; anything else is only named by its kind.
    log.error({ reason: fault instanceof KeepingProblem ? fault.message : String((fault as Error).name) }, 'backup failed');
    return 'failed';
  }
}

/** When the schedule's last backup was written, for monitoring. */
export async function lastBackupAt(store: Store): Promise<Instant | undefined> {
  return (await readProgress(store)).doneAt;
}

/** The newest day whose hour has come. */
function dueDay(now: Instant, atMinute: number): PlainDate {
  const { date, minuteOfDay } = instantToCivil(now);
  return minuteOfDay >= atMinute ? date : addDays(date, -1);
}

function isDue({ day, claimedAt, failedAt }: Progress, due: PlainDate, now: Instant): boolean {
  if (day !== undefined && day >= due) return false;
  return isPast(claimedAt, claimMs, now) && isPast(failedAt, retryMs, now);
}

/**
 * Clocks of two processes differ by seconds: a claim a little ahead of this clock is one. Far ahead of it the clock was put back since, and nothing waits for a
 * time that may never come.
 */
function isPast(at: Instant | undefined, ms: number, now: Instant): boolean {
  return at === undefined || Math.abs(now - at) >= ms;
}

async function readProgress(store: Pick<Store, 'findSetting'>): Promise<Progress> {
  const text = await store.findSetting(settingKey);
  return text === undefined ? {} : (JSON.parse(text) as Progress);
}

/** True where there was something to change. */
function change(store: Store, next: (progress: Progress) => Progress | undefined): Promise<boolean> {
  return store.write(async (tx) => {
    await tx.lock('backup');
    const changed = next(await readProgress(tx));
    if (changed !== undefined) await tx.putSetting(settingKey, JSON.stringify(changed));
    return changed !== undefined;
  });
}
