/**
 * A sealed parcel: what only the server of the district can open (`sync-server/src/auth/sealed-parcel.ts` says the format). Made with a key pair that lives for one parcel, so
 * that not even this device opens it again.
 */
const mark = new TextEncoder().encode('MCSEAL1\n');
const info = new TextEncoder().encode('mot-cua sealed parcel 1');
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** `serverKey`: SPKI in base64url, as enrolment gave it. Throws where it is no P-256 key. */
export async function sealParcel(
  { subtle, random }: { readonly subtle: SubtleCrypto; readonly random: (length: number) => Uint8Array },
  serverKey: string,
  content: Uint8Array,
): Promise<Uint8Array> {
  const server = await subtle.importKey('spki', buffer(bytesOf(serverKey)), curve, true, []);
  const own = await subtle.generateKey(curve, false, ['deriveBits']);
  const [ownRaw, serverRaw] = [
    new Uint8Array(await subtle.exportKey('raw', own.publicKey)),
    new Uint8Array(await subtle.exportKey('raw', server)),
  ];
  const shared = await subtle.deriveBits({ name: 'ECDH', public: server }, own.privateKey, 256);
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: buffer(joined(ownRaw, serverRaw)), info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = random(12);
  const head = joined(mark, ownRaw, iv);
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: buffer(iv), additionalData: buffer(head) }, key, buffer(content));
  return joined(head, new Uint8Array(sealed));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bytesOf(base64Url: string): Uint8Array {
  return Uint8Array.from(atob(base64Url.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.codePointAt(0) ?? 0);
}

/** Views over ordinary buffers; the type allows shared ones, which cannot occur here. */
function buffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
