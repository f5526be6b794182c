import { describe, expect, it } from 'vitest';
import { secretProblem } from './secret-rule.ts';

describe('[J12] which secrets may be set', () => {
  it.each([
    ['2580', 'pin-short'],
    ['13579', 'pin-short'],
    ['  1357 ', 'pin-short'],
    ['111111', 'pin-trivial'],
    ['112112', 'pin-trivial'],
    ['121212', 'pin-trivial'],
    ['123456', 'pin-trivial'],
    ['654321', 'pin-trivial'],
    ['135791', undefined],
    ['135790', undefined],
    ['mưa ba', undefined],
  ] as const)('[J12] an officer with "%s": %s', (secret, problem) => {
    expect(secretProblem(secret, ['clerk', 'specialist'])).toBe(problem);
  });

  it.each([
    ['135790', 'passphrase'],
    ['135790246813', 'passphrase'],
    ['mật khẩu', 'passphrase'],
    ['aaaaaaaaaaaa', 'passphrase'],
    ['an an an an', 'passphrase'],
    ['nắng mưa gió bão', undefined],
    ['mật khẩu dài', undefined],
    ['ma ba ca da', undefined],
  ] as const)('[J12] an administrator with "%s": %s', (secret, problem) => {
    expect(secretProblem(secret, ['clerk', 'commune_admin'])).toBe(problem);
    expect(secretProblem(secret, ['district_admin'])).toBe(problem);
  });
});
