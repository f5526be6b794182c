/**
 * One byte-stable form of a JSON value, for hashing and comparing: object keys sorted by UTF-16 code unit, no white space,
 * `undefined` members left out. After RFC 8785 (JCS) for the values this project stores: strings, safe integers, booleans,
 * null, arrays, objects. Other numbers are refused, because engines may print them differently.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`canonicalJson: not a safe integer: ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (value === null) return 'null';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (Array.isArray(value)) {
    let out = '[';
    for (let i = 0; i < value.length; i++) out += (i === 0 ? '' : ',') + canonicalJson(value[i]);
    return out + ']';
  }
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    let out = '{';
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member === undefined) continue;
      out += (out.length === 1 ? '' : ',') + JSON.stringify(key) + ':' + canonicalJson(member);
    }
    return out + '}';
  }
  throw new Error(`canonicalJson: cannot hold a ${typeof value}`);
}

/** Whether `canonicalJson` would take it; for values from outside. */
export function isCanonicalJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isCanonicalJson);
  for (const member of Object.values(value)) if (member !== undefined && !isCanonicalJson(member)) return false;
  return true;
}
