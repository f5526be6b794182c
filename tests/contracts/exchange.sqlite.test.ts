/** The exchange on the default store. */
import { describeAudit } from './audit.contract.ts';
import { describeDevices } from './devices.contract.ts';
import { describeExchange } from './exchange.contract.ts';
import { describeHolder } from './holder.contract.ts';
import { describeOwnSecret } from './own-secret.contract.ts';
import { describeLookup } from './lookup.contract.ts';
import { describeReference } from './reference.contract.ts';

describeExchange('SQLite', () => Promise.resolve([undefined, undefined]));
describeReference('SQLite', () => Promise.resolve(undefined));
describeHolder('SQLite', () => Promise.resolve(undefined));
describeAudit('SQLite', () => Promise.resolve(undefined));
describeDevices('SQLite', () => Promise.resolve(undefined));
describeOwnSecret('SQLite', () => Promise.resolve(undefined));
describeLookup('SQLite', () => Promise.resolve(undefined));
