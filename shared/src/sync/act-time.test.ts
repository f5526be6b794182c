import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilToInstant, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { limits } from '../protocol/limits.ts';
import { actTime, type ClockFacts, clockJitterMs, clockNotice, isBeforeOwnLog, statedFloor, statedProblem } from './act-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (date: string, hours: number): Instant => civilToInstant(date as PlainDate, hours * 60);
const heardAt = at('2026-11-26', 9);
const lastOwnAt = at('2026-11-26', 10);
const facts: ClockFacts = { shown: at('2026-11-26', 11), offsetMs: 0, heardAt, lastOwnAt };

describe('the time of an act', () => {
  test('[S100] is what the clock shows, put right by the last known difference', () => {
    expect(actTime(facts)).toEqual({ kind: 'OK', at: facts.shown, offsetMs: 0, by: 'CENTRE' });
    expect(actTime({ ...facts, shown: facts.shown - 2 * hour, offsetMs: 2 * hour })).toMatchObject({ kind: 'OK', at: facts.shown });
  });

  test('[S100] K2: a clock before the last exchange or the own log gives no time, and says which of the two and by how much', () => {
    const shown = at('2020-01-22', 8);
    expect(actTime({ ...facts, shown })).toEqual({ kind: 'TOO_EARLY', floor: lastOwnAt, floorIs: 'OWN_ACT', behindMs: lastOwnAt - shown });
    expect(actTime({ ...facts, shown, lastOwnAt: 0 })).toMatchObject({ kind: 'TOO_EARLY', floor: heardAt, floorIs: 'EXCHANGE' });
  });

  test('[S100] a clock that jumped back a little stamps with the floor', () => {
    expect(actTime({ ...facts, shown: lastOwnAt - clockJitterMs })).toMatchObject({ kind: 'OK', at: lastOwnAt });
    expect(actTime({ ...facts, shown: lastOwnAt - clockJitterMs - 1 }).kind).toBe('TOO_EARLY');
  });

  test('[S100] a clock that was set right since the difference was measured is taken as it is', () => {
    expect(actTime({ ...facts, offsetMs: -40 * day })).toEqual({ kind: 'OK', at: facts.shown, offsetMs: 0, by: 'CLOCK' });
    expect(actTime({ ...facts, offsetMs: 2500 * day })).toMatchObject({ kind: 'OK', at: facts.shown, by: 'CLOCK' });
  });

  test('[S100] a time far ahead of all that is known is used, and said to be suspicious', () => {
    expect(actTime({ ...facts, shown: lastOwnAt + 40 * day })).toMatchObject({ kind: 'AHEAD', at: lastOwnAt + 40 * day });
    expect(clockNotice({ ...facts, shown: lastOwnAt + 40 * day })).toEqual({ kind: 'AHEAD', offMs: 40 * day });
    expect(actTime({ ...facts, shown: lastOwnAt + 13 * day }).kind).toBe('OK');
    expect(actTime({ shown: facts.shown, offsetMs: 0, lastOwnAt: 0 }).kind, 'nothing is known yet').toBe('OK');
  });

  test('[S101] what an officer stated goes on with the clock, until the clock is moved or good again', () => {
    const shown = at('2020-01-22', 8);
    const stated = { at: at('2026-11-27', 8), offsetMs: at('2026-11-27', 8) - shown };
    const later = { ...facts, stated, shown: shown + 3 * hour };
    expect(actTime(later)).toEqual({ kind: 'OK', at: stated.at + 3 * hour, offsetMs: stated.offsetMs, by: 'OFFICER' });
    expect(clockNotice(later)).toEqual({ kind: 'STATED', offMs: -stated.offsetMs });
    expect(actTime({ ...later, shown: at('2026-11-27', 11) })).toMatchObject({ by: 'CENTRE', at: at('2026-11-27', 11) });
    expect(actTime({ ...later, shown: shown - hour }).kind, 'the battery again').toBe('TOO_EARLY');
    expect(actTime({ ...later, shown: shown + 30 * day }).kind).toBe('TOO_EARLY');
  });

  test('[S101] nobody states a time before the last exchange; the own log binds it only roughly, because its clock may have run ahead', () => {
    expect(statedFloor({ heardAt, lastOwnAt: heardAt + 40 * day })).toBe(heardAt);
    expect(statedFloor({ heardAt, lastOwnAt: heardAt + 100 * day })).toBe(heardAt + 38 * day);
    expect(statedProblem(facts, heardAt - 1)).toEqual({ code: 'clock/too-early', floor: heardAt });
    expect(statedProblem(facts, heardAt)).toBeUndefined();
    expect(statedProblem(facts, heardAt + 400 * day)).toMatchObject({ code: 'clock/too-late' });
  });

  test('[S102] K1: with a known difference the notice says which way the clock is wrong, whatever the own log holds', () => {
    expect(clockNotice({ ...facts, shown: facts.shown + 40 * day, offsetMs: -40 * day })).toEqual({ kind: 'OFF', offMs: 40 * day });
    expect(clockNotice({ ...facts, shown: facts.shown - 3 * hour, offsetMs: 3 * hour })).toEqual({ kind: 'OFF', offMs: -3 * hour });
    expect(clockNotice({ ...facts, offsetMs: 4 * minute })).toBeUndefined();
  });
});

