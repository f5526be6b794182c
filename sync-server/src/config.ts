/** The environment, parsed once. All problems are reported together, so that a technician corrects them in one go. */
import { resolve } from 'node:path';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import * as z from 'zod';
import { findMisspelt } from './misspelt.ts';
import { operatorTexts as texts } from './texts/operator.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly production: boolean;
  /** Create the demo district in an empty database. Never in production. */
  readonly demo: boolean;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Where devices reach the server, if that is not `http://HOST:PORT`. */
  readonly publicUrl: string | undefined;
  /** The server's own daily backup; undefined where no folder is given. */
  readonly backup:
    | {
        readonly folder: string;
        /** Of the civil day. */
        readonly minuteOfDay: number;
        readonly keep: { readonly daily: number; readonly weekly: number };
      }
    | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const shown = (input: unknown): string => (typeof input === 'string' ? input : String(input));

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/;
/** `14d,8w`: of the last fourteen days and the last eight weeks that have a backup. */
const keepPattern = /^([1-9]\d{0,2})d(?:,\s*(\d{1,3})w)?$/;

const schema = z.object({
  // Loopback by default: service workers need HTTPS everywhere else, so a TLS proxy stands in front of a server others reach.
  PORT: z
    .string()
    .default('8787')
    .refine(isPort, { error: (issue) => texts.portProblem(shown(issue.input)) }),
  HOST: z
    .string()
    .trim()
    .default('127.0.0.1')
    .refine((host) => host !== '', { error: texts.hostProblem }),
  DATA_DIR: z
    .string()
    .trim()
    .default('.data')
    .refine((folder) => folder !== '', { error: texts.dataDirProblem }),
  DATABASE_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined || isPostgresUrl(url), { error: texts.databaseUrlProblem }),
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: (issue) => texts.environmentProblem(shown(issue.input)) })
    .default('development'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { error: (issue) => texts.logLevelProblem(shown(issue.input)) })
    .optional(),
  PUBLIC_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined || isHttpUrl(url), { error: (issue) => texts.publicUrlProblem(shown(issue.input)) }),
  BACKUP_DIR: z.string().trim().optional(),
  BACKUP_AT: z
    .string()
    .trim()
    .optional()
    .refine((at) => at === undefined || clockPattern.test(at), { error: (issue) => texts.backupAtProblem(shown(issue.input)) }),
  BACKUP_KEEP: z
    .string()
    .trim()
    .optional()
    .refine((keep) => keep === undefined || keepPattern.test(keep), { error: (issue) => texts.backupKeepProblem(shown(issue.input)) }),
  DEMO: z.enum(['on', 'off'], { error: (issue) => texts.demoProblem(shown(issue.input)) }).optional(),
});

/** An empty variable counts as not set, except where only that can be meant as a mistake (HOST, DATA_DIR, PORT). */
export function parseConfig(environment: Environment): Result<Config, readonly string[]> {
  const given = { ...environment };
  for (const name of ['DATABASE_URL', 'NODE_ENV', 'LOG_LEVEL', 'PUBLIC_URL', 'DEMO', 'BACKUP_DIR', 'BACKUP_AT', 'BACKUP_KEEP'])
    if (given[name]?.trim() === '') delete given[name];
  const parsed = schema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  for (const [found, meant] of findMisspelt(Object.keys(environment), Object.keys(schema.shape)))
    problems.push(texts.misspelt(found, meant));
  if (given['NODE_ENV'] === 'production' && given['DEMO'] === 'on') problems.push(texts.demoInProduction);
  if (given['BACKUP_DIR'] === undefined && (given['BACKUP_AT'] ?? given['BACKUP_KEEP']) !== undefined)
    problems.push(texts.backupDirMissing);
  if (!parsed.success || problems.length > 0) return err(problems);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, NODE_ENV, LOG_LEVEL, PUBLIC_URL, DEMO } = parsed.data;
  const production = NODE_ENV === 'production';
  return ok({
    port: Number(PORT),
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    production,
    demo: !production && DEMO !== 'off',
    logLevel: LOG_LEVEL ?? (production ? 'info' : 'warn'),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    backup: parsed.data.BACKUP_DIR === undefined ? undefined : parsePlan(parsed.data.BACKUP_DIR, parsed.data),
  });
}

function parsePlan(
  folder: string,
  { BACKUP_AT = '01:30', BACKUP_KEEP = '14d,8w' }: { readonly BACKUP_AT?: string | undefined; readonly BACKUP_KEEP?: string | undefined },
): Config['backup'] {
  const [, hour, minute] = clockPattern.exec(BACKUP_AT) ?? [];
  const [, daily, weekly] = keepPattern.exec(BACKUP_KEEP) ?? [];
  return {
    folder: resolve(folder),
    minuteOfDay: Number(hour) * 60 + Number(minute),
    keep: { daily: Number(daily), weekly: Number(weekly ?? 0) },
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535;
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1;
}

function isHttpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}
