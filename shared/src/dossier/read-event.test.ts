import { describe, expect, test } from 'vitest';
import { centreId, eventOf, sampleData } from '../../../tests/support/builders.ts';
import { dossierEventTypes, eventDefinitions } from './events/index.ts';
import { isCleanText } from './fields.ts';
import { factsAtEdge, readAtEdge, readEvent } from './read-event.ts';

const accepted = eventOf('DossierAccepted', { seq: 1 });
const withData = (change: object) => ({ ...accepted, data: { ...accepted.data, ...change } as never });
const withOwner = (change: object) =>
  withData({ intake: { ...sampleData.DossierAccepted.intake, owner: { ...sampleData.DossierAccepted.intake.owner, ...change } } });

describe('readAtEdge', () => {
  test.each(dossierEventTypes)('[D10] a sound %s passes', (type) => {
    expect(readAtEdge(eventOf(type, { seq: 1 })).kind).toBe('KNOWN');
  });

  test.each(dossierEventTypes)('[D10] an additional member makes %s malformed', (type) => {
    const event = eventOf(type, { seq: 1 });
    expect(readAtEdge({ ...event, data: { ...event.data, extra: 1 } }).kind).toBe('MALFORMED');
  });

  test.each([
    ['a code of another shape', withData({ code: 'X-1' })],
    ['a line that is not a whole number', withData({ register: { book: '01/2026', line: 1.5 } })],
    ['null for an absent member', withData({ dueReason: null })],
    ['text longer than its bound', withOwner({ fullName: 'a'.repeat(201) })],
    ['an empty name', withOwner({ fullName: '' })],
    ['text that is not composed', withOwner({ fullName: 'Nguye\u0302\u0303n' })],
    ['a control character', withOwner({ fullName: 'A\u0000' })],
    ['half a surrogate pair', withOwner({ fullName: 'A\ud83d' })],
    ['a day that does not exist', withOwner({ birthDate: '2025-02-29' })],
    ['a promise out of time', withData({ due: { ...sampleData.DossierAccepted.due, dueAt: Number.MAX_SAFE_INTEGER } })],
    ['a version below the first', { ...accepted, version: 0 }],
    ['an object where text is due', withOwner({ fullName: { toString: 1 } })],
  ])('[D10] malformed: %s', (_what, event) => {
    expect(readAtEdge(event).kind).toBe('MALFORMED');
  });

  test('[D7] unknown types and newer versions are told apart from malformed ones', () => {
    expect(readAtEdge({ ...accepted, type: 'FutureThing' }).kind).toBe('UNKNOWN');
    expect(readAtEdge({ ...accepted, version: 2, data: {} }).kind).toBe('NEWER');
    expect(readAtEdge({ ...accepted, type: 'constructor' }).kind).toBe('UNKNOWN');
  });

  test('[D10] clean text: Vietnamese, line breaks and symbols outside the plane pass', () => {
    expect(['Nguyễn Thị Ánh', 'dòng 1\ndòng 2', '𠮷 😀', ''].map(isCleanText)).toEqual([true, true, true, true]);
  });
});

describe('readEvent', () => {
  test('[D14] an older event goes through every upcast from its own version on', () => {
    const definition = eventDefinitions.DossierViewed as { version: number; upcasts: unknown };
    const { version, upcasts } = definition;
    Object.assign(definition, {
      version: 3,
      upcasts: [(data: object) => ({ ...data, b: 2 }), (data: { b: number }) => ({ ...data, c: data.b + 1 })],
    });
    try {
      const viewed = eventOf('DossierViewed', { seq: 1 });
      expect(readEvent({ ...viewed, version: 1, data: { a: 1 } })).toMatchObject({ data: { a: 1, b: 2, c: 3 }, lifted: { version: 3 } });
      expect(readEvent({ ...viewed, version: 2, data: { b: 5 } })).toMatchObject({ data: { b: 5, c: 6 } });
      const current = { ...viewed, version: 3, data: { b: 1 } };
      expect(readEvent(current)).toMatchObject({ data: current.data });
      expect(readEvent({ ...viewed, version: 4, data: {} }).kind).toBe('NEWER');
    } finally {
      Object.assign(definition, { version, upcasts });
    }
  });

  test('[D18] whom it shares with and what it draws are told by the event, not by the names of its members', () => {
    expect(factsAtEdge(eventOf('DossierForwardedUp', { seq: 1 }))).toEqual({ shares: [centreId], draws: [] });
    expect(factsAtEdge(accepted)).toEqual({ shares: [], draws: [sampleData.DossierAccepted.code] });
    // Nothing is believed of what does not pass the schema or is not known.
    expect(factsAtEdge(withData({ code: 5 }))).toEqual({ shares: [], draws: [] });
    expect(factsAtEdge({ ...eventOf('DossierForwardedUp', { seq: 1 }), type: 'HandedFurther' })).toEqual({ shares: [], draws: [] });
    expect(
      factsAtEdge({ ...accepted, type: 'DossierViewed', data: { what: 'DETAIL', code: sampleData.DossierAccepted.code } as never }),
    ).toEqual({ shares: [], draws: [] });
  });
});
