/** The district's server behind the very proxy files that are shipped (`sync-server/deploy`), with real TLS: Debian's Caddy and nginx. */
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import { type ServerProcess, communeCodes, createServerProcess } from '../support/server-process.ts';
import { writeDrafts } from '../support/test-acts.ts';
import { type Fetch, enrol, newDeviceKeys, postJson } from '../support/test-device.ts';
import { type Asked, type TlsProxy, type TlsSite, askOverTls, createTlsSite, proxyKinds, startProxy } from '../support/tls-proxies.ts';

/** A proxy that gathers the stream gives it away after most of a minute, if at all. */
const hintMsMax = 15_000;

let site: TlsSite;
let server: ServerProcess;

beforeAll(() => {
  site = createTlsSite();
});
afterAll(() => site.dispose());

function ask(port: number, path: string, asked: Asked = {}): Promise<IncomingMessage> {
  return askOverTls(site, port, path, asked);
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

function fetchThrough(port: number): Fetch {
  return async (path, init = {}) => {
    const body =
      init.body === undefined || init.body === null
        ? undefined
        : typeof init.body === 'string'
          ? Buffer.from(init.body)
          : (init.body as Uint8Array);
    const answer = await ask(port, path, { method: init.method, headers: init.headers as Record<string, string>, body });
    return new Response(Buffer.from(await textOf(answer), 'latin1'), { status: answer.statusCode ?? 0 });
  };
}

describe.each(proxyKinds)('behind %s as it is shipped', (kind) => {
  let proxy: TlsProxy;
  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    proxy = await startProxy(kind, site, server.port);
  }, 120_000);
  afterAll(async () => {
    await proxy.stop();
    await server.dispose();
  });

  it('[O151] a hint reaches a device within seconds, and what it says is exchanged', { timeout: 60_000 }, async () => {
    const through = fetchThrough(proxy.port);
    const writer = await enrol(through, must(communeCodes(server.output())[0], 'a code'));
    const reader = await enrol(through, must(communeCodes(server.output())[1], 'a code'));
    const stream = await ask(proxy.port, '/api/hints', {
      headers: { Authorization: `Bearer ${reader.token}`, Accept: 'text/event-stream' },
    });
    expect([stream.statusCode, stream.headers['content-type']]).toEqual([200, 'text/event-stream']);
    const heard = heardOn(stream);
    await heard('event: hello');
    writeDrafts(writer, 3);
    await writer.settle();
    await heard('event: hint');
    stream.destroy();
    await reader.settle();
    expect([...reader.pulled.values()]).toEqual(writer.log);
  });

  it('[O152] a body of the documented size reaches the server, and one far beyond does not', async () => {
    const device = await enrol(fetchThrough(proxy.port), must(communeCodes(server.output())[2], 'a code'));
    // The server itself answers: it has read the body, found the device's signature under it, and no message in it.
    expect(await device.sendBytes(new Uint8Array(limits.bodyBytesMax))).toMatchObject({ status: 426, error: 'wire/protocol-too-old' });
    const centre = await enrol(
      fetchThrough(proxy.port),
      must(/Máy trung tâm: ([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(server.output())?.[1], 'a code'),
    );
    const session = await postJson(fetchThrough(proxy.port), '/api/session', { login: 'quan', secret: '2580' }, centre.token);
    const { token } = (await session.json()) as { readonly token: string };
    const catalogue = { method: 'PUT', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` } };
    const body = Buffer.from(JSON.stringify('x'.repeat(8 * 1_048_576 - 2)));
    const imported = await ask(proxy.port, '/api/admin/reference/procedures', { ...catalogue, body });
    // Read to its end, and found to be no catalogue.
    expect([imported.statusCode, await textOf(imported)]).toEqual([422, expect.stringContaining('admin/invalid')]);
    const beyond = ask(proxy.port, '/api/sync', { method: 'POST', body: new Uint8Array(16 * 1_048_576) });
    // Refused before it has come whole: by an answer, or by an end of the line.
    const refused = await beyond.then(
      (answer) => answer.resume().statusCode,
      () => 413,
    );
    expect(refused).toBe(413);
  });

  it('[O153] the metrics stay inside, however their address is spelt', async () => {
    for (const path of ['/metrics', '/metrics/', '/metrics?x=1', '//metrics', '/%6detrics', '/a/../metrics', '/./metrics']) {
      const answer = await ask(proxy.port, path);
      expect((await textOf(answer)).includes('motcua_'), path).toBe(false);
    }
    expect((await ask(proxy.port, '/metrics')).resume().statusCode).toBe(404);
    expect(await (await fetch(`${server.origin}/metrics`)).text()).toContain('motcua_requests_total');
  });

  it('[O154] wrong codes are counted by the address that the proxy saw, not by the one the caller claims', async () => {
    const body = Buffer.from(JSON.stringify({ code: 'AAAAA-AAAAA', publicKey: '', encryptionKey: '', appVersion: '' }));
    const statuses: (number | undefined)[] = [];
    for (let i = 0; i < 12; i++) {
      const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': `203.0.113.${i}` };
      statuses.push((await ask(proxy.port, '/api/enrol', { method: 'POST', headers, body: await withKeys(body) })).resume().statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('[O247] the public’s look-up passes, keeps its headers, and is counted by the address that the proxy saw', async () => {
    const first = await ask(proxy.port, '/tra-cuu?ma=x');
    expect([first.statusCode, first.headers['cache-control'], await textOf(first)]).toEqual([
      404,
      'no-store',
      expect.stringContaining('<form'),
    ]);
    const statuses: (number | undefined)[] = [];
    for (let i = 0; i < 30; i++)
      statuses.push((await ask(proxy.port, '/tra-cuu?ma=x', { headers: { 'X-Forwarded-For': `203.0.113.${i}` } })).resume().statusCode);
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([404, 429]);
  });
});

/** A request to enrol that only its code is wrong in. */
async function withKeys(body: Buffer): Promise<Buffer> {
  const { publicKey, encryptionKey } = await newDeviceKeys();
  return Buffer.from(JSON.stringify({ ...(JSON.parse(body.toString()) as object), publicKey, encryptionKey, appVersion: 'test' }));
}

/** Waits for a line of the stream. */
function heardOn(stream: IncomingMessage): (line: string) => Promise<void> {
  let text = '';
  let wake: () => void = () => undefined;
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    wake();
  });
  return (line) =>
    new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`Not heard within ${hintMsMax / 1_000} s: ${line}. Heard: ${text}`)), hintMsMax);
      wake = () => {
        if (!text.includes(line)) return;
        clearTimeout(timer);
        done();
      };
      wake();
    });
}
