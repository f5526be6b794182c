/**
 * An officer's own new secret. Only the centre changes it, so it needs the line; until the roster brings the new verifier it is known here, so that the old secret opens nothing
 * any more and the officer is not taken for somebody whose secret was reset. Roster and answer may come in either order, or the answer not at all.
 */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { AdminError } from '../../contract/admin.ts';
import type { Live } from '../../contract/live.ts';
import type { Session, SignedIn, SignInError } from '../../contract/session.ts';
import type { MutableLive } from '../db/live.ts';
import type { Platform } from '../../ports/platform.ts';

export interface OwnSecretDeps {
  readonly current: MutableLive<SignedIn | undefined>;
  readonly check: (staff: Staff, secret: string) => Promise<Result<Staff, SignInError>>;
  readonly verifySecret: Platform['verifySecret'];
  readonly reference: Live<ReferenceData | undefined>;
  /** Answers the new verifier. */
  readonly sendSecret: (login: string, secret: string, next: string) => Promise<Result<string, AdminError>>;
  /** The centre has it: time to ask for the roster. */
  readonly onSecretChanged: () => void;
  /** The change ended, either way: what the roster says counts again. */
  readonly onSettled: () => void;
}

export interface OwnSecret {
  /** The roster, with the secret that was just changed. */
  readonly staff: () => readonly Staff[];
  /** Meanwhile another verifier on the roster may be his own: it may come before the answer does. */
  readonly isChanging: () => boolean;
  readonly change: Session['changeSecret'];
}

interface Changed {
  readonly staff: StaffId;
  /** What the roster says until it has heard of it. */
  readonly from: string | undefined;
  readonly verifier: string;
}

export function createOwnSecret(deps: OwnSecretDeps): OwnSecret {
  const { current, reference } = deps;
  const roster = (): readonly Staff[] => reference.get()?.staff ?? [];
  let changed: Changed | undefined;
  let changing = false;

  const withChange = (staff: Staff): Staff => {
    if (changed?.staff !== staff.id || staff.verifier !== changed.from) return staff;
    const { firstSecret: _done, ...known } = staff;
    return { ...known, verifier: changed.verifier };
  };
  const everybody = (): readonly Staff[] => (changed === undefined ? roster() : roster().map(withChange));

  /** The centre's answer; or, where it was lost, what the roster says since. */
  async function newVerifier(staff: Staff, secret: string, next: string): Promise<Result<string, AdminError>> {
    const answer = await deps.sendSecret(staff.login, secret, next);
    if (answer.ok) return answer;
    const now = roster().find((one) => one.id === staff.id)?.verifier;
    return now !== undefined && now !== staff.verifier && (await deps.verifySecret(next, now)) ? ok(now) : answer;
  }

  async function change(secret: string, next: string): ReturnType<Session['changeSecret']> {
    const staff = current.get()?.staff;
    if (staff === undefined) return err({ code: 'session/needed' });
    const checked = await deps.check(staff, secret);
    if (!checked.ok) return checked;
    changing = true;
    try {
      const verifier = await newVerifier(staff, secret, next);
      if (!verifier.ok) return verifier;
      changed = { staff: staff.id, from: staff.verifier, verifier: verifier.value };
      const value = current.get();
      if (value?.staff.id === staff.id) current.set({ ...value, staff: withChange(staff) });
      deps.onSecretChanged();
      return ok();
    } finally {
      changing = false;
      deps.onSettled();
    }
  }

  return { staff: everybody, isChanging: () => changing, change };
}
