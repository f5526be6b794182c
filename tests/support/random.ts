/** mulberry32: a small seeded generator, so that a failing history can be played again from its seed. */
export interface SeededRandom {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** 0 ≤ n < limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
  readonly shuffle: <T>(from: readonly T[]) => T[];
  readonly bytes: (length: number) => Uint8Array;
}

export function seededRandom(seed: number): SeededRandom {
  let a = seed >>> 0;
  const next = (): number => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => {
      if (from.length === 0) throw new Error('pick from an empty list');
      return from[below(from.length)] as (typeof from)[number];
    },
    chance: (probability) => next() < probability,
    shuffle: (from) => {
      const out = [...from];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
