/** A verb as a technician types it: its own process group, the machine's own Node first, what it says collected. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { delimiter } from 'node:path';

/** The machine's own path, as outside npm: without the project's Node before it. */
export const hostPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((part) => !part.includes('node_modules'))
  .join(delimiter);

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Rejects where it ends without having said them. */
  readonly says: (words: string) => Promise<void>;
  readonly ended: Promise<number | null>;
}

export function startProcess(
  command: string,
  args: readonly string[],
  at: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Running {
  const child = spawn(command, args, { ...at, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const waiting = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const says = (words: string): Promise<void> =>
    new Promise((done, failed) => {
      child.once('close', () => failed(new Error(`It ended and had not said ${words}:\n${output}`)));
      const look = (): void => {
        if (!output.includes(words)) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
    });
  return { child, output: () => output, says, ended: new Promise((done) => child.once('close', (code) => done(code))) };
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
