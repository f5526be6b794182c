/**
 * A column of safe integers. From `columnValuesMin` values on it is one of: one constant; distances from the least value; differences of
 * neighbours. Distances are divided by their common divisor (due times are whole half hours, fees whole thousands) and written as byte
 * planes, highest first, because equal-looking bytes beside each other are what deflate is good at. The cheaper form by entropy wins.
 */
import { type ByteReader, MalformedFault } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { filled } from './filled.ts';

/** Shorter columns are written value by value, without a form byte. */
export const columnValuesMin = 6;

const formConstant = 0;
const formDistance = 1;
const formDifference = 2;
const formPlain = 3;

interface Planes {
  readonly least: number;
  readonly divisor: number;
  readonly width: number;
  readonly steps: Float64Array;
  readonly bits: number;
}

export function writeInts(out: ByteWriter, values: ArrayLike<number>): void {
  const n = values.length;
  if (n < columnValuesMin) {
    for (let i = 0; i < n; i++) out.int(values[i] as number);
    return;
  }
  const first = values[0] as number;
  let constant = true;
  for (let i = 1; i < n && constant; i++) constant = values[i] === first;
  if (constant) {
    out.byte(formConstant);
    out.int(first);
    return;
  }
  const distance = planesOf(values);
  const differences = new Float64Array(n - 1);
  for (let i = 1; i < n; i++) differences[i - 1] = (values[i] as number) - (values[i - 1] as number);
  const difference = planesOf(differences);
  if (difference && (!distance || difference.bits < distance.bits)) {
    out.byte(formDifference);
    out.int(first);
    writePlanes(out, difference);
  } else if (distance) {
    out.byte(formDistance);
    writePlanes(out, distance);
  } else {
    out.byte(formPlain);
    for (let i = 0; i < n; i++) out.int(values[i] as number);
  }
}

export function readInts(from: ByteReader, n: number): number[] {
  from.spendValues(n);
  if (n < columnValuesMin) return readPlain(from, n);
  switch (from.byte()) {
    case formConstant:
      return filled(n, from.int());
    case formDistance:
      return readPlanes(from, n);
    case formDifference: {
      const first = from.int();
      const differences = readPlanes(from, n - 1);
      const values = filled(n, first);
      for (let i = 1; i < n; i++) values[i] = safe((values[i - 1] as number) + (differences[i - 1] as number));
      return values;
    }
    case formPlain:
      return readPlain(from, n);
    default:
      throw new MalformedFault('unknown form of integers');
  }
}

function readPlain(from: ByteReader, n: number): number[] {
  const values: number[] = [];
  for (let i = 0; i < n; i++) values.push(from.int());
  return values;
}

function planesOf(values: ArrayLike<number>): Planes | undefined {
  const n = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most - least)) return undefined;
  let divisor = 0;
  for (let i = 0; i < n && divisor !== 1; i++) divisor = commonDivisor((values[i] as number) - least, divisor);
  if (divisor === 0) divisor = 1;
  const steps = new Float64Array(n);
  for (let i = 0; i < n; i++) steps[i] = ((values[i] as number) - least) / divisor;
  let width = 0;
  for (let top = (most - least) / divisor; top >= 1; top = Math.floor(top / 256)) width++;
  return { least, divisor, width, steps, bits: entropyBits(steps, width) };
}

function writePlanes(out: ByteWriter, planes: Planes): void {
  out.int(planes.least);
  out.uint(planes.divisor);
  out.byte(planes.width);
  for (let plane = planes.width - 1; plane >= 0; plane--) {
    fillPlane(planes.steps, plane, out.span(planes.steps.length));
  }
}

function fillPlane(steps: Float64Array, plane: number, span: Uint8Array): void {
  if (plane < 3) {
    const shift = plane * 8;
    // `>>>` takes the low 32 bits of the whole number, which hold the three lowest planes.
    for (let i = 0; i < span.length; i++) span[i] = (steps[i] as number) >>> shift;
    return;
  }
  const scale = 256 ** plane;
  for (let i = 0; i < span.length; i++) span[i] = Math.floor((steps[i] as number) / scale) % 256;
}

function readPlanes(from: ByteReader, n: number): number[] {
  const least = from.int();
  const divisor = from.uint();
  const width = from.byte();
  if (width > 7) throw new MalformedFault('integers too wide');
  const values = filled(n, 0);
  for (let plane = width - 1; plane >= 0; plane--) {
    const span = from.bytes(n);
    for (let i = 0; i < n; i++) values[i] = (values[i] as number) * 256 + (span[i] as number);
  }
  for (let i = 0; i < n; i++) values[i] = safe((values[i] as number) * divisor + least);
  return values;
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new MalformedFault('number too large');
  return value === 0 ? 0 : value;
}

function commonDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** What an ideal order-0 coder would need for the planes: close enough to what deflate will make of them. */
function entropyBits(steps: Float64Array, width: number): number {
  const plane = new Uint8Array(steps.length);
  let bits = 0;
  for (let p = 0; p < width; p++) {
    fillPlane(steps, p, plane);
    const counts = new Uint32Array(256);
    for (let i = 0; i < plane.length; i++) (counts[plane[i] as number] as number)++;
    for (const count of counts) if (count > 0) bits += count * Math.log2(plane.length / count);
  }
  return bits;
}
