/** The device's key pair by WebCrypto: P-256, private key not extractable, kept in IndexedDB as a key object. */
import type { Keys } from './platform.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export function createWebKeys(subtle: SubtleCrypto): Keys {
  return {
    generate: () => subtle.generateKey(algorithm, false, ['sign', 'verify']),
    publicKey: async (keys) => base64Url(new Uint8Array(await subtle.exportKey('spki', keys.publicKey))),
    // The view is over an ordinary buffer; the type allows shared ones, which cannot occur here.
    sign: async (keys, bytes) =>
      base64Url(new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, bytes as Uint8Array<ArrayBuffer>))),
  };
}

export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
