/**
 * A column of strings. In this order: one constant; a dictionary where strings repeat; strings sorted into classes by their look (dates, digit
 * strings of one length, dossier ids, other text), each class a column of its own; text split into words or comma-separated parts,
 * where every place is again a column (surnames beside surnames, districts beside districts); else the plain text with its lengths.
 */
import { dossierIdPattern } from '../../kernel/ids.ts';
import { parsePlainDate, plainDateToDayNumber } from '../../kernel/plain-date.ts';
import { type ByteReader, MalformedFault } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { filled } from './filled.ts';
import { columnValuesMin, readInts, writeInts } from './ints.ts';
import { checkedDate, readDossierIds, readShortText, writeDossierIds, writeShortText } from './short-text.ts';

const formConstant = 1;
const formDictionary = 2;
const formOneClass = 3;
const formClasses = 4;

const classText = 0;
const classDate = 1;
const classDossierId = 2;
/** Digit strings of length L are class `classDigits + L`. */
const classDigits = 8;
const digitsMax = 15;

const textPlain = 0;
/** 1 + index in `separators`. */
const textSplit = 1;
/** Aligned from the end: the last part of an address is the province, however many parts come before. */
const separators = [
  { text: ', ', fromEnd: true, partsMeanMax: 8 },
  { text: ' ', fromEnd: false, partsMeanMax: 7 },
  { text: '-', fromEnd: false, partsMeanMax: 5 },
  { text: '/', fromEnd: true, partsMeanMax: 5 },
  { text: '.', fromEnd: true, partsMeanMax: 5 },
] as const;
const splitDepthMax = 3;
const splitRowsMin = 24;
/** A dictionary may stand between two splits. */
const nestingMax = 2 * splitDepthMax + 2;

export function writeStrings(out: ByteWriter, values: readonly string[], depth = 0, mayRepeat = true): void {
  const n = values.length;
  if (n < columnValuesMin) {
    for (const value of values) writeShortText(out, value);
    return;
  }
  if (mayRepeat) {
    if (values.every((value) => value === values[0])) {
      out.byte(formConstant);
      writeShortText(out, values[0] as string);
      return;
    }
    const counts = countsOf(values, n * 0.6);
    if (counts) {
      writeDictionary(out, values, counts, depth);
      return;
    }
  }
  writeClasses(out, values, depth);
}

export function readStrings(from: ByteReader, n: number, depth = 0): string[] {
  from.spendValues(n);
  const values: string[] = [];
  if (n < columnValuesMin) {
    for (let i = 0; i < n; i++) values.push(readShortText(from));
    return values;
  }
  switch (from.byte()) {
    case formConstant: {
      const value = readShortText(from);
      from.spend(n * value.length);
      return filled(n, value);
    }
    case formDictionary:
      return readDictionary(from, n, depth);
    case formOneClass:
      return readClass(from, from.byte(), n, depth);
    case formClasses:
      return readClasses(from, n, depth);
    default:
      throw new MalformedFault('unknown form of strings');
  }
}

/** Undefined as soon as there are more than `distinctMax` different ones. */
function countsOf(values: readonly string[], distinctMax: number): Map<string, number> | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    const count = counts.get(value);
    if (count === undefined && counts.size + 1 > distinctMax) return undefined;
    counts.set(value, (count ?? 0) + 1);
  }
  return counts;
}

/** Most frequent first, so that most indices are small. */
function writeDictionary(out: ByteWriter, values: readonly string[], counts: ReadonlyMap<string, number>, depth: number): void {
  out.byte(formDictionary);
  const entries = [...counts].sort((a, b) => b[1] - a[1]);
  const indexByText = new Map<string, number>();
  const texts: string[] = [];
  for (const [text] of entries) {
    indexByText.set(text, texts.length);
    texts.push(text);
  }
  out.uint(texts.length);
  writeStrings(out, texts, depth, false);
  writeInts(
    out,
    values.map((value) => indexByText.get(value) as number),
  );
}

