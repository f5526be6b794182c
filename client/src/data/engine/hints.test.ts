import { beforeEach, describe, expect, it } from 'vitest';
import { createHints, type Hints } from './hints.ts';

interface Stream {
  readonly send: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly request: { readonly url: string; readonly headers: Record<string, string> };
}

let now: number;
let timers: { readonly id: number; readonly at: number; readonly run: () => void }[];
let streams: Stream[];
let hinted: number;
let administered: number;
let lost: number;
let token: string | undefined;
let answerWith: ((body: ReadableStream<Uint8Array>) => Response) | undefined;
let hints: Hints;

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function pass(ms: number): Promise<void> {
  const until = now + ms;
  for (;;) {
    const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.run();
    await settled();
  }
  now = until;
}

function fetchStream(input: unknown, init: RequestInit = {}): Promise<Response> {
  const signal = init.signal as AbortSignal;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (made) => {
      controller = made;
    },
  });
  signal.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
  streams.push({
    signal,
    request: { url: String(input), headers: init.headers as Record<string, string> },
    send: async (text) => {
      controller.enqueue(new TextEncoder().encode(text));
      await settled();
    },
    end: async () => {
      controller.close();
      await settled();
    },
  });
  if (answerWith === undefined) return Promise.reject(new TypeError('failed'));
  return Promise.resolve(answerWith(body));
}

const sse = (body: ReadableStream<Uint8Array>): Response => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
const last = (): Stream => streams.at(-1) as Stream;

beforeEach(() => {
  now = 0;
  timers = [];
  streams = [];
  hinted = 0;
  administered = 0;
  lost = 0;
  token = 'secret';
  answerWith = sse;
  let ids = 0;
  hints = createHints({
    platform: {
      fetch: fetchStream as typeof globalThis.fetch,
      baseUrl: 'http://test',
      monotonicMs: () => now,
      random: { bytes: (length) => new Uint8Array(length) },
      timers: {
        set: (run, delayMs) => {
          const id = ++ids;
          timers.push({ id, at: now + delayMs, run });
          return id;
        },
        clear: (id) => {
          timers = timers.filter((timer) => timer.id !== id);
        },
      },
    },
    token: () => token,
    onHint: (kind) => {
      if (kind === 'feed') hinted += 1;
      else administered += 1;
    },
    onLost: () => {
      lost += 1;
    },
  });
});

describe('hints', () => {
  it('[E34] tells every hint once, also where it comes in pieces, and nothing else', async () => {
    hints.open();
    hints.open();
    await settled();
    expect(streams.length).toBe(1);
    expect(last().request.url).toBe('http://test/api/hints');
    expect(last().request.headers['Authorization']).toBe('Bearer secret');
    await last().send('event: hello\ndata: \n\n');
    // What came before the server listened was told to nobody.
    expect(hinted).toBe(1);
    await last().send(': \n\n');
    expect(hinted).toBe(1);
    await last().send('event: hi');
    await last().send('nt\ndata: \n\n');
    expect(hinted).toBe(2);
    await last().send('event: hint\ndata: \n\n');
    expect([hinted, administered]).toEqual([3, 0]);
    await last().send('event: administration\ndata: \n\n');
    expect([hinted, administered]).toEqual([3, 1]);
  });

  it('[E34] does not open without a token, and reads no stream that is not the server’s', async () => {
    token = undefined;
    hints.open();
    expect(streams).toEqual([]);
    token = 'secret';
    answerWith = () => new Response('<html>event: hint\n</html>', { headers: { 'content-type': 'text/html' } });
    hints.open();
    await settled();
    expect([hinted, lost]).toEqual([0, 0]);
    await pass(5_000);
    expect(lost).toBe(1);
  });

  it('[E35] a stream that ends at once is tried more and more rarely, up to every five minutes', async () => {
    const waits: number[] = [];
    hints.open();
    await settled();
    for (let tries = 1; tries <= 10; tries++) {
      await last().end();
      const endedAt = now;
      // Exchanges go on meanwhile, and each would open the stream again.
      hints.open();
      while (streams.length === tries) {
        await pass(1_000);
        hints.open();
      }
      await settled();
      waits.push(now - endedAt);
    }
    expect(lost).toBe(10);
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000, 300_000]);
  });

  it('[E35] a stream that lived resets the wait, a failed line too', async () => {
    for (let i = 0; i < 4; i++) {
      hints.open();
      await settled();
      await last().end();
      await pass(300_000);
    }
    hints.open();
    await settled();
    for (let i = 0; i < 4; i++) {
      await last().send(': \n\n');
      await pass(20_000);
    }
    await last().end();
    const before = lost;
    await pass(4_999);
    expect(lost).toBe(before);
    await pass(1);
    expect(lost).toBe(before + 1);

    hints.open();
    await settled();
    await last().end();
    hints.close();
    const opened = streams.length;
    hints.open();
    expect(streams.length).toBe(opened + 1);
    await pass(40_000);
    expect(lost).toBe(before + 1);
  });

  it('[E34] silence longer than two heartbeats ends a stream; closing it ends everything and tells nobody', async () => {
    hints.open();
    await settled();
    await pass(49_999);
    await last().send(': \n\n');
    await pass(49_999);
    expect(last().signal.aborted).toBe(false);
    await pass(1);
    expect(last().signal.aborted).toBe(true);
    await pass(5_000);
    expect(lost).toBe(1);
    hints.open();
    await settled();
    hints.close();
    expect(last().signal.aborted).toBe(true);
    await pass(600_000);
    expect([lost, timers.length]).toEqual([1, 0]);
  });
});
