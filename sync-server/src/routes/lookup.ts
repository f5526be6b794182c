/**
 * `GET /tra-cuu?ma=` and `GET /api/tra-cuu?ma=`: a dossier looked up by the code on its receipt, as a page that needs no script and as JSON. Counted per line and for
 * everybody together, nothing is kept in any cache, and one answer stands for every code that is not one.
 */
import { type Context, Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { lookUp, type PublicFile } from '../log/lookup.ts';
import { callerLine } from '../middleware/caller.ts';
import { pageHeaders } from '../middleware/security-headers.ts';
import { lookupPage, lookupPolicy } from './lookup-page.ts';
import { lookupTexts as t } from '../texts/lookup.ts';

type LookupDeps = Pick<AppDeps, 'store' | 'reference' | 'build' | 'lookupLimit' | 'secureAddress'>;

/** Where a look-up by code stands, for everybody who asks the server. */
export interface LookupAnswer {
  readonly found: boolean;
  readonly file?: PublicFile | undefined;
}

export function lookupRoutes(deps: LookupDeps) {
  const headers = {
    ...pageHeaders(deps.secureAddress === true),
    'Content-Security-Policy': lookupPolicy,
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'X-Robots-Tag': 'noindex, nofollow',
    'Cache-Control': 'no-store',
  };
  return (
    new Hono()
      .get('/tra-cuu', async (c) => {
        const asked = c.req.query('ma') ?? '';
        const { data } = await deps.reference.read();
        const page = (found: Parameters<typeof lookupPage>[1], status: 200 | 404 | 429, more: Record<string, string> = {}) =>
          c.html(lookupPage(data?.settings, found), status, { ...headers, ...more });
        if (asked.trim() === '') return page(undefined, 200);
        const waitSeconds = countTry(c, deps);
        if (waitSeconds !== undefined)
          return page({ problem: t.tooMany(Math.ceil(waitSeconds / 60)) }, 429, { 'Retry-After': String(waitSeconds) });
        const file = await lookUp(deps, asked);
        return file === undefined ? page({ problem: t.unknown }, 404) : page({ file }, 200);
      })
      // The app's own address would be the answer otherwise.
      .get('/tra-cuu/', (c) => c.redirect(`/tra-cuu${new URL(c.req.url).search}`, 308))
      .get('/api/tra-cuu', async (c) => {
        const waitSeconds = countTry(c, deps);
        if (waitSeconds !== undefined) throw new WireFault('wire/busy', { retryAfterSeconds: waitSeconds }, 429);
        const file = await lookUp(deps, c.req.query('ma') ?? '');
        const answer: LookupAnswer = file === undefined ? { found: false } : { found: true, file };
        return c.json(answer, file === undefined ? 404 : 200, headers);
      })
  );
}

/** Seconds to wait, or undefined where the look-up may go on. A right code counts too: it is no secret that a right answer would prove. */
function countTry(c: Context, { lookupLimit }: LookupDeps): number | undefined {
  const line = callerLine(c);
  const waitSeconds = lookupLimit.waitSeconds(line);
  if (waitSeconds === undefined) lookupLimit.noteTry(line);
  return waitSeconds;
}
