/**
 * Durable events a second through the real server: `POST /api/sync` with batches of 2,000 acceptances from several devices at once. All requests are encoded,
 * packed and signed beforehand, so that only the server works while the clock runs. The reference line beside it is the least an honest server can do with
 * the same events on the same disk in the same minutes: inflate gzip'd JSON lines, read them, append them to a file, fsync, answer.
 * By itself: `node tests/bench/server-events.ts [postgres] [rounds] [devices]`.
 */
import { spawn } from 'node:child_process';
import { Agent, request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { pack, unpack } from '@onestop/shared/protocol/pack.ts';
import { decodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { demoReference } from '@onestop/sync-server/demo/reference.ts';
import { zlibCompressor } from '@onestop/sync-server/log/zlib-compressor.ts';
import { startPostgres } from '../support/postgres.ts';
import { sampleAcceptances } from '../support/sample-dossiers.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { type TestDevice, enrol } from '../support/test-device.ts';
import { median } from './table.ts';

export interface ServerEventsOptions {
  readonly store: 'sqlite' | 'postgres';
  /** Requests of each device. */
  readonly rounds?: number;
  readonly devices?: number;
}

export interface ServerEventsResult {
  readonly store: 'sqlite' | 'postgres';
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Of the server process, user and system, per 1,000 events. */
  readonly cpuMsPerThousand: number;
  /** Until the answer is there, one request of 2,000 events among the others. */
  readonly requestMsMedian: number;
  readonly referenceEventsPerSecond: number;
  readonly referenceCpuMsPerThousand: number;
}

const batch = 2_000;
/** Sent before the clock starts: the runtime compiles what is hot. */
const warmRounds = 2;

interface Prepared {
  readonly body: Uint8Array;
  readonly proof: string;
  readonly lines: Buffer;
}

interface PreparedDevice {
  readonly token: string;
  readonly requests: readonly Prepared[];
}

export async function measureServerEvents(options: ServerEventsOptions): Promise<ServerEventsResult> {
  const { store, rounds = 5, devices: devicesCount = 4 } = options;
  const postgres = store === 'postgres' ? must(await startPostgres(), 'a PostgreSQL on this machine') : undefined;
  const server = await createServerProcess({
    DEMO: 'on',
    NODE_OPTIONS: process.env['SERVER_NODE_OPTIONS'] ?? '',
    ...(postgres === undefined ? {} : { DATABASE_URL: await postgres.createDatabase() }),
  });
  try {
    await server.start();
    const prepared = await prepareDevices(server, devicesCount, rounds + warmRounds);
    const measured = await measureServer(server, prepared);
    const reference = await measureReference(prepared);
    const events = devicesCount * rounds * batch;
    return {
      store,
      events,
      eventsPerSecond: (events / measured.ms) * 1_000,
      cpuMsPerThousand: (measured.cpuMs / events) * 1_000,
      requestMsMedian: median(measured.requestMs),
      referenceEventsPerSecond: (events / reference.ms) * 1_000,
      referenceCpuMsPerThousand: (reference.cpuMs / events) * 1_000,
    };
  } finally {
    await server.dispose();
    await postgres?.stop();
  }
}

async function prepareDevices(server: ServerProcess, count: number, rounds: number): Promise<readonly PreparedDevice[]> {
  const codes = communeCodes(server.output());
  const devices: PreparedDevice[] = [];
  for (let d = 0; d < count; d++) {
    // Two for every commune: each device stands in another commune, so nothing is sent down.
    const code = must(codes[2 * d], 'a code for every device');
    const device = await enrol((path, init) => fetch(server.origin + path, init), code);
    await device.settle();
    device.log.push(...acceptancesOf(device, rounds * batch, d + 1));
    devices.push({ token: device.token, requests: await prepareRequests(device, rounds) });
  }
  return devices;
}

/** Codes from the ranges the server leased to the device: the hundred of the day, and beyond it the overflow. */
function acceptancesOf(device: TestDevice, count: number, seed: number): readonly EventEnvelope[] {
  const { offices, procedures } = demoReference();
  const { agencyId } = must(
    offices.find((office) => office.id === device.office),
    'the office of the device',
  );
  const leases = must(device.leases, 'leases').filter((lease) => lease.agencyId === agencyId);
  const range = must(
    leases.find((lease) => lease.kind === 'RANGE'),
    'a range',
  );
  const overflow = must(
    leases.find((lease) => lease.kind === 'OVERFLOW'),
    'an overflow range',
  );
  const actors = [`${device.office}-lan`, `${device.office}-hung`, `${device.office}-thuy`] as StaffId[];
  const book = `${String(device.bookNumber).padStart(2, '0')}/2026`;
  return sampleAcceptances(count, procedures, seed, { device: device.id, office: device.office, agencyId, actors, book }).map((event) => {
    const [agency, date, serialText] = String(event.data['code']).split('-');
    const serial = Number(serialText) - 1;
    const size = range.to - range.from + 1;
    const own = serial < size ? [range.from + serial, range.digits] : [overflow.from + serial - size, overflow.digits];
    return { ...event, data: { ...event.data, code: `${agency}-${date}-${String(own[0]).padStart(own[1] as number, '0')}` } };
  });
}

async function prepareRequests(device: TestDevice, rounds: number): Promise<readonly Prepared[]> {
  const requests: Prepared[] = [];
  for (let r = 0; r < rounds; r++) {
    device.ackedSeq = r * batch;
    const request = device.request({ answerEventsMax: 500 }, batch);
    const body = pack(encodeSyncRequest(request), zlibCompressor);
    const proof = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, device.keys.privateKey, body as Uint8Array<ArrayBuffer>);
    const lines = gzipSync(request.events.map((event) => JSON.stringify(event)).join('\n'));
    requests.push({ body, proof: Buffer.from(proof).toString('base64url'), lines });
  }
  return requests;
}

interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
  readonly requestMs: readonly number[];
}