function readDictionary(from: ByteReader, n: number, depth: number): string[] {
  const texts = readStrings(from, from.count(n), depth + 1);
  return readInts(from, n).map((index) => {
    const text = texts[index];
    if (text === undefined) throw new MalformedFault('index outside the dictionary');
    from.spend(text.length);
    return text;
  });
}

function writeClasses(out: ByteWriter, values: readonly string[], depth: number): void {
  const classes = values.map(classOf);
  const present = [...new Set(classes)].sort((a, b) => a - b);
  if (present.length === 1) {
    out.byte(formOneClass);
    out.byte(present[0] as number);
    writeClass(out, present[0] as number, values, depth);
    return;
  }
  out.byte(formClasses);
  writeInts(out, classes);
  for (const one of present)
    writeClass(
      out,
      one,
      values.filter((_, i) => classes[i] === one),
      depth,
    );
}

function readClasses(from: ByteReader, n: number, depth: number): string[] {
  const classes = readInts(from, n);
  const rowsByClass = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const one = classes[i] as number;
    const rows = rowsByClass.get(one);
    if (rows) rows.push(i);
    else rowsByClass.set(one, [i]);
  }
  const values = filled(n, '');
  for (const one of [...rowsByClass.keys()].sort((a, b) => a - b)) {
    const rows = rowsByClass.get(one) as number[];
    readClass(from, one, rows.length, depth).forEach((value, i) => (values[rows[i] as number] = value));
  }
  return values;
}

function classOf(text: string): number {
  const first = text.charCodeAt(0);
  if (!(first >= 48 && first <= 57) && text.length !== 12) return classText;
  if (text.length <= digitsMax && /^\d+$/.test(text)) return classDigits + text.length;
  if (text.length === 10 && parsePlainDate(text) !== undefined) return classDate;
  return text.length === 12 && dossierIdPattern.test(text) ? classDossierId : classText;
}

function writeClass(out: ByteWriter, one: number, values: readonly string[], depth: number): void {
  if (one === classText) writeText(out, values, depth);
  else if (one === classDate)
    writeInts(
      out,
      values.map((value) => plainDateToDayNumber(value as never)),
    );
  else if (one === classDossierId) writeDossierIds(out, values);
  else writeDigitColumn(out, values, one - classDigits);
}

function readClass(from: ByteReader, one: number, n: number, depth: number): string[] {
  if (one === classText) return readText(from, n, depth);
  from.spend(n * 12);
  if (one === classDate) return readInts(from, n).map(checkedDate);
  if (one === classDossierId) return readDossierIds(from, n);
  if (one <= classDigits || one > classDigits + digitsMax) throw new MalformedFault('unknown class of strings');
  return readDigitColumn(from, n, one - classDigits);
}

/** Serial numbers are numbers that grow; identity and phone numbers are pairs of digits, each pair a plane (province, century, year, …). */
function writeDigitColumn(out: ByteWriter, values: readonly string[], length: number): void {
  const numbers = values.map(Number);
  let near = length <= 4;
  if (!near) {
    let jumps = 0;
    for (let i = 1; i < numbers.length; i++) if (Math.abs((numbers[i] as number) - (numbers[i - 1] as number)) > 1000) jumps++;
    near = jumps * 8 < numbers.length;
  }
  out.byte(near ? 1 : 0);
  if (near) {
    writeInts(out, numbers);
    return;
  }
  const padded = length % 2 === 0 ? values : values.map((value) => `0${value}`);
  for (let at = 0; at < length; at += 2) {
    const span = out.span(padded.length);
    for (let i = 0; i < padded.length; i++) {
      const value = padded[i] as string;
      span[i] = (value.charCodeAt(at) - 48) * 10 + (value.charCodeAt(at + 1) - 48);
    }
  }
}

