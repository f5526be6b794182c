/**
 * `npm test`: everything, from a fresh machine. Brings what is missing, builds the app, runs all tests (the checks of the code itself are
 * tests of the `tidy` project), then the unit tests that have to do with dates once more in another time zone. Ends with `N passed, N failed`
 * from Vitest's JSON reports and an exit code that says the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from './build-if-stale.ts';
import { ensureSystemPackages } from './system-packages.ts';

const root = resolve(import.meta.dirname, '../..');
const reports = join(root, 'tests/.artifacts/reports');

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files; one that could not even be loaded has no tests but fails. */
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function vitest(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const file = join(reports, `${name}.json`);
  const command = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ];
  const result = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...command], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const outcome = readOutcome(file);
  // Unhandled errors and broken runs have no failed test of their own: they count as one failure, so that the line never lies.
  return result.status !== 0 && outcome.failed === 0 ? { passed: outcome.passed, failed: 1 } : outcome;
}

function readOutcome(file: string): Outcome {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`No test report at ${file}: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
  // The reporter's own JSON; its shape is checked by what follows being numbers.
  const report = JSON.parse(text) as Report;
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

function main(): void {
  const started = performance.now();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  ensureSystemPackages();
  buildIfStale();
  const outcomes = [
    vitest('all', []),
    // The domain knows only +07:00, so the machine's zone must not matter.
    vitest('new-york', ['--project', 'unit', 'deadlines', 'kernel', 'register', 'commands'], { TZ: 'America/New_York' }),
  ];
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  process.stdout.write(`\nDone in ${Math.round((performance.now() - started) / 1000)} s\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

main();
