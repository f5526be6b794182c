/** `X-Proof`: the device's signature over the bytes of its request, so a stolen token alone pushes nothing into a log. */
import { type KeyObject, createPublicKey, verify } from 'node:crypto';

const keysMax = 4_000;

export interface ProofChecker {
  readonly isValid: (publicKey: string, body: Uint8Array, proof: string | undefined) => boolean;
}

/** Parsing a key costs more than checking a signature, so parsed keys are kept (bounded, oldest out). */
export function createProofChecker(): ProofChecker {
  const keys = new Map<string, KeyObject>();
  const keyOf = (spki: string): KeyObject => {
    const known = keys.get(spki);
    if (known !== undefined) return known;
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
    if (keys.size >= keysMax) keys.delete(keys.keys().next().value ?? '');
    keys.set(spki, key);
    return key;
  };
  return {
    isValid: (publicKey, body, proof) =>
      proof !== undefined &&
      /^[A-Za-z0-9_-]{86}$/.test(proof) &&
      verify('sha256', body, { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' }, Buffer.from(proof, 'base64url')),
  };
}

/** A P-256 public key as SPKI in base64url, nothing else. */
export function isDeviceKey(spki: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    // Not a key at all: the answer is the same as for a wrong one.
    return false;
  }
}