async function measureServer(server: ServerProcess, devices: readonly PreparedDevice[]): Promise<Measured> {
  const send = (token: string, { body, proof }: Prepared): Promise<Answer> =>
    post(`${server.origin}/api/sync`, body, {
      'Content-Type': 'application/vnd.motcua.sync',
      Authorization: `Bearer ${token}`,
      'X-Proof': proof,
    });
  const pushAll = async (from: number, to: number): Promise<readonly number[]> => {
    const times = await Promise.all(
      devices.map(async ({ token, requests }) => {
        const own: number[] = [];
        for (let r = from; r < to; r++) {
          const start = performance.now();
          const answer = await send(token, must(requests[r], 'a request'));
          own.push(performance.now() - start);
          expectStored(answer, (r + 1) * batch);
        }
        return own;
      }),
    );
    return times.flat();
  };
  await pushAll(0, warmRounds);
  const cpuBefore = await cpuSecondsOf(server.origin);
  const start = performance.now();
  const requestMs = await pushAll(warmRounds, must(devices[0], 'a device').requests.length);
  const ms = performance.now() - start;
  return { ms, cpuMs: ((await cpuSecondsOf(server.origin)) - cpuBefore) * 1_000, requestMs };
}

/** An event refused or left out would make the figure a lie. */
function expectStored(answer: Answer, headSeq: number): void {
  const unpacked = unpack(answer.body, zlibCompressor);
  const decoded = unpacked.ok && answer.status === 200 ? decodeSyncAnswer(unpacked.value) : undefined;
  if (decoded?.ok !== true)
    throw new Error(`The server answered ${answer.status} ${Buffer.from(answer.body).toString('utf8').slice(0, 200)}`);
  const { outcome, headSeq: head, refused } = decoded.value;
  if (outcome.kind !== 'OK' || head !== headSeq || refused.length > 0)
    throw new Error(`Not all stored: ${outcome.kind}, head ${head} of ${headSeq}, ${JSON.stringify(refused[0])}`);
}

