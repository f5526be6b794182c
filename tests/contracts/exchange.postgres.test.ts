/** The exchange on a real PostgreSQL with two server processes' worth of apps on one database. */
import { afterAll } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { createPostgresStore } from '@onestop/sync-server/db/postgres-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeAudit } from './audit.contract.ts';
import { describeDevices } from './devices.contract.ts';
import { describeExchange } from './exchange.contract.ts';
import { describeHolder } from './holder.contract.ts';
import { describeOwnSecret } from './own-secret.contract.ts';
import { describeLookup } from './lookup.contract.ts';
import { describeReference } from './reference.contract.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

describeExchange(
  'PostgreSQL',
  async () => {
    const url = await must(server, 'a server').createDatabase();
    return [await createPostgresStore({ url }), await createPostgresStore({ url })];
  },
  server !== undefined,
);
const openStore = async () => createPostgresStore({ url: await must(server, 'a server').createDatabase() });
describeReference('PostgreSQL', openStore, server !== undefined);
describeHolder('PostgreSQL', openStore, server !== undefined);
describeAudit('PostgreSQL', openStore, server !== undefined);
describeDevices('PostgreSQL', openStore, server !== undefined);
describeOwnSecret('PostgreSQL', openStore, server !== undefined);
describeLookup('PostgreSQL', openStore, server !== undefined);
