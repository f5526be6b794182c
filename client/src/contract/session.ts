/** Who sits at the desk: offline sign-in, lock, idle. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { AdminError } from './admin.ts';
import type { Live } from './live.ts';

export type SignInError =
  | { readonly code: 'session/wrong'; readonly triesLeft: number }
  | { readonly code: 'session/locked'; readonly until: Instant }
  | { readonly code: 'session/inactive' }
  | { readonly code: 'session/no-verifier' };
/** What the device finds wrong, or the centre, which has to be in reach: fields are `secret` and `next`. */
export type ChangeSecretError = SignInError | AdminError;

export interface SignedIn {
  readonly staff: Staff;
  readonly locked: boolean;
  /** When this sitting began; a lock and a reload do not end it. */
  readonly since: Instant;
}

/** Why the centre's roster closed a session: the person may not work (any more), works elsewhere (or is on no list here), has a new secret. */
export type DismissalReason = 'INACTIVE' | 'ELSEWHERE' | 'NEW_SECRET';

export interface Dismissal {
  readonly fullName: string;
  readonly why: DismissalReason;
  readonly at: Instant;
}

export interface Session {
  readonly current: Live<SignedIn | undefined>;
  /** Officers of this office who can sign in here. */
  readonly roster: Live<readonly Staff[]>;
  readonly signIn: (login: string, secret: string) => Promise<Result<Staff, SignInError>>;
  readonly lock: () => void;
  readonly unlock: (secret: string) => Promise<Result<Staff, SignInError>>;
  readonly signOut: () => void;
  /** The signed-in officer sets a secret of his own over the one he has. By the rule of his roles (`judgement/secret-rule.ts`). Needs the line; he stays signed in in this tab. */
  readonly changeSecret: (secret: string, next: string) => Promise<Result<void, ChangeSecretError>>;
  /** Whose session the centre's roster closed on this tab; until somebody signs in. */
  readonly dismissed: Live<Dismissal | undefined>;
  /** Any input of the officer; resets the idle timer. */
  readonly touch: () => void;
}
