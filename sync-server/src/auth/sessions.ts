/**
 * Short-lived sign-ins for what needs the server (administration). A token is signed, not stored, so every server process on one database
 * accepts it; the roster is read at each use, so a dismissed officer is out at once.
 */
import type { DeviceId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { equalBytes, keyedHash } from './secrets.ts';

export const sessionMsMax = 30 * 60_000;

export interface SessionClaims {
  readonly staff: StaffId;
  readonly device: DeviceId;
  readonly expiresAt: Instant;
}

export function signSession(key: string, claims: SessionClaims): string {
  const body = Buffer.from(JSON.stringify([claims.staff, claims.device, claims.expiresAt])).toString('base64url');
  return `s.${body}.${keyedHash(key, `session:${body}`).toString('base64url')}`;
}

export function readSession(key: string, token: string, now: Instant): SessionClaims | undefined {
  const [kind, body, signature] = token.split('.');
  if (kind !== 's' || body === undefined || signature === undefined) return undefined;
  if (!equalBytes(keyedHash(key, `session:${body}`), Buffer.from(signature, 'base64url'))) return undefined;
  // The signature is ours, so the shape is too.
  const [staff, device, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [StaffId, DeviceId, Instant];
  return expiresAt > now ? { staff, device, expiresAt } : undefined;
}
