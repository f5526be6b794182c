/** A running server: the app on a socket, with its end. Used by the composition root and by tests that need a real socket. */
import { type ServerType, createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { AppDeps } from './deps.ts';

export interface RunningServer {
  readonly port: number;
  /** Stops accepting, lets what is under way finish, then resolves. */
  readonly stop: () => Promise<void>;
}

/** How long a caller may take; who takes longer holds a connection for nothing. */
export interface Patience {
  readonly headersMs: number;
  /** A whole request: four megabytes on the slowest line that is still a line. */
  readonly requestMs: number;
  readonly checkEveryMs: number;
}

const patienceDefault: Patience = { headersMs: 20_000, requestMs: 300_000, checkEveryMs: 5_000 };
/** Longer than a usual proxy's, so that the proxy and not the server ends an idle connection. */
const keepAliveMs = 75_000;
const stopMsMax = 10_000;

export function startServer(
  deps: Omit<AppDeps, 'stopping'>,
  host: string,
  port: number,
  patience: Patience = patienceDefault,
): Promise<RunningServer> {
  const stopping = new AbortController();
  const app = createApp({ ...deps, stopping: stopping.signal });
  const serverOptions = {
    keepAliveTimeout: keepAliveMs,
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.checkEveryMs,
  };
  // Without TLS or HTTP/2 options this is always the plain HTTP server.
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as ServerType & Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stopServer(server, stopping) });
    });
  });
}

async function stopServer(server: Server, stopping: AbortController): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  stopping.abort();
  // A connection whose answer (a stream of hints, say) ends now is idle only after that: swept again and again until none is left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), stopMsMax);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}
