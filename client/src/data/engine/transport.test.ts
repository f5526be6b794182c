import { describe, expect, it } from 'vitest';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { pack } from '@onestop/shared/protocol/pack.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import { encodeSyncAnswer } from '@onestop/shared/protocol/wire.ts';
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import { receipt } from '../db/test-desk.ts';
import { createTransport, type DeviceTransport, syncContentType } from './transport.ts';

const link = genesisLink('bd-1' as DeviceId);
const request: SyncRequest = {
  protocol: PROTOCOL_VERSION,
  device: 'bd-1' as DeviceId,
  ackedSeq: 0,
  lastSeq: 0,
  linkBefore: link,
  linkAfter: link,
  events: [],
  cursors: [],
  numbersFree: [],
  answerEventsMax: 10,
  report: { appVersion: 'test', pendingEvents: 0, pendingBytes: 0, clock: 1_000 },
};

function transport(
  answer: (init: RequestInit) => Promise<Response>,
  timers = { set: (): unknown => undefined, clear: (): void => undefined },
): DeviceTransport {
  return createTransport({
    fetch: (_input, init) => answer(init ?? {}),
    baseUrl: '',
    timers,
    token: () => 'token',
    sign: () => Promise.resolve('proof'),
  });
}

function respond(body: BodyInit | null, status: number, type: string): () => Promise<Response> {
  return () => Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }));
}

const answerBytes = pack(encodeSyncAnswer(receipt(request))) as Uint8Array<ArrayBuffer>;

describe('telling our server from others', () => {
  it('[E30] a real answer arrives with its sizes, and the request carries token and proof', async () => {
    let headers: unknown;
    const { send } = await transport((init) => {
      headers = init.headers;
      return respond(answerBytes, 200, syncContentType)();
    }).prepare(request);
    const arrived = await send();
    expect(arrived).toMatchObject({ ok: true, value: { answer: { headSeq: 0, outcome: { kind: 'OK' } }, bytesDown: answerBytes.length } });
    expect(headers).toMatchObject({ Authorization: 'Bearer token', 'X-Proof': 'proof', 'Content-Type': syncContentType });
  });

  it.each([
    ['a portal page with 200', respond('<html>Đăng nhập Wi-Fi</html>', 200, 'text/html'), { code: 'network/not-ours', status: 200 }],
    ['a proxy error page', respond('<html>Bad gateway</html>', 502, 'text/html'), { code: 'network/not-ours', status: 502 }],
    ["somebody else's JSON", respond('{"error":"login"}', 401, 'application/json'), { code: 'network/not-ours', status: 401 }],
    ['damaged JSON', respond('{"error":', 500, 'application/json'), { code: 'network/not-ours', status: 500 }],
    [
      'a redirect',
      () => Promise.resolve(new Response(null, { status: 302, headers: { Location: 'http://portal/' } })),
      { code: 'network/not-ours', status: 302 },
    ],
    [
      'our own refusal',
      respond('{"error":"wire/busy","retryAfterSeconds":7}', 503, 'application/json'),
      { code: 'wire/busy', retryAfterSeconds: 7 },
    ],
    ['a revoked device', respond('{"error":"wire/device-revoked"}', 403, 'application/json'), { code: 'wire/device-revoked' }],
    ['a cut body', respond(answerBytes.slice(0, 20), 200, syncContentType), { code: 'wire/malformed' }],
    ['a refused connection', () => Promise.reject(new TypeError('fetch failed')), { code: 'network/unreachable' }],
  ] as const)('[E30] %s', async (_name, answer, error) => {
    expect(await (await transport(answer).prepare(request)).send()).toEqual({ ok: false, error });
  });

  it('[E30] a silent line ends by itself', async () => {
    const answer = transport(
      (init) =>
        new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))),
      { set: ((run: () => void) => queueMicrotask(run)) as () => unknown, clear: () => undefined },
    );
    expect(await (await answer.prepare(request)).send()).toEqual({ ok: false, error: { code: 'network/unreachable' } });
  });

  it("[E30] the probe believes only the server's own word", async () => {
    expect(await transport(respond('motcua-1', 200, 'text/plain')).probe()).toEqual({ ok: true, value: undefined });
    expect(await transport(respond('<html>', 200, 'text/html')).probe()).toEqual({
      ok: false,
      error: { code: 'network/not-ours', status: 200 },
    });
  });
});
