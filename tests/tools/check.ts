/** `npm run check`: types, lint and format, side by side; a few seconds, meant for every save. What fails is printed whole; the exit code says the rest. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Check, checks } from './checks.ts';

const root = resolve(import.meta.dirname, '../..');

async function holds({ name, command: [entry, ...args] }: Check): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'node_modules', entry), ...args], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((done, failed) => child.once('close', done).once('error', failed));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${seconds.padStart(5)} s  ${name}\n${code === 0 ? '' : `${said.trim()}\n`}`);
  return code === 0;
}

const outcomes = await Promise.all(checks.map(holds));
process.exit(outcomes.every(Boolean) ? 0 : 1);
