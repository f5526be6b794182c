/** `npm run test:tz`: the unit suite in three time zones far from each other, one with summer time. The domain knows only +07:00. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'];

const failed = zones.filter((zone) => {
  process.stdout.write(`\nTZ=${zone}\n`);
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TZ: zone },
    },
  );
  return result.status !== 0;
});
process.stdout.write(failed.length === 0 ? '\nAll zones pass\n' : `\nFails in ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
