import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TransportError } from '../ports.ts';
import { type WireErrorCode, wireErrors } from '../protocol/errors.ts';
import { backoffMs } from './backoff.ts';
import { syncOptionsDefault as options } from './options.ts';
import { syncFacts } from './status.ts';
import {
  type AnswerSummary,
  initialSyncState,
  type LocalErrorCode,
  localErrors,
  stepSync,
  type SyncEffect,
  type SyncError,
  type SyncInput,
  type SyncState,
} from './sync-machine.ts';

const unreachable: TransportError = { code: 'network/unreachable' };
const quiet: AnswerSummary = {
  outcome: 'OK',
  sent: 0,
  acknowledged: 0,
  received: 0,
  more: false,
  pendingEvents: 0,
  bytesUp: 100,
  bytesDown: 100,
  otherNews: false,
};

/** Feeds inputs one after the other and keeps the last effects. */
class Machine {
  state: SyncState = initialSyncState();
  effects: readonly SyncEffect[] = [];

  feed(...inputs: readonly SyncInput[]): this {
    for (const input of inputs) {
      const step = stepSync(this.state, input);
      this.state = step.state;
      this.effects = step.effects;
    }
    return this;
  }
}

function started(pendingEvents = 0, now = 0): Machine {
  return new Machine().feed({ kind: 'becameLeader', now, pendingEvents });
}

function idle(now = 0): Machine {
  return started(0, now).feed({ kind: 'exchangeSucceeded', now: now + 50, summary: quiet });
}

