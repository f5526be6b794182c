/**
 * The built PWA. Hashed files live for ever in the browser's cache, the entry points are asked for each time; siblings `.br` and `.gz` made by
 * the build are sent as they are. Any other page address gets the app itself.
 */
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { pageHeaders } from '../middleware/security-headers.ts';
import { operatorTexts } from '../texts/operator.ts';

const typesByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

interface Found {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export function staticRoutes(deps: Pick<AppDeps, 'clientFolder' | 'secureAddress'>) {
  const headers = pageHeaders(deps.secureAddress === true);
  const folder = deps.clientFolder;
  return new Hono().get('*', async (c) => {
    if (c.req.path.startsWith('/api/')) throw new WireFault('wire/not-found');
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    if (folder === undefined || !existsSync(join(folder, 'index.html')))
      return c.text(operatorTexts.noClientPage, 503, { 'Cache-Control': 'no-store' });
    const wanted = localPath(folder, c.req.path);
    const file = wanted === undefined ? undefined : await findFile(wanted);
    if (wanted !== undefined && file !== undefined) return send(c, wanted, file);
    // A missing file is missing; a missing page is the app's own address. The code of a procedure ("/thu-tuc/1.001193") ends in digits, a file never does.
    if (!/^(?:\.\d+)?$/.test(extname(c.req.path))) throw new WireFault('wire/not-found');
    const index = join(folder, 'index.html');
    const page = await findFile(index);
    if (page === undefined) throw new WireFault('wire/not-found');
    return send(c, index, page);
  });
}

/** Undefined for anything that is not a plain path inside the folder. */
function localPath(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // Not a valid escape: no such file.
    return undefined;
  }
  if (decoded.includes('\0') || decoded === '/') return decoded === '/' ? join(folder, 'index.html') : undefined;
  const full = normalize(join(folder, decoded));
  const name = full.slice(folder.length + 1);
  const isHidden = name.split(sep).some((part) => part.startsWith('.'));
  return full.startsWith(folder + sep) && !isHidden ? full : undefined;
}

async function findFile(path: string): Promise<Found | undefined> {
  const info = await stat(path).catch((problem: unknown) => {
    if ((problem as { readonly code?: unknown }).code === 'ENOENT' || (problem as { readonly code?: unknown }).code === 'ENOTDIR')
      return undefined;
    throw problem;
  });
  return info?.isFile() === true ? { path, size: info.size, mtimeMs: info.mtimeMs } : undefined;
}

async function send(c: Context, path: string, plain: Found): Promise<Response> {
  const accepted = c.req.header('Accept-Encoding') ?? '';
  let file = plain;
  let encoding: string | undefined;
  for (const [name, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!new RegExp(`\\b${name}\\b`).test(accepted)) continue;
    const packed = await findFile(path + suffix);
    // A sibling older than its file is from an earlier build.
    if (packed === undefined || packed.mtimeMs < plain.mtimeMs) continue;
    file = packed;
    encoding = name;
    break;
  }
  const etag = `"${plain.size.toString(36)}-${Math.round(plain.mtimeMs).toString(36)}${encoding === undefined ? '' : `-${encoding}`}"`;
  c.header('Content-Type', typesByExtension[extname(path)] ?? 'application/octet-stream');
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', etag);
  c.header('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
  if (encoding !== undefined) c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(file.size));
  if (c.req.method === 'HEAD') return c.body(null, 200);
  return c.body(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>, 200);
}

/** The bundler's files carry a hash of their content in the name. */
function isHashed(path: string): boolean {
  return path.includes(`${sep}assets${sep}`) && /[-.][A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path);
}
