/**
 * A short id for each request and one line about it: the route's pattern, never the path, and which device of which office asked, by their ids; no query,
 * no body, no token, no name. Files of the app that were sent as they should be are worth a line only where somebody looks closely.
 */
import { routePath } from 'hono/route';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';

export interface RequestVariables {
  readonly requestId: string;
  readonly caller?: Pick<DeviceRecord, 'id' | 'office'> | undefined;
}

/** Who asks, once it is known: for the line of this request. */
export function noteCaller(c: Context, { id, office }: Pick<DeviceRecord, 'id' | 'office'>): void {
  c.set('caller', { id, office });
}

export function requestLog(deps: Pick<AppDeps, 'log' | 'random' | 'metrics'>) {
  return createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
    const requestId = Buffer.from(deps.random.bytes(6)).toString('base64url');
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    const { status } = c.res;
    deps.metrics.requests.inc({ status: `${Math.floor(status / 100)}xx` });
    const caller = c.get('caller');
    const route = routePath(c);
    const line = {
      requestId,
      ...(caller === undefined ? {} : { device: caller.id, office: caller.office }),
      method: c.req.method,
      route,
      status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    if (status >= 500) deps.log.error(line, 'request');
    else if (isFile(route) && status < 400) deps.log.debug(line, 'request');
    else deps.log.info(line, 'request');
  });
}

/** Whatever no route of the api took. */
function isFile(route: string): boolean {
  return route === '*' || route === '/*';
}
