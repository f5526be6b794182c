import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, MalformedFault } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readInts, writeInts } from './ints.ts';
import { readStrings, writeStrings } from './strings.ts';
import { type Value, readValues, writeValues } from './values.ts';

const budget = () => ({ left: 50_000_000 });

function throughInts(values: readonly number[]): number[] {
  const out = new ByteWriter();
  writeInts(out, values);
  const from = new ByteReader(out.toBytes(), budget());
  const back = readInts(from, values.length);
  from.end();
  return back;
}

function throughStrings(values: readonly string[]): string[] {
  const out = new ByteWriter();
  writeStrings(out, values);
  const from = new ByteReader(out.toBytes(), budget());
  const back = readStrings(from, values.length);
  from.end();
  return back;
}

function throughValues(values: readonly Value[]): Value[] {
  const out = { shape: new ByteWriter(), body: new ByteWriter() };
  writeValues(out, values);
  const shared = budget();
  const from = { shape: new ByteReader(out.shape.toBytes(), shared), body: new ByteReader(out.body.toBytes(), shared) };
  const back = readValues(from, values.length);
  from.shape.end();
  from.body.end();
  return back;
}

/** -0 is 0 in canonical JSON and in JSON text. */
function plain(value: Value): Value {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Value);
}

/** Objects as sorted lists of members, so that a member named `__proto__` is compared too. */
function entriesOf(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(entriesOf);
  return Object.entries(value)
    .map(([key, inner]) => [key, entriesOf(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)) }),
  fc.stringMatching(/^\d{1,18}$/),
  fc.stringMatching(/^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/),
  fc.stringMatching(/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/),
  fc.stringMatching(/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,7}$/),
  fc.stringMatching(/^[a-z0-9-]{1,34}$/),
  fc.constantFrom('', ' ', '  ', ', ', '-', '0', '00', 'Nguyễn Văn Ánh', 'xã A, huyện B, tỉnh C', '__proto__', '𠮷'),
);

describe('columns', () => {
  test('[S4] integers of any size and order come back', () => {
    const any = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (values) => {
        expect(throughInts(values)).toEqual(values);
      }),
    );
    const grid = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1e6 }), fc.array(fc.nat(5000), { minLength: 6, maxLength: 300 }));
    fc.assert(
      fc.property(grid, ([base, step, places]) => {
        const values = places.map((place) => base + place * step).filter(Number.isSafeInteger);
        expect(throughInts(values)).toEqual(values);
      }),
    );
  });

  test('[S4] strings of any look come back, alone and in columns', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (values) => {
        expect(throughStrings(values)).toEqual(values);
      }),
      { numRuns: 400 },
    );
    const repeated = fc.tuple(fc.array(anyText, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(), { minLength: 30, maxLength: 120 }));
    fc.assert(
      fc.property(repeated, ([texts, picks]) => {
        const values = picks.map((pick) => texts[pick % texts.length] as string);
        expect(throughStrings(values)).toEqual(values);
      }),
    );
    const words = fc.array(
      fc
        .array(fc.constantFrom('Nguyễn', 'Văn', 'Thị', '', 'A, B', '12', 'x-y'), { maxLength: 6 })
        .chain((list) => fc.constantFrom(' ', ', ', '-', '/').map((by) => list.join(by))),
      { minLength: 24, maxLength: 80 },
    );
    fc.assert(
      fc.property(words, (values) => {
        expect(throughStrings(values)).toEqual(values);
      }),
    );
  });

  test('[S4] any JSON values come back, mixed and nested', () => {
    const json = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }).map((value) => value as Value);
    fc.assert(
      fc.property(fc.array(json, { maxLength: 30 }), (values) => {
        expect(throughValues(values)).toEqual(values.map(plain));
      }),
      { numRuns: 300 },
    );
    const rows = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b', 'toString', '__proto__', 'constructor', 'c'), json, { noNullPrototype: true }),
      { minLength: 2, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (values) => {
        expect(throughValues(values as Value[]).map(entriesOf)).toEqual(values.map((value) => entriesOf(plain(value as Value))));
      }),
    );
  });

  test('[S4] members named like those of every object are data like others', () => {
    const odd = JSON.parse('[{"__proto__":{"x":1},"toString":"t"},{"constructor":null,"hasOwnProperty":[1]},{}]') as Value[];
    const back = throughValues(odd);
    expect(JSON.stringify(back)).toBe(JSON.stringify(odd));
    expect(Object.getPrototypeOf(back[0])).toBe(Object.prototype);
  });

  test('[S4] very many members and very deep values fall back to text', () => {
    const wide = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`k${i}`, i]));
    let deep: Value = 'floor';
    for (let i = 0; i < 200; i++) deep = i % 2 === 0 ? [deep] : { down: deep };
    expect(throughValues([wide, deep, undefined, null])).toEqual([wide, deep, undefined, null]);
  });

  test('[S4] numbers that are no safe integers come back', () => {
    const values = [0.1, -1e300, 5e-324, 2 ** 53, 1.5, 3, -7];
    expect(throughValues(values)).toEqual(values);
  });

  test('[S6] a column that repeats for nothing is stopped by the budget', () => {
    const out = { shape: new ByteWriter(), body: new ByteWriter() };
    writeValues(
      out,
      Array.from({ length: 20_000 }, () => 'x'.repeat(10_000)),
    );
    expect(out.body.length).toBeLessThan(11_000);
    const left = { left: 10_000_000 };
    const from = { shape: new ByteReader(out.shape.toBytes(), left), body: new ByteReader(out.body.toBytes(), left) };
    expect(() => readValues(from, 20_000)).toThrow(MalformedFault);
  });
});
