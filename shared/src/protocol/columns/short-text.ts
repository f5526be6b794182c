/**
 * One string by itself. Shapes that this product is full of (dates, long digit strings, dossier ids and codes, agency identifiers) are
 * recognised by the value alone and packed; everything else is text. Packing is used only where unpacking gives back the very same string.
 */
import { dossierIdPattern } from '../../kernel/ids.ts';
import { type PlainDate, dayNumberToPlainDate, parsePlainDate, plainDateToDayNumber } from '../../kernel/plain-date.ts';
import { type ByteReader, MalformedFault } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const asDate = 0;
const asDigits = 1;
const asDossierId = 2;
const asAgency = 3;
const asCode = 4;
const asName = 5;
/** Tags from here on are text of `tag - asText` bytes. */
const asText = 8;

const agencyPattern = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/;
const codePattern = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4,7})$/;
/** Device and staff names: letters, digits and hyphens, three to two bytes. */
const namePattern = /^[a-z0-9-]{4,32}$/;
const nameCharacters = '-0123456789abcdefghijklmnopqrstuvwxyz';
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

export function writeShortText(out: ByteWriter, text: string): void {
  if (text.length >= 4 && text.length <= 32) {
    if (/^\d{4,15}$/.test(text)) {
      out.byte(asDigits);
      out.byte(text.length);
      writeDigits(out, text);
      return;
    }
    if (text.length === 10 && text.charCodeAt(4) === 45) {
      const date = parsePlainDate(text);
      if (date !== undefined) {
        out.byte(asDate);
        out.int(plainDateToDayNumber(date));
        return;
      }
    }
    if (text.length === 12 && /\d/.test(text) && dossierIdPattern.test(text)) {
      out.byte(asDossierId);
      writeDossierIds(out, [text]);
      return;
    }
    if (agencyPattern.test(text)) {
      out.byte(asAgency);
      writeAgency(out, text);
      return;
    }
    const code = codePattern.exec(text);
    if (code) {
      out.byte(asCode);
      writeAgency(out, code[1] as string);
      writeDigits(out, code[2] as string);
      out.byte((code[3] as string).length);
      writeDigits(out, code[3] as string);
      return;
    }
    if (/\d/.test(text) && namePattern.test(text)) {
      out.byte(asName);
      writeName(out, text);
      return;
    }
  }
  // The length in bytes comes first, so it is counted first.
  out.uint(asText + byteLength(text));
  out.text(text);
}

export function readShortText(from: ByteReader): string {
  const tag = from.uint();
  if (tag >= asText) return from.text(tag - asText);
  from.spend(12);
  switch (tag) {
    case asDate:
      return readDate(from);
    case asDigits:
      return readDigits(from, from.byte());
    case asDossierId:
      return readDossierIds(from, 1)[0] as string;
    case asAgency:
      return readAgency(from);
    case asCode:
      return `${readAgency(from)}-${readDigits(from, 6)}-${readDigits(from, from.byte())}`;
    case asName:
      return readName(from);
    default:
      throw new MalformedFault('unknown form of text');
  }
}

export function checkedDate(dayNumber: number): PlainDate {
  const text = dayNumber >= -70_000 && dayNumber <= 100_000 ? dayNumberToPlainDate(dayNumber) : '';
  const date = parsePlainDate(text);
  if (date === undefined) throw new MalformedFault('not a date');
  return date;
}

/** 60 random bits an id, without a gap: 15 bytes for two. */
export function writeDossierIds(out: ByteWriter, ids: readonly string[]): void {
  const span = out.span(Math.ceil((ids.length * 60) / 8));
  let held = 0;
  let bits = 0;
  let n = 0;
  for (const id of ids) {
    for (let i = 0; i < 12; i++) {
      held = (held << 5) | (crockfordValues[id.charCodeAt(i)] as number);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        span[n++] = held >> bits;
        held &= (1 << bits) - 1;
      }
    }
  }
  if (bits > 0) span[n] = held << (8 - bits);
}

export function readDossierIds(from: ByteReader, count: number): string[] {
  const span = from.bytes(Math.ceil((count * 60) / 8));
  const ids: string[] = [];
  let held = 0;
  let bits = 0;
  let n = 0;
  for (let k = 0; k < count; k++) {
    let id = '';
    for (let i = 0; i < 12; i++) {
      if (bits < 5) {
        held = (held << 8) | (span[n++] as number);
        bits += 8;
      }
      bits -= 5;
      id += crockford.charAt(held >> bits);
      held &= (1 << bits) - 1;
    }
    ids.push(id);
  }
  return ids;
}

const crockfordValues = new Uint8Array(128);
for (let i = 0; i < crockford.length; i++) crockfordValues[crockford.charCodeAt(i)] = i;

function readDate(from: ByteReader): string {
  return checkedDate(from.int());
}

/** Up to 15 digits as one number in as few bytes as they need. */
function writeDigits(out: ByteWriter, digits: string): void {
  let rest = Number(digits);
  const bytes = digitBytes(digits.length);
  const span = out.span(bytes);
  for (let i = bytes - 1; i >= 0; i--) {
    span[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function readDigits(from: ByteReader, length: number): string {
  if (length < 1 || length > 15) throw new MalformedFault('too many digits');
  let value = 0;
  for (const byte of from.bytes(digitBytes(length))) value = value * 256 + byte;
  if (value >= 10 ** length) throw new MalformedFault('too many digits');
  return String(value).padStart(length, '0');
}

function digitBytes(length: number): number {
  return Math.ceil((length * Math.log2(10)) / 8);
}

/** `000.12.38.H05` is 7 digits, a letter and 2 digits. */
function writeAgency(out: ByteWriter, text: string): void {
  const letter = text.charCodeAt(10) - 65;
  const digits = text.slice(0, 3) + text.slice(4, 6) + text.slice(7, 9) + text.slice(11);
  let rest = Number(digits) * 26 + letter;
  const span = out.span(5);
  for (let i = 4; i >= 0; i--) {
    span[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function readAgency(from: ByteReader): string {
  let value = 0;
  for (const byte of from.bytes(5)) value = value * 256 + byte;
  const number = Math.floor(value / 26);
  if (number >= 10 ** 9) throw new MalformedFault('not an agency identifier');
  const digits = String(number).padStart(9, '0');
  return `${digits.slice(0, 3)}.${digits.slice(3, 5)}.${digits.slice(5, 7)}.${String.fromCharCode(65 + (value % 26))}${digits.slice(7)}`;
}

function writeName(out: ByteWriter, text: string): void {
  out.byte(text.length);
  for (let i = 0; i < text.length; i += 3) {
    let value = 0;
    for (let k = 0; k < 3; k++) value = value * 38 + (i + k < text.length ? nameCharacters.indexOf(text.charAt(i + k)) + 1 : 0);
    out.byte(value >> 8);
    out.byte(value & 255);
  }
}

function readName(from: ByteReader): string {
  const length = from.byte();
  let text = '';
  while (text.length < length) {
    const value = from.byte() * 256 + from.byte();
    for (const place of [1444, 38, 1]) {
      const digit = Math.floor(value / place) % 38;
      if (text.length < length) text += nameCharacters.charAt(digit - 1);
      if (digit === 0) break;
    }
    if (value === 0 || value >= 54_872) throw new MalformedFault('not a name');
  }
  return text;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes++;
    else if (c < 0x800) bytes += 2;
    else if (c >= 0xd800 && c < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}
