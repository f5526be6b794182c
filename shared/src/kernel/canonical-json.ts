/**
 * One byte-stable form of a JSON value, for hashing and comparing: object keys sorted by UTF-16 code unit, no white space,
 * `undefined` members left out. After RFC 8785 (JCS) for the values this project stores: strings, safe integers, booleans,
 * null, arrays, objects. Other numbers are refused, because engines may print them differently.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What came from outside may hold numbers that have no one form. */
export class NoCanonicalForm extends Error {}

/** Throws `NoCanonicalForm` where the value has none. */
export function canonicalJson(value: unknown): string {
  // What a decoder built in canonical order is written by the engine itself, several times faster.
  return isInCanonicalOrder(value) ? JSON.stringify(value) : canonicalText(value);
}

function canonicalText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NoCanonicalForm(`not a safe integer: ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (value === null) return 'null';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (Array.isArray(value)) {
    let out = '[';
    for (let i = 0; i < value.length; i++) out += (i === 0 ? '' : ',') + canonicalText(value[i]);
    return out + ']';
  }
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    let out = '{';
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member === undefined) continue;
      out += (out.length === 1 ? '' : ',') + JSON.stringify(key) + ':' + canonicalText(member);
    }
    return out + '}';
  }
  throw new NoCanonicalForm(`cannot hold a ${typeof value}`);
}

/** Plain values whose members stand in order already and of which none is `undefined`: there `JSON.stringify` gives the canonical text. */
function isInCanonicalOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isInCanonicalOrder(value[i])) return false;
    return true;
  }
  if (value.constructor !== Object) return false;
  const record = value as Record<string, unknown>;
  let before = '';
  for (const key in record) {
    if (key < before || !isInCanonicalOrder(record[key])) return false;
    before = key;
  }
  return true;
}
