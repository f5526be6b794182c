/** `node sync-server/tools/refused.ts`: which event of which device was refused or waits, when and why, newest first; nothing of what is in it. */
import { parseConfig } from '../src/config.ts';
import { openStore } from '../src/db/open-store.ts';
import { toolTexts as texts } from '../src/texts/tools.ts';

const rowsMax = 1_000;
const config = parseConfig(process.env);
if (!config.ok) {
  process.stderr.write(`${config.error.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const store = await openStore(config.value, () => undefined);
  const rows = await store.listSetAside(rowsMax);
  const lines = rows.map(({ at, office, device, deviceName, seq, type, kind, code }) =>
    [new Date(at).toISOString(), office, device, seq, type, kind, code, deviceName].join('\t'),
  );
  process.stdout.write(`${lines.length === 0 ? texts.noneRefused : [texts.refusedTitle, ...lines].join('\n')}\n`);
  await store.close();
}
