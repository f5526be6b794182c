/** What happens to a desk's clock, and what its officers do about it. */
import { civilToInstant, type Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Desk } from './desk.ts';
import type { World } from './world.ts';

export function stepClock(world: World, desk: Desk): void {
  const ms = Math.round((world.draw() - 0.6) * 2 * 86_400_000);
  desk.stepClock(ms);
  world.tally.count(ms < 0 ? 'fault clock-back' : 'fault clock-forward');
  world.trace.push(`${desk.name}: clock ${Math.round(ms / 3_600_000)} h`);
}

const batteryEmptyAt: Instant = civilToInstant('2020-01-22' as PlainDate, 0);

/**
 * Switched off overnight with an empty battery, its tabs closed. Nobody sets the clock: the desk has the centre's time again after its next exchange, or
 * what an officer states.
 */
export function emptyBattery(world: World, desk: Desk): void {
  world.trace.push(`${desk.name}: battery empty`);
  world.tally.count('fault battery-empty');
  desk.resetClock(batteryEmptyAt);
}

/** Of an act that the clock gave no time: half of the officers look at the clock on the wall, which is roughly right. Whether it is worth trying again. */
export async function tellTime(world: World, desk: Desk): Promise<boolean> {
  world.tally.count('clock gave no time');
  return world.draw() < 0.5 && desk.stateTime(world.scheduler.now() + Math.round((world.draw() - 0.5) * 1_200_000));
}
