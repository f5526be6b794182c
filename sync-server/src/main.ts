/** Composition root: configuration, database, demo or set-up link, server, shutdown. Everything a technician can get wrong ends in a sentence, not in a stack. */
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { hashEnrolCode } from './auth/secrets.ts';
import { openSetup } from './auth/setup.ts';
import { composeDeps, createLog } from './compose.ts';
import { type Config, parseConfig } from './config.ts';
import { lookAtDatabase } from './db/look.ts';
import { describeDatabase, openStore } from './db/open-store.ts';
import type { Store } from './db/store.ts';
import { demoBanner } from './demo/banner.ts';
import { isDemo, seedDemo, unusedDemoCodes } from './demo/seed.ts';
import type { AppDeps } from './deps.ts';
import { needWritableFolder } from './keeping/backup-files.ts';
import { KeepingProblem } from './keeping/problem.ts';
import { type BackupPlan, startBackups } from './keeping/schedule.ts';
import { type RebuildStep, rebuildProjections } from './log/rebuild.ts';
import { codeOf, reasonOf } from './problems.ts';
import { type RunningServer, startServer } from './server.ts';
import { keepingTexts } from './texts/keeping.ts';
import { operatorTexts as texts } from './texts/operator.ts';
import { readVersion } from './version.ts';

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

const sayEveryMs = 2_000;
const rebuildAgainMs = 10_000;

await main();

async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) return fail([texts.configTitle, ...parsed.error.map((problem) => `  - ${problem}`)].join('\n'));
  const config = parsed.value;
  const log = createLog(config.logLevel);
  const version = readVersion();
  log.info({ version }, 'starting');
  const store = await openOrExplain(config, (problem) => log.warn({ code: codeOf(problem) }, 'database connection'));
  if (store === undefined) return;
  const disks = {
    ...(config.databaseUrl === undefined ? { data: config.dataDir } : {}),
    ...(config.backup && { backups: config.backup.folder }),
  };
  const secureAddress = config.publicUrl?.startsWith('https:') === true;
  const deps = await composeDeps({ store, log, clientFolder, disks, secureAddress, version });
  if (config.demo) await seedDemo(deps);
  const setupKey = config.production ? await openSetup(deps) : undefined;
  const server = await listenOrExplain(deps, config);
  if (server === undefined) return store.close();
  const address =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host}:${server.port}`;
  const stopping = stopOnSignal(server, store);
  await rebuildWhereNeeded(deps, stopping);
  await announce(deps, config, address, setupKey);
  if (config.backup !== undefined) await keepBackups(deps, config, config.backup, stopping);
}

/** A folder that will not do is said now, by day, and not only in the log of the night. */
async function keepBackups(deps: Omit<AppDeps, 'stopping'>, config: Config, plan: BackupPlan, signal: AbortSignal): Promise<void> {
  try {
    await needWritableFolder(plan.folder);
    say(keepingTexts.planned(plan.folder, plan.minuteOfDay));
  } catch (problem) {
    if (!(problem instanceof KeepingProblem)) throw problem;
    say(problem.message);
  }
  startBackups(deps, config, plan, signal);
}

async function openOrExplain(config: Config, onProblem: (problem: unknown) => void): Promise<Store | undefined> {
  try {
    if ((await lookAtDatabase(config)) === 'NEWER') {
      fail(texts.newerDatabase(describeDatabase(config)));
      return undefined;
    }
    const store = await openStore(config, onProblem);
    if (!config.production || !(await isDemo(store))) return store;
    await store.close();
    fail(texts.demoAsProduction(describeDatabase(config)));
    return undefined;
  } catch (problem) {
    fail(texts.cannotOpenDatabase(describeDatabase(config), reasonOf(problem)));
    return undefined;
  }
}

async function listenOrExplain(deps: Omit<AppDeps, 'stopping'>, config: Config): Promise<RunningServer | undefined> {
  const { host, port } = config;
  try {
    return await startServer(deps, host, port);
  } catch (problem) {
    const code = codeOf(problem);
    if (code === 'EADDRINUSE') fail(texts.portInUse(host, port));
    else if (code === 'EACCES') fail(texts.portDenied(host, port));
    else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') fail(texts.hostUnknown(host));
    else fail(texts.cannotListen(host, port, reasonOf(problem)));
    return undefined;
  }
}

async function announce(deps: Omit<AppDeps, 'stopping'>, config: Config, address: string, setupKey: string | undefined): Promise<void> {
  const lines = ['', texts.started(address), texts.dataAt(describeDatabase(config))];
  if (!existsSync(`${clientFolder}/index.html`)) lines.push(texts.noClient);
  const codes = config.production ? undefined : await unusedDemoCodes(deps, hashEnrolCode);
  const roster = await deps.reference.read();
  if (codes !== undefined) lines.push('', ...demoBanner(codes, roster.offices, [...roster.staffById.values()]));
  if (setupKey !== undefined) lines.push('', texts.setupTitle, `  ${address}/setup#${setupKey}`, texts.setupNote);
  say(`${lines.join('\n')}\n`);
}

function stopOnSignal(server: RunningServer, store: Store): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    say(texts.stopping);
    void server
      .stop()
      .then(() => store.close())
      .then(() => {
        say(texts.stopped);
        process.exit(0);
      });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return stopping.signal;
}

/** The server answers meanwhile that it is busy; devices come back by themselves. */
async function rebuildWhereNeeded(deps: Omit<AppDeps, 'stopping'>, signal: AbortSignal): Promise<void> {
  let saidAt = 0;
  const onStep = ({ done, total }: RebuildStep): void => {
    if (done < total && deps.clock.now() - saidAt < sayEveryMs) return;
    saidAt = deps.clock.now();
    say(texts.rebuilding(done, total));
  };
  while (!signal.aborted) {
    try {
      if ((await rebuildProjections(deps, onStep, { signal })) > 0 && !signal.aborted) say(texts.rebuilt);
      return;
    } catch (problem) {
      // A database that is not there for a while: what was done stays done.
      if (signal.aborted) return;
      say(texts.rebuildBroke(reasonOf(problem)));
      await new Promise((resolve) => setTimeout(resolve, rebuildAgainMs));
    }
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
