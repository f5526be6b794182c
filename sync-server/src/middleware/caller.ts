/** The caller's address, for counting tries only; it is not logged. Behind a proxy on the same machine the proxy's word counts. */
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export function callerAddress(c: Context): string {
  const socket = c.env !== undefined && 'incoming' in (c.env as object) ? getConnInfo(c).remote.address : undefined;
  if (socket === undefined) return 'in-process';
  const isLocalProxy = socket === '127.0.0.1' || socket === '::1' || socket === '::ffff:127.0.0.1';
  const forwarded = isLocalProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? socket;
}

/** For counting: one line has a whole /64 of IPv6 addresses, and may take another one for every try. */
export function callerLine(c: Context): string {
  const address = callerAddress(c);
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = [...head.split(':').filter(Boolean), ...(tail === undefined ? [] : ['0', '0', '0', '0'])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
