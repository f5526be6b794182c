/** Device keys for the simulation: real ECDSA P-256 that the real server checks, signed synchronously so that a seed plays the same way every time. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Keys } from '@onestop/client/ports/platform.ts';

interface TextKeys {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Stored as text: the in-memory IndexedDB clones plain values only. */
function textOf(keys: CryptoKeyPair): TextKeys {
  return keys as unknown as TextKeys;
}

export const simKeys: Keys = {
  generate: () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text: TextKeys = {
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      publicKey: (pair.publicKey.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64url'),
    };
    return Promise.resolve(text as unknown as CryptoKeyPair);
  },
  publicKey: (keys) => Promise.resolve(textOf(keys).publicKey),
  sign: (keys, bytes) =>
    Promise.resolve(
      sign('sha256', bytes, { key: createPrivateKey(textOf(keys).privateKey), dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    ),
};
