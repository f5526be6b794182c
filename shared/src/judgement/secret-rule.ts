/**
 * Which secrets may be set: one rule for set-up, the staff dialog and the server. Who administers can change everybody's rights over the line, so a short PIN that
 * somebody watched is not enough for him; an officer's PIN opens one device, which locks after a few wrong tries.
 */
import type { Role } from '../reference/staff.ts';

export type SecretProblem = 'pin-short' | 'pin-trivial' | 'passphrase' | 'secret-same';

export const pinDigitsMin = 6;
export const passphraseCharsMin = 12;
export const passphraseWordsMin = 4;

const administers: ReadonlySet<Role> = new Set(['district_admin', 'commune_admin']);

/** Whether who holds these roles needs a passphrase. */
export function needsPassphrase(roles: readonly Role[]): boolean {
  return roles.some((role) => administers.has(role));
}

/** What is wrong with a secret for who holds these roles; undefined where it may be set. */
export function secretProblem(secret: string, roles: readonly Role[]): SecretProblem | undefined {
  const text = secret.normalize('NFC').trim();
  if (needsPassphrase(roles)) return isPassphrase(text) ? undefined : 'passphrase';
  if ([...text].length < pinDigitsMin) return 'pin-short';
  return isTrivial(text) ? 'pin-trivial' : undefined;
}

/** What is wrong with a secret that an officer sets over his own: the rule of his roles, and that it is another one. */
export function ownSecretProblem(before: string, next: string, roles: readonly Role[]): SecretProblem | undefined {
  return secretProblem(next, roles) ?? (before.normalize('NFC').trim() === next.normalize('NFC').trim() ? 'secret-same' : undefined);
}

/** Twelve characters that are not a number, or four words. */
function isPassphrase(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => [...word].length >= 2);
  const isLong = [...text].length >= passphraseCharsMin || new Set(words).size >= passphraseWordsMin;
  return isLong && /\p{L}/u.test(text) && new Set(text).size >= 5;
}

/** One or two signs only, one piece again and again, or a run up or down: `111111`, `121212`, `123123`, `123456`, `987654`. */
function isTrivial(text: string): boolean {
  if (new Set(text).size <= 2 || /^(.{1,3})\1+$/u.test(text)) return true;
  const steps = [...text].slice(1).map((sign, i) => sign.charCodeAt(0) - text.charCodeAt(i));
  return steps.every((step) => step === steps[0]) || /^(?:0?1234567890?|0?9876543210?)/u.test(text);
}
