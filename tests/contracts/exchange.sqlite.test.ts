/** The exchange on the default store. */
import { describeExchange } from './exchange.contract.ts';

describeExchange('SQLite', () => Promise.resolve([undefined, undefined]));
