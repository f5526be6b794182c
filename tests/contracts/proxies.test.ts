/**
 * The district's server behind the very proxy files that are shipped (`sync-server/deploy`), with real TLS: Debian's Caddy and nginx. Only names, ports and
 * the places of certificates are put in.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import { type ServerProcess, communeCodes, createServerProcess, freePort } from '../support/server-process.ts';
import { writeDrafts } from '../support/test-acts.ts';
import { type Fetch, enrol, newDeviceKeys, postJson } from '../support/test-device.ts';

const deploy = resolve(import.meta.dirname, '../../sync-server/deploy');
const name = 'motcua.example.gov.vn';
/** A proxy that gathers the stream gives it away after most of a minute, if at all. */
const hintMsMax = 15_000;

interface Proxy {
  readonly port: number;
  readonly child: ChildProcess;
}

let folder: string;
let server: ServerProcess;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-proxies-'));
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  execFileSync('openssl', ['req', ...options, ...subject, ...files], { stdio: 'ignore' });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Throws where the file has not got what is to be put in: then it is another file than the one shipped. */
function putIn(file: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(deploy, file), 'utf8');
  for (const [what, by] of Object.entries(changes)) {
    expect(text, file).toContain(what);
    text = text.replaceAll(what, by);
  }
  return text;
}

async function startNginx(): Promise<Proxy> {
  const [port, plain] = [await freePort(), await freePort()];
  const site = putIn('nginx.conf', {
    'listen 443': `listen 127.0.0.1:${port}`,
    'listen [::]:443': `listen [::1]:${port}`,
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen [::]:80;': `listen [::1]:${plain};`,
    '/etc/ssl/motcua': folder,
    '127.0.0.1:8787': `127.0.0.1:${server.port}`,
  });
  // What Debian's own file says around a site.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/${each};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off;
     events { worker_connections 768; }
     http { sendfile on; tcp_nopush on; gzip on; access_log off; ${temporary} ${site} }`,
  );
  return {
    port,
    child: spawn(existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
      stdio: 'ignore',
    }),
  };
}

async function startCaddy(): Promise<Proxy> {
  const port = await freePort();
  const site = putIn('Caddyfile', {
    [`${name} {`]: `https://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
    '127.0.0.1:8787': `127.0.0.1:${server.port}`,
  });
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`);
  const home = join(folder, 'caddy');
  mkdirSync(home);
  const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, HOME: home };
  return {
    port,
    child: spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], { stdio: 'ignore', env }),
  };
}

interface Asked {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | undefined;
}

/** As from outside: by the public name, over TLS. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const ca = readFileSync(join(folder, 'fullchain.pem'));
    const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        servername: name,
        ca,
        agent: false,
        headers: { Host: `${name}:${port}`, ...headers, ...length },
      },
      done,
    );
    asked.on('error', failed);
    asked.end(body);
  });
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

async function untilUp({ port, child }: Proxy): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The proxy ended with code ${child.exitCode}: ${errorsOf()}`);
    const isUp = await ask(port, '/api/probe').then(
      (answer) => answer.resume().statusCode === 200,
      // Not listening yet: the loop has an end.
      () => false,
    );
    if (isUp) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('The proxy did not come up');
}

function errorsOf(): string {
  const file = join(folder, 'error.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe.each([
  ['Caddy', startCaddy],
  ['nginx', startNginx],
] as const)('behind %s as it is shipped', (_name, start) => {
  let proxy: Proxy;
  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    proxy = await start();
    await untilUp(proxy);
  }, 120_000);
  afterAll(async () => {
    const ended = new Promise((done) => proxy.child.once('exit', done));
    proxy.child.kill('SIGTERM');
    await ended;
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
