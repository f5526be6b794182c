/** The workload spreads over sixty days before today; a device that enrolled a moment ago holds numbers only from today. */
import { join } from 'node:path';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { createClient } from '@libsql/client';

export const longAgo = '2020-01-01' as PlainDate;

/** Makes all ranges valid from long ago, in the running server's own database. */
export async function leaseFromLongAgo(dataDir: string): Promise<void> {
  const db = createClient({ url: `file:${join(dataDir, 'motcua.db')}` });
  await db.execute('PRAGMA busy_timeout = 5000');
  await db.execute({ sql: 'UPDATE leases SET valid_from = ?', args: [longAgo] });
  db.close();
}
