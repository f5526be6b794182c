import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventOf, sampleData } from '../../../tests/support/builders.ts';
import { sampleAcceptances } from '../../../tests/support/sample-dossiers.ts';
import { demoReference } from '../../../sync-server/src/demo/reference.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { must } from '../kernel/assert.ts';
import type { EventEnvelope } from './envelope.ts';
import { type DossierEventType, dossierEventTypes, findEventDefinition } from './events/index.ts';
import { readAtEdge, readEvent } from './read-event.ts';
import { type Usual, pack, restore, usualOf } from './sparse.ts';
import { writeEvent } from './write-event.ts';

const usualOfType = (type: DossierEventType): Usual => must(findEventDefinition(type), type).usual ?? usualOf({});
const sparseTypes = dossierEventTypes.filter((type) => usualOfType(type).rules.length > 0);
const around = { event: eventOf('DossierViewed', { seq: 1 }), index: 0 };

/** Values that rules compare with, and others; `undefined` takes the member away. */
const values = fc.oneof(
  fc.constantFrom<unknown>(undefined, 0, 1, 2, '', 'RECEIVED', 'NOT_NEEDED', 'CHOSEN', 'SAME_DAY', 'CCCD', 'NONE', 'MALE', 'xã Bình Định'),
  fc.constantFrom<unknown>([], {}, '027190000001', '027090000001', '000.01.38.H05-261123-0001', 'ALWAYS', 'BY_CASE', 'toString', true),
  fc.integer(),
  fc.string(),
);

/** The same value with the place that `path` leads to replaced or taken away. */
function changed(value: unknown, path: readonly number[], change: unknown): unknown {
  const [first = 0, ...rest] = path;
  if (path.length === 0 || typeof value !== 'object' || value === null) return change;
  if (Array.isArray(value)) {
    if (value.length === 0) return change === undefined ? [] : [change];
    return value.flatMap((item: unknown, i) => {
      const next = i === first % value.length ? changed(item, rest, change) : item;
      return next === undefined ? [] : [next];
    });
  }
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  const copy: Record<string, unknown> = { ...value };
  if (key === undefined) return copy;
  const next = changed(copy[key], rest, change);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}
const changes = fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), values), { maxLength: 4 });
const withChanges = (data: object, list: readonly (readonly [readonly number[], unknown])[]): unknown =>
  list.reduce<unknown>((value, [path, change]) => changed(value, path, change), data);

