/** What the index is made of. All parts speak of rows by slot and are made anew together when the index is cleared. */
import type { DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { createMembers, type Members } from './members.ts';
import { createNamePostings, type NamePostings } from './name-postings.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createOrders, type Orders } from './orders.ts';
import { createOfficers, type Officers } from './officers.ts';
import type { QueueRules } from './queue-rules.ts';
import { createRows, rowAt, rowOf, type Rows } from './rows.ts';
import { createTallies, type Tallies } from './tallies.ts';

export interface IndexOptions {
  readonly rules: QueueRules;
  readonly foldWord: (word: string) => string;
  /** Dossiers with events that the server has not confirmed. */
  readonly pending: () => ReadonlySet<DossierId>;
  /** The device's own office: "most used at this desk". */
  readonly ownOffice: () => OfficeId | undefined;
}

/** With who is signed in. */
export interface AskedOptions extends IndexOptions {
  readonly officer: () => StaffId | undefined;
}

export interface Parts {
  readonly rows: Rows;
  readonly orders: Orders;
  readonly members: Members;
  readonly officers: Officers;
  readonly numbers: Numbers;
  readonly names: NamePostings;
  readonly tallies: Tallies;
}

export function createParts({ rules, foldWord, pending, officer }: AskedOptions): Parts {
  const rows = createRows();
  const officers = createOfficers();
  const mineIn = (office: OfficeId | undefined): number => {
    const own = officers.slotsOf(officer());
    return office === undefined ? own.size : [...own].filter((slot) => rowAt(rows, slot).office === office).length;
  };
  const pendingIn = (office: OfficeId | undefined): number => {
    if (office === undefined) return pending().size;
    let count = 0;
    for (const id of pending()) if (rowOf(rows, id)?.office === office) count += 1;
    return count;
  };
  return {
    rows,
    orders: createOrders(rows),
    members: createMembers(),
    officers,
    numbers: createNumbers(rows),
    names: createNamePostings(foldWord),
    tallies: createTallies(rules, (slot) => rowAt(rows, slot), { toSend: pendingIn, mine: mineIn }),
  };
}
