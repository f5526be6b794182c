/**
 * `rebuild`: makes the projections anew from the events, also where the server itself would not. May run beside the server, may be killed and run again;
 * devices wait meanwhile.
 */
import { systemRandom } from '../../src/auth/secrets.ts';
import { systemClock } from '../../src/compose.ts';
import { createBuild } from '../../src/log/build.ts';
import { rebuildProjections } from '../../src/log/rebuild.ts';
import { rebuildTexts as texts } from '../../src/texts/commands/rebuild.ts';
import type { Command } from '../command.ts';

export const rebuild: Command = {
  name: 'rebuild',
  help: texts.help,
  places: [],
  needed: 0,
  options: {},
  run: async ({ district, say }) => {
    const deps = { store: await district(), random: systemRandom, clock: systemClock, build: createBuild() };
    const done = await rebuildProjections(deps, (step) => say(texts.step(step.done, step.total)), { again: true });
    return texts.done(done);
  },
};
