/** A first secret for an officer, made by the server and shown once: what the rule of the roles asks, in signs that are read from paper and typed without mistakes. */
import { needsPassphrase, pinDigitsMin, secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import type { Role } from '@onestop/shared/reference/staff.ts';
import type { Random } from '@onestop/shared/ports.ts';

/** Without l, o and what sounds or looks alike: 25 letters and digits. */
const letters = 'abcdefghkmnpqrstuvwxyz234';
const groups = 4;
const groupChars = 4;

export function newFirstSecret(random: Random, roles: readonly Role[]): string {
  for (;;) {
    const secret = needsPassphrase(roles)
      ? Array.from({ length: groups }, () => drawn(random, letters, groupChars)).join('-')
      : drawn(random, '0123456789', pinDigitsMin);
    if (secretProblem(secret, roles) === undefined) return secret;
  }
}

/** Every sign as likely as the other: bytes beyond the last whole round of the alphabet are thrown away. */
function drawn(random: Random, alphabet: string, length: number): string {
  const bound = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of random.bytes(16)) if (byte < bound && text.length < length) text += alphabet[byte % alphabet.length];
  return text;
}
