/**
 * The list rows of the whole device in memory: queues, counters, name prefixes, codes, ID and phone numbers. Pure: rows in, answers out.
 * Invariants: every read takes at most about a millisecond at 50,000 rows, so nothing here scans rows that an order, a bucket or a kept
 * counter can name; figures that depend on the time of day come from the sorted due list, never from a scan.
 */
import type { DossierId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierIndex } from '../../../contract/dossier-index.ts';
import { createMutableLive } from '../live.ts';
import { dropRows, loadRows, putRows } from './change-rows.ts';
import { type AskedOptions, createParts, type IndexOptions } from './parts.ts';
import { mostUsedProcedures, samePerson } from './people.ts';
import { queryRows } from './query.ts';
import { rowOf } from './rows.ts';

export interface WritableIndex extends DossierIndex {
  /** Adds or replaces rows; a row of an unchanged dossier may come again. */
  readonly put: (rows: readonly DossierRow[]) => void;
  /** Fills the index anew; every row comes once. */
  readonly load: (rows: readonly DossierRow[]) => void;
  readonly drop: (ids: readonly DossierId[]) => void;
  readonly clear: () => void;
  /** Who is signed in: whose work the list of own work is. Tells the screens. */
  readonly setOfficer: (officer: StaffId | undefined) => void;
  /** Tells the screens. Called once per act or pull. */
  readonly bump: () => void;
  /** Builds what is otherwise built at the first search for digits. */
  readonly warm: () => void;
}

export function createDossierIndex(given: IndexOptions): WritableIndex {
  let signedIn: StaffId | undefined;
  const options: AskedOptions = { ...given, officer: () => signedIn };
  const version = createMutableLive(0);
  let parts = createParts(options);
  let mostUsed: { readonly version: number; readonly keys: readonly string[] } | undefined;
  return {
    version,
    size: () => parts.rows.slotOf.size,
    get: (id) => rowOf(parts.rows, id),
    findByCode: (code) => parts.numbers.findByCode(code),
    query: (filter, now) => queryRows(parts, options, filter, now),
    counts: (now, office) => parts.tallies.counts(now, office),
    samePerson: (person) => samePerson(parts, person),
    mostUsedProcedures: (limit) => {
      if (mostUsed?.version !== version.get()) mostUsed = { version: version.get(), keys: mostUsedProcedures(parts, options.ownOffice()) };
      return mostUsed.keys.slice(0, limit);
    },
    isPending: (id) => options.pending().has(id),
    put: (rows) => putRows(parts, rows),
    load: (rows) => {
      parts = createParts(options);
      loadRows(parts, rows);
    },
    drop: (ids) => dropRows(parts, ids),
    clear: () => {
      parts = createParts(options);
    },
    warm: () => parts.numbers.warm(),
    setOfficer: (officer) => {
      if (officer === signedIn) return;
      signedIn = officer;
      version.set(version.get() + 1);
    },
    bump: () => version.set(version.get() + 1),
  };
}
