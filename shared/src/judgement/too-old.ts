/**
 * Whether a desk works on what is too old: its own work that the centre does not have yet, and the reference data (catalogue, calendar, roster) that no exchange
 * has confirmed. One answer for the banner and for the client's acts. Too old is said; it stops new acceptances only where the district set it so.
 */
import type { CommandName } from '../dossier/commands/index.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Settings } from '../reference/settings.ts';

/** What the district may set; absent members are those of `ageLimitsDefault`. */
export type AgeLimits = Pick<Settings, 'unsentDaysMax' | 'referenceDaysMax' | 'freezeWhenTooOld'>;

/** A week without a line is a bad week and not yet an emergency; a procedure may change within a month. */
export const ageLimitsDefault = { unsentDaysMax: 7, referenceDaysMax: 30, freezeWhenTooOld: false } as const satisfies Required<AgeLimits>;

/** Mildest first. WARNED: four fifths of the limit are over. FROZEN: too old, and the district wants no new acceptances then. */
export const ageLevels = ['FINE', 'WARNED', 'TOO_OLD', 'FROZEN'] as const;
export type AgeLevel = (typeof ageLevels)[number];

export interface AgeFacts {
  /** The oldest own event that the centre has not confirmed; absent where it has all. */
  readonly oldestPendingAt?: Instant | undefined;
  /** The last exchange, which brings or confirms the reference data; absent on a device that never had one. */
  readonly confirmedAt?: Instant | undefined;
}

export interface AgeCause {
  readonly what: 'UNSENT' | 'REFERENCE';
  readonly level: Exclude<AgeLevel, 'FINE'>;
  /** Whole days. */
  readonly days: number;
  readonly limitDays: number;
}

export interface DataAge {
  readonly level: AgeLevel;
  /** Everything that is not fine. */
  readonly causes: readonly AgeCause[];
}

const dayMs = 86_400_000;
const warnedAt = 0.8;

/** A limit counts days of 24 hours from the moment itself; at the limit it still holds. */
export function judgeAge({ oldestPendingAt, confirmedAt }: AgeFacts, now: Instant, limits: AgeLimits): DataAge {
  const { unsentDaysMax, referenceDaysMax, freezeWhenTooOld } = ageLimitsDefault;
  const freezes = limits.freezeWhenTooOld ?? freezeWhenTooOld;
  const causes = [
    ...causeOf('UNSENT', oldestPendingAt, limits.unsentDaysMax ?? unsentDaysMax),
    ...causeOf('REFERENCE', confirmedAt, limits.referenceDaysMax ?? referenceDaysMax),
  ];
  const worst = Math.max(0, ...causes.map(({ level }) => ageLevels.indexOf(level)));
  return { level: ageLevels[worst] ?? 'FINE', causes };

  function causeOf(what: AgeCause['what'], since: Instant | undefined, limitDays: number): readonly AgeCause[] {
    const age = since === undefined ? 0 : now - since;
    if (age < limitDays * dayMs * warnedAt) return [];
    const level = age <= limitDays * dayMs ? 'WARNED' : freezes ? 'FROZEN' : 'TOO_OLD';
    return [{ what, level, days: Math.floor(age / dayMs), limitDays }];
  }
}

/** What a frozen desk does not do: give a citizen a new code and a new promise. Everything else goes on. */
export function stopsWhenFrozen(command: CommandName): boolean {
  return command === 'accept' || command === 'acceptAndFinish';
}
