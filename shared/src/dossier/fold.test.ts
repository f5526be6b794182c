import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Step, at, chain, eventOf, sampleData } from '../../../tests/support/builders.ts';
import { stories } from '../../../tests/support/given.ts';
import { history } from '../../../tests/support/histories.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import { type DeviceId, type EventRef, type OfficeId, eventKey } from '../kernel/ids.ts';
import type { EventEnvelope } from './envelope.ts';
import { dossierEventTypes } from './events/index.ts';
import { readEvent, sharedBy } from './read-event.ts';
import { foldDossier } from './fold.ts';
import type { DossierState } from './state.ts';

const refOf = (event: EventRef | undefined): EventRef => {
  if (!event) throw new Error('no such event');
  return { device: event.device, seq: event.seq };
};
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
    let twoSided = 0;
    for (let seed = 0; seed < 300; seed++) {
      const events = history(seededRandom(seed));
      for (const event of events) types.add(event.type);
      const state = foldDossier(events);
      if (!state) continue;
      if (state.contradictions.length > 0) contradicted++;
      if (state.settlements.length > 0) settled++;
      if (state.contradictions.some(({ sides }) => sides.every(({ acts }) => acts.length > 0))) twoSided++;
    }
    expect([...dossierEventTypes].filter((type) => !types.has(type))).toEqual([]);
    expect(contradicted).toBeGreaterThan(50);
    expect(settled).toBeGreaterThan(20);
    expect(twoSided).toBeGreaterThan(20);
  });

  test('[D17] who sees a dossier only grows: its own office and whoever it was handed to, in question or not', () => {
    let inQuestion = 0;
    for (let seed = 0; seed < 400; seed++) {
      const events = history(seededRandom(seed), { illegal: 0.25 });
      const state = foldDossier(events);
      if (!state) continue;
      const handedTo = events.flatMap((event) => sharedBy(readEvent(event)));
      const seen = new Set<string>([state.office, ...handedTo]);
      expect([...seen].filter((office) => !state.offices.includes(office as OfficeId))).toEqual([]);
      // Nobody else but who wrote on it.
      expect(state.offices.filter((office) => !seen.has(office) && !events.some((event) => event.office === office))).toEqual([]);
      const waiting = new Set(state.contradictions.flatMap(({ sides }) => sides[1].acts.map(eventKey)));
      if (events.some((event) => waiting.has(eventKey(event)) && sharedBy(readEvent(event)).length > 0)) inQuestion++;
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

  test('[D9] every act that did not fit can be forced by settling it, on every status', () => {
    for (const story of Object.values(stories)) {
      for (const type of dossierEventTypes) {
        const log = chain([...story, type]);
        const first = foldDossier(log)?.contradictions[0];
        if (!first) continue;
        const settle: Step = ['ContradictionSettled', { kept: [{ ...first.event }], dropped: [], reason: 'x' }];
        const state = foldDossier([...log, ...chain([settle], { seq: log.length + 1, after: [first.event] })]);
        expect(state?.contradictions, `${story.join('>')} + ${type}`).toEqual([]);
      }
    }
  });

  test('[D4] what is no act stands against none', () => {
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

  test('[D5] an act against the state waits; in sight of everything there is no other side', () => {
    const state = foldDossier(chain([...stories.ACCEPTED, 'ResultReturned']));
    expect(state).toMatchObject({
      status: 'ACCEPTED',
      contradictions: [
        {
          sides: [
            { acts: [], status: 'ACCEPTED' },
            { acts: [{ device: 'bd-1', seq: 2 }], status: 'RETURNED' },
          ],
        },
      ],
    });
    expect(state?.returned).toBeUndefined();
  });

  describe('one desk voids what the other forwards, finishes and returns', () => {
    const after = [{ device: 'bd-1' as DeviceId, seq: 1 }];
    const base = chain(stories.ACCEPTED);
    const voided = eventOf('DossierVoided', { device: 'bd-1', seq: 2, after, at: at('23/11/2026 09:00') });
    const acts = chain(['DossierForwarded', 'DossierFinished', 'ResultReturned'], {
      device: 'bd-2',
      seq: 1,
      after,
      at: at('23/11/2026 09:01'),
    });
    const money = { ...eventOf('FeePaid', { device: 'bd-2', seq: 4, after: [refOf(acts[2])], at: at('23/11/2026 09:30') }) };
    const log = [...base, voided, ...acts];
    const settle = (device: string, seq: number, keep: 'FIRST' | 'SECOND', seen: readonly EventRef[], time = '24/11/2026 08:00') => {
      const [first, second] = [[refOf(voided)], acts.map(refOf)];
      const [kept, dropped] = keep === 'FIRST' ? [first, second] : [second, first];
      const event = eventOf('ContradictionSettled', { device, seq, after: seen, at: at(time) });
      return { ...event, data: { kept, dropped, reason: 'đã hỏi' } } as unknown as EventEnvelope;
    };
    const seen = [refOf(voided), refOf(acts[2])];

    test('[D5] is one contradiction with both sides and what follows under each', () => {
      expect(foldDossier(log)?.contradictions).toEqual([
        {
          event: refOf(acts[0]),
          sides: [
            { acts: [refOf(voided)], status: 'VOID' },
            { acts: acts.map(refOf), status: 'RETURNED' },
          ],
        },
      ]);
    });

    test('[D6] settled either way the state is what the kept side alone gives', () => {
      const bare = (state: DossierState | undefined) => state && { ...state, heads: [], settlements: [], lastAt: 0, lastAct: undefined };
      for (const [keep, side] of [
        ['FIRST', [voided]],
        ['SECOND', acts],
      ] as const) {
        const state = foldDossier([...log, settle('bd-1', 3, keep, seen)]);
        expect(bare(state)).toEqual(bare(foldDossier([...base, ...side])));
      }
    });

    test('[D4] money received on the side that was left out is still there', () => {
      const withMoney = [...log, money, settle('bd-1', 3, 'FIRST', [refOf(voided), refOf(money)])];
      expect(foldDossier(withMoney)).toMatchObject({ status: 'VOID', contradictions: [], payments: [{ amountVnd: 8000 }] });
    });

    test('[D6] two persons settling alike is harmless, in opposite senses it is open again', () => {
      const alike = [settle('bd-3', 1, 'SECOND', seen), settle('bd-4', 1, 'SECOND', seen, '24/11/2026 08:01')];
      expect(foldDossier([...log, ...alike])).toMatchObject({ status: 'RETURNED', contradictions: [] });
      const apart = [settle('bd-3', 1, 'FIRST', seen), settle('bd-4', 1, 'SECOND', seen, '24/11/2026 08:01')];
      expect(foldDossier([...log, ...apart])).toMatchObject({ status: 'VOID', contradictions: [{}], settlements: [] });
      const last = settle('bd-3', 2, 'SECOND', apart.map(refOf), '25/11/2026 08:00');
      expect(foldDossier([...log, ...apart, last])).toMatchObject({
        status: 'RETURNED',
        contradictions: [],
        settlements: [{ by: refOf(last) }],
      });
    });

    test('[D6] a settlement of what never stood in contradiction counts for nothing', () => {
      const forged = { ...settle('bd-3', 1, 'FIRST', seen), data: { kept: [], dropped: [refOf(base[0])], reason: 'x' } } as never;
      expect(foldDossier([...log, forged])).toMatchObject({ status: 'VOID', code: sampleData.DossierAccepted.code, contradictions: [{}] });
    });

    test('[D8] what is done on top of the side left out, before the settlement is known there, is in question again', () => {
      const archived = eventOf('DossierArchived', { device: 'bd-2', seq: 4, after: [refOf(acts[2])], at: at('24/11/2026 09:00') });
      const state = foldDossier([...log, settle('bd-1', 3, 'FIRST', seen), archived]);
      expect(state).toMatchObject({ status: 'VOID', contradictions: [{ sides: [{}, { acts: [...acts, archived].map(refOf) }] }] });
      expect(state?.archiveNumber).toBeUndefined();
    });

    test('[D5] what is done on top of the waiting side waits with it', () => {
      const archived = eventOf('DossierArchived', { device: 'bd-2', seq: 4, after: [refOf(acts[2])], at: at('24/11/2026 09:00') });
      expect(foldDossier([...log, archived])?.contradictions).toMatchObject([
        { sides: [{}, { acts: [...acts.map(refOf), refOf(archived)], status: 'ARCHIVED' }] },
      ]);
    });
  });

  describe('a void that did not know of another desk’s act', () => {
    const base = chain(stories.ACCEPTED);
    const after = base.map(refOf);
    const voidedAt = (time: string, seen: readonly EventRef[] = after) =>
      eventOf('DossierVoided', { device: 'bd-1', seq: 2, after: seen, at: at(time) });
    const acts = chain(['DossierForwarded', 'DossierFinished', 'ResultReturned'], {
      device: 'bd-2',
      seq: 1,
      after,
      at: at('23/11/2026 09:01'),
    });
    const verdict = (device: string, kept: readonly EventRef[], dropped: readonly EventRef[], seen: readonly EventRef[], time: string) =>
      ({
        ...eventOf('ContradictionSettled', { device, seq: 1, after: seen, at: at(time) }),
        data: { kept, dropped, reason: 'đã hỏi' },
      }) as unknown as EventEnvelope;

    test.each(['23/11/2026 09:00', '23/11/2026 09:01', '23/11/2026 09:02', '23/11/2026 20:00'])(
      '[D180] is one contradiction with both sides, whatever the clocks say: void at %s',
      (time) => {
        const voided = voidedAt(time);
        const state = foldDossier([...base, voided, ...acts]);
        expect(state?.contradictions).toHaveLength(1);
        const sides = state?.contradictions[0]?.sides ?? [];
        expect(sides).toContainEqual({ acts: [refOf(voided)], status: 'VOID' });
        expect(sides).toContainEqual({ acts: acts.map(refOf), status: 'RETURNED' });
        expect(state?.status).toBe(sides[0]?.status);
      },
    );

    test('[D180] one act is enough, and either answer ends it', () => {
      const forwarded = acts.slice(0, 1);
      const voided = voidedAt('23/11/2026 09:30');
      const log = [...base, voided, ...forwarded];
      const seen = [voided, ...forwarded].map(refOf);
      expect(foldDossier(log)).toMatchObject({ status: 'IN_PROCESS', contradictions: [{ event: refOf(voided) }] });
      const end = (kept: readonly EventEnvelope[], dropped: readonly EventEnvelope[]) =>
        foldDossier([...log, verdict('bd-3', kept.map(refOf), dropped.map(refOf), seen, '24/11/2026 08:00')]);
      expect(end([voided], forwarded)).toMatchObject({ status: 'VOID', contradictions: [] });
      expect(end(forwarded, [voided])).toMatchObject({ status: 'IN_PROCESS', contradictions: [] });
    });

    test('[D180] chosen by a person it is in question again for an act that he did not know either', () => {
      const forwarded = acts.slice(0, 1);
      const voided = voidedAt('23/11/2026 09:30');
      const seen = [voided, ...forwarded].map(refOf);
      const settled = verdict('bd-3', [refOf(voided)], forwarded.map(refOf), seen, '24/11/2026 08:00');
      const late = eventOf('SupplementRequested', { device: 'bd-4', seq: 1, after, at: at('23/11/2026 09:10') });
      const log = [...base, voided, ...forwarded, settled, late];
      expect(foldDossier(log)).toMatchObject({
        status: 'SUPPLEMENT_REQUESTED',
        contradictions: [{ sides: [{ acts: [refOf(late)] }, { acts: [refOf(voided)], status: 'VOID' }] }],
      });
      const again = verdict('bd-5', [refOf(voided)], [refOf(late)], [refOf(settled), refOf(late)], '25/11/2026 08:00');
      expect(foldDossier([...log, again])).toMatchObject({ status: 'VOID', contradictions: [] });
    });

    test('[D180] in sight of what was done, or beside what is no act, it is a plain void', () => {
      const forwarded = acts.slice(0, 1);
      expect(foldDossier([...base, ...forwarded, voidedAt('23/11/2026 09:30', forwarded.map(refOf))])).toMatchObject({
        status: 'VOID',
        contradictions: [],
      });
      const paid = eventOf('FeePaid', { device: 'bd-2', seq: 1, after, at: at('23/11/2026 09:01') });
      expect(foldDossier([...base, paid, voidedAt('23/11/2026 09:30')])).toMatchObject({
        status: 'VOID',
        contradictions: [],
        payments: [{}],
      });
    });
  });

  test('[D8] also where the kept side would allow it: nothing slips from one side into the other', () => {
    const base = chain(stories.IN_PROCESS);
    const after = [refOf(base[1])];
    const asked = eventOf('SupplementRequested', { device: 'bd-1', seq: 3, after, at: at('23/11/2026 09:00') });
    const finished = eventOf('DossierFinished', { device: 'bd-2', seq: 1, after, at: at('23/11/2026 09:05') });
    const settled = {
      ...eventOf('ContradictionSettled', { device: 'bd-1', seq: 4, after: [refOf(asked), refOf(finished)], at: at('23/11/2026 10:00') }),
      data: { kept: [refOf(asked)], dropped: [refOf(finished)], reason: 'đã hỏi' },
    } as unknown as EventEnvelope;
    const withdrawn = eventOf('DossierWithdrawn', { device: 'bd-2', seq: 2, after: [refOf(finished)], at: at('23/11/2026 11:00') });
    const log = [...base, asked, finished, settled];
    expect(foldDossier(log)).toMatchObject({ status: 'SUPPLEMENT_REQUESTED', contradictions: [] });
    expect(foldDossier([...log, withdrawn])).toMatchObject({ status: 'SUPPLEMENT_REQUESTED', contradictions: [{}] });
    // Done in sight of the settlement it is an act like any other.
    expect(foldDossier([...log, { ...withdrawn, after: [refOf(settled)] }])).toMatchObject({ status: 'WITHDRAWN', contradictions: [] });
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
});
