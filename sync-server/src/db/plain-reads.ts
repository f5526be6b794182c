/** Reads that a transaction and everybody else ask in the same words; each sees what its own connection sees. */
import { sql } from 'drizzle-orm';
import { bodyToEvent, rowToReference } from './rows.ts';
import { type SqlRunner, textOf } from './sql-runner.ts';
import type { PlainReads } from './store.ts';

export function createPlainReads(db: SqlRunner): PlainReads {
  return {
    findSetting: async (key) => {
      const rows = await db.all(sql`select value from settings where key = ${key}`);
      return rows[0] && textOf(rows[0], 'value');
    },
    findReference: async (kind) => {
      const rows = await db.all(sql`select kind, version, body from reference_docs where kind = ${kind}`);
      return rows[0] && rowToReference(rows[0]);
    },
    readDeviceLog: async (device, fromSeq, limit) => {
      const rows = await db.all(sql`select body from events where device = ${device} and seq >= ${fromSeq} order by seq limit ${limit}`);
      return rows.map((row) => bodyToEvent(textOf(row, 'body')));
    },
  };
}
