/** The store contract on a real PostgreSQL, with a second server process on the same database. */
import { afterAll } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeStore } from './store.contract.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

describeStore(
  'PostgreSQL',
  async () => {
    const url = await must(server, 'a server').createDatabase();
    const open = () => createPostgresStore({ url });
    return { open, openSecond: open };
  },
  server !== undefined,
);
