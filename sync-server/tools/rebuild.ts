/**
 * `node sync-server/tools/rebuild.ts`: makes the projections anew from the events, also where the server itself would not. May run beside the server, may be killed
 * and run again; devices wait meanwhile.
 */
import { systemRandom } from '../src/auth/secrets.ts';
import { systemClock } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { openStore } from '../src/db/open-store.ts';
import { createBuild } from '../src/log/build.ts';
import { rebuildProjections } from '../src/log/rebuild.ts';
import { toolTexts as texts } from '../src/texts/tools.ts';

const config = parseConfig(process.env);
if (!config.ok) {
  process.stderr.write(`${config.error.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const store = await openStore(config.value, () => undefined);
  const deps = { store, random: systemRandom, clock: systemClock, build: createBuild() };
  const done = await rebuildProjections(deps, (step) => process.stdout.write(`${texts.rebuilding(step.done, step.total)}\n`), {
    again: true,
  });
  process.stdout.write(`${texts.rebuilt(done)}\n`);
  await store.close();
}
