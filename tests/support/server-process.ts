/**
 * The real sync server as its own process on a temporary data folder, really started and really stopped. The port stays the same over restarts, because
 * a browser's data belongs to an origin.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const startMsMax = 120_000;
const stopMsMax = 15_000;

export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly start: () => Promise<void>;
  /** Asks it to end (SIGTERM) and waits until it has. */
  readonly stop: () => Promise<void>;
  /** SIGKILL: no goodbye, as in a power cut. */
  readonly kill: () => Promise<void>;
  /** Everything it wrote, for failing tests. */
  readonly output: () => string;
  /** Stops it and removes its data. */
  readonly dispose: () => Promise<void>;
}

export async function createServerProcess(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-server-'));
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [join(root, 'sync-server/src/main.ts')], {
      cwd: root,
      env: { ...process.env, NODE_ENV: '', DATABASE_URL: '', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-200_000);
    };
    started.stdout.on('data', collect);
    started.stderr.on('data', collect);
    await untilReady(origin, started, () => output);
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise<void>((done) => running.once('exit', () => done()));
    running.kill(signal);
    const timer = setTimeout(() => running.kill('SIGKILL'), stopMsMax);
    await ended;
    clearTimeout(timer);
  };

  return {
    origin,
    port,
    dataDir,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    output: () => output,
    dispose: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilReady(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + startMsMax;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${origin}/api/ready`).then(
      (answer) => answer.ok,
      // Not listening yet: asked again below, until the time is up.
      () => false,
    );
    if (ready) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready within ${startMsMax / 1000} s:\n${output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** The one-time codes of the communes' devices, two for each, as the server prints them. */
export function communeCodes(output: string): readonly string[] {
  const lines = output.split('\n').filter((line) => /^\s+(?:xã|thị trấn) /.test(line));
  return lines.flatMap((line) => [...line.matchAll(/: ([A-Z0-9]{5}-[A-Z0-9]{5})/g)].map((match) => match[1] as string));
}
