/**
 * Whether an act may be stamped now, and with which time: the one answer for the desk's commit, its notices and, with the device's own earlier events, the server.
 * No act lies before what is known to have been: the centre's time as last heard, and the device's own log. Earlier than that the clock is wrong, and a person
 * sets it or states the day.
 */
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { Instant } from '../kernel/instant.ts';
import { limits } from '../protocol/limits.ts';

/** A clock that jumped back this little is taken as not having moved: the act is stamped with the floor. */
export const clockJitterMs = 120_000;
/** A device that says it lay unused for longer than this is asked to look at its clock. */
export const clockAheadMsSuspicious = 14 * 86_400_000;
/** A known difference from the centre's clock that is told. */
export const clockOffMsTold = 300_000;

/** What an officer said the time is, where nobody can set the clock: the difference goes on with the clock. */
export interface StatedTime {
  readonly at: Instant;
  readonly offsetMs: number;
}

export interface ClockFacts {
  /** What the device's clock shows. */
  readonly shown: Instant;
  /** What makes the centre's time of it, as last measured. */
  readonly offsetMs: number;
  /** The centre's time at the last exchange or enrolment. */
  readonly heardAt?: Instant | undefined;
  /** Newest own act; one that the centre has is counted at most as the time it was had. */
  readonly lastOwnAt: Instant;
  readonly stated?: StatedTime | undefined;
}

export interface Stamp {
  readonly kind: 'OK' | 'AHEAD';
  readonly at: Instant;
  /** `at` is what the clock shows and this. */
  readonly offsetMs: number;
  readonly by: 'CENTRE' | 'CLOCK' | 'OFFICER';
}

export interface TooEarly {
  readonly kind: 'TOO_EARLY';
  readonly floor: Instant;
  readonly floorIs: 'EXCHANGE' | 'OWN_ACT';
  readonly behindMs: number;
}

export type ActTime = Stamp | TooEarly;

/**
 * The centre's time first; then what the clock itself shows, which is right where somebody set it since the difference was measured; then what an officer
 * stated. A time far ahead of all that is known is used where nothing better is, and told.
 */
export function actTime(facts: ClockFacts): ActTime {
  const { shown, offsetMs, stated } = facts;
  const byCentre = judgeTime(facts, offsetMs, 'CENTRE');
  if (byCentre.kind === 'OK') return byCentre;
  const byClock = judgeTime(facts, 0, 'CLOCK');
  if (byClock.kind === 'OK') return byClock;
  if (stated !== undefined) {
    const at = shown + stated.offsetMs;
    // Once the clock was moved, what was said of it no longer holds.
    if (at >= stated.at && at <= stated.at + clockAheadMsSuspicious) return { kind: 'OK', at, offsetMs: stated.offsetMs, by: 'OFFICER' };
  }
  return byCentre.kind === 'AHEAD' || byClock.kind === 'TOO_EARLY' ? byCentre : byClock;
}

function judgeTime(facts: ClockFacts, offsetMs: number, by: Stamp['by']): ActTime {
  const { heardAt = 0, lastOwnAt } = facts;
  const time = facts.shown + offsetMs;
  const floor = Math.max(heardAt, lastOwnAt);
  if (floor - time > clockJitterMs)
    return { kind: 'TOO_EARLY', floor, floorIs: lastOwnAt > heardAt ? 'OWN_ACT' : 'EXCHANGE', behindMs: floor - time };
  const isAhead = floor > 0 && time - floor > clockAheadMsSuspicious;
  return { kind: isAhead ? 'AHEAD' : 'OK', at: Math.max(time, floor), offsetMs, by };
}

/**
 * The earliest time an officer may state. The centre's word stands; an own act may have been stamped by a clock that ran ahead, so it binds only roughly
 * (as at the centre).
 */
export function statedFloor({ heardAt = 0, lastOwnAt }: Pick<ClockFacts, 'heardAt' | 'lastOwnAt'>): Instant {
  return Math.max(heardAt, lastOwnAt - limits.statedBackMsMax);
}

/** Nobody works with a device that lay unused for longer than this, and a year is easily mistyped. */
const statedAheadMsMax = 366 * 86_400_000;

export type StatedProblem =
  | { readonly code: 'clock/too-early'; readonly floor: Instant }
  | { readonly code: 'clock/too-late'; readonly ceiling: Instant };

/** What is wrong with a time that an officer states. */
export function statedProblem(facts: ClockFacts, at: Instant): StatedProblem | undefined {
  const floor = statedFloor(facts);
  const ceiling = Math.max(facts.heardAt ?? 0, facts.lastOwnAt) + statedAheadMsMax;
  if (at < floor) return { code: 'clock/too-early', floor };
  return at > ceiling ? { code: 'clock/too-late', ceiling } : undefined;
}

/** Whether the device's own earlier act, the newest that was taken, shows that this one's time cannot be. */
export function isBeforeOwnLog(event: Pick<EventEnvelope, 'at' | 'stated'>, newestOwnAt: Instant): boolean {
  return newestOwnAt - event.at > (event.stated === true ? limits.statedBackMsMax : limits.clockBackMsMax);
}

export type ClockNotice =
  | { readonly kind: 'TOO_EARLY'; readonly floor: Instant; readonly floorIs: TooEarly['floorIs']; readonly offMs: number }
  /** No act and no exchange for so long, if the clock is right. */
  | { readonly kind: 'AHEAD'; readonly offMs: number }
  | { readonly kind: 'STATED'; readonly offMs: number }
  /** Against the centre's time; positive where the clock runs ahead. Acts are stamped right all the same. */
  | { readonly kind: 'OFF'; readonly offMs: number };

/** What is to be told of the clock. `offMs`: by how much, positive where it is ahead. */
export function clockNotice(facts: ClockFacts): ClockNotice | undefined {
  const time = actTime(facts);
  if (time.kind === 'TOO_EARLY') return { kind: 'TOO_EARLY', floor: time.floor, floorIs: time.floorIs, offMs: -time.behindMs };
  if (time.kind === 'AHEAD') return { kind: 'AHEAD', offMs: time.at - Math.max(facts.heardAt ?? 0, facts.lastOwnAt) };
  if (time.by === 'OFFICER') return { kind: 'STATED', offMs: -time.offsetMs };
  return Math.abs(time.offsetMs) > clockOffMsTold ? { kind: 'OFF', offMs: -time.offsetMs } : undefined;
}
