/**
 * All tests of the workspace, in projects: `unit` beside the sources, `contract` (one suite per port on every implementation), `screens` (the app
 * on the real client, in a document without a browser), `sim` (seeded simulation), `tidy` (rules about the code itself), `e2e` (real Chromium, real
 * server process). Workspace packages are raw TypeScript.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
/** Left to itself the runner keeps one core free, which on two cores means one file at a time. */
const workers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  root,
  test: {
    projects: [
      project(
        'unit',
        [
          'shared/src/**/*.test.{ts,tsx}',
          'client/src/**/*.test.{ts,tsx}',
          'sync-server/src/**/*.test.ts',
          'tests/support/**/*.test.ts',
          'tests/oracle/**/*.test.ts',
        ],
        { testTimeout: 20_000 },
      ),
      project('contract', ['tests/contracts/**/*.test.ts', 'tests/golden/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('screens', ['tests/screens/**/*.test.tsx'], { environment: 'happy-dom', testTimeout: 60_000, hookTimeout: 60_000 }),
      project('sim', ['tests/sim/**/*.test.ts'], { testTimeout: 600_000, hookTimeout: 60_000 }),
      project('tidy', ['tests/tidy/**/*.test.ts'], { testTimeout: 180_000 }),
      project('e2e', ['tests/e2e/**/*.e2e.ts'], {
        testTimeout: 180_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});

interface ProjectOptions {
  readonly testTimeout: number;
  readonly hookTimeout?: number;
  readonly environment?: 'happy-dom';
  readonly fileParallelism?: boolean;
  readonly sequence?: { readonly groupOrder: number };
}

function project(name: string, include: string[], options: ProjectOptions) {
  return {
    extends: true as const,
    root,
    test: { name, include, environment: 'node', maxWorkers: options.fileParallelism === false ? 1 : workers, ...options },
  };
}
