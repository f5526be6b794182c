/** Verifiers of PINs and passphrases: argon2id PHC strings with OWASP's parameters, the same on the device and here. */
import { argon2Verify, argon2id } from 'hash-wasm';
import type { Random } from '@onestop/shared/ports.ts';

export const argonMemoryKib = 19_456;
export const argonIterations = 2;

export function makeVerifier(secret: string, random: Random): Promise<string> {
  return argon2id({
    password: secret.normalize('NFC'),
    salt: random.bytes(16),
    parallelism: 1,
    iterations: argonIterations,
    memorySize: argonMemoryKib,
    hashLength: 32,
    outputType: 'encoded',
  });
}

export function checkSecret(secret: string, verifier: string): Promise<boolean> {
  return argon2Verify({ password: secret.normalize('NFC'), hash: verifier });
}