interface Written {
  readonly at: Instant;
  readonly stated?: true | undefined;
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3 * day }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('jump' as const), ms: fc.integer({ min: -2500 * day, max: 60 * day }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('set right' as const), ms: fc.constant(0) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('act' as const), ms: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('state' as const), ms: fc.integer({ min: -hour, max: hour }) }) },
  // How many of the waiting events arrive; the rest comes with a later exchange.
  { weight: 3, arbitrary: fc.record({ what: fc.constant('exchange' as const), ms: fc.integer({ min: 0, max: 5 }) }) },
);

/** A desk with a bad clock and a centre, as far as time is concerned. */
function walk(steps: readonly { readonly what: string; readonly ms: number }[]) {
  let real = at('2026-11-26', 8);
  let clockError = 0;
  const desk: { -readonly [K in keyof ClockFacts]: ClockFacts[K] } = { shown: real, offsetMs: 0, heardAt: real, lastOwnAt: 0 };
  let sent = 0;
  let newestTaken = 0;
  const log: Written[] = [];
  const refused: { readonly event: Written; readonly at: Instant }[] = [];
  for (const { what, ms } of steps) {
    if (what === 'pass') real += ms;
    if (what === 'jump') clockError += ms;
    if (what === 'set right') clockError = 0;
    desk.shown = real + clockError;
    if (what === 'state' && actTime(desk).kind !== 'OK') {
      const said = real + ms;
      if (statedProblem(desk, said) === undefined) desk.stated = { at: said, offsetMs: said - desk.shown };
    }
    if (what === 'act') {
      const time = actTime(desk);
      if (time.kind === 'TOO_EARLY') continue;
      log.push({ at: time.at, ...(time.by === 'OFFICER' ? { stated: true } : {}) });
      desk.lastOwnAt = Math.max(desk.lastOwnAt, time.at);
    }
    if (what === 'exchange') {
      for (const event of log.slice(sent, sent + ms)) {
        if (event.at > real + limits.clockAheadMsMax) continue;
        if (isBeforeOwnLog(event, newestTaken)) refused.push({ event, at: real });
        else newestTaken = Math.max(newestTaken, event.at);
      }
      sent = Math.min(log.length, sent + ms);
      desk.offsetMs = real - desk.shown;
      desk.heardAt = real;
      if (sent === log.length) desk.lastOwnAt = Math.min(desk.lastOwnAt, real);
      desk.stated = undefined;
    }
  }
  return { log, refused, desk, real };
}

describe('a desk with a bad clock', () => {
  test('[S103] never stamps an act before the last exchange or the last act, but where an officer stated the time', () => {
    fc.assert(
      fc.property(
        fc.record({
          shown: fc.integer({ min: 0, max: 4e12 }),
          offsetMs: fc.integer({ min: -1e12, max: 1e12 }),
          heardAt: fc.option(fc.integer({ min: 1e12, max: 2e12 }), { nil: undefined }),
          lastOwnAt: fc.integer({ min: 0, max: 2e12 }),
        }),
        (any) => {
          const time = actTime(any);
          const floor = Math.max(any.heardAt ?? 0, any.lastOwnAt);
          expect(time.kind === 'TOO_EARLY' ? time.behindMs > clockJitterMs : time.at >= floor).toBe(true);
        },
      ),
    );
  });

  test('[S103] K3: what a right desk stamps the centre never takes for earlier than the desk’s own log, whatever clock, line and officer do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        expect(walk(steps).refused).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('[S102] K1: one exchange that brings everything ends every alarm but that the clock is off, and the next act has the centre’s time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { desk, real } = walk([...steps, { what: 'exchange', ms: 1000 }]);
        expect(actTime(desk)).toMatchObject({ kind: 'OK', at: real, by: 'CENTRE' });
        expect(['OFF', undefined]).toContain(clockNotice(desk)?.kind);
      }),
    );
  });

  test('[S103] the walk meets bad clocks, statements and acts', () => {
    const seen = { acts: 0, stated: 0 };
    for (const steps of fc.sample(fc.array(step, { maxLength: 60, minLength: 20 }), { numRuns: 200, seed: 1 })) {
      const { log } = walk(steps);
      seen.acts += log.length;
      seen.stated += log.filter((event) => event.stated).length;
    }
    expect(seen.acts).toBeGreaterThan(100);
    expect(seen.stated).toBeGreaterThan(20);
  });
});
