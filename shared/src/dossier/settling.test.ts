/** What settling promises over random histories of four desks: one choice ends a contradiction for good, and leaves nothing of the other side. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../kernel/assert.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type EventRef, eventKey } from '../kernel/ids.ts';
import { chain, eventOf } from '../../../tests/support/builders.ts';
import { at, stories } from '../../../tests/support/given.ts';
import { history } from '../../../tests/support/histories.ts';
import { type SeededRandom, seededRandom } from '../../../tests/support/random.ts';
import { keysOf } from './branches.ts';
import type { EventEnvelope } from './envelope.ts';
import { foldDossier } from './fold.ts';
import { orderEvents } from './order.ts';
import { isAct, readEvent } from './read-event.ts';
import type { Contradiction, DossierState } from './state.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const refOf = ({ device, seq }: EventRef): EventRef => ({ device, seq });
const fold = (events: readonly EventEnvelope[]): DossierState => must(foldDossier(events), 'a dossier');

/** A person at a desk of their own settles it in sight of everything. */
function settle(events: readonly EventEnvelope[], state: DossierState, keep: 0 | 1, one: Contradiction): EventEnvelope {
  const seq = events.filter(({ device }) => device === 'bd-8').length + 1;
  const event = eventOf('ContradictionSettled', { device: 'bd-8', seq, after: state.heads, at: at('30/11/2026 08:00') + seq * 60_000 });
  return { ...event, data: { kept: one.sides[keep].acts, dropped: one.sides[1 - keep]?.acts, reason: 'đã hỏi' } as never };
}

/** What is left to compare: without what merely says that something was settled, who may look, and what could still be taken back. */
function business(state: DossierState): string {
  return canonicalJson({
    ...state,
    heads: [],
    settlements: [],
    contradictions: [],
    unknownEvents: [],
    offices: [],
    lastAt: 0,
    lastAct: undefined,
  });
}

/** As if those acts had never been done: what was written after them was written after what came before them. */
function without(events: readonly EventEnvelope[], dropped: ReadonlySet<string>): readonly EventEnvelope[] {
  const byKey = new Map(events.map((event) => [eventKey(event), event]));
  const parents = (event: EventEnvelope): readonly EventRef[] => {
    const own = events.filter(({ device, seq }) => device === event.device && seq < event.seq).slice(-1);
    return [...event.after, ...own.map(refOf)].flatMap((ref) => {
      const parent = byKey.get(eventKey(ref));
      return parent !== undefined && dropped.has(eventKey(ref)) ? parents(parent) : [ref];
    });
  };
  return events.filter((event) => !dropped.has(eventKey(event))).map((event) => ({ ...event, after: parents(event) }));
}

function contradicted(random: SeededRandom): { readonly events: EventEnvelope[]; readonly state: DossierState } | undefined {
  const events = history(random, { illegal: 0.05 });
  const state = foldDossier(events);
  return state && state.contradictions.length > 0 ? { events, state } : undefined;
}

