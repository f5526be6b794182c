/**
 * A column of any JSON values. Uniform kinds cost one byte; objects become one column per member, arrays one column of lengths and one of all
 * their items. What the columns *are* (kinds, member names) goes to the `shape` stream, what they *hold* to the `body` stream: shapes of the
 * same kind of event are equal byte for byte, so the preset dictionary swallows them whole.
 * Equal values come back: members in any order, absent for `undefined`, 0 for -0, as canonical JSON has it.
 */
import type { Json } from '../../kernel/canonical-json.ts';
import { type ByteReader, MalformedFault } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { filled } from './filled.ts';
import { readInts, writeInts } from './ints.ts';
import { readStrings, writeStrings } from './strings.ts';

export type Value = Json | undefined;

export interface Streams<S> {
  readonly shape: S;
  readonly body: S;
}

const kindNull = 0;
const kindFalse = 1;
const kindTrue = 2;
const kindInteger = 3;
const kindFloat = 4;
const kindString = 5;
const kindArray = 6;
const kindObject = 7;
const kindAbsent = 8;
/** The column as JSON text: for objects with very many different members and for very deep values. */
const kindText = 9;
/** Several kinds: this, a mask of the kinds, and a column of which is where. */
const kindMixed = 10;

const membersMax = 200;
const depthMax = 24;
const textDepthMax = 500;

type JsonObject = { readonly [key: string]: Value };

export function writeValues(out: Streams<ByteWriter>, values: readonly Value[], depth = 0): void {
  if (values.length === 0) return;
  let mask = 0;
  for (const value of values) mask |= 1 << kindOf(value);
  const present = kindsOf(mask);
  const uniform = present.length === 1;
  const kinds = uniform ? [] : values.map(kindOf);
  const rowsOf = (kind: number): readonly Value[] => (uniform ? values : values.filter((_, i) => kinds[i] === kind));
  const names = (mask >> kindObject) & 1 ? memberNames(rowsOf(kindObject) as readonly JsonObject[]) : [];
  if (depth >= depthMax || names.length > membersMax) {
    out.shape.byte(kindText);
    writeStrings(out.body, values.map(textOf));
    return;
  }
  if (!uniform) {
    out.shape.byte(kindMixed);
    out.shape.uint(mask);
    writeInts(
      out.body,
      kinds.map((kind) => present.indexOf(kind)),
    );
  }
  for (const kind of present) {
    if (uniform) out.shape.byte(kind);
    if (kind === kindObject) writeObjects(out, rowsOf(kind) as readonly JsonObject[], names, depth);
    else writeKind(out, kind, rowsOf(kind), depth);
  }
}

export function readValues(from: Streams<ByteReader>, n: number, depth = 0): Value[] {
  if (n === 0) return [];
  from.body.spendValues(n);
  if (depth > depthMax) throw new MalformedFault('too deep');
  const kind = from.shape.byte();
  if (kind !== kindMixed) return readKind(from, kind, n, depth);
  const mask = from.shape.uint();
  if (mask >= 1 << kindText) throw new MalformedFault('unknown kind of value');
  const present = kindsOf(mask);
  const kinds = readInts(from.body, n);
  const rowsByKind = present.map((): number[] => []);
  for (let i = 0; i < n; i++) {
    const rows = rowsByKind[kinds[i] as number];
    if (rows === undefined) throw new MalformedFault('unknown kind of value');
    rows.push(i);
  }
  const values = filled<Value>(n, null);
  present.forEach((one, k) => {
    const rows = rowsByKind[k] as number[];
    if (rows.length === 0) throw new MalformedFault('a kind without values');
    readKind(from, one, rows.length, depth).forEach((value, i) => (values[rows[i] as number] = value));
  });
  return values;
}

function kindOf(value: Value): number {
  switch (typeof value) {
    case 'string':
      return kindString;
    case 'number':
      return Number.isSafeInteger(value) ? kindInteger : kindFloat;
    case 'boolean':
      return value ? kindTrue : kindFalse;
    case 'undefined':
      return kindAbsent;
    default:
      if (value === null) return kindNull;
      return Array.isArray(value) ? kindArray : kindObject;
  }
}

function kindsOf(mask: number): number[] {
  const kinds: number[] = [];
  for (let kind = 0; kind <= kindText; kind++) if ((mask >> kind) & 1) kinds.push(kind);
  return kinds;
}

function writeKind(out: Streams<ByteWriter>, kind: number, values: readonly Value[], depth: number): void {
  if (kind === kindInteger) writeInts(out.body, values as readonly number[]);
  else if (kind === kindFloat) for (const value of values) out.body.float(value as number);
  else if (kind === kindString) writeStrings(out.body, values as readonly string[]);
  else if (kind === kindArray) writeArrays(out, values as readonly (readonly Value[])[], depth);
}

