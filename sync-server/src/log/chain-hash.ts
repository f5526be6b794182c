/**
 * SHA-256 of the runtime behind the shared signature. The chain hands over `link ‖ canonical text` of every event, one after the other: the texts
 * are kept, so that what is stored is exactly what was hashed and is not computed twice.
 */
import { hash } from 'node:crypto';
import { assert } from '@onestop/shared/kernel/assert.ts';
import { type Sha256, linkBytes } from '@onestop/shared/sync/chain.ts';

export interface ChainHash {
  readonly hash: Sha256;
  /** Canonical texts of the last `count` events that went through the chain. */
  readonly lastTexts: (count: number) => readonly string[];
}

export function createChainHash(): ChainHash {
  const texts: string[] = [];
  return {
    hash: (bytes) => {
      texts.push(Buffer.from(bytes.buffer, bytes.byteOffset + linkBytes, bytes.byteLength - linkBytes).toString('utf8'));
      return hash('sha256', bytes, 'buffer');
    },
    lastTexts: (count) => {
      assert(texts.length >= count, 'every new event went through the chain');
      return texts.slice(texts.length - count);
    },
  };
}
