/**
 * One row read from the disk while the rows are closed: for the look-up at the door, where nobody is signed in. Nothing is kept. Block after
 * block is unpacked, which costs what opening the rows costs, so it is for somebody who typed a whole code and waits.
 */
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Database } from './database.ts';
import { entriesOf } from './records/row-record.ts';

export function findStoredRow(db: Database, code: string): Promise<DossierRow | undefined> {
  // A transaction sees blocks and deltas that belong together; deltas are newer, the last one counts.
  return db.dexie.transaction('r', db.rowBlocks, db.rowDeltas, async () => {
    let found: DossierRow | undefined;
    for (const table of [db.rowBlocks, db.rowDeltas]) {
      await table.orderBy('key').each((record) => {
        for (const { id, row } of entriesOf(db.codec, record)) if (row?.code === code || id === found?.id) found = row;
      });
    }
    return found;
  });
}