describe('settling', () => {
  test('[D6] every choice ends its contradiction, and after as many as there are acts none is left', () => {
    let most = 0;
    let settled = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const found = contradicted(random);
        if (!found) return;
        const log = [...found.events];
        let { state } = found;
        let rounds = 0;
        while (state.contradictions.length > 0) {
          const one = random.pick(state.contradictions);
          log.push(settle(log, state, random.chance(0.5) ? 0 : 1, one));
          state = fold(log);
          expect(state.contradictions.map(canonicalSides)).not.toContain(canonicalSides(one));
          settled++;
          expect(++rounds, `seed ${seed}`).toBeLessThan(found.events.length);
        }
        most = Math.max(most, rounds);
      }),
      { numRuns: 400 },
    );
    expect(settled).toBeGreaterThan(100);
    expect(most).toBeLessThan(12);
  });

  test('[D6] with one contradiction, settled either way, the state is what the kept side alone gives, with the records beside it', () => {
    let compared = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = contradicted(seededRandom(seed));
        if (!found || found.state.contradictions.length !== 1 || found.state.settlements.length > 0) return;
        // Verdicts of the history itself speak of more than this one contradiction.
        if (found.events.some((event) => event.type.startsWith('Contradiction'))) return;
        const one = found.state.contradictions[0] as Contradiction;
        for (const keep of [0, 1] as const) {
          const after = fold([...found.events, settle(found.events, found.state, keep, one)]);
          if (after.contradictions.length > 0) continue;
          const dropped = keysOf(one.sides[keep === 0 ? 1 : 0].acts);
          const rest = without(found.events, dropped);
          // What is concurrent may come in another order where less is waited for; then a correction and an acceptance, say, speak last in turn.
          const inOrder = (events: readonly EventEnvelope[]) =>
            orderEvents(events)
              .map(eventKey)
              .filter((key) => !dropped.has(key));
          if (inOrder(rest).join() !== inOrder(found.events).join()) continue;
          const alone = fold(rest);
          if (alone.contradictions.length > 0) continue;
          // What a side built on stands against taking it back, whatever becomes of the side.
          if (canonicalJson(after.undone) !== canonicalJson(alone.undone)) continue;
          compared++;
          expect(business(after), `seed ${seed}, keep ${keep}`).toBe(business(alone));
        }
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  test('[D5] every act counts, waits, or was left out by a settlement: none is lost', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = contradicted(seededRandom(seed));
        if (!found) return;
        const { events, state } = found;
        // Waiting acts have no effect: without them the business is the same.
        const waiting = keysOf(state.contradictions.flatMap(({ sides }) => sides[1].acts));
        expect(events.filter((event) => waiting.has(eventKey(event)))).toHaveLength(waiting.size);
        expect(events.every((event) => !waiting.has(eventKey(event)) || isAct(readEvent(event)))).toBe(true);
        for (const { sides } of state.contradictions) expect(sides[1].acts.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('[D120] reopened, what was done since on the strength of the settlement stands on the side it kept', () => {
    const base = chain(stories.IN_PROCESS);
    const after = base.slice(-1).map(refOf);
    const withdrawn = eventOf('DossierWithdrawn', { device: 'bd-1', seq: 3, after, at: at('23/11/2026 09:00') });
    const finished = eventOf('DossierFinished', { device: 'bd-2', seq: 1, after, at: at('23/11/2026 09:05') });
    const before = [...base, withdrawn, finished];
    const settled = settle(before, fold(before), 1, must(fold(before).contradictions[0], 'a contradiction'));
    const returned = eventOf('ResultReturned', { device: 'bd-2', seq: 2, after: [refOf(settled)], at: at('01/12/2026 09:00') });
    const reopened = eventOf('ContradictionReopened', { device: 'bd-9', seq: 1, after: [refOf(returned)], at: at('02/12/2026 08:00') });
    const acts = [withdrawn, finished].map(refOf);
    const log = [...before, settled, returned, { ...reopened, data: { settlement: refOf(settled), acts, reason: 'x' } as never }];
    expect(fold([...before, settled, returned])).toMatchObject({ status: 'RETURNED', contradictions: [] });
    const state = fold(log);
    expect(state.contradictions).toMatchObject([
      {
        sides: [
          { acts: [refOf(withdrawn)], status: 'WITHDRAWN' },
          { acts: [finished, returned].map(refOf), status: 'RETURNED' },
        ],
      },
    ]);
    const one = must(state.contradictions[0], 'a contradiction');
    expect(fold([...log, settle(log, state, 0, one)])).toMatchObject({ status: 'WITHDRAWN', contradictions: [] });
    expect(fold([...log, settle(log, state, 1, one)])).toMatchObject({ status: 'RETURNED', contradictions: [] });
  });

  describe('a desk goes on with the side that was left out, not having heard of it', () => {
    const base = chain(stories.ACCEPTED);
    const after = base.map(refOf);
    const voided = eventOf('DossierVoided', { device: 'bd-1', seq: 2, after, at: at('23/11/2026 09:00') });
    const acts = chain(['DossierForwarded', 'DossierFinished', 'ResultReturned'], {
      device: 'bd-2',
      seq: 1,
      after,
      at: at('23/11/2026 09:01'),
    });
    const archived = eventOf('DossierArchived', { device: 'bd-2', seq: 4, after: acts.slice(-1).map(refOf), at: at('24/11/2026 09:00') });
    const before = [...base, voided, ...acts];
    const first = settle(before, fold(before), 0, must(fold(before).contradictions[0], 'a contradiction'));
    const log = [...before, first, archived];

    test('[D8] the whole side is in question again, and either answer is the last', () => {
      const state = fold(log);
      expect(state.status).toBe('VOID');
      expect(state.contradictions).toMatchObject([
        {
          sides: [
            { acts: [refOf(voided)], status: 'VOID' },
            { acts: [...acts, archived].map(refOf), status: 'ARCHIVED' },
          ],
        },
      ]);
      const one = must(state.contradictions[0], 'a contradiction');
      expect(fold([...log, settle(log, state, 0, one)])).toMatchObject({ status: 'VOID', contradictions: [] });
      expect(fold([...log, settle(log, state, 1, one)])).toMatchObject({ status: 'ARCHIVED', contradictions: [] });
    });
  });
});

function canonicalSides({ sides }: Contradiction): string {
  return canonicalJson(sides.map(({ acts }) => acts.map(eventKey).sort()));
}
