import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../tests/support/random.ts';
import { createSortedSlots } from './sorted-slots.ts';

const far = Number.MAX_SAFE_INTEGER;
const day = 86_400_000;

describe('sorted slots', () => {
  it.each([
    ['keys of a few months', (draw: number) => 1_780_000_000_000 + Math.floor(draw * 120 * day)],
    ['keys of many years', (draw: number) => Math.floor(draw * 60 * 365 * day)],
    ['many equal keys, and rows without one', (draw: number) => (draw < 0.2 ? far : Math.floor(draw * 10) * day)],
    ['only rows without a key', () => far],
    ['negative and broken keys', (draw: number) => (draw - 0.5) * 1_000],
  ])('[E26] a bulk load, later additions and removals keep the order: %s', (_, keyOf) => {
    const random = seededRandom(7);
    const keys = Array.from({ length: 3_000 }, () => keyOf(random.next()));
    const sorted = createSortedSlots((slot) => keys[slot] as number);
    const all = keys.map((__, slot) => slot);
    const expected = (slots: readonly number[]): number[] => [...slots].sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
    sorted.addMany(all.slice(0, 2_000));
    expect(sorted.slots()).toEqual(expected(all.slice(0, 2_000)));
    sorted.addMany(all.slice(2_000, 2_900).toReversed());
    for (const slot of all.slice(2_900)) sorted.add(slot);
    expect(sorted.slots()).toEqual(expected(all));
    for (const slot of all) if (slot % 3 === 0) sorted.remove(slot);
    expect(sorted.slots()).toEqual(expected(all.filter((slot) => slot % 3 !== 0)));
  });
});
