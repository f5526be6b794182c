/** Random tokens and their hashes. Only hashes are stored, so a stolen database opens no door. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Random } from '@onestop/shared/ports.ts';

/** Without 0/O, 1/I/L and U: read aloud, typed and scanned without mistakes. */
const codeLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

export function newToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** `K7QM4-T2PXA`: ten letters of thirty, 49 bits; codes die after one use, a short time, and many wrong tries. */
export function newEnrolCode(random: Random): string {
  let code = '';
  while (code.length < 10) {
    for (const byte of random.bytes(16)) if (byte < 240 && code.length < 10) code += codeLetters[byte % 30];
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What an officer may type: lower case, spaces, without the dash. */
export function normaliseEnrolCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function hashEnrolCode(typed: string): string {
  return hashSecret(`enrol:${normaliseEnrolCode(typed)}`);
}

export function keyedHash(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