async function cpuSecondsOf(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(must(/^motcua_process_cpu_seconds_total (\S+)/m.exec(text), 'CPU time among the metrics')[1]);
}

/** As its own process, so that it does not share a thread with the senders. */
const referenceSource = `
import { mkdtempSync, openSync, rmSync, writeSync, fsyncSync } from 'node:fs';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
const folder = mkdtempSync(process.env.TMPDIR_OF_REFERENCE + '/motcua-reference-');
process.on('SIGTERM', () => { rmSync(folder, { recursive: true, force: true }); process.exit(0); });
const file = openSync(folder + '/events.jsonl', 'a');
createServer((request, response) => {
  if (request.url === '/cpu') { const { user, system } = process.cpuUsage(); response.end(String((user + system) / 1e3)); return; }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const text = gunzipSync(Buffer.concat(chunks));
    let events = 0;
    for (const line of text.toString('utf8').split('\\n')) if (JSON.parse(line).seq > 0) events++;
    writeSync(file, text);
    fsyncSync(file);
    response.end(String(events));
  });
}).listen(0, '127.0.0.1', function () { process.stdout.write('port ' + this.address().port + '\\n'); });
`;

async function measureReference(devices: readonly PreparedDevice[]): Promise<Measured> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', referenceSource], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR_OF_REFERENCE: process.env['TMPDIR'] ?? '/tmp' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('The reference server ended')));
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /port (\d+)/.exec(chunk.toString());
        if (found) resolve(found[1] as string);
      });
    });
    const origin = `http://127.0.0.1:${port}`;
    const pushAll = async (from: number, to: number): Promise<void> => {
      await Promise.all(
        devices.map(async ({ requests }) => {
          for (let r = from; r < to; r++) {
            const { body } = await post(origin, must(requests[r], 'a request').lines, {});
            if (Buffer.from(body).toString() !== String(batch)) throw new Error('The reference server lost lines');
          }
        }),
      );
    };
    await pushAll(0, warmRounds);
    const cpu = async (): Promise<number> => Number(await (await fetch(`${origin}/cpu`)).text());
    const cpuBefore = await cpu();
    const start = performance.now();
    await pushAll(warmRounds, must(devices[0], 'a device').requests.length);
    const ms = performance.now() - start;
    return { ms, cpuMs: (await cpu()) - cpuBefore, requestMs: [] };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
}

const agent = new Agent({ keepAlive: true });

/** Plain HTTP requests: the built-in fetch costs the sender more than the server needs to answer. */
function post(url: string, body: Uint8Array, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method: 'POST', agent, headers: { ...headers, 'Content-Length': body.length } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function describeServerEvents(result: ServerEventsResult): string {
  const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
  return [
    `${result.store}: ${whole(result.events)} events, ${whole(result.eventsPerSecond)} durable events/s, ` +
      `${result.cpuMsPerThousand.toFixed(1)} ms server CPU per 1,000 events, ${whole(result.requestMsMedian)} ms a request of 2,000`,
    `reference (gunzip JSON lines, append, fsync): ${whole(result.referenceEventsPerSecond)} events/s, ` +
      `${result.referenceCpuMsPerThousand.toFixed(1)} ms CPU per 1,000 events`,
  ].join('\n');
}

if (import.meta.main) {
  const [store = 'sqlite', rounds, devices] = process.argv.slice(2);
  const result = await measureServerEvents({
    store: store === 'postgres' ? 'postgres' : 'sqlite',
    ...(rounds === undefined ? {} : { rounds: Number(rounds) }),
    ...(devices === undefined ? {} : { devices: Number(devices) }),
  });
  process.stdout.write(`${describeServerEvents(result)}\n`);
  agent.destroy();
}
