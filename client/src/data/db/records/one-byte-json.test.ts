import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneByteJson } from './one-byte-json.ts';

describe('JSON in one-byte characters', () => {
  it('[E28] comes back equal, whatever the text, and has no character beyond one byte', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = oneByteJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect([...text].every((character) => character.charCodeAt(0) < 256)).toBe(true);
      }),
    );
    const name = 'Nguyễn Thị Ngọc Ánh \u{1f600} \ud800 "\\u1ec5"';
    expect(JSON.parse(oneByteJson({ name }))).toEqual({ name });
  });
});
