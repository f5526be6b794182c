/**
 * Seeds 1..N of the simulated district. `SIM_SEED=17 npm run sim` replays one, `SIM_RUNS=5000 npm run sim` hunts. The last test proves that the suite was not
 * vacuous: every fault and every event type really happened.
 */
import { describe, expect, it } from 'vitest';
import { dossierEventTypes } from '@onestop/shared/dossier/events/index.ts';
import { networkFaults } from './network.ts';
import { createTally } from './tally.ts';
import { play } from './world.ts';

const only = process.env['SIM_SEED'];
const runs = Number(process.env['SIM_RUNS'] ?? 200);
const steps = Number(process.env['SIM_STEPS'] ?? 60);
const seeds = only === undefined ? Array.from({ length: runs }, (_, i) => i + 1) : [Number(only)];
const tally = createTally();

describe('a district of many desks on bad lines', () => {
  it.each(seeds)('[S-I1..S-I10] seed %i', async (seed) => {
    await play({ seed, steps, tally });
  });

  it.skipIf(only !== undefined || runs < 200)('[S-I0] every fault and every event type happened', () => {
    const missing = [
      ...networkFaults.map((fault) => `fault ${fault}`),
      ...['partition', 'server-killed', 'server-restored', 'tab-killed-in-transaction', 'quota-exceeded', 'browser-restarted', 'two-tabs', 'clock-back', 'clock-forward', 'cloned-device', 'old-client-upgraded', 'days-pass'].map((fault) => `fault ${fault}`),
      ...dossierEventTypes.map((type) => `event ${type}`),
      'contradiction',
      'contradiction settled',
      'act refused',
    ].filter((what) => tally.get(what) === 0);
    expect(missing).toEqual([]);
  });
});
