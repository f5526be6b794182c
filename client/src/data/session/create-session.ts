/**
 * Who works at this tab. Signing in needs no network: the verifiers of the office's own staff are part of the reference data. A session lives in
 * the tab: a reload keeps it, a restarted browser does not. Locking hides nothing that was typed; it only asks for the secret again.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Live } from '../../contract/live.ts';
import type { Dismissal, DismissalReason, Session, SignedIn, SignInError } from '../../contract/session.ts';
import { createMutableLive } from '../db/live.ts';
import type { PageSignals, Platform, Timers } from '../../ports/platform.ts';
import { createIdleLock } from './idle-lock.ts';
import { createKeptSession } from './kept-session.ts';
import type { Lockouts } from './lockout.ts';
import { createOwnSecret, type OwnSecret, type OwnSecretDeps } from './own-secret.ts';

export interface SessionDeps extends Pick<OwnSecretDeps, 'sendSecret' | 'onSecretChanged'> {
  readonly reference: Live<ReferenceData | undefined>;
  readonly office: () => OfficeId | undefined;
  readonly lockouts: Lockouts;
  readonly verifySecret: Platform['verifySecret'];
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly signals: PageSignals;
  readonly sessionStorage: Platform['sessionStorage'];
  /** After a right secret, before the officer is in: opens what is closed while nobody is signed in. A failure is shown by itself. */
  readonly onOpening: () => Promise<void>;
  /** After a right secret: the online session for administration is made from it while it is at hand. */
  readonly onSecret: (login: string, secret: string) => void;
  readonly onSignedOut: () => void;
}

export interface OwnedSession extends Session {
  /** Whether it is that officer of this office, for one act: nobody is signed in or out by it. Wrong tries count as everywhere. */
  readonly vouch: (login: string, secret: string) => Promise<Result<Staff, SignInError>>;
  /** At start: after a reload the officer is still in. */
  readonly restore: () => Promise<void>;
  /** The reference data changed: an officer who was taken off the roster, moved away or given another secret is out. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

const defaultIdleMinutes = 10;

export function createSession(deps: SessionDeps): OwnedSession {
  const current = createMutableLive<SignedIn | undefined>(undefined);
  const roster = createMutableLive<readonly Staff[]>([]);
  const dismissed = createMutableLive<Dismissal | undefined>(undefined);
  const kept = createKeptSession(deps.sessionStorage);
  const keep = (): void => kept.write(current.get(), deps.now());
  const own = createOwnSecret({ ...deps, current, check: (staff, secret) => verify(deps, staff, secret), onSettled: () => refresh() });
  const idle = createIdleLock({ ...deps, idleMs: () => idleMsOf(deps), isOpen: () => current.get()?.locked === false, lock });

  function lock(): void {
    const value = current.get();
    if (value === undefined || value.locked) return;
    current.set({ ...value, locked: true });
    idle.stop();
    keep();
  }

  function enter(staff: Staff): void {
    dismissed.set(undefined);
    const before = current.get();
    current.set({ staff, locked: false, since: before?.staff.id === staff.id ? before.since : deps.now() });
    idle.restart();
    keep();
  }

  function refresh(): void {
    roster.set(staffHere(deps));
    const value = current.get();
    if (value === undefined) return;
    const staff = own.staff().find((one) => one.id === value.staff.id);
    const why = dismissalOf(value.staff, staff);
    if (why === 'NEW_SECRET' && own.isChanging()) return;
    if (why !== undefined) {
      dismissed.set({ fullName: value.staff.fullName, why, at: deps.now() });
      signOut();
    } else if (staff !== undefined && staff !== value.staff) current.set({ ...value, staff });
  }

  async function restore(): Promise<void> {
    const found = kept.read(deps.now());
    const staff = found && staffHere(deps).find((one) => one.id === found.staff);
    if (found === undefined || staff === undefined) return;
    await deps.onOpening();
    current.set({ staff, locked: found.locked, since: found.since });
    idle.restart();
  }

  function signOut(): void {
    current.set(undefined);
    idle.stop();
    keep();
    deps.onSignedOut();
  }

  const stopHide = deps.signals.onPageHide(keep);
  return {
    current,
    roster,
    dismissed,
    ...createDoor(deps, current, own, enter),
    changeSecret: own.change,
    lock,
    signOut,
    touch: idle.touch,
    restore,
    refresh,
    stop: () => {
      stopHide();
      idle.stop();
    },
  };
}

function idleMsOf({ reference }: SessionDeps): number {
  return (reference.get()?.settings.idleLockMinutes ?? defaultIdleMinutes) * 60_000;
}

function staffHere({ reference, office }: SessionDeps): readonly Staff[] {
  return (reference.get()?.staff ?? []).filter((staff) => staff.office === office() && staff.active);
}

/** `now`: the officer in the roster as it came; undefined where nobody on it is he. */
function dismissalOf(signedIn: Staff, now: Staff | undefined): DismissalReason | undefined {
  if (now === undefined || now.office !== signedIn.office) return 'ELSEWHERE';
  if (!now.active) return 'INACTIVE';
  return now.verifier === signedIn.verifier ? undefined : 'NEW_SECRET';
}

/** In by the right secret: at the beginning, or again after a lock. */
function createDoor(
  deps: SessionDeps,
  current: Session['current'],
  { staff: everybody }: Pick<OwnSecret, 'staff'>,
  enter: (staff: Staff) => void,
): Pick<OwnedSession, 'signIn' | 'unlock' | 'vouch'> {
  async function check(staff: Staff | undefined, secret: string): Promise<Result<Staff, SignInError>> {
    const verified = await verify(deps, staff, secret);
    if (!verified.ok) return verified;
    await deps.onOpening();
    enter(verified.value);
    deps.onSecret(verified.value.login, secret);
    return verified;
  }

  function byLogin(login: string): Staff | undefined {
    const office = deps.office();
    const wanted = login.trim().toLowerCase();
    return everybody().find((one) => one.office === office && one.login === wanted);
  }

  return {
    signIn: (login, secret) => check(byLogin(login), secret),
    vouch: (login, secret) => verify(deps, byLogin(login), secret),
    unlock: (secret) => {
      const staff = everybody().find((one) => one.id === current.get()?.staff.id);
      return check(staff, secret);
    },
  };
}

/** Wrong tries cost time, whoever makes them. */
async function verify(
  { reference, lockouts, verifySecret, now }: SessionDeps,
  staff: Staff | undefined,
  secret: string,
): Promise<Result<Staff, SignInError>> {
  const settings = reference.get()?.settings;
  const rules = { tries: settings?.lockoutTries ?? 5, secondsFirst: settings?.lockoutSecondsFirst ?? 30 };
  if (staff === undefined) return err({ code: 'session/wrong', triesLeft: rules.tries });
  if (!staff.active) return err({ code: 'session/inactive' });
  if (staff.verifier === undefined) return err({ code: 'session/no-verifier' });
  const until = await lockouts.until(staff.id, now());
  if (until !== undefined) return err({ code: 'session/locked', until });
  if (await verifySecret(secret, staff.verifier)) {
    await lockouts.forgive(staff.id);
    return ok(staff);
  }
  const wrong = await lockouts.noteWrong(staff.id, now(), rules);
  return err(
    wrong.until === undefined ? { code: 'session/wrong', triesLeft: wrong.triesLeft } : { code: 'session/locked', until: wrong.until },
  );
}
