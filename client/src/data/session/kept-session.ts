/** Who works at this tab, kept over a reload and not over a restart of the browser. No secret is in it. */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { SignedIn } from '../../contract/session.ts';
import type { Platform } from '../../ports/platform.ts';

export interface KeptSession {
  readonly staff: StaffId;
  readonly locked: boolean;
  readonly since: Instant;
  readonly at: Instant;
}

const storageKey = 'motcua.session';
/** A reload comes back within this; a browser that was closed and opened again hardly does. */
const reloadMsMax = 10_000;

export function createKeptSession(storage: Platform['sessionStorage']): {
  readonly read: (now: Instant) => KeptSession | undefined;
  readonly write: (session: SignedIn | undefined, now: Instant) => void;
} {
  return {
    read: (now) => {
      const text = storage?.getItem(storageKey);
      if (text === null || text === undefined) return undefined;
      // Our own JSON, in storage that only this origin's pages of this tab can write.
      const kept = JSON.parse(text) as KeptSession;
      const age = now - kept.at;
      if (age >= 0 && age <= reloadMsMax) return kept;
      storage?.removeItem(storageKey);
      return undefined;
    },
    write: (session, now) => {
      if (session === undefined) storage?.removeItem(storageKey);
      else {
        const { staff, locked, since } = session;
        storage?.setItem(storageKey, JSON.stringify({ staff: staff.id, locked, since, at: now } satisfies KeptSession));
      }
    },
  };
}
