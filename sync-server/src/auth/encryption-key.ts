/**
 * The pair to which devices seal what only the server may open. Made once and kept in the database, so that a back-up holds it and every process has the same.
 * Each device stores the public half when it enrols: a sealed parcel or escrow later needs no new enrolment.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Store } from '../db/store.ts';

/** Where the pair is kept: the private half as PKCS #8 in base64url. */
export const encryptionKeySetting = 'server.encryption-key';

/** The public half: P-256, SPKI, base64url. */
export async function loadEncryptionKey(store: Store): Promise<string> {
  const known = await store.findSetting(encryptionKeySetting);
  if (known !== undefined) return publicHalf(known);
  return store.write(async (tx) => {
    // Another process may have been first; the agency lock serialises the two.
    await tx.lockAgencyLeases('server');
    const first = await tx.findSetting(encryptionKeySetting);
    if (first !== undefined) return publicHalf(first);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const made = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
    await tx.putSetting(encryptionKeySetting, made);
    return publicHalf(made);
  });
}

/** `stored`: the private key as PKCS #8 in base64url. */
function publicHalf(stored: string): string {
  const key = createPrivateKey({ key: Buffer.from(stored, 'base64url'), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64url');
}
