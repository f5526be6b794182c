/** Reads that a transaction and everybody else ask in the same words; each sees what its own connection sees. */
import { sql } from 'drizzle-orm';
import { bodyToEvent, rowToPart } from './rows.ts';
import { type SqlRunner, numberOf, textOf } from './sql-runner.ts';
import type { PlainReads } from './store.ts';

export function createPlainReads(db: SqlRunner): PlainReads {
  return {
    findSetting: async (key) => {
      const rows = await db.all(sql`select value from settings where key = ${key}`);
      return rows[0] && textOf(rows[0], 'value');
    },
    referenceCursor: async () => {
      const rows = await db.all(sql`select version, mark from reference_versions order by version desc limit 1`);
      return rows[0] && { version: numberOf(rows[0], 'version'), check: numberOf(rows[0], 'mark') };
    },
    referenceParts: async () => (await db.all(sql`select key, version, body from reference_parts order by key`)).map(rowToPart),
    readDeviceLog: async (device, fromSeq, limit) => {
      const rows = await db.all(sql`select body from events where device = ${device} and seq >= ${fromSeq} order by seq limit ${limit}`);
      return rows.map((row) => bodyToEvent(textOf(row, 'body')));
    },
  };
}
