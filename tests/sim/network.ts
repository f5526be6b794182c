/**
 * The line between desks and district. Every request takes virtual time and may meet one of the everyday faults of a commune's connection. The answer
 * always comes from the real server application; only what happens on the way is made up.
 */
import type { Draw } from '../support/people.ts';
import type { Scheduler } from './scheduler.ts';

export const networkFaults = [
  'request-lost',
  'answer-lost-after-commit',
  'request-doubled',
  'request-late-replay',
  'request-cut',
  'answer-cut',
  'captive-portal',
  'too-large',
  'server-error',
  'busy',
] as const;
export type NetworkFault = (typeof networkFaults)[number];

export interface Line {
  readonly owner: string;
  up: boolean;
}

export interface NetworkOptions {
  readonly draw: Draw;
  readonly scheduler: Scheduler;
  /** The server's `app.request`, or undefined while it is down. */
  readonly server: () => ((request: Request) => Promise<Response>) | undefined;
  /** Chance of a fault per request, 0..1. */
  readonly faultRate: () => number;
  /** Weight of each fault; 0 = off in this run ("swarm"). */
  readonly weights: Readonly<Record<NetworkFault, number>>;
  readonly count: (what: NetworkFault) => void;
  readonly trace: (line: string) => void;
}

const portalPage = '<!doctype html><html><head><title>Đăng nhập Wi-Fi</title></head><body>Chào mừng đến quán cà phê</body></html>';

export interface Network {
  readonly fetchFor: (line: Line) => typeof globalThis.fetch;
  /** Requests under way: the world is quiet only at 0. */
  readonly busy: () => number;
  /** Requests that reached the server application. */
  readonly served: () => number;
}

export function createNetwork(options: NetworkOptions): Network {
  let busy = 0;
  let served = 0;
  const replays: { readonly request: Request; readonly at: number }[] = [];

  async function serve(request: Request): Promise<Response> {
    const server = options.server();
    if (server === undefined) throw unreachable('refused');
    served += 1;
    return server(request);
  }

  async function exchange(line: Line, request: Request): Promise<Response> {
    if (!line.up || options.server() === undefined) throw unreachable('no line');
    if (replays.length > 0 && options.draw() < 0.3) {
      // A copy kept by a proxy arrives long after its time.
      const late = replays.shift();
      if (late) await serve(late.request.clone()).then(drain, ignore);
    }
    const fault = request.method === 'POST' && options.draw() < options.faultRate() ? drawFault(options) : undefined;
    if (fault === undefined) return serve(request);
    options.count(fault);
    options.trace(`${line.owner}: ${fault}`);
    return withFault(fault, request);
  }

  async function withFault(fault: NetworkFault, request: Request): Promise<Response> {
    switch (fault) {
      case 'request-lost':
        throw unreachable('request lost');
      case 'answer-lost-after-commit':
        await serve(request).then(drain, ignore);
        throw unreachable('answer lost');
      case 'request-doubled':
        await serve(request.clone()).then(drain, ignore);
        return serve(request);
      case 'request-late-replay':
        replays.push({ request: request.clone(), at: options.scheduler.now() });
        return serve(request);
      case 'request-cut': {
        const body = new Uint8Array(await request.arrayBuffer());
        await serve(
          new Request(request.url, {
            method: 'POST',
            headers: request.headers,
            body: brokenAfter(body.slice(0, Math.floor(body.length * options.draw()))),
            duplex: 'half',
          } as RequestInit),
        ).then(drain, ignore);
        throw unreachable('request cut');
      }
      case 'answer-cut': {
        const response = await serve(request);
        const body = new Uint8Array(await response.arrayBuffer());
        return new Response(body.slice(0, Math.floor(body.length * options.draw())), {
          status: response.status,
          headers: response.headers,
        });
      }
      case 'captive-portal':
        return new Response(portalPage, { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
      case 'too-large':
        return new Response('<html>413 Request Entity Too Large</html>', { status: 413, headers: { 'content-type': 'text/html' } });
      case 'server-error':
        return new Response('<html>502 Bad Gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
      case 'busy':
        return new Response(JSON.stringify({ error: 'wire/busy', retryAfterSeconds: 5 }), {
          status: 503,
          headers: { 'content-type': 'application/json' },
        });
    }
  }

  return {
    busy: () => busy,
    served: () => served,
    fetchFor: (line) => async (input, init) => {
      const request = new Request(
        input instanceof Request ? input : new URL(String(input), 'http://district.test'),
        init ? { ...init, signal: null } : undefined,
      );
      busy += 1;
      try {
        return await exchange(line, request);
      } finally {
        busy -= 1;
      }
    },
  };
}

function drawFault({ draw, weights }: NetworkOptions): NetworkFault | undefined {
  const total = networkFaults.reduce((sum, fault) => sum + weights[fault], 0);
  let left = draw() * total;
  for (const fault of networkFaults) {
    left -= weights[fault];
    if (left < 0) return fault;
  }
  return undefined;
}

function unreachable(why: string): TypeError {
  return new TypeError(`Failed to fetch (${why})`);
}

async function drain(response: Response): Promise<void> {
  await response.arrayBuffer();
}

function ignore(): void {}

/** A body whose line breaks after these bytes. */
function brokenAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (stream) => stream.enqueue(bytes),
    pull: (stream) => stream.error(new TypeError('terminated')),
  });
}
