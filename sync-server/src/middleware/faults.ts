/** The one place where a failed request becomes an answer: a known code with its status, or `wire/internal` with the request's id. Never a stack. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type WireErrorBody, type WireErrorCode, wireErrors } from '@onestop/shared/protocol/errors.ts';
import type { AppDeps } from '../deps.ts';
import { type FaultDetail, WireFault } from '../faults.ts';

type AppContext = Context<{ Variables: { requestId: string } }>;

export function answerFault(
  c: AppContext,
  code: WireErrorCode,
  detail: FaultDetail = {},
  status: number = wireErrors[code].status,
): Response {
  const body: WireErrorBody = { error: code, requestId: c.get('requestId'), ...detail };
  if (detail.retryAfterSeconds !== undefined) c.header('Retry-After', String(detail.retryAfterSeconds));
  c.header('Cache-Control', 'no-store');
  return c.json(body, status as ContentfulStatusCode);
}

export function createErrorHandler(deps: Pick<AppDeps, 'log'>) {
  return (problem: Error, c: AppContext): Response => {
    if (problem instanceof WireFault) return answerFault(c, problem.code, problem.detail, problem.status);
    if (isBusy(problem)) {
      deps.log.warn({ requestId: c.get('requestId') }, 'database busy');
      return answerFault(c, 'wire/busy', { retryAfterSeconds: 5 });
    }
    deps.log.error({ requestId: c.get('requestId'), fault: describe(problem) }, 'unexpected failure');
    return answerFault(c, 'wire/internal', { retryAfterSeconds: 30 });
  };
}

/** Another process holds SQLite's lock for too long, or PostgreSQL is full, restarting or not reachable. */
const busyCodes = new Set(['SQLITE_BUSY', 'SQLITE_FULL', '53300', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET']);

function isBusy(problem: unknown): boolean {
  for (let at = problem; at instanceof Error; at = at.cause) {
    if (busyCodes.has(String((at as { readonly code?: unknown }).code))) return true;
  }
  return false;
}

/** Messages of a database driver may carry parameters, which are personal data: only names, codes and places in our code are logged. */
function describe(problem: unknown): unknown {
  const chain: unknown[] = [];
  for (let at = problem; at instanceof Error && chain.length < 5; at = at.cause) {
    const frames = (at.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8);
    chain.push({ name: at.name, code: (at as { readonly code?: unknown }).code, frames: frames.map((line) => line.trim()) });
  }
  return chain;
}
