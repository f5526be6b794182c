/**
 * Opens what a device sealed to the server (`client/src/ports/seal.ts`): the log of a revoked device, handed over without a sign-in.
 *
 * Format, version 1: the eight bytes `MCSEAL1\n` · the sender's public key of this one parcel (P-256, uncompressed, 65 bytes) · IV (12 bytes) · AES-256-GCM ciphertext with
 * its tag of 16 bytes at the end. All before the ciphertext is its additional data. The key is HKDF-SHA-256 of the ECDH secret (x, 32 bytes) with the salt `sender's public
 * key ‖ server's public key` (both uncompressed) and the info `mot-cua sealed parcel 1`. The server's pair is that of `encryption-key.ts`.
 */
import { createDecipheriv, createECDH, createPrivateKey, hkdfSync } from 'node:crypto';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import type { Store } from '../db/store.ts';
import { encryptionKeySetting } from './encryption-key.ts';

const mark = Buffer.from('MCSEAL1\n');
const info = 'mot-cua sealed parcel 1';
const keyBytes = 65;
const ivBytes = 12;
const tagBytes = 16;

/** `parcel/not-ours`: no parcel at all. `parcel/cannot-open`: damaged, cut, or sealed to another district. */
export type ParcelProblem = 'parcel/not-ours' | 'parcel/cannot-open';

export async function openParcel(store: Pick<Store, 'findSetting'>, parcel: Uint8Array): Promise<Result<Uint8Array, ParcelProblem>> {
  const bytes = Buffer.from(parcel);
  if (!bytes.subarray(0, mark.length).equals(mark)) return err('parcel/not-ours');
  const headBytes = mark.length + keyBytes + ivBytes;
  const stored = await store.findSetting(encryptionKeySetting);
  if (stored === undefined || bytes.length < headBytes + tagBytes) return err('parcel/cannot-open');
  const sender = bytes.subarray(mark.length, mark.length + keyBytes);
  try {
    const own = ecdhOf(stored);
    const salt = Buffer.concat([sender, own.getPublicKey()]);
    const key = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), salt, info, 32));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(mark.length + keyBytes, headBytes));
    decipher.setAAD(bytes.subarray(0, headBytes));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return ok(Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()]));
  } catch {
    // A point that is not on the curve, or a tag that does not fit: the same answer for all that is not as it was sealed.
    return err('parcel/cannot-open');
  }
}

/** `stored`: PKCS #8 in base64url. */
function ecdhOf(stored: string): ReturnType<typeof createECDH> {
  const { d = '' } = createPrivateKey({ key: Buffer.from(stored, 'base64url'), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(d, 'base64url'));
  return ecdh;
}