function readDigitColumn(from: ByteReader, n: number, length: number): string[] {
  if (from.byte() === 1) {
    return readInts(from, n).map((value) => {
      if (value < 0 || value >= 10 ** length) throw new MalformedFault('too many digits');
      return String(value).padStart(length, '0');
    });
  }
  const values = filled(n, '');
  for (let at = 0; at < length; at += 2) {
    const span = from.bytes(n);
    const odd = length % 2 === 1 && at === 0;
    for (let i = 0; i < n; i++) {
      const pair = span[i] as number;
      if (pair > (odd ? 9 : 99)) throw new MalformedFault('not a pair of digits');
      values[i] = (values[i] as string) + (odd || pair > 9 ? '' : '0') + String(pair);
    }
  }
  return values;
}

function writeText(out: ByteWriter, values: readonly string[], depth: number): void {
  const separator =
    depth < splitDepthMax && values.length >= splitRowsMin ? separators.findIndex((one) => worthSplitting(values, one)) : -1;
  if (separator >= 0) {
    out.byte(textSplit + separator);
    writeParts(out, values, separator, depth);
    return;
  }
  out.byte(textPlain);
  writeInts(
    out,
    values.map((value) => value.length),
  );
  const joined = values.join('');
  const body = new ByteWriter(joined.length * 3);
  body.text(joined);
  out.uint(body.length);
  out.bytes(body.toBytes());
}

function readText(from: ByteReader, n: number, depth: number): string[] {
  const form = from.byte();
  if (form !== textPlain) return readParts(from, n, form - textSplit, depth);
  const lengths = readInts(from, n);
  const joined = from.text(from.uint());
  let at = 0;
  const values = lengths.map((length) => {
    if (length < 0 || at + length > joined.length) throw new MalformedFault('text ends too early');
    at += length;
    return joined.slice(at - length, at);
  });
  if (at !== joined.length) throw new MalformedFault('text is too long');
  return values;
}

function worthSplitting(values: readonly string[], separator: (typeof separators)[number]): boolean {
  let having = 0;
  let parts = 0;
  for (const value of values) {
    let found = 0;
    for (let at = value.indexOf(separator.text); at >= 0; at = value.indexOf(separator.text, at + separator.text.length)) found++;
    if (found > 0) having++;
    parts += found + 1;
  }
  return having >= values.length * 0.7 && parts <= values.length * separator.partsMeanMax;
}

function writeParts(out: ByteWriter, values: readonly string[], separator: number, depth: number): void {
  const { text, fromEnd } = separators[separator] as (typeof separators)[number];
  const rows = values.map((value) => value.split(text));
  const counts = rows.map((parts) => parts.length);
  const columns = Array.from({ length: Math.max(...new Set(counts)) }, (): string[] => []);
  for (const parts of rows) {
    const last = parts.length - 1;
    for (let i = 0; i <= last; i++) columns[fromEnd ? last - i : i]?.push(parts[i] as string);
  }
  writeInts(out, counts);
  for (const column of columns) writeStrings(out, column, depth + 1);
}

function readParts(from: ByteReader, n: number, separator: number, depth: number): string[] {
  const kind = separators[separator];
  if (kind === undefined || depth > nestingMax) throw new MalformedFault('unknown form of text');
  const counts = readInts(from, n);
  // Every row has at least one part, so none stays undefined.
  const texts = filled<string | undefined>(n, undefined);
  let most = 0;
  for (const count of counts) {
    if (count < 1) throw new MalformedFault('text without parts');
    if (count > most) most = count;
  }
  for (let place = 0; place < most; place++) {
    const rows: number[] = [];
    for (let i = 0; i < n; i++) if ((counts[i] as number) > place) rows.push(i);
    const column = readStrings(from, rows.length, depth + 1);
    rows.forEach((row, i) => {
      const value = column[i] as string;
      const text = texts[row];
      if (text === undefined) texts[row] = value;
      else texts[row] = kind.fromEnd ? value + kind.text + text : text + kind.text + value;
      from.spend(kind.text.length);
    });
    from.spendValues(n);
  }
  return texts as string[];
}
