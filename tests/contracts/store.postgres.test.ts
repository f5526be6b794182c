/** The store contract on a real PostgreSQL, with a second server process on the same database. */
import { afterAll, describe, it } from 'vitest';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeStore } from './store.contract.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

if (server === undefined) {
  describe.skipIf(true)('store on PostgreSQL', () => {
    it('needs a PostgreSQL on this machine', () => undefined);
  });
} else {
  describeStore('PostgreSQL', async () => {
    const url = await server.createDatabase();
    const open = () => createPostgresStore({ url });
    return { open, openSecond: open };
  });
}