describe('the client’s machine', () => {
  test('[S40] starts with an exchange and never runs two', () => {
    const machine = started(3);
    expect(machine.effects).toMatchObject([{ kind: 'exchange', eventsMax: options.pushEventsFirst }]);
    for (const kind of ['syncNow', 'hint', 'tick', 'lineRegained'] as const) expect(machine.feed({ kind, now: 10 }).effects).toEqual([]);
    machine.feed({ kind: 'exchangeSucceeded', now: 100, summary: { ...quiet, sent: 3, acknowledged: 3 } });
    expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 100 + options.actDebounceMs }]);
  });

  test('[S41] acts that follow closely travel together, at the time the first one set', () => {
    const machine = idle();
    machine.feed({ kind: 'actPerformed', now: 10_000, pendingEvents: 1 }, { kind: 'actPerformed', now: 10_200, pendingEvents: 2 });
    expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 10_000 + options.actDebounceMs }]);
    expect(machine.feed({ kind: 'tick', now: 10_299 }).effects).toEqual([{ kind: 'wait', untilMs: 10_300 }]);
    expect(machine.feed({ kind: 'tick', now: 10_300 }).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[S41] an act performed while an exchange runs goes out right after it', () => {
    const machine = started(0).feed({ kind: 'actPerformed', now: 20, pendingEvents: 1 });
    machine.feed({ kind: 'exchangeSucceeded', now: 5_000, summary: { ...quiet, pendingEvents: 1 } });
    expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 5_000 + options.actDebounceMs }]);
  });

  test('[S42] with more to come and progress the next exchange follows at once', () => {
    const machine = started(1_000).feed({
      kind: 'exchangeSucceeded',
      now: 900,
      summary: { ...quiet, sent: 500, acknowledged: 500, pendingEvents: 500 },
    });
    expect(machine.effects).toMatchObject([{ kind: 'exchange' }]);
    expect(machine.state.progress).toEqual({ done: 500, total: 1_000 });
    machine.feed({ kind: 'exchangeSucceeded', now: 1_800, summary: { ...quiet, received: 400, more: true } });
    expect(machine.effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[S44] more without progress slows down', () => {
    const machine = started().feed({ kind: 'exchangeSucceeded', now: 100, summary: { ...quiet, more: true } });
    expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 100 + options.retryDelayMsFirst }]);
    const circle = started(5).feed({
      kind: 'exchangeSucceeded',
      now: 100,
      summary: { ...quiet, outcome: 'RESEND', sent: 5, pendingEvents: 9 },
    });
    expect(circle.effects).toMatchObject([{ kind: 'exchange' }]);
    circle.feed({ kind: 'exchangeSucceeded', now: 200, summary: { ...quiet, outcome: 'RESEND', sent: 9, pendingEvents: 9 } });
    expect(circle.effects).toMatchObject([{ kind: 'wait' }]);
  });

  test('[S43] waits grow up to a bound, with jitter that only shortens', () => {
    const plain = Array.from({ length: 12 }, (_, i) => backoffMs(i + 1, 0, options));
    expect(plain.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(plain.at(-1)).toBe(options.retryDelayMsMax);
    expect(backoffMs(99, 1, options)).toBe(options.retryDelayMsMax * (1 - options.jitterPart));
  });

  test('[S43] hints and acts do not shorten a wait after a failure; a wish and the regained line do', () => {
    const machine = idle();
    let now = 100_000;
    for (let i = 0; i < 6; i++) {
      machine.feed({ kind: 'tick', now: machine.state.dueAt ?? now }, { kind: 'exchangeFailed', now, error: unreachable, jitter: 0 });
      now = machine.state.dueAt as number;
    }
    const due = machine.state.dueAt as number;
    const soon = due - 20_000;
    expect(machine.feed({ kind: 'hint', now: soon }).effects).toEqual([{ kind: 'wait', untilMs: due }]);
    expect(machine.feed({ kind: 'actPerformed', now: soon, pendingEvents: 1 }).effects).toEqual([{ kind: 'wait', untilMs: due }]);
    expect(machine.feed({ kind: 'lineRegained', now: soon }).effects).toEqual([{ kind: 'probe' }]);
    expect(machine.feed({ kind: 'probeFailed', now: soon + 5, error: unreachable, jitter: 0 }).effects).toMatchObject([{ kind: 'wait' }]);
    expect(machine.feed({ kind: 'syncNow', now: soon + 6_000 }).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[S43] a regained line is probed, and a probe that answers starts the exchange after the least gap', () => {
    const machine = idle().feed({ kind: 'lineRegained', now: 50_000 }, { kind: 'probeSucceeded', now: 52_000 });
    expect(machine.effects).toMatchObject([{ kind: 'exchange' }]);
    const quick = idle().feed({ kind: 'lineRegained', now: 50_000 }, { kind: 'probeSucceeded', now: 50_010 });
    expect(quick.effects).toEqual([{ kind: 'wait', untilMs: 50_000 + options.attemptGapMsMin }]);
  });

  test('[S46] batches grow while quick and full, shrink when slow or too large, within limits', () => {
    const sizesOf = (machine: ReturnType<typeof started>, tookMs: number): number[] =>
      [0, 1, 2, 3].map((i) => {
        const sent = machine.state.pushEventsMax;
        const now = (i + 1) * tookMs;
        machine.feed({ kind: 'exchangeSucceeded', now, summary: { ...quiet, sent, acknowledged: sent, pendingEvents: 9_000 - sent } });
        return sent;
      });
    expect(sizesOf(started(9_000), 200)).toEqual([500, 2_000, 2_000, 2_000]);
    const machine = started(9_000);
    const now = 4 * 2_000;
    expect(sizesOf(machine, 2_000)).toEqual([500, 1_000, 2_000, 2_000]);
    machine.feed({
      kind: 'exchangeSucceeded',
      now: now + 3 * options.exchangeMsAim,
      summary: { ...quiet, sent: 2_000, acknowledged: 2_000, pendingEvents: 10 },
    });
    expect(machine.state.pushEventsMax).toBe(1_000);
    machine.feed({ kind: 'exchangeFailed', now: now + 30_000, error: { code: 'wire/too-large' }, jitter: 0 });
    expect(machine.state.pushEventsMax).toBe(500);
    for (let i = 0; i < 20; i++)
      machine.feed(
        { kind: 'tick', now: machine.state.dueAt as number },
        { kind: 'exchangeFailed', now: (machine.state.lastAttemptAt as number) + 60_000, error: unreachable, jitter: 0 },
      );
    expect(machine.state).toMatchObject({ pushEventsMax: options.pushEventsMin, answerEventsMax: options.answerEventsMin });
  });

  test('[S46] a batch that ends a little early with a record of the log is a full one; what waits behind it tells', () => {
    const machine = started(5_000);
    expect(machine.effects).toMatchObject([{ likelyNext: { eventsMax: 2_000, answerEventsMax: 2_000 } }]);
    machine.feed({ kind: 'exchangeSucceeded', now: 200, summary: { ...quiet, sent: 384, acknowledged: 384, pendingEvents: 4_616 } });
    expect(machine.state.pushEventsMax).toBe(2_000);
    expect(machine.effects).toMatchObject([{ kind: 'exchange', eventsMax: 2_000, likelyNext: { eventsMax: options.pushEventsMax } }]);
    const last = started(384).feed({ kind: 'exchangeSucceeded', now: 200, summary: { ...quiet, sent: 384, acknowledged: 384 } });
    expect(last.state.pushEventsMax).toBe(options.pushEventsFirst);
  });

  test('[S51] nothing is made ready for a size that cannot be told: after a failure, and while it only asks', () => {
    const machine = started(800).feed({ kind: 'exchangeFailed', now: 9_000, error: unreachable, jitter: 0 });
    machine.feed({ kind: 'tick', now: machine.state.dueAt as number });
    expect(machine.effects).toMatchObject([{ kind: 'exchange', likelyNext: { eventsMax: 0, answerEventsMax: 0 } }]);
    expect(machine.state.growth).toBe(1);
  });

  test('[S46] a quick refusal says nothing about size', () => {
    expect(started(900).feed({ kind: 'exchangeFailed', now: 20, error: unreachable, jitter: 0 }).state.pushEventsMax).toBe(
      options.pushEventsFirst,
    );
  });

  test('[S47] every error of the list schedules a next attempt as its recovery says', () => {
    for (const code of Object.keys(wireErrors) as WireErrorCode[]) {
      const machine = started(1).feed({ kind: 'exchangeFailed', now: 10, error: { code, retryAfterSeconds: 90 }, jitter: 0 });
      const { recovery } = wireErrors[code];
      const person = ['update-app', 're-enrol', 'stop', 'sign-in', 'fix-input'].includes(recovery);
      expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 10 + (person ? options.stoppedIntervalMs : 90_000) }]);
      expect(syncFacts(machine.state).phase).toBe(person ? 'STOPPED' : 'WAITING');
      expect(machine.state.problem).toEqual({ code, since: 10 });
    }
  });

  test('[S47] too large at the smallest size waits for a person', () => {
    const machine = started(1);
    for (let i = 0; i < 12; i++) machine.feed({ kind: 'exchangeFailed', now: 10, error: { code: 'wire/too-large' }, jitter: 0 });
    expect(machine.effects).toEqual([{ kind: 'wait', untilMs: 10 + options.stoppedIntervalMs }]);
  });

  test('[S48] after a large batch failed it asks first, and then sends only the rest', () => {
    const machine = started(800).feed({ kind: 'exchangeFailed', now: 9_000, error: unreachable, jitter: 0 });
    machine.feed({ kind: 'tick', now: machine.state.dueAt as number });
    expect(machine.effects).toMatchObject([{ kind: 'exchange', eventsMax: 0, answerEventsMax: options.answerEventsMin }]);
    machine.feed({ kind: 'exchangeSucceeded', now: 11_000, summary: { ...quiet, acknowledged: 500, pendingEvents: 300 } });
    expect(machine.effects).toMatchObject([{ kind: 'exchange', eventsMax: options.pushEventsFirst / 2 }]);
    const small = started(2).feed({ kind: 'exchangeFailed', now: 9_000, error: unreachable, jitter: 0 });
    expect(small.feed({ kind: 'tick', now: small.state.dueAt as number }).effects).toMatchObject([
      { kind: 'exchange', eventsMax: options.pushEventsFirst / 2 },
    ]);
  });

  test('[S49] a follower starts nothing and takes over when it may; one that lost the lead takes its last answer in', () => {
    const machine = new Machine();
    for (const kind of ['syncNow', 'hint', 'tick', 'lineRegained'] as const) expect(machine.feed({ kind, now: 10 }).effects).toEqual([]);
    expect(machine.feed({ kind: 'becameLeader', now: 20, pendingEvents: 4 }).effects).toMatchObject([{ kind: 'exchange' }]);
    expect(machine.feed({ kind: 'lostLeadership', now: 30 }).effects).toEqual([{ kind: 'stop' }]);
    expect(machine.feed({ kind: 'exchangeSucceeded', now: 40, summary: { ...quiet, pendingEvents: 9 } }).effects).toEqual([]);
    expect(machine.state.pendingEvents).toBe(9);
    expect(machine.feed({ kind: 'becameLeader', now: 2_000, pendingEvents: 9 }).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[S53] trouble on the device itself ends by itself: by the next attempt, an act, the officer’s wish or a regained line', () => {
    for (const code of Object.keys(localErrors) as LocalErrorCode[]) {
      const broken = (): Machine => started(5).feed({ kind: 'exchangeFailed', now: 10, error: { code }, jitter: 0 });
      const waits = localErrors[code] === 'retry' ? options.retryDelayMsFirst : options.stoppedIntervalMs;
      expect(broken().effects).toEqual([{ kind: 'wait', untilMs: 10 + waits }]);
      expect(syncFacts(broken().state)).toMatchObject({
        phase: localErrors[code] === 'retry' ? 'WAITING' : 'STOPPED',
        problem: { code, since: 10 },
      });
      expect(broken().feed({ kind: 'tick', now: 10 + waits }).effects).toMatchObject([{ kind: 'exchange' }]);
      expect(broken().feed({ kind: 'syncNow', now: 60_000 }).effects).toMatchObject([{ kind: 'exchange' }]);
      expect(broken().feed({ kind: 'lineRegained', now: 60_000 }).effects).toEqual([{ kind: 'probe' }]);
      const act = broken().feed({ kind: 'actPerformed', now: 130_000, pendingEvents: 6 });
      expect(act.state.dueAt).toBe(localErrors[code] === 'retry' ? 130_000 + options.actDebounceMs : 10 + waits);
      const healed = broken().feed(
        { kind: 'syncNow', now: 60_000 },
        { kind: 'exchangeSucceeded', now: 60_100, summary: { ...quiet, sent: 5, acknowledged: 5 } },
      );
      expect(syncFacts(healed.state)).toMatchObject({ phase: 'IDLE', problem: undefined });
    }
  });

  test('[S50] the pill speaks of answers', () => {
    const machine = started(3);
    expect(syncFacts(machine.state)).toMatchObject({ phase: 'SENDING', pendingEvents: 3, reachable: false, lastReceiptAt: undefined });
    machine.feed({ kind: 'exchangeFailed', now: 10, error: { code: 'network/not-ours', status: 302 }, jitter: 0 });
    expect(syncFacts(machine.state)).toMatchObject({
      phase: 'WAITING',
      reachable: false,
      problem: { code: 'network/not-ours', since: 10 },
      nextAttemptAt: machine.state.dueAt,
    });
    machine.feed(
      { kind: 'tick', now: machine.state.dueAt as number },
      { kind: 'exchangeSucceeded', now: 9_000, summary: { ...quiet, sent: 3, acknowledged: 3 } },
    );
    expect(syncFacts(machine.state)).toMatchObject({
      phase: 'IDLE',
      pendingEvents: 0,
      reachable: true,
      problem: undefined,
      lastReceiptAt: 9_000,
    });
  });
});

