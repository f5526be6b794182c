/**
 * Reads what `ByteWriter` wrote, from bytes nobody vouches for. Every read is bounded by the bytes there are, and everything that is made
 * from them is paid from a budget, so that a small body can never grow into a large memory (a column may repeat one value for nothing).
 * A fault is thrown as `MalformedFault` and becomes a `Result` at the edge of `wire.ts`; it never leaves this folder otherwise.
 */
import { utf8Decode } from '../../kernel/utf8.ts';

export class MalformedFault extends Error {}

/** The message is well-formed so far, but larger than anything the product sends. */
export class TooLargeFault extends MalformedFault {}

/** Cost of one decoded value, in the budget's unit: a character of text. */
const valueCost = 8;

export class ByteReader {
  private at = 0;
  private readonly source: Uint8Array;
  private readonly budget: { left: number };

  constructor(source: Uint8Array, budget: { left: number }) {
    this.source = source;
    this.budget = budget;
  }

  get left(): number {
    return this.source.length - this.at;
  }

  /** Readers that share this one's budget. */
  part(length: number): ByteReader {
    return new ByteReader(this.bytes(length), this.budget);
  }

  spendValues(count: number): void {
    this.spend(count * valueCost);
  }

  spend(characters: number): void {
    this.budget.left -= characters;
    if (this.budget.left < 0) throw new TooLargeFault('grows beyond the limit');
  }

  byte(): number {
    const value = this.source[this.at++];
    if (value === undefined) throw new MalformedFault('ends too early');
    return value;
  }

  uint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
      if (scale > 2 ** 49) throw new MalformedFault('number too long');
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedFault('number too large');
    return value;
  }

  count(max: number): number {
    const count = this.uint();
    if (count > max) throw new MalformedFault(`count ${count} above ${max}`);
    return count;
  }

  int(): number {
    const first = this.byte();
    let size = (first >> 1) & 63;
    if (first >= 128) size += this.uint() * 64;
    if (size > Number.MAX_SAFE_INTEGER) throw new MalformedFault('number too large');
    return (first & 1) === 1 && size !== 0 ? -size : size;
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new MalformedFault('ends too early');
    const bytes = this.source.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }

  text(length: number): string {
    const text = utf8Decode(this.bytes(length));
    if (text === undefined) throw new MalformedFault('text is not UTF-8');
    this.spend(text.length);
    return text;
  }

  float(): number {
    const bytes = this.bytes(8);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
    if (!Number.isFinite(value)) throw new MalformedFault('number is not finite');
    return value;
  }

  end(): void {
    if (this.left !== 0) throw new MalformedFault('has bytes after its end');
  }
}
