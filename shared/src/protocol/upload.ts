/**
 * Going on with an upload that was cut. A body of some size carries its name (the beginning of its hash) in a header; the server keeps what came of it when the
 * line breaks, and says so in its next answer to the device; the device then sends only the rest. The signature covers the whole body, so a wrong
 * piece is found like any other damage. Nothing depends on it: a server that kept nothing gets the whole body again.
 */
import { sha256 } from '@noble/hashes/sha2.js';

export const uploadHeaders = {
  /** Request: the body's name. */
  name: 'X-Upload',
  /** Request: the server has this many bytes of it; the body is the rest. */
  from: 'X-Upload-From',
  /** Answer: `name bytes`, what the server keeps of an upload of this device that was cut. */
  kept: 'X-Upload-Kept',
} as const;

export function uploadName(body: Uint8Array): string {
  return Array.from(sha256(body).subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const uploadNamePattern = /^[0-9a-f]{16}$/;

/** A smaller body is sent again as quickly as it is asked for. */
export const uploadBytesMin = 4_096;

export interface KeptUpload {
  readonly name: string;
  readonly bytes: number;
}

export function formatKept({ name, bytes }: KeptUpload): string {
  return `${name} ${bytes}`;
}

export function parseKept(text: string | null | undefined): KeptUpload | undefined {
  const [name = '', bytes = ''] = (text ?? '').split(' ');
  return uploadNamePattern.test(name) && /^[1-9]\d{0,8}$/.test(bytes) ? { name, bytes: Number(bytes) } : undefined;
}
