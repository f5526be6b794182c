// oxlint-disable no-underscore-dangle -- the schema library's own names.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sampleData } from '../../../tests/support/builders.ts';
import { dossierEventTypes, eventDefinitions } from '../dossier/events/index.ts';
import { must } from './assert.ts';
import { compileCheck } from './compile-check.ts';

/** What a broken or hostile sender may put in a member's place. */
const strange: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  0,
  -1,
  1.5,
  -0,
  NaN,
  Infinity,
  2 ** 53,
  true,
  false,
  [],
  {},
  [null],
  { a: 1 },
  'a'.repeat(3000),
  'A\u0000',
  'Nguye\u0302\u0303n',
  '2026-02-30',
  '2026-02-28',
  'COUNTER',
  'PERSON',
  'REFUSED',
  '000.12.38.H05-261123-0001',
  new Date(0),
  Symbol.iterator,
];

/** The same value with one place in it replaced, left out or added. */
function changed(value: unknown, path: readonly number[], change: unknown, how: number): unknown {
  const [first = 0, ...rest] = path;
  if (path.length === 0 || typeof value !== 'object' || value === null) return change;
  if (Array.isArray(value)) {
    if (value.length === 0) return [change];
    const at = first % value.length;
    return value.map((item: unknown, i) => (i === at ? changed(item, rest, change, how) : item));
  }
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  const copy: Record<string, unknown> = { ...value };
  if (how === 1 && rest.length === 0 && key !== undefined) delete copy[key];
  else if (how === 2 && rest.length === 0) copy['extra'] = change;
  else if (key !== undefined) copy[key] = changed(copy[key], rest, change, how);
  return copy;
}

describe('compileCheck', () => {
  test.each(dossierEventTypes)('[D10] says the same as the schema of %s, whatever is changed in its data', (type) => {
    const { schema } = eventDefinitions[type];
    const check = compileCheck(schema);
    expect(check(sampleData[type])).toBe(true);
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { maxLength: 4 }),
        fc.oneof(fc.constantFrom(...strange), fc.anything()),
        fc.nat(2),
        (path, change, how) => {
          const value = changed(sampleData[type], path, change, how);
          expect(check(value)).toBe(schema.safeParse(value).success);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('[D10] what it does not know is left to the schema', () => {
    const schemas = [
      z.union([z.string(), z.number()]),
      z.object({ a: z.optional(z.string()) }),
      z.email(),
      z._default(z.string(), 'x'),
      z.number(),
    ];
    for (const schema of schemas)
      for (const value of [...strange, { a: 'x', b: 1 }, { a: 1 }, 'a@b.vn'])
        expect(compileCheck(schema)(value)).toBe(schema.safeParse(value).success);
  });

  test('[D10] every schema of an event is known through and through: no part of it takes the slow way', () => {
    for (const type of dossierEventTypes) {
      const { schema } = eventDefinitions[type];
      const slow: string[] = [];
      const parts = partsOf(schema);
      const originals = parts.map((part) => part.safeParse);
      for (const part of parts) {
        const original = part.safeParse;
        part.safeParse = (value) => {
          slow.push(part._zod.def.type);
          return original(value);
        };
      }
      expect(compileCheck(schema)(sampleData[type])).toBe(true);
      expect(slow).toEqual([]);
      parts.forEach((part, i) => (part.safeParse = must(originals[i], 'as many as parts')));
    }
  });
});

interface Part {
  safeParse: (value: unknown) => unknown;
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Record<string, Part>;
      readonly element?: Part;
      readonly innerType?: Part;
      readonly options?: readonly Part[];
    };
  };
}

function partsOf(schema: unknown): readonly Part[] {
  const part = schema as Part;
  const { shape, element, innerType, options = [] } = part._zod.def;
  const inner = [...Object.values(shape ?? {}), ...options, element, innerType].filter((one) => one !== undefined);
  return [part, ...inner.flatMap(partsOf)];
}
