/**
 * Who works at this tab. Signing in needs no network: the verifiers of the office's own staff are part of the reference data. A session lives in
 * the tab: a reload keeps it, a restarted browser does not. Locking hides nothing that was typed; it only asks for the secret again.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Live } from '../../contract/live.ts';
import type { Session, SignInError } from '../../contract/session.ts';
import { createMutableLive } from '../db/live.ts';
import type { PageSignals, Platform, Timers } from '../../ports/platform.ts';
import type { Lockouts } from './lockout.ts';

export interface SessionDeps {
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
  /** At start: after a reload the officer is still in. */
  readonly restore: () => Promise<void>;
  /** The reference data changed: an officer who was taken off the roster is out. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

const storageKey = 'motcua.session';
/** A reload comes back within this; a browser that was closed and opened again hardly does. */
const reloadMsMax = 10_000;
const defaultIdleMinutes = 10;

interface Kept {
  readonly staff: StaffId;
  readonly locked: boolean;
  readonly at: Instant;
}

export function createSession(deps: SessionDeps): OwnedSession {
  const current = createMutableLive<{ readonly staff: Staff; readonly locked: boolean } | undefined>(undefined);
  const roster = createMutableLive<readonly Staff[]>([]);
  let idleTimer: unknown;
  let lastTouch = 0;

  const staffHere = (): readonly Staff[] => {
    const office = deps.office();
    return (deps.reference.get()?.staff ?? []).filter((staff) => staff.office === office && staff.active);
  };
  const idleMs = (): number => (deps.reference.get()?.settings.idleLockMinutes ?? defaultIdleMinutes) * 60_000;

  function keep(): void {
    const value = current.get();
    if (value === undefined) deps.sessionStorage?.removeItem(storageKey);
    else
      deps.sessionStorage?.setItem(
        storageKey,
        JSON.stringify({ staff: value.staff.id, locked: value.locked, at: deps.now() } satisfies Kept),
      );
  }

  function restart(): void {
    deps.timers.clear(idleTimer);
    const value = current.get();
    if (value !== undefined && !value.locked) idleTimer = deps.timers.set(lock, idleMs());
  }

  function lock(): void {
    const value = current.get();
    if (value === undefined || value.locked) return;
    current.set({ ...value, locked: true });
    deps.timers.clear(idleTimer);
    keep();
  }

  async function check(staff: Staff | undefined, secret: string): Promise<Result<Staff, SignInError>> {
    const settings = deps.reference.get()?.settings;
    const rules = { tries: settings?.lockoutTries ?? 5, secondsFirst: settings?.lockoutSecondsFirst ?? 30 };
    if (staff === undefined) return err({ code: 'session/wrong', triesLeft: rules.tries });
    if (!staff.active) return err({ code: 'session/inactive' });
    if (staff.verifier === undefined) return err({ code: 'session/no-verifier' });
    const until = await deps.lockouts.until(staff.id, deps.now());
    if (until !== undefined) return err({ code: 'session/locked', until });
    if (!(await deps.verifySecret(secret, staff.verifier))) {
      const wrong = await deps.lockouts.noteWrong(staff.id, deps.now(), rules);
      return err(
        wrong.until === undefined ? { code: 'session/wrong', triesLeft: wrong.triesLeft } : { code: 'session/locked', until: wrong.until },
      );
    }
    await deps.lockouts.forgive(staff.id);
    await deps.onOpening();
    current.set({ staff, locked: false });
    restart();
    keep();
    deps.onSecret(staff.login, secret);
    return ok(staff);
  }

  function refresh(): void {
    roster.set(staffHere());
    const value = current.get();
    if (value !== undefined) {
      const staff = staffHere().find((one) => one.id === value.staff.id);
      if (staff === undefined) signOut();
      else if (staff !== value.staff) current.set({ ...value, staff });
    }
  }

  async function restore(): Promise<void> {
    const kept = readKept();
    const staff = kept && staffHere().find((one) => one.id === kept.staff);
    if (kept === undefined || staff === undefined) return;
    const age = deps.now() - kept.at;
    if (age < 0 || age > reloadMsMax) {
      deps.sessionStorage?.removeItem(storageKey);
      return;
    }
    await deps.onOpening();
    current.set({ staff, locked: kept.locked });
    restart();
  }

  function readKept(): Kept | undefined {
    const text = deps.sessionStorage?.getItem(storageKey);
    if (text === null || text === undefined) return undefined;
    // Our own JSON, in storage that only this origin's pages of this tab can write.
    return JSON.parse(text) as Kept;
  }

  function signOut(): void {
    current.set(undefined);
    deps.timers.clear(idleTimer);
    keep();
    deps.onSignedOut();
  }

  const stopHide = deps.signals.onPageHide(keep);
  return {
    current,
    roster,
    signIn: (login, secret) => {
      const wanted = login.trim().toLowerCase();
      const office = deps.office();
      return check(
        (deps.reference.get()?.staff ?? []).find((staff) => staff.office === office && staff.login === wanted),
        secret,
      );
    },
    lock,
    unlock: async (secret) => {
      const value = current.get();
      const staff = (deps.reference.get()?.staff ?? []).find((one) => one.id === value?.staff.id);
      return check(staff, secret);
    },
    signOut,
    touch: () => {
      // Every key press comes here: the timer is moved at most once a second.
      const now = deps.now();
      if (Math.abs(now - lastTouch) < 1_000) return;
      lastTouch = now;
      restart();
    },
    restore,
    refresh,
    stop: () => {
      stopHide();
      deps.timers.clear(idleTimer);
    },
  };
}
