/**
 * Packs an encoded message: one byte of format, the length of what is inside, the compressed bytes. Formats: 0 stored (no length), 1 raw deflate
 * with preset dictionary 1, 2 raw deflate. The length is known before anything is inflated, so a bomb is refused unopened.
 */
import { deflateSync, inflateSync } from 'fflate';
import { type Result, err, ok } from '../kernel/result.ts';
import { ByteReader, MalformedFault } from './columns/byte-reader.ts';
import { ByteWriter } from './columns/byte-writer.ts';
import { presetDictionary1 } from './dictionary.ts';
import { limits } from './limits.ts';
import type { WireProblem } from './wire.ts';

/** Raw deflate. A server may give the one of its runtime. `inflate` answers undefined where the bytes are damaged or not of that size. */
export interface Compressor {
  readonly deflate: (bytes: Uint8Array, dictionary: Uint8Array | undefined) => Uint8Array;
  readonly inflate: (bytes: Uint8Array, size: number, dictionary: Uint8Array | undefined) => Uint8Array | undefined;
}

const formatStored = 0;
const formatWithDictionary = 1;
const formatPlain = 2;

/** Above this the dictionary is no help: the message fills the window by itself. */
const dictionaryBytesMax = 16_384;

export const fflateCompressor: Compressor = {
  deflate: (bytes, dictionary) => deflateSync(bytes, dictionary ? { level: 6, dictionary } : { level: 6 }),
  inflate: (bytes, size, dictionary) => {
    // One byte more than expected, so that too long an output shows.
    const out = new Uint8Array(size + 1);
    try {
      const inflated = inflateSync(bytes, dictionary ? { out, dictionary } : { out });
      return inflated.length === size ? inflated : undefined;
    } catch (fault) {
      // Damaged input is an expected answer here, whatever the library calls it.
      if (fault instanceof Error) return undefined;
      throw fault;
    }
  },
};

export function pack(bytes: Uint8Array, compressor: Compressor = fflateCompressor): Uint8Array {
  const dictionary = bytes.length <= dictionaryBytesMax ? presetDictionary1 : undefined;
  const deflated = compressor.deflate(bytes, dictionary);
  const out = new ByteWriter(deflated.length + 16);
  if (deflated.length + 2 >= bytes.length) {
    out.byte(formatStored);
    out.bytes(bytes);
  } else {
    out.byte(dictionary ? formatWithDictionary : formatPlain);
    out.uint(bytes.length);
    out.bytes(deflated);
  }
  return out.toBytes();
}

export function unpack(
  packed: Uint8Array,
  compressor: Compressor = fflateCompressor,
  unpackedBytesMax: number = limits.unpackedBytesMax,
): Result<Uint8Array, WireProblem> {
  const format = packed[0];
  if (format === formatStored) return sized(packed.subarray(1), unpackedBytesMax);
  if (format !== formatWithDictionary && format !== formatPlain) return err({ code: 'wire/malformed', detail: 'unknown pack format' });
  const from = new ByteReader(packed.subarray(1), { left: 0 });
  const size = sizeOf(from);
  if (size === undefined) return err({ code: 'wire/malformed', detail: 'packed length' });
  if (size > unpackedBytesMax) return err({ code: 'wire/too-large', detail: `${size} bytes` });
  const bytes = compressor.inflate(from.bytes(from.left), size, format === formatWithDictionary ? presetDictionary1 : undefined);
  return bytes ? ok(bytes) : err({ code: 'wire/malformed', detail: 'damaged' });
}

function sized(bytes: Uint8Array, bytesMax: number): Result<Uint8Array, WireProblem> {
  return bytes.length > bytesMax ? err({ code: 'wire/too-large', detail: `${bytes.length} bytes` }) : ok(bytes);
}

function sizeOf(from: ByteReader): number | undefined {
  try {
    return from.uint();
  } catch (fault) {
    if (fault instanceof MalformedFault) return undefined;
    throw fault;
  }
}
