/** The exchange on a real PostgreSQL with two server processes' worth of apps on one database. */
import { afterAll, describe, it } from 'vitest';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeExchange } from './exchange.contract.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

if (server === undefined) {
  describe.skipIf(true)('exchange on PostgreSQL', () => {
    it('needs a PostgreSQL on this machine', () => undefined);
  });
} else {
  describeExchange('PostgreSQL', async () => {
    const url = await server.createDatabase();
    return [await createPostgresStore({ url }), await createPostgresStore({ url })];
  });
}
