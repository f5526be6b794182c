/** The caller's address, for counting wrong tries only; it is not logged. Behind a proxy on the same machine the proxy's word counts. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export function callerAddress(c: Context): string {
  const socket = c.env !== undefined && 'incoming' in (c.env as object) ? getConnInfo(c).remote.address : undefined;
  if (socket === undefined) return 'in-process';
  const isLocalProxy = socket === '127.0.0.1' || socket === '::1' || socket === '::ffff:127.0.0.1';
  const forwarded = isLocalProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? socket;
}
