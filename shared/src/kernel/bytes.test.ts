import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlToBytes, bytesToBase64url, bytesToHex, concatBytes, hexToBytes } from './bytes.ts';
import { utf8Decode, utf8Encode, wtf8EncodeInto } from './utf8.ts';

test('[S3] hex and base64url agree with the runtime and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(bytesToHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(bytesToBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
      expect(base64urlToBytes(bytesToBase64url(bytes))).toEqual(bytes);
      expect(concatBytes([bytes.slice(0, 3), bytes.slice(3)])).toEqual(bytes);
    }),
  );
});

test('[S5] what is not hex or base64url is undefined', () => {
  for (const text of ['a', 'zz', '0g']) expect(hexToBytes(text)).toBeUndefined();
  for (const text of ['a', 'ab=', 'a+', 'ă1']) expect(base64urlToBytes(text)).toBeUndefined();
});

test('[S4] any string survives the way through bytes, lone surrogates too', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
      const out = new Uint8Array(text.length * 3);
      expect(utf8Decode(out.subarray(0, wtf8EncodeInto(text, out, 0)))).toBe(text);
      expect(Buffer.from(utf8Encode(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
    }),
  );
});

test('[S5] cut, overlong and too large sequences are no text', () => {
  for (const bytes of [
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe1, 0xbb],
    [0x80],
    [0xff],
    [0xc3, 0x41],
  ]) {
    expect(utf8Decode(Uint8Array.from(bytes))).toBeUndefined();
  }
});