const errors: fc.Arbitrary<SyncError> = fc.oneof(
  fc.constantFrom(...(Object.keys(localErrors) as LocalErrorCode[])).map((code) => ({ code })),
  fc.constant(unreachable),
  fc.constant({ code: 'network/not-ours', status: 200 } as const),
  fc.record({
    code: fc.constantFrom(...(Object.keys(wireErrors) as WireErrorCode[])),
    retryAfterSeconds: fc.option(fc.integer({ min: -5, max: 100_000 }), { nil: undefined }),
  }),
);

interface World {
  readonly machine: Machine;
  now: number;
  exchanges: number;
}

/** A driver with a network that only fails: carries out effects until `until`, feeding noise on the way. */
function suffer(world: World, until: number, draw: () => number, error: () => SyncError): void {
  while (world.now < until) {
    const effect = world.machine.effects.find((one) => one.kind === 'exchange' || one.kind === 'probe');
    if (effect) {
      if (effect.kind === 'exchange') world.exchanges++;
      world.now += draw() * 50;
      world.machine.feed({
        ...(effect.kind === 'probe' ? { kind: 'probeFailed', error: unreachable } : { kind: 'exchangeFailed', error: error() }),
        now: world.now,
        jitter: draw(),
      });
    } else {
      const due = world.machine.state.dueAt ?? until;
      if (draw() < 0.7) {
        world.now += draw() * 40;
        const kind = (['hint', 'lineRegained', 'syncNow', 'tick'] as const)[Math.floor(draw() * 4)] ?? 'hint';
        if (draw() < 0.3)
          world.machine.feed({ kind: 'actPerformed', now: world.now, pendingEvents: world.machine.state.pendingEvents + 1 });
        else world.machine.feed({ kind, now: world.now });
      } else {
        world.now = Math.max(world.now, Math.min(due, world.now + 5_000));
        world.machine.feed({ kind: 'tick', now: world.now });
      }
    }
  }
}

