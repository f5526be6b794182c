/**
 * Bytes of a text file as text: UTF-8 and UTF-16, with or without their mark. Anything else is refused with what it looks like: a wrong guess among the old
 * Vietnamese code pages would put wrong names on printed papers.
 */
import { strFromU8 } from 'fflate';
import { type Result, err, ok } from '../kernel/result.ts';
import type { TableProblem } from './table.ts';

export function decodeText(bytes: Uint8Array): Result<string, TableProblem> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok(utf16(bytes, 2, 0));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ok(utf16(bytes, 2, 1));
  const low = zerosAt(bytes, 1);
  const high = zerosAt(bytes, 0);
  if (low > 0.2 && high < 0.05) return ok(utf16(bytes, 0, 0));
  if (high > 0.2 && low < 0.05) return ok(utf16(bytes, 0, 1));
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return ok(strFromU8(bytes.subarray(start)));
  return err({ code: 'table/encoding', guess: looksLike1258(bytes) ? 'WINDOWS_1258' : 'LEGACY' });
}

/** Share of zero bytes at even (0) or odd (1) places of the beginning: half of a Latin text in UTF-16. */
function zerosAt(bytes: Uint8Array, odd: 0 | 1): number {
  const end = Math.min(bytes.length, 4_096);
  let zeros = 0;
  for (let i = odd; i < end; i += 2) if (bytes[i] === 0) zeros++;
  return end < 2 ? 0 : zeros / (end / 2);
}

function utf16(bytes: Uint8Array, from: number, highFirst: 0 | 1): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = from; i + 1 < bytes.length; i += 2) {
    units.push((bytes[i + 1 - highFirst] as number) * 256 + (bytes[i + highFirst] as number));
    if (units.length === 8_192) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join('') + String.fromCharCode(...units);
}

/** Strict enough to tell it from one-byte code pages: every lead byte has its followers. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const followers = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    if (followers === 0) return false;
    for (let k = 1; k <= followers; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
    i += followers;
  }
  return true;
}

/** In Windows-1258 a tone is a byte of its own behind its vowel. */
function looksLike1258(bytes: Uint8Array): boolean {
  const tones = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
  const vowels = new Set([...'aeiouyAEIOUY'].map((letter) => letter.charCodeAt(0)).concat([0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd]));
  let pairs = 0;
  for (let i = 1; i < bytes.length; i++) if (tones.has(bytes[i] as number) && vowels.has(bytes[i - 1] as number)) pairs++;
  return pairs > 1;
}
