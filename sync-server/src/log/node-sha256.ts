/** SHA-256 of the runtime behind the shared signature: the chain of a batch is the same, faster. */
import { hash } from 'node:crypto';

export function nodeSha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}
