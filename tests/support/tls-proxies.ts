/**
 * Debian's Caddy and nginx with the very files that are shipped (`sync-server/deploy`), with real TLS: only the name, ports and the places of certificates are put
 * in. The certificate is made for one test; who asks by Node gets it as its authority, a browser by the fingerprint of its key.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './server-process.ts';

const deploy = resolve(import.meta.dirname, '../../sync-server/deploy');
/** As the shipped files call it. */
const name = 'motcua.example.gov.vn';

export const proxyKinds = ['Caddy', 'nginx'] as const;
export type ProxyKind = (typeof proxyKinds)[number];

/** A public name with its certificate. */
export interface TlsSite {
  readonly folder: string;
  /** Flags with which Chromium finds the site on this machine and trusts its key, and no other. */
  readonly chromiumArgs: readonly string[];
  readonly dispose: () => void;
}

export function createTlsSite(): TlsSite {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-proxies-'));
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  execFileSync('openssl', ['req', ...options, ...subject, ...files], { stdio: 'ignore' });
  const key = new X509Certificate(readFileSync(join(folder, 'fullchain.pem'))).publicKey.export({ type: 'spki', format: 'der' });
  return {
    folder,
    chromiumArgs: [
      `--host-resolver-rules=MAP ${name} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The address by which devices reach the proxy on this port. */
export function publicAddress(port: number): string {
  return `https://${name}:${port}`;
}

export interface TlsProxy {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** In front of a server that is listening already. One of each kind a site. Throws where it does not come up. */
export async function startProxy(kind: ProxyKind, site: TlsSite, serverPort: number, port?: number): Promise<TlsProxy> {
  const own = port ?? (await freePort());
  const child = await starts[kind](site, serverPort, own);
  await untilUp(site, own, child);
  return {
    port: own,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

type Start = (site: TlsSite, serverPort: number, port: number) => Promise<ChildProcess>;
const starts: Readonly<Record<ProxyKind, Start>> = { Caddy: startCaddy, nginx: startNginx };

async function startNginx({ folder }: TlsSite, serverPort: number, port: number): Promise<ChildProcess> {
  const plain = await freePort();
  const text = putIn('nginx.conf', {
    'listen 443': `listen 127.0.0.1:${port}`,
    'listen [::]:443': `listen [::1]:${port}`,
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen [::]:80;': `listen [::1]:${plain};`,
    '/etc/ssl/motcua': folder,
    '127.0.0.1:8787': `127.0.0.1:${serverPort}`,
  });
  // What Debian's own file says around a site.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/${each};`).join(' ');
  const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off;
     events { worker_connections 768; }
     http { ${types} sendfile on; tcp_nopush on; gzip on; access_log off; ${temporary} ${text} }`,
  );
  const program = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  return spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
}

function startCaddy({ folder }: TlsSite, serverPort: number, port: number): Promise<ChildProcess> {
  const text = putIn('Caddyfile', {
    [`${name} {`]: `${publicAddress(port)} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
    '127.0.0.1:8787': `127.0.0.1:${serverPort}`,
  });
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${text}`);
  const home = join(folder, 'caddy');
  mkdirSync(home, { recursive: true });
  const env = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, HOME: home };
  return Promise.resolve(
    spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], { stdio: 'ignore', env }),
  );
}

/** Throws where the file has not got what is to be put in: then it is another file than the one shipped. */
function putIn(file: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(deploy, file), 'utf8');
  for (const [what, by] of Object.entries(changes)) {
    if (!text.includes(what)) throw new Error(`${file} does not contain ${what}`);
    text = text.replaceAll(what, by);
  }
  return text;
}

export interface Asked {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | undefined;
}

/** As from outside: by the public name, over TLS. */
export function askOverTls(site: TlsSite, port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<IncomingMessage>((done, failed) => {
    const ca = readFileSync(join(site.folder, 'fullchain.pem'));
    const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
    const all = { Host: `${name}:${port}`, ...headers, ...length };
    const asked = request({ host: '127.0.0.1', port, path, method, servername: name, ca, agent: false, headers: all }, done);
    asked.on('error', failed);
    asked.end(body);
  });
}

async function untilUp(site: TlsSite, port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The proxy ended with code ${child.exitCode}: ${errorsOf(site)}`);
    const isUp = await askOverTls(site, port, '/api/probe').then(
      (answer) => answer.resume().statusCode === 200,
      // Not listening yet: the loop has an end.
      () => false,
    );
    if (isUp) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('The proxy did not come up');
}

function errorsOf({ folder }: TlsSite): string {
  const file = join(folder, 'error.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