describe('what the log leaves out', () => {
  test.each(dossierEventTypes)('[D125] of %s comes back as it was', (type) => {
    const stored = eventOf(type, { seq: 1 });
    const read = readAtEdge(stored);
    expect(read.kind === 'KNOWN' && read.data).toStrictEqual(sampleData[type]);
    expect(canonicalJson(stored).length).toBeLessThanOrEqual(canonicalJson({ ...stored, data: sampleData[type] }).length);
  });

  test.each(sparseTypes)(
    '[D125] of %s comes back whatever the data say, and what was written out all the same is read the same',
    (type) => {
      const usual = usualOfType(type);
      fc.assert(
        fc.property(changes, (list) => {
          const whole = withChanges(sampleData[type], list);
          const stored = pack(whole, usual, around);
          expect(restore(stored, usual, around)).toStrictEqual(whole);
          expect(restore(JSON.parse(JSON.stringify(stored)), usual, around)).toStrictEqual(whole);
          expect(pack(restore(stored, usual, around), usual, around)).toStrictEqual(stored);
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each(sparseTypes)('[D125] nothing that %s may hold makes the reader throw', (type) => {
    const nulls = fc.array(fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), fc.oneof(values, fc.jsonValue())), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(nulls, fc.oneof(fc.constant(undefined), fc.jsonValue()), (list, other) => {
        const data = (other ?? withChanges(eventOf(type, { seq: 1 }).data, list)) as EventEnvelope['data'];
        const event = { ...eventOf(type, { seq: 1 }), data };
        expect(['KNOWN', 'MALFORMED']).toContain(readAtEdge(event).kind);
      }),
      { numRuns: 200 },
    );
  });

  test.each(sparseTypes)('[D125] a rule of %s looks only at what was made whole before it', (type) => {
    const early: string[] = [];
    const look = (data: unknown, usual: Usual): void => {
      if (Array.isArray(data)) return data.forEach((item) => look(item, usual));
      if (typeof data !== 'object' || data === null) return;
      usual.rules.forEach((rule, i) => {
        const later = new Set(usual.rules.slice(i).map(({ name }) => name));
        const guarded = new Proxy(data, {
          get: (target, name) => {
            if (later.has(String(name))) early.push(`${rule.name} looks at ${String(name)}`);
            return Reflect.get(target, name) as unknown;
          },
        });
        rule.usual?.(guarded as never, around);
        if (rule.inside !== undefined) look((data as Record<string, unknown>)[rule.name], rule.inside);
      });
    };
    look(sampleData[type], usualOfType(type));
    expect(early).toEqual([]);
  });

  test('[D125] what is unusual is written: another head, another decider, a date chosen, a person against his number', () => {
    const { intake, due, printed, competent, ...rest } = sampleData.DossierAccepted;
    const { dueAt, unit, amount, calendarVersion } = due;
    const unusual = {
      ...rest,
      intake: { ...intake, owner: { ...intake.owner, sex: 'MALE' as const }, channel: 'POST' as const, sets: 2 },
      due: { dueAt, rule: 'CHOSEN' as const, unit, amount, calendarVersion },
      printed: { ...printed, desk: 'Quầy', notes: ['khác'], authority: 'UBND HUYỆN' },
      competent: { ...competent, name: 'UBND HUYỆN KHÁC' },
    };
    const { data } = eventOf('DossierAccepted', { seq: 1 }, unusual);
    expect(data).toMatchObject({
      intake: { owner: { sex: 'MALE' }, channel: 'POST', sets: 2 },
      due: { rule: 'CHOSEN', unit: 'WORKING_DAY' },
      printed: { desk: 'Quầy', notes: ['khác'], authority: 'UBND HUYỆN' },
      competent: { name: 'UBND HUYỆN KHÁC' },
    });
    expect(data['due']).not.toHaveProperty('settings');
  });

  test('[D125] what is absent where something would be usual is told apart', () => {
    const { intake, ...rest } = sampleData.DossierAccepted;
    const { sex: _, ...owner } = intake.owner;
    const stored = eventOf('DossierAccepted', { seq: 1 }, { ...rest, intake: { ...intake, owner } });
    expect(stored.data['intake']).toMatchObject({ owner: { sex: null }, fees: null });
    const read = readEvent(stored);
    expect(read.kind === 'KNOWN' && Object.keys((read.data as { intake: { owner: object } }).intake.owner)).not.toContain('sex');
  });

  test('[D125] unknown types and other versions are left as they are', () => {
    const event = { ...eventOf('DossierAccepted', { seq: 1 }), data: { intake: { channel: 'COUNTER' } } };
    expect(writeEvent({ ...event, version: 7 }).data).toBe(event.data);
    expect(writeEvent({ ...event, type: 'FutureThing' }).data).toBe(event.data);
  });

  test('[D126] an acceptance of the demo district takes about a thousand characters in the log, names as printed among them', () => {
    const { procedures } = demoReference();
    const events = sampleAcceptances(500, procedures);
    const sizes = events.map((event) => canonicalJson(event).length);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(1_030);
    for (const event of events.slice(0, 50)) {
      const { printed, intake } = event.data as unknown as typeof sampleData.DossierAccepted;
      expect([typeof printed.procedure, typeof printed.clerk, typeof printed.office]).toEqual(['string', 'string', 'string']);
      for (const { name, state } of intake.papers) expect(typeof name === 'string' || state === undefined).toBe(true);
    }
  });
});
