/** What is said of a secret that did not open: tries left, the wait of a lock-out counted down. */
import type { SignInError } from '../contract/session.ts';
import { formatWait } from './format.ts';
import { vi } from './vi.ts';

export function signInErrorText(error: SignInError | 'empty', lockedForMs: number): string {
  const t = vi.session.signIn;
  if (error === 'empty') return t.empty;
  switch (error.code) {
    case 'session/wrong':
      return t.wrong(error.triesLeft);
    case 'session/locked':
      return t.locked(formatWait(lockedForMs));
    case 'session/inactive':
      return t.inactive;
    case 'session/no-verifier':
      return t.noVerifier;
  }
}
