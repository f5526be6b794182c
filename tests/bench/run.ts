/**
 * `npm run bench`: one run, in real Chromium against the real server process with its default store, told as ratios to a reference line measured in the
 * same run on the same machine. Prints a table, keeps `results/latest.json`. Nothing here is a test: a slow machine fails nobody.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPage } from './build-page.ts';
import { measureApp } from './measure-app.ts';
import { measureDevices } from './measure-devices.ts';
import { measureThroughput } from './measure-throughput.ts';
import { formatTable, meetsAim, type Row } from './table.ts';

const root = resolve(import.meta.dirname, '../..');
const results = join(import.meta.dirname, 'results');
const page = join(root, 'tests/.artifacts/bench-page');
/** Served by the real server beside the app while the bench runs, so that it has the server's origin and its security headers. */
const served = join(root, 'client/dist/bench-page');

async function main(): Promise<void> {
  await buildPage(page);
  rmSync(served, { recursive: true, force: true });
  cpSync(page, served, { recursive: true });
  const rows: Row[] = [];
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  try {
    say('Devices in the browser …');
    rows.push(...(await measureDevices(page, say)));
    say('Server through HTTP …');
    rows.push(...(await measureThroughput()));
    say('The built app …');
    rows.push(...(await measureApp()));
  } finally {
    rmSync(served, { recursive: true, force: true });
  }
  say(`\n${formatTable(rows)}\n`);
  const reached = rows.filter((row) => meetsAim(row) === true).length;
  say(`${reached} of ${rows.filter((row) => row.aim !== undefined).length} aims reached`);
  mkdirSync(results, { recursive: true });
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, platform: `${process.platform} ${process.arch}` };
  writeFileSync(join(results, 'latest.json'), JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2));
}

await main();
