/** Everything that happens between devices and the server, in the browser's own IndexedDB, with every byte counted by a proxy in front of the server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { enrolCodes } from '../e2e/desk.ts';
import { chromiumArgs, mustChromium } from '../support/chromium.ts';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import type { Bench } from './page/main.ts';
import { startReferenceServer } from './reference-server.ts';
import { leaseFromLongAgo } from './server-data.ts';
import { measureReports } from './measure-reports.ts';
import { median, percentile, type Row } from './table.ts';

const changed = 20;
const many = 50_000;

interface Stage {
  readonly server: ServerProcess;
  readonly proxy: TcpProxy;
  readonly ours: Page;
  readonly reference: Page;
  readonly say: (text: string) => void;
}

export async function measureDevices(pageDir: string, say: (text: string) => void): Promise<readonly Row[]> {
  const server = await createServerProcess();
  await server.start();
  const proxy = await createTcpProxy(server.port);
  const referenceServer = await startReferenceServer(pageDir);
  const profile = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(profile, { executablePath: mustChromium(), headless: true, args: [...chromiumArgs] });
    context.setDefaultTimeout(600_000);
    const ours = await context.newPage();
    await ours.goto(`${proxy.origin}/bench-page/index.html`);
    const reference = await context.newPage();
    await reference.goto(`${referenceServer.origin}/`);
    for (const page of [ours, reference]) await page.waitForFunction(() => typeof globalThis.bench === 'object');
    const stage: Stage = { server, proxy, ours, reference, say };
    const codes = ['xã Bình Định', 'xã Phú Hòa', 'xã Mỹ Hương', 'xã Tân Lãng'].map((office) => enrolCodes(server.output(), office));
    return [
      ...(await roundOf(stage, 1_000, codes[0] ?? [])),
      ...(await roundOf(stage, 10_000, codes[1] ?? [])),
      ...(await afterTheBigRound(stage, [...(codes[2] ?? []), ...(codes[3] ?? [])])),
    ];
  } finally {
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
    await proxy.close();
    await referenceServer.close();
    await server.dispose();
  }
}

/** Push of `count` dossiers written offline, pull to an empty device of the same office. */
async function roundOf(stage: Stage, count: number, codes: readonly string[]): Promise<readonly Row[]> {
  const { ours, reference, proxy, say } = stage;
  const [a, b] = [`a${count}`, `b${count}`];
  await enrolDevice(stage, a, codes[0] ?? '');
  const before = await ours.evaluate(() => globalThis.bench.storedBytes());
  await ours.evaluate(([name, n]) => globalThis.bench.write(name as string, n as number, n as number), [a, count] as const);
  const stored = (await ours.evaluate(() => globalThis.bench.storedBytes())) - before;
  await reference.evaluate((dossiers) => globalThis.bench.setPlain(dossiers), await ours.evaluate(() => globalThis.bench.plainDossiers()));

  await reference.evaluate(() => fetch('/ref/clear').then(() => undefined));
  const refPush = await reference.evaluate((n) => globalThis.bench.referencePush(n), count);
  proxy.reset();
  const push = await ours.evaluate((name) => globalThis.bench.push(name), a);
  if (push.refused.length > 0)
    throw new Error(`the server refused ${push.refused.length} events of the bench: ${push.refused.slice(0, 3).join('; ')}`);
  const up = proxy.up();
  const refMs = refPush.putMs + refPush.sendMs;
  say(`  push ${count}: ours ${Math.round(push.ms)} ms, reference ${Math.round(refPush.putMs)} + ${Math.round(refPush.sendMs)} ms`);

  await enrolDevice(stage, b, codes[1] ?? '', false);
  const refPull = await reference.evaluate(() => globalThis.bench.referencePull());
  if (refPull.count !== count) throw new Error(`the reference gave ${refPull.count} dossiers`);
  proxy.reset();
  const pull = await ours.evaluate(([name, n]) => globalThis.bench.pull(name as string, n as number), [b, count] as const);
  if (pull.found === 0) throw new Error('what was pulled cannot be found');
  const down = proxy.down();
  say(
    `  pull ${count}: ours ${Math.round(pull.ms)} ms (newest 500 ${Math.round(pull.newestMs)} ms), reference ${Math.round(refPull.ms)} ms`,
  );

  const big = count === 10_000;
  const label = count.toLocaleString('en-US');
  return [
    {
      key: `push-${count}`,
      name: `push ${label} written offline`,
      value: push.ms / refMs,
      unit: '×',
      aim: big ? { op: '≤', value: 0.8 } : undefined,
      note: `${Math.round(push.ms)} ms; reference ${Math.round(refMs)} ms (put ${Math.round(refPush.putMs)}, send ${Math.round(refPush.sendMs)})`,
    },
    {
      key: `push-${count}-bytes`,
      name: `bytes up per dossier, ${label}`,
      value: up / count,
      unit: 'B',
      aim: big ? { op: '≤', value: 200 } : undefined,
      note: `headers included; reference ${Math.round(refPush.bytesUp / count)} B`,
    },
    {
      key: `pull-${count}`,
      name: `pull ${label} until listed and searchable`,
      value: pull.ms / refPull.ms,
      unit: '×',
      aim: big ? { op: '≤', value: 0.5 } : undefined,
      note: `${Math.round(pull.ms)} ms with reference data; reference ${Math.round(refPull.ms)} ms; ${Math.round(down / count)} B down each`,
    },
    {
      key: `pull-${count}-newest`,
      name: `the newest 500 of ${label}`,
      value: pull.newestMs / refPull.ms,
      unit: '×',
      aim: big ? { op: '≤', value: 0.15 } : undefined,
      note: `${Math.round(pull.newestMs)} ms`,
    },
    {
      key: `stored-${count}`,
      name: `bytes per dossier on disk, ${label}`,
      value: stored / count,
      unit: 'B',
      note: "the browser's own estimate of IndexedDB",
    },
  ];
}

