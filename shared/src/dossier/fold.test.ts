import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Step, at, chain, eventOf, sampleData } from '../../../tests/support/builders.ts';
import { stories } from '../../../tests/support/given.ts';
import { history } from '../../../tests/support/histories.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import { type OfficeId, eventKey } from '../kernel/ids.ts';
import type { EventEnvelope } from './envelope.ts';
import { dossierEventTypes } from './events/index.ts';
import { foldDossier, openContradictions } from './fold.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const print = (events: readonly EventEnvelope[]) => canonicalJson(foldDossier(events) ?? null);

describe('foldDossier', () => {
  test('[D3] any delivery order, also with repeats, gives the same state', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const events = history(random);
        const expected = print(events);
        expect(print(random.shuffle(events))).toBe(expected);
        expect(print(random.shuffle([...events, ...random.shuffle(events).slice(0, 4)]))).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('[D3] the histories are worth it: concurrent, contradicting, settled, and most event types', () => {
    const types = new Set<string>();
    let contradicted = 0;
    let settled = 0;
    let rivals = 0;
    for (let seed = 0; seed < 300; seed++) {
      const events = history(seededRandom(seed));
      for (const event of events) types.add(event.type);
      const state = foldDossier(events);
      if (!state) continue;
      if (openContradictions(state).length > 0) contradicted++;
      if (state.contradictions.some((one) => one.settled)) settled++;
      if (state.contradictions.some((one) => one.rival)) rivals++;
    }
    expect([...dossierEventTypes].filter((type) => !types.has(type))).toEqual([]);
    expect(contradicted).toBeGreaterThan(50);
    expect(settled).toBeGreaterThan(20);
    expect(rivals).toBeGreaterThan(20);
  });

  test('[D17] who sees a dossier only grows: its own office and whoever it was handed to, in question or not', () => {
    let inQuestion = 0;
    for (let seed = 0; seed < 300; seed++) {
      const events = history(seededRandom(seed), { illegal: 0.25 });
      const state = foldDossier(events);
      if (!state) continue;
      const handedTo = events.flatMap((event) => (typeof event.data['toOffice'] === 'string' ? [event.data['toOffice']] : []));
      const seen = new Set<string>([state.office, ...handedTo]);
      expect([...seen].filter((office) => !state.offices.includes(office as OfficeId))).toEqual([]);
      // Nobody else but who wrote on it.
      expect(state.offices.filter((office) => !seen.has(office) && !events.some((event) => event.office === office))).toEqual([]);
      const contradicted = new Set(state.contradictions.map((one) => eventKey(one.event)));
      if (events.some((event) => contradicted.has(eventKey(event)) && event.data['toOffice'] !== undefined)) inQuestion++;
    }
    expect(inQuestion).toBeGreaterThan(10);
  });

  test('[D9] every event on every status gives a state: applied, or kept as a contradiction', () => {
    for (const story of Object.values(stories)) {
      for (const type of dossierEventTypes) {
        const state = foldDossier(chain([...story, type]));
        if (story.length === 0) continue;
        expect(state?.heads, `${story.join('>')} + ${type}`).toEqual([{ device: 'bd-1', seq: story.length + 1 }]);
        expect(state?.contradictions.length ?? 0).toBeLessThanOrEqual(1);
      }
    }
  });

  test('[D9] every contradicting event can be forced by settling it, on every status', () => {
    for (const story of Object.values(stories)) {
      for (const type of dossierEventTypes) {
        const log = chain([...story, type]);
        const first = foldDossier(log)?.contradictions[0];
        if (!first) continue;
        const settle: Step = ['ContradictionSettled', { event: { ...first.event }, keep: 'SECOND', reason: 'x' }];
        const state = foldDossier([...log, ...chain([settle], { seq: log.length + 1, after: [first.event] })]);
        expect(state && openContradictions(state), `${story.join('>')} + ${type}`).toEqual([]);
      }
    }
  });

  test('[D4] concurrent acts on different axes never contradict', () => {
    const base = chain(stories.IN_PROCESS);
    const after = [{ device: 'bd-1' as never, seq: 2 }];
    const state = foldDossier([
      ...base,
      eventOf('DossierFinished', { device: 'bd-1', seq: 3, after }),
      eventOf('ContactCorrected', { device: 'bd-2', seq: 1, after }),
      eventOf('FeePaid', { device: 'bd-3', seq: 1, after }),
      eventOf('DossierViewed', { device: 'lt-1', seq: 1, after }),
    ]);
    expect(state).toMatchObject({ status: 'RESULT_READY', contradictions: [], payments: [{ amountVnd: 8000 }] });
    expect(state?.intake?.owner.phone).toBe('0900000002');
    expect(state?.heads).toHaveLength(4);
  });

  test('[D5] an act against the state is kept and not applied; in sight of everything it has no rival', () => {
    const state = foldDossier(chain([...stories.ACCEPTED, 'ResultReturned']));
    expect(state).toMatchObject({ status: 'ACCEPTED', contradictions: [{ type: 'ResultReturned', status: 'ACCEPTED' }] });
    expect(state?.contradictions[0]?.rival).toBeUndefined();
    expect(state?.returned).toBeUndefined();
  });

  test('[D6] two officers settling alike is harmless, differently is a contradiction of its own', () => {
    const log = chain([
      ...stories.ACCEPTED,
      ['ResultReturned', { ...sampleData.ResultReturned, payment: { method: 'CASH', amountVnd: 8000 } } as never],
    ]);
    const event = { device: 'bd-1', seq: 2 };
    const after = [{ device: 'bd-1' as never, seq: 2 }];
    const settle = (device: string, keep: 'FIRST' | 'SECOND', time: string) => ({
      ...eventOf('ContradictionSettled', { device, seq: 1, after, at: at(time) }),
      data: { event, keep, reason: 'x' },
    });
    const alike = foldDossier([...log, settle('bd-2', 'SECOND', '23/11/2026 09:00'), settle('bd-3', 'SECOND', '23/11/2026 09:01')]);
    expect(alike?.payments, 'its effect comes once').toMatchObject([{ amountVnd: 8000 }]);
    expect(alike).toMatchObject({ status: 'RETURNED', contradictions: [{ settled: { by: { device: 'bd-2' } } }] });
    const apart = foldDossier([...log, settle('bd-2', 'FIRST', '23/11/2026 09:00'), settle('bd-3', 'SECOND', '23/11/2026 09:01')]);
    expect(apart).toMatchObject({ status: 'ACCEPTED', contradictions: [{ settled: { keep: 'FIRST' } }, { type: 'ContradictionSettled' }] });
  });

  test('[D7] an old build keeps what it does not know and folds it after its upgrade', () => {
    const log = chain([...stories.IN_PROCESS, 'DossierFinished']);
    const old = foldDossier(log, { knownTypes: new Set(['DossierAccepted', 'DossierForwarded']) });
    expect(old).toMatchObject({ status: 'IN_PROCESS', unknownEvents: [{ device: 'bd-1', seq: 3 }], heads: [{ device: 'bd-1', seq: 3 }] });
    expect(foldDossier(log)).toMatchObject({ status: 'RESULT_READY', unknownEvents: [] });
  });

  test('[D7] a newer version of a known type is kept too', () => {
    const [accepted, finished] = chain(['DossierAccepted', 'DossierFinished']) as [EventEnvelope, EventEnvelope];
    expect(foldDossier([accepted, { ...finished, version: 99 }])).toMatchObject({ status: 'ACCEPTED', unknownEvents: [{ seq: 2 }] });
  });

  test('[D12] without the event that opens it there is no dossier yet; when it comes, all is there', () => {
    const [accepted, forwarded] = chain(stories.IN_PROCESS) as [EventEnvelope, EventEnvelope];
    expect(foldDossier([forwarded])).toBeUndefined();
    expect(foldDossier([forwarded, accepted])).toMatchObject({ status: 'IN_PROCESS', contradictions: [] });
    expect(foldDossier([])).toBeUndefined();
  });

  test('[D11] a look is no act: it does not move the newest time', () => {
    const state = foldDossier(chain([...stories.ACCEPTED, 'DossierViewed']));
    expect(state?.lastAt).toBe(at('23/11/2026 08:00'));
  });

  test('[D13] folding stays fast: single events and short dossiers', () => {
    const single = chain(stories.ACCEPTED);
    const simple = chain(stories.RETURNED);
    for (let i = 0; i < 20_000; i++) foldDossier(single);
    const started = performance.now();
    for (let i = 0; i < 100_000; i++) foldDossier(single);
    const perSecond = 100_000 / ((performance.now() - started) / 1000);
    for (let i = 0; i < 1000; i++) foldDossier(simple);
    // The aim is 200,000; a busy machine gets slack.
    expect(perSecond).toBeGreaterThan(60_000);
    expect(sampleData.DossierAccepted.code).toBe(foldDossier(single)?.code);
  });
});
