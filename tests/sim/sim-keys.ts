/** Device keys for the simulation: real P-256 that the real server checks, signed synchronously so that a seed plays the same way every time. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { DeviceKeys, Keys } from '@onestop/client/ports/platform.ts';

interface TextKeys {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Stored as text: the in-memory IndexedDB clones plain values only. */
function textOf(keys: CryptoKeyPair): TextKeys {
  return keys as unknown as TextKeys;
}

function newPair(): CryptoKeyPair {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text: TextKeys = {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: (pair.publicKey.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64url'),
  };
  return text as unknown as CryptoKeyPair;
}

export const simKeys: Keys = {
  generate: () => Promise.resolve({ signing: newPair(), encryption: newPair() }),
  publicKeys: ({ signing, encryption }: DeviceKeys) =>
    Promise.resolve({ signing: textOf(signing).publicKey, encryption: textOf(encryption).publicKey }),
  seal: () => Promise.reject(new Error('no officer of the simulation takes a log away')),
  sign: ({ signing }, bytes) =>
    Promise.resolve(
      sign('sha256', bytes, { key: createPrivateKey(textOf(signing).privateKey), dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    ),
};
