/**
 * Seeds 1..N of the simulated district, in parts that run side by side. `SIM_SEED=17 npm run sim` replays one, `SIM_RUNS=5000 npm run sim` hunts (`SIM_FIRST` says from which seed on), `SIM_TALLY=1` prints what happened how often. The last test of
 * a part proves that it was not vacuous: every fault and every event type really happened in it.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { dayEventTypes } from '@onestop/shared/daybook/event-types.ts';
import { dossierEventTypes } from '@onestop/shared/dossier/events/index.ts';
import { networkFaults } from './network.ts';
import { createTally } from './tally.ts';
import { play } from './world.ts';

const deskFaults = [
  'partition',
  'server-killed',
  'server-restored',
  'server-restored beside a clone',
  'server-upgraded',
  'server-upgraded with unread events',
  'tab-killed-in-transaction',
  'quota-exceeded',
  'browser-restarted',
  'nobody-signed-in',
  'two-tabs',
  'clock-back',
  'clock-forward',
  'battery-empty',
  'cloned-device',
  'old-client-upgraded',
  'days-pass',
] as const;

/** From here on a part is large enough that everything must have happened in it. */
const vacuityRunsMin = 100;

export function simSuite(part: number, parts: number): void {
  const only = process.env['SIM_SEED'];
  const runs = Number(process.env['SIM_RUNS'] ?? 200);
  const steps = Number(process.env['SIM_STEPS'] ?? 60);
  const first = Number(process.env['SIM_FIRST'] ?? 1);
  const all = only === undefined ? Array.from({ length: runs }, (_, i) => first + i) : [Number(only)];
  const seeds = all.filter((seed) => seed % parts === part);
  const tally = createTally();

  describe.skipIf(seeds.length === 0)('a district of many desks on bad lines', () => {
    it.each(seeds)('[S-I1..S-I12] seed %i', async (seed) => {
      await expect(play({ seed, steps, tally })).resolves.toBeUndefined();
    });

    afterAll(() => {
      if (process.env['SIM_TALLY'] === undefined) return;
      const lines = tally.entries().map(([what, n]) => `${n} ${what}`);
      process.stdout.write(`${lines.join('\n')}\n`);
    });

    it.skipIf(seeds.length < vacuityRunsMin)('[S-I0] every fault and every event type happened', () => {
      const wanted = [
        ...[...networkFaults, ...deskFaults].map((fault) => `fault ${fault}`),
        ...[...dossierEventTypes, ...dayEventTypes].map((type) => `event ${type}`),
        'contradiction',
        'contradiction settled',
        'day of several devices',
        'ticket called again',
        'closing APPROVED',
        'closing SENT_BACK',
        'act refused',
        'clock gave no time',
        'act at a stated time',
        'cursor back, announced',
        'promise moved by an event',
        'upgraded desk equals another',
      ];
      expect(wanted.filter((what) => tally.get(what) === 0)).toEqual([]);
    });
  });
}