function readKind(from: Streams<ByteReader>, kind: number, n: number, depth: number): Value[] {
  switch (kind) {
    case kindNull:
      return filled<Value>(n, null);
    case kindFalse:
      return filled<Value>(n, false);
    case kindTrue:
      return filled<Value>(n, true);
    case kindAbsent:
      return filled<Value>(n, undefined);
    case kindInteger:
      return readInts(from.body, n);
    case kindFloat:
      return Array.from({ length: n }, () => from.body.float());
    case kindString:
      return readStrings(from.body, n);
    case kindArray:
      return readArrays(from, n, depth);
    case kindObject:
      return readObjects(from, n, depth);
    case kindText:
      return readStrings(from.body, n).map(parseText);
    default:
      throw new MalformedFault('unknown kind of value');
  }
}

function writeArrays(out: Streams<ByteWriter>, arrays: readonly (readonly Value[])[], depth: number): void {
  writeInts(
    out.body,
    arrays.map((array) => array.length),
  );
  // An absent item is null, as in JSON text.
  writeValues(
    out,
    arrays.flatMap((array) => Array.from(array, (item) => item ?? null)),
    depth + 1,
  );
}

function readArrays(from: Streams<ByteReader>, n: number, depth: number): Value[] {
  const lengths = readInts(from.body, n);
  let total = 0;
  for (const length of lengths) {
    if (length < 0) throw new MalformedFault('negative length');
    total += length;
  }
  from.body.spendValues(total);
  const items = readValues(from, total, depth + 1);
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return items.slice(at - length, at) as Json[];
  });
}

function writeObjects(out: Streams<ByteWriter>, rows: readonly JsonObject[], names: readonly string[], depth: number): void {
  out.shape.uint(names.length);
  for (const key of names) {
    writeName(out.shape, key);
    // Members inherited from Object.prototype ("toString") are not data.
    const inherited = key in Object.prototype;
    writeValues(
      out,
      rows.map((row) => (inherited && !Object.hasOwn(row, key) ? undefined : row[key])),
      depth + 1,
    );
  }
}

function readObjects(from: Streams<ByteReader>, n: number, depth: number): Value[] {
  const rows = Array.from({ length: n }, (): Record<string, Value> => ({}));
  const keys = from.shape.count(membersMax);
  const columns: { readonly key: string; readonly column: readonly Value[] }[] = [];
  for (let k = 0; k < keys; k++) {
    const key = from.shape.text(from.shape.uint());
    columns.push({ key, column: readValues(from, n, depth + 1) });
  }
  // Members in canonical order, sorted once for all rows: hashing them is cheap then (`canonicalJson`).
  columns.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { key, column } of columns) {
    if (key === '__proto__') {
      for (let i = 0; i < n; i++) defineMember(rows[i] as object, key, column[i]);
    } else {
      for (let i = 0; i < n; i++) {
        const value = column[i];
        if (value !== undefined) (rows[i] as Record<string, Value>)[key] = value;
      }
    }
  }
  return rows as Value[];
}

function defineMember(row: object, key: string, value: Value): void {
  if (value !== undefined) Object.defineProperty(row, key, { value, enumerable: true, configurable: true, writable: true });
}

/** In the order of first appearance. */
function memberNames(rows: readonly JsonObject[]): string[] {
  const names = new Set<string>();
  let before: readonly string[] = [];
  for (const row of rows) {
    const keys = Object.keys(row);
    // Rows of one column mostly have the very same members in the same order.
    let same = keys.length === before.length;
    for (let i = 0; same && i < keys.length; i++) same = keys[i] === before[i];
    if (same) continue;
    let whole = true;
    for (const key of keys) {
      if (row[key] === undefined) whole = false;
      else names.add(key);
    }
    before = whole ? keys : [];
  }
  return [...names];
}

function writeName(out: ByteWriter, name: string): void {
  const text = new ByteWriter(name.length * 3);
  text.text(name);
  out.uint(text.length);
  out.bytes(text.toBytes());
}

/** Absent is the empty text, which is no JSON. */
function textOf(value: Value): string {
  if (value === undefined) return '';
  const text = JSON.stringify(value);
  if (nestingOf(text) > textDepthMax) throw new Error(`a value is nested more than ${textDepthMax} deep`);
  return text;
}

function parseText(text: string): Value {
  if (text === '') return undefined;
  if (nestingOf(text) > textDepthMax) throw new MalformedFault('too deep');
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new MalformedFault('not JSON', { cause });
  }
}

function nestingOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) most = Math.max(most, ++depth);
    else if (c === 93 || c === 125) depth--;
  }
  return most;
}
