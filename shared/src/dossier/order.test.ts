import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventKey } from '../kernel/ids.ts';
import { at, eventOf } from '../../../tests/support/builders.ts';
import { history } from '../../../tests/support/histories.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import { causalGraph, orderEvents } from './order.ts';

const keys = (events: Parameters<typeof orderEvents>[0]) => orderEvents(events).map(eventKey);

describe('orderEvents', () => {
  test('[D1] the order depends on the set of events only, also with repeats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const events = history(random);
        const expected = keys(events);
        expect(keys(random.shuffle([...events, ...events.slice(0, 3)]))).toEqual(expected);
        expect(causalGraph(random.shuffle(events)).heads).toEqual(causalGraph(events).heads);
      }),
      { numRuns: 200 },
    );
  });

  test('[D1] every event comes after what its officer had seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const events = random.shuffle(history(random));
        const place = new Map(keys(events).map((key, i) => [key, i]));
        for (const event of events) {
          for (const ref of event.after) {
            expect(place.get(eventKey(ref)) ?? -1).toBeLessThan(place.get(eventKey(event)) as number);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('[D2] a wrong clock never reorders cause and effect', () => {
    const first = eventOf('DossierAccepted', { device: 'bd-1', seq: 7, at: at('23/11/2026 09:00') });
    const second = eventOf('DossierForwarded', { device: 'bd-2', seq: 1, after: [first], at: at('01/01/2020 09:00') });
    expect(keys([second, first])).toEqual(['bd-1:7', 'bd-2:1']);
  });

  test('[D2] concurrent events go by time, then device, then sequence', () => {
    const a = eventOf('DossierViewed', { device: 'b', seq: 1, at: 1000 });
    const b = eventOf('DossierViewed', { device: 'a', seq: 1, at: 2000 });
    const c = eventOf('DossierViewed', { device: 'a', seq: 9, at: 1000 });
    // Its own device wrote `b` before `c`, so the earlier time of `c` does not count.
    expect(keys([c, b, a])).toEqual(['b:1', 'a:1', 'a:9']);
  });

  test('[D12] a device saw its own earlier events, also across a refused one', () => {
    const first = eventOf('DossierAccepted', { seq: 1, at: 5000 });
    const third = eventOf('DossierForwarded', { seq: 3, at: 1000, after: [{ device: first.device, seq: 2 }] });
    expect(keys([third, first])).toEqual(['bd-1:1', 'bd-1:3']);
    expect(causalGraph([third, first]).heads).toEqual([{ device: 'bd-1', seq: 3 }]);
  });

  test('[D9] a cycle, which only a broken device can write, still gives one order', () => {
    const a = eventOf('DossierViewed', { device: 'a', seq: 1, at: 2, after: [{ device: 'b' as never, seq: 1 }] });
    const b = eventOf('DossierViewed', { device: 'b', seq: 1, at: 1, after: [{ device: 'a' as never, seq: 1 }] });
    expect(keys([a, b])).toEqual(['b:1', 'a:1']);
    expect(keys([b, a])).toEqual(['b:1', 'a:1']);
  });
});
