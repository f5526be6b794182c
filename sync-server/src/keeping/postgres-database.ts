/**
 * Backup and restore of the PostgreSQL database. The dump and the counts in its manifest are of one snapshot. A restore is one transaction: the schema
 * in use is renamed and stays beside it, the backup becomes the new one, or nothing has happened.
 */
import { Client, types } from 'pg';
import { restoreLock } from '../db/postgres-store.ts';
import type { Counts } from './backup-files.ts';
import { countRows, start } from './postgres-programs.ts';
import { KeepingProblem } from './problem.ts';
import { keepingTexts as texts } from '../texts/keeping.ts';

/** What a restore leaves beside the new one; no backup takes it along. */
const keptSchemas = 'motcua_before_*';

export interface PostgresFacts {
  readonly counts: Counts;
  readonly schema: number;
}

export async function dumpPostgres(url: string, target: string): Promise<PostgresFacts> {
  const client = await connect(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const facts = await factsOf(client);
    if (facts === undefined) throw new KeepingProblem(texts.noDistrictHere);
    const { rows } = await client.query<{ readonly id: string }>('select pg_export_snapshot() as id');
    const dumping = start(
      'pg_dump',
      [
        '--format=custom',
        '--no-owner',
        '--no-privileges',
        `--exclude-schema=${keptSchemas}`,
        `--snapshot=${rows[0]?.id}`,
        `--file=${target}`,
      ],
      url,
    );
    dumping.stdin.end();
    await dumping.ended;
    await checkDump(target, facts.counts);
    return facts;
  } finally {
    await client.end();
  }
}

/** Reads the archive to its end. Throws `KeepingProblem` where it cannot be read or does not have what it should. */
export async function checkDump(archive: string, expected?: Counts): Promise<void> {
  const rows = await countRows(archive).catch((fault: unknown) => {
    throw fault instanceof KeepingProblem && !fault.message.includes(archive) ? fault : new KeepingProblem(texts.damaged(archive));
  });
  if (!rows.has('events')) throw new KeepingProblem(texts.noDistrict(archive));
  const isWhole =
    expected === undefined ||
    (rows.get('events') === expected.events && rows.get('dossiers') === expected.dossiers && rows.get('devices') === expected.devices);
  if (!isWhole) throw new KeepingProblem(texts.damaged(archive));
}

/**
 * Puts the backup in place of what is there. `keepAs` is the schema that the old one becomes; undefined for an empty database. Throws `KeepingProblem`
 * with everything as it was, also where a server runs on the database.
 */
export async function restorePostgres(url: string, archive: string, keepAs: string | undefined): Promise<void> {
  const holder = await connect(url);
  try {
    const { rows } = await holder.query<{ readonly free: boolean }>('select pg_try_advisory_lock($1) as free', [restoreLock]);
    if (rows[0]?.free !== true) throw new KeepingProblem(texts.inUse);
    // A schema that was dropped with all it held is lost data too; one that is there is never asked for, which would need the right to make it.
    const found = await holder.query<{ readonly there: boolean }>("select to_regnamespace('public') is not null as there");
    const hasPublic = found.rows[0]?.there === true;
    const running = start('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null', '--file=-'], url);
    running.stdout.resume();
    running.stdin.write('begin;\n');
    if (keepAs !== undefined) running.stdin.write(`alter schema public rename to ${keepAs};\n`);
    if (keepAs !== undefined || !hasPublic) running.stdin.write('create schema public;\n');
    const reading = start('pg_restore', ['--no-owner', '--no-privileges', '--file=-', archive]);
    reading.stdin.end();
    for await (const chunk of reading.stdout) {
      // A program newer than the server begins with a setting that the server does not know.
      const bytes = withoutNewerSettings(chunk as Buffer);
      if (!running.stdin.write(bytes)) await Promise.race([new Promise((resume) => running.stdin.once('drain', resume)), running.ended]);
    }
    // Without the last line nothing has happened.
    const isWhole = await reading.ended.then(
      () => true,
      () => false,
    );
    running.stdin.end(isWhole ? '\ncommit;\n' : '\nrollback;\n');
    await running.ended;
    await reading.ended;
  } finally {
    await holder.end();
  }
}

/** Undefined where the database has no tables of ours. */
export async function readPostgres(url: string): Promise<PostgresFacts | undefined> {
  const client = await connect(url);
  try {
    return await factsOf(client);
  } finally {
    await client.end();
  }
}

/** Whether any of our tables is there, also where others were dropped: what is left goes aside too. */
export async function hasOurTables(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ readonly there: boolean }>(
      `select exists (select from pg_tables where schemaname = 'public'
        and tablename in ('events', 'dossiers', 'devices', 'motcua_migrations')) as there`,
    );
    return rows[0]?.there === true;
  } finally {
    await client.end();
  }
}

/** A database beside this one, for a rehearsal, and its end. */
export async function createDatabaseBeside(
  url: string,
  name: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  await run(url, `create database ${name}`).catch((fault: unknown) => {
    if ((fault as { readonly code?: unknown }).code === '42501') throw new KeepingProblem(texts.mayNotCreateDatabase);
    throw fault;
  });
  return { url: beside.toString(), drop: () => run(url, `drop database ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  types.setTypeParser(types.builtins.INT8, Number);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

async function factsOf(client: Client): Promise<PostgresFacts | undefined> {
  const found = await client.query<{ readonly there: boolean }>(
    "select to_regclass('public.events') is not null and to_regclass('public.motcua_migrations') is not null as there",
  );
  if (found.rows[0]?.there !== true) return undefined;
  const { rows } = await client.query<{
    readonly events: number;
    readonly dossiers: number;
    readonly devices: number;
    readonly at: number;
  }>(
    `select (select count(*) from public.events) as events, (select count(*) from public.dossiers) as dossiers,
      (select count(*) from public.devices) as devices, (select max(created_at) from public.motcua_migrations) as at`,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { counts: { events: row.events, dossiers: row.dossiers, devices: row.devices }, schema: Number(row.at) };
}

function withoutNewerSettings(chunk: Buffer): Buffer {
  const setting = 'SET transaction_timeout = 0;';
  const at = chunk.subarray(0, 4_096).indexOf(setting);
  return at < 0 ? chunk : Buffer.concat([chunk.subarray(0, at), chunk.subarray(at + setting.length)]);
}
