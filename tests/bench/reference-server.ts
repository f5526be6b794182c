/**
 * The other end of the reference line: the least a server can do and still be honest. `POST /ref/push` appends the gzip'd JSON lines to a file and
 * fsyncs before it answers; `GET /ref/pull` gives them back, compressed. It also serves the bench page, so that the page has its origin.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

export interface ReferenceServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

export async function startReferenceServer(pageDir: string): Promise<ReferenceServer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-reference-'));
  const log = join(folder, 'dossiers.jsonl.gz');

  const push = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const file = await open(log, 'a');
    await file.write(body);
    await file.sync();
    await file.close();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ stored: body.length }));
  };

  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    const file = normalize(join(pageDir, path === '/' ? 'index.html' : path));
    const found = file.startsWith(pageDir) ? await stat(file).catch((error: unknown) => void error) : undefined;
    if (found === undefined || !found.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(await readFile(file));
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://reference').pathname;
    const work = async (): Promise<void> => {
      if (path === '/ref/push') return push(request, response);
      if (path === '/ref/clear') {
        await writeFile(log, '');
        response.writeHead(204).end();
        return;
      }
      if (path === '/ref/pull') {
        response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' });
        createReadStream(log).pipe(response);
        return;
      }
      return serve(path, response);
    };
    work().catch((error: unknown) => {
      process.stderr.write(`reference server: ${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
