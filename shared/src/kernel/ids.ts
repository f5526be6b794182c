/**
 * Identifiers. All are short opaque strings without personal data.
 * `DeviceId` and `OfficeId` are given by the server, `DossierId` is 12 random Crockford base-32 characters (60 bits) drawn by the
 * device that opens the dossier, an event is named by its device and sequence.
 */
import type { Brand } from './brand.ts';

export type DeviceId = Brand<string, 'DeviceId'>;
export type OfficeId = Brand<string, 'OfficeId'>;
export type StaffId = Brand<string, 'StaffId'>;
export type DossierId = Brand<string, 'DossierId'>;

/** Names one event for ever: `device` and its gapless sequence number from 1. */
export interface EventRef {
  readonly device: DeviceId;
  readonly seq: number;
}

/** `device:seq`, used as a map key and in texts of refusals. */
export function eventKey(ref: EventRef): string {
  return `${ref.device}:${ref.seq}`;
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** 12 characters from at least 12 random bytes (5 bits of each are used). */
export function dossierIdFromBytes(bytes: Uint8Array): DossierId {
  if (bytes.length < 12) throw new Error('dossierIdFromBytes needs 12 bytes');
  let id = '';
  for (let i = 0; i < 12; i++) id += crockford[(bytes[i] as number) & 31];
  return id as DossierId;
}

export const dossierIdPattern = /^[0-9a-hjkmnp-tv-z]{12}$/;
/** The day of an office (`daybook/stream.ts`): what stands in an envelope where another event names its dossier. No dossier has such an id. */
export const dayIdPattern = /^\d{4}-\d{2}-\d{2}@[A-Za-z0-9._-]{1,32}$/;

/** Whether what an envelope names is the day of an office, not a dossier. */
export function isDayId(id: DossierId): boolean {
  return id.charCodeAt(10) === 64;
}

export const deviceIdPattern = /^[a-z0-9-]{1,32}$/;
export const officeIdPattern = /^[A-Za-z0-9._-]{1,32}$/;
export const staffIdPattern = /^[A-Za-z0-9._-]{1,32}$/;
