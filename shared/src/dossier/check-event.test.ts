import { describe, expect, test } from 'vitest';
import { eventOf, sampleData } from '../../../tests/support/builders.ts';
import { checkEvent } from './check-event.ts';
import { dossierEventTypes } from './events/index.ts';
import { isCleanText } from './fields.ts';
import { liftEvent } from './upcast.ts';

const accepted = eventOf('DossierAccepted', { seq: 1 });
const withData = (change: object) => ({ ...accepted, data: { ...accepted.data, ...change } as never });
const withOwner = (change: object) =>
  withData({ intake: { ...sampleData.DossierAccepted.intake, owner: { ...sampleData.DossierAccepted.intake.owner, ...change } } });

describe('checkEvent', () => {
  test.each(dossierEventTypes)('[D10] a sound %s passes', (type) => {
    expect(checkEvent(eventOf(type, { seq: 1 }))).toBe('OK');
  });

  test.each(dossierEventTypes)('[D10] an additional member makes %s malformed', (type) => {
    const event = eventOf(type, { seq: 1 });
    expect(checkEvent({ ...event, data: { ...event.data, extra: 1 } })).toBe('MALFORMED');
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
    expect(checkEvent(event)).toBe('MALFORMED');
  });

  test('[D7] unknown types and newer versions are told apart from malformed ones', () => {
    expect(checkEvent({ ...accepted, type: 'FutureThing' })).toBe('UNKNOWN_TYPE');
    expect(checkEvent({ ...accepted, version: 2, data: {} })).toBe('NEWER_VERSION');
    expect(checkEvent({ ...accepted, type: 'constructor' })).toBe('UNKNOWN_TYPE');
  });

  test('[D10] clean text: Vietnamese, line breaks and symbols outside the plane pass', () => {
    expect(['Nguyễn Thị Ánh', 'dòng 1\ndòng 2', '𠮷 😀', ''].map(isCleanText)).toEqual([true, true, true, true]);
  });
});

describe('liftEvent', () => {
  const definition = {
    version: 3,
    upcasts: [
      (data: Record<string, unknown>) => ({ ...data, b: 2 }),
      (data: Record<string, unknown>) => ({ ...data, c: Number(data['b']) + 1 }),
    ],
  };

  test('[D14] an older event goes through every upcast from its own version on', () => {
    expect(liftEvent(definition, { ...accepted, version: 1, data: { a: 1 } })).toMatchObject({ version: 3, data: { a: 1, b: 2, c: 3 } });
    expect(liftEvent(definition, { ...accepted, version: 2, data: { b: 5 } })).toMatchObject({ version: 3, data: { b: 5, c: 6 } });
    const current = { ...accepted, version: 3, data: {} };
    expect(liftEvent(definition, current)).toBe(current);
  });
});