function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (Math.imul(a, 1_664_525) + 1_013_904_223) >>> 0;
    return a / 4_294_967_296;
  };
}

describe('under any errors', () => {
  test('[S44] exchanges per time are bounded', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(errors, { minLength: 1, maxLength: 8 }), (seed, list) => {
        const draw = seeded(seed);
        const world: World = { machine: started(50), now: 0, exchanges: 0 };
        const spanMs = 60_000;
        suffer(world, spanMs, draw, () => list[Math.floor(draw() * list.length)] as SyncError);
        expect(world.exchanges).toBeLessThanOrEqual(spanMs / options.attemptGapMsMin + 2);
      }),
      { numRuns: 150 },
    );
  });

  test('[S45] whatever went before, everything gets across once the line is back', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(errors, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        (seed, list, clockStep) => {
          const draw = seeded(seed);
          const world: World = { machine: started(3_000), now: 0, exchanges: 0 };
          suffer(world, 30_000, draw, () => list[Math.floor(draw() * list.length)] as SyncError);
          let left = world.machine.state.pendingEvents;
          let arrived = Math.min(left, 700);
          world.now += clockStep;
          const healedAt = world.now;
          for (let steps = 0; steps < 200 && (left > 0 || world.machine.state.problem); steps++) {
            const effect = world.machine.effects.find((one) => one.kind === 'exchange' || one.kind === 'probe');
            world.now += 20;
            if (effect?.kind === 'exchange') {
              const sent = Math.min(left, effect.eventsMax);
              // What had arrived before is acknowledged now.
              const acknowledged = Math.min(left, Math.max(sent, arrived));
              arrived = 0;
              left -= acknowledged;
              world.machine.feed({
                kind: 'exchangeSucceeded',
                now: world.now,
                summary: { ...quiet, sent, acknowledged, pendingEvents: left },
              });
            } else if (effect) {
              world.machine.feed({ kind: 'probeSucceeded', now: world.now });
            } else {
              const due = world.machine.state.dueAt;
              if (due === undefined) throw new Error('nothing is scheduled');
              world.now = Math.max(world.now, Math.min(due, world.now + 60_000));
              world.machine.feed({ kind: 'tick', now: world.now });
            }
          }
          expect(left).toBe(0);
          expect(world.machine.state.problem).toBeUndefined();
          expect(world.now - healedAt).toBeLessThanOrEqual(options.retryAfterMsMax + 120_000);
        },
      ),
      { numRuns: 150 },
    );
  });
});
