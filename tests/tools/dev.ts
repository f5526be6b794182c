/** `npm run dev`: the sync server (restarted on change) and Vite with hot reload, side by side. Open the address Vite prints; `/api` goes to the server. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: 'inherit', env: process.env });
}

const children = [
  start(['--watch', '--watch-preserve-output', join(root, 'sync-server/src/main.ts')], root),
  start([join(root, 'node_modules/vite/bin/vite.js')], join(root, 'client')),
];

let ending = false;
function end(code: number): void {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

for (const child of children) child.on('exit', (code) => end(code ?? 0));
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));
