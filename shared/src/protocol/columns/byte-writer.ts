/** A growing byte buffer with the wire's number and text forms. Integers are little groups of 7 bits; signed ones keep the sign in the first byte. */
import { wtf8EncodeInto } from '../../kernel/utf8.ts';

export class ByteWriter {
  private buffer: Uint8Array;
  private used = 0;

  constructor(bytesAtFirst = 256) {
    this.buffer = new Uint8Array(bytesAtFirst);
  }

  get length(): number {
    return this.used;
  }

  toBytes(): Uint8Array {
    return this.buffer.slice(0, this.used);
  }

  byte(value: number): void {
    this.room(1);
    this.buffer[this.used++] = value;
  }

  /** An integer from 0 to 2^53 - 1. */
  uint(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 128) {
      this.buffer[this.used++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.used++] = rest;
  }

  /** A safe integer of either sign. */
  int(value: number): void {
    const sign = value < 0 ? 1 : 0;
    const size = Math.abs(value);
    if (size < 64) {
      this.byte((size << 1) | sign);
      return;
    }
    this.byte(128 | ((size % 64) << 1) | sign);
    this.uint(Math.floor(size / 64));
  }

  bytes(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** Text without its length; returns how many bytes it took. */
  text(text: string): number {
    this.room(text.length * 3);
    const from = this.used;
    this.used = wtf8EncodeInto(text, this.buffer, from);
    return this.used - from;
  }

  float(value: number): void {
    this.room(8);
    new DataView(this.buffer.buffer).setFloat64(this.used, value);
    this.used += 8;
  }

  /** `count` zero bytes to be filled in place by the caller. */
  span(count: number): Uint8Array {
    this.room(count);
    const span = this.buffer.subarray(this.used, this.used + count);
    this.used += count;
    return span;
  }

  private room(more: number): void {
    if (this.used + more <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.used + more));
    grown.set(this.buffer.subarray(0, this.used));
    this.buffer = grown;
  }
}