async function afterTheBigRound(stage: Stage, codes: readonly string[]): Promise<readonly Row[]> {
  return [...(await smallExchanges(stage)), ...(await actsOnDisk(stage)), ...(await localReads(stage)), ...(await cutLine(stage, codes))];
}

/** Twenty changed dossiers out and in with 10,000 present, then nothing at all. */
async function smallExchanges({ ours, proxy }: Stage): Promise<readonly Row[]> {
  const [a, b] = ['a10000', 'b10000'];
  const turn = async (name: string) => {
    proxy.reset();
    const bodies = await ours.evaluate((which) => globalThis.bench.turn(which), name);
    return { ...bodies, wire: proxy.up() + proxy.down() };
  };
  for (const name of [a, b]) while ((await turn(name)).more) continue;
  await ours.evaluate((name) => globalThis.bench.signIn(name), a);
  await ours.evaluate(([name, n]) => globalThis.bench.forwardSome(name as string, n as number), [a, changed] as const);
  const out = await turn(a);
  const inward = await turn(b);
  if (out.sent < changed || inward.received < changed) throw new Error(`sent ${out.sent}, received ${inward.received}`);
  const idle = await turn(a);
  return [
    {
      key: 'changed-out',
      name: '20 changed dossiers out',
      value: out.wire,
      unit: 'B',
      aim: { op: '≤', value: 3_000 },
      note: `1 request; bodies ${out.bytesUp} up, ${out.bytesDown} down`,
    },
    {
      key: 'changed-in',
      name: '20 changed dossiers in',
      value: inward.wire,
      unit: 'B',
      aim: { op: '≤', value: 3_000 },
      note: `1 request; bodies ${inward.bytesUp} up, ${inward.bytesDown} down`,
    },
    {
      key: 'idle-bodies',
      name: 'idle exchange, bodies',
      value: idle.bytesUp + idle.bytesDown,
      unit: 'B',
      aim: { op: '≤', value: 600 },
      note: '1 request',
    },
    { key: 'idle-wire', name: 'idle exchange, with HTTP headers', value: idle.wire, unit: 'B', note: 'counted on the TCP connection' },
  ];
}

/** One act saved durably with 10,000 dossiers present. */
async function actsOnDisk({ ours }: Stage): Promise<readonly Row[]> {
  const times = await ours.evaluate((name) => globalThis.bench.acts(name, 60), 'a10000');
  return [
    {
      key: 'act',
      name: 'one act saved durably, median',
      value: median(times),
      unit: 'ms',
      aim: { op: '≤', value: 10 },
      note: 'a whole intake: event, chain, number, row',
    },
    { key: 'act-p95', name: 'one act saved durably, 95th percentile', value: percentile(times, 0.95), unit: 'ms' },
  ];
}

