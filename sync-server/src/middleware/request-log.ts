/** A short id for each request and one line about it: no query, no body, no token, no name. The route's pattern is logged, not the path. */
import { routePath } from 'hono/route';
import { createMiddleware } from 'hono/factory';
import type { AppDeps } from '../deps.ts';

export interface RequestVariables {
  readonly requestId: string;
}

export function requestLog(deps: Pick<AppDeps, 'log' | 'random' | 'metrics'>) {
  return createMiddleware<{ Variables: { requestId: string } }>(async (c, next) => {
    const requestId = Buffer.from(deps.random.bytes(6)).toString('base64url');
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    const { status } = c.res;
    deps.metrics.requests.inc({ status: `${Math.floor(status / 100)}xx` });
    const line = { requestId, method: c.req.method, route: routePath(c), status, ms: Math.round((performance.now() - start) * 10) / 10 };
    if (status >= 500) deps.log.error(line, 'request');
    else deps.log.info(line, 'request');
  });
}
