/**
 * How a record that speaks of citizens lies on disk: as bytes of a codec, beside the number of characters they stand for, so that sizes are known without
 * reading. Everything else sees text. Synchronous, because records are read and written inside IndexedDB transactions, which end when
 * they are made to wait for anything else.
 */
import { assert } from '@onestop/shared/kernel/assert.ts';

export interface Stored {
  /** Which codec wrote it. */
  readonly codec: number;
  /** Length of the text. */
  readonly chars: number;
  readonly bytes: Uint8Array;
}

export interface Codec {
  readonly write: (text: string) => Stored;
  readonly read: (stored: Stored) => string;
}

const plain = 0;

/** UTF-8. */
export function createPlainCodec(): Codec {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    write: (text) => ({ codec: plain, chars: text.length, bytes: encoder.encode(text) }),
    read: ({ codec, bytes }) => {
      assert(codec === plain, 'a record is read by the codec that wrote it');
      return decoder.decode(bytes);
    },
  };
}
