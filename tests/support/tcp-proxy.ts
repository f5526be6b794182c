/**
 * A TCP proxy in front of the server process: counts every byte of a conversation (headers and bodies, both ways), and can be a bad line:
 * slow (delay, bits per second), cut, or dead. What passes through is the real HTTP of a real browser.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  /** One-way delay. 300 ms gives a round trip of 600 ms. */
  readonly delayMs: number;
  /** Bytes per second each way; 0 = unlimited. */
  readonly bytesPerSecond: number;
}

export interface TcpProxy {
  readonly port: number;
  readonly origin: string;
  /** Bytes since the last `reset`. */
  readonly up: () => number;
  readonly down: () => number;
  readonly connections: () => number;
  readonly reset: () => void;
  readonly setLine: (line: Line) => void;
  /** Ends all open connections at once, in the middle of whatever they carry. */
  readonly cut: () => void;
  /** Cuts when so many bytes have passed up (from now), once. */
  readonly cutAfterBytesUp: (bytes: number) => void;
  /** When so many bytes have passed up (from now), the open connections carry nothing more, and neither end is told: a phone in a dead spot. */
  readonly stallAfterBytesUp: (bytes: number) => void;
  /** No connection gets through while down. */
  readonly setDown: (down: boolean) => void;
  readonly close: () => Promise<void>;
}

export async function createTcpProxy(targetPort: number, listenPort = 0): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let line: Line = { delayMs: 0, bytesPerSecond: 0 };
  let up = 0;
  let down = 0;
  let connections = 0;
  let isDown = false;
  let cutAtUp = Infinity;
  let stallAtUp = Infinity;
  const stalled = new WeakSet<Socket>();

  const cut = (): void => {
    for (const socket of open) socket.destroy();
    open.clear();
  };

  const server = createServer((client) => {
    if (isDown) {
      client.destroy();
      return;
    }
    connections++;
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    client.on('close', () => stalled.has(target) || target.destroy());
    target.on('close', () => stalled.has(client) || client.destroy());
    carry(
      client,
      target,
      () => line,
      (bytes) => {
        const passing = stalled.has(client) ? 0 : Math.min(bytes, cutAtUp - up, stallAtUp - up);
        up += passing;
        if (up >= stallAtUp) {
          stallAtUp = Infinity;
          for (const socket of open) stalled.add(socket);
        }
        if (up >= cutAtUp) {
          cutAtUp = Infinity;
          // What passed before has arrived.
          setTimeout(cut, 20);
        }
        return passing;
      },
    );
    carry(
      target,
      client,
      () => line,
      (bytes) => {
        if (stalled.has(target)) return 0;
        down += bytes;
        return bytes;
      },
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(listenPort, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    port,
    origin: `http://localhost:${port}`,
    up: () => up,
    down: () => down,
    connections: () => connections,
    reset: () => {
      up = 0;
      down = 0;
      connections = 0;
    },
    setLine: (next) => {
      line = next;
    },
    cut,
    cutAfterBytesUp: (bytes) => {
      cutAtUp = up + bytes;
    },
    stallAfterBytesUp: (bytes) => {
      stallAtUp = up + bytes;
    },
    setDown: (next) => {
      isDown = next;
      if (next) cut();
    },
    close: async () => {
      cut();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** Passes chunks on in order, each no earlier than delay and rate allow. `count` says how many of the bytes pass; after fewer, nothing does. */
function carry(from: Socket, to: Socket, line: () => Line, count: (bytes: number) => number): void {
  let freeAt = 0;
  let isCut = false;
  from.on('data', (whole) => {
    if (isCut) return;
    const passing = count(whole.length);
    isCut = passing < whole.length;
    const chunk = isCut ? whole.subarray(0, passing) : whole;
    const { delayMs, bytesPerSecond } = line();
    if (delayMs === 0 && bytesPerSecond === 0) {
      if (!to.destroyed) to.write(chunk);
      return;
    }
    const now = performance.now();
    const sending = bytesPerSecond === 0 ? 0 : (chunk.length / bytesPerSecond) * 1000;
    freeAt = Math.max(freeAt, now) + sending;
    from.pause();
    // Reading stops while the line is busy, as a full socket buffer would make it stop.
    setTimeout(() => from.resume(), Math.max(0, freeAt - now));
    setTimeout(
      () => {
        if (!to.destroyed) to.write(chunk);
      },
      freeAt - now + delayMs,
    );
  });
  from.on('end', () => {
    setTimeout(() => to.end(), line().delayMs);
  });
}
