/** The device's key pairs by WebCrypto: P-256, private keys not extractable, kept in IndexedDB as key objects. */
import type { Keys } from './platform.ts';
import { sealParcel } from './seal.ts';

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const encryption = { name: 'ECDH', namedCurve: 'P-256' } as const;

export function createWebKeys(crypto: Pick<Crypto, 'subtle' | 'getRandomValues'>): Keys {
  const { subtle } = crypto;
  const publicHalf = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
    base64Url(new Uint8Array(await subtle.exportKey('spki', publicKey)));
  return {
    generate: async () => ({
      signing: await subtle.generateKey(signing, false, ['sign', 'verify']),
      encryption: await subtle.generateKey(encryption, false, ['deriveBits']),
    }),
    publicKeys: async (keys) => ({ signing: await publicHalf(keys.signing), encryption: await publicHalf(keys.encryption) }),
    seal: (serverKey, content) =>
      sealParcel({ subtle, random: (length) => crypto.getRandomValues(new Uint8Array(length)) }, serverKey, content),
    // The view is over an ordinary buffer; the type allows shared ones, which cannot occur here.
    sign: async (keys, bytes) =>
      base64Url(
        new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.signing.privateKey, bytes as Uint8Array<ArrayBuffer>)),
      ),
  };
}

export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