/** Search, list and counters at 50,000, and the index built again from disk. */
async function localReads({ ours, say }: Stage): Promise<readonly Row[]> {
  const name = 'a10000';
  // Written straight into the log without being sent: the device's numbers of a day do not reach for so many, so no officer's rules are asked here.
  await ours.evaluate(async ([which, n]) => globalThis.bench.write(which as string, n as number, 11), [name, 10_000] as const);
  for (const seed of [12, 13, 14])
    await ours.evaluate(([which, n, s]) => globalThis.bench.write(which as string, n as number, s as number), [
      name,
      10_000,
      seed,
    ] as const);
  const reopened: number[] = [];
  let size = 0;
  for (let i = 0; i < 5; i++) {
    const opened = await ours.evaluate((which) => globalThis.bench.open(which), name);
    reopened.push(opened.ms);
    size = opened.size;
  }
  await ours.evaluate((which) => globalThis.bench.tidy(which), name);
  const found = await ours.evaluate((which) => globalThis.bench.searches(which), name);
  say(`  ${size} dossiers on one device`);
  if (size < many) throw new Error(`only ${size} dossiers`);
  return [
    {
      key: 'search',
      name: 'name prefix at 50,000, median',
      value: median(found.prefix),
      unit: 'ms',
      aim: { op: '≤', value: 1 },
      note: `95th percentile ${percentile(found.prefix, 0.95).toFixed(2)} ms`,
    },
    {
      key: 'overdue',
      name: 'overdue list at 50,000, median',
      value: median(found.overdue),
      unit: 'ms',
      aim: { op: '≤', value: 1 },
      note: `95th percentile ${percentile(found.overdue, 0.95).toFixed(2)} ms`,
    },
    {
      key: 'counts',
      name: 'counters at 50,000, median',
      value: median(found.counts),
      unit: 'ms',
      aim: { op: '≤', value: 1 },
      note: `95th percentile ${percentile(found.counts, 0.95).toFixed(2)} ms`,
    },
    {
      key: 'rebuild',
      name: 'open with 50,000: index from disk',
      value: median(reopened),
      unit: 'ms',
      aim: { op: '≤', value: 300 },
      note: 'database opened, reference data read, index built',
    },
    ...(await measureReports(ours, name)),
  ];
}

/** The line breaks once in the middle of the push, in two ways; what goes up twice? */
async function cutLine(stage: Stage, codes: readonly string[]): Promise<readonly Row[]> {
  const { ours, proxy } = stage;
  const count = 10_000;
  const pushOf = async (index: number, breakLine: (bytes: number) => void): Promise<number> => {
    const name = `cut${index}`;
    await enrolDevice(stage, name, codes[index] ?? '');
    await ours.evaluate(([which, n, seed]) => globalThis.bench.write(which as string, n as number, seed as number), [
      name,
      count,
      21 + index,
    ] as const);
    proxy.reset();
    breakLine(Math.round(whole * 0.55));
    await ours.evaluate((which) => globalThis.bench.push(which), name);
    return proxy.up();
  };
  let whole = 0;
  whole = await pushOf(0, () => undefined);
  const reset = await pushOf(1, proxy.cutAfterBytesUp);
  await ours.evaluate((ms) => globalThis.bench.setPatience(ms), 3_000);
  const dead = await pushOf(2, proxy.stallAfterBytesUp);
  await ours.evaluate(() => globalThis.bench.setPatience(Infinity));
  const twice = (sent: number): number => Math.max(0, sent / whole - 1) * 100;
  return [
    {
      key: 'resent',
      name: 'sent twice after a dead line',
      value: twice(dead),
      unit: '%',
      aim: { op: '≤', value: 1 },
      note: `${whole} B unbroken, ${dead} B where the line went silent once at 55 % and the device gave it up`,
    },
    {
      key: 'resent-reset',
      name: 'sent twice after a reset',
      value: twice(reset),
      unit: '%',
      aim: { op: '≤', value: 1 },
      note: `${reset} B where the connection was reset once at 55 %: the browser itself sends the request again, whole`,
    },
  ];
}

/** A device with its reference data and numbers, its ranges valid for the days of the workload. */
async function enrolDevice({ ours, server }: Stage, name: string, code: string, settle = true): Promise<void> {
  await ours.evaluate(([which, secret]) => globalThis.bench.enrol(which as string, secret as string), [name, code] as const);
  if (!settle) return;
  let bench: Awaited<ReturnType<Bench['turn']>>;
  do bench = await ours.evaluate((which) => globalThis.bench.turn(which), name);
  while (bench.more);
  await leaseFromLongAgo(server.dataDir);
}
