/** Set-up of an empty database and what the technician sees and relies on: health, metrics, faults, logs without personal data, patience, shutdown, files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Tx } from '@onestop/sync-server/db/store.ts';
import { startServer } from '@onestop/sync-server/server.ts';
import { communeId, offices, sampleData, staff } from '../support/builders.ts';
import { randomIntake } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { demoProcedures } from '../support/wire-samples.ts';
import { TestDevice, enrol, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

async function errorOf(answer: Response): Promise<readonly [number, string | undefined]> {
  return [answer.status, ((await answer.json()) as { readonly error?: string }).error];
}

function draft(device: TestDevice, dossier = 'd00000000001' as DossierId): void {
  device.write({
    dossier,
    after: [],
    type: 'DossierDrafted',
    version: 1,
    at: server.deps.clock.now(),
    clockOffsetMs: 0,
    actor: staff.commune.id,
    data: sampleData.DossierDrafted as unknown as EventEnvelope['data'],
  });
}

/** Every text inside a value. */
function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) collectTexts(member, into);
}

describe('set-up of an empty database', () => {
  it('[J11] [J12] needs the printed key, works once, gives a first device and an administrator', async () => {
    const { openSetup } = await import('@onestop/sync-server/auth/setup.ts');
    const empty = await createTestServer({ reference: null });
    try {
      const key = must(await openSetup(empty.deps), 'a key');
      const body = {
        key,
        office: offices.centre,
        deviceName: 'Máy quản trị',
        admin: { login: 'quantri', fullName: 'Quản Trị', title: 'Quản trị', secret: 'mật khẩu dài' },
      };
      const setUp = (changes = {}): Promise<Response> => postJson(empty.fetch, '/api/setup', { ...body, ...changes });
      expect(await errorOf(await setUp({ key: 'x'.repeat(43) }))).toEqual([403, 'access/denied']);
      expect(await errorOf(await setUp({ office: offices.commune }))).toEqual([422, 'admin/invalid']);
      // Every wrong field is named, and no PIN opens a district.
      const named = async (changes: object): Promise<unknown> => ((await (await setUp(changes)).json()) as { fields?: unknown }).fields;
      expect(await named({ office: { ...offices.centre, place: '', agencyId: 'H05/1' } })).toEqual([
        { path: 'office.place', problem: 'too_small' },
        { path: 'office.agencyId', problem: 'invalid_format' },
      ]);
      expect(await named({ admin: { ...body.admin, login: 'Quản Trị' } })).toContainEqual({
        path: 'admin.login',
        problem: 'invalid_format',
      });
      expect(await named({ admin: { ...body.admin, secret: '258025' } })).toEqual([{ path: 'admin.secret', problem: 'passphrase' }]);
      const both = await named({ office: { ...offices.centre, place: '' }, admin: { ...body.admin, title: '', secret: '258025' } });
      expect((both as readonly { readonly path: string }[]).map(({ path }) => path)).toEqual([
        'office.place',
        'admin.title',
        'admin.secret',
      ]);
      expect(await named({ admin: { ...body.admin, secret: '' } })).toEqual([{ path: 'admin.secret', problem: 'passphrase' }]);
      const done = await setUp();
      expect(done.status).toBe(200);
      expect(await errorOf(await setUp())).toEqual([410, 'setup/closed']);
      expect(await openSetup(empty.deps)).toBeUndefined();
      const device = await enrol(empty.fetch, ((await done.json()) as { code: string }).code);
      const session = await postJson(empty.fetch, '/api/session', { login: 'quantri', secret: 'mật khẩu dài' }, device.token);
      expect(session.status).toBe(200);
    } finally {
      await empty.close();
    }
  });
});

describe('operation', () => {
  it('[O1] health, readiness and metrics answer; unknown routes say so', async () => {
    const a = await server.newDevice(communeId);
    draft(a);
    await a.settle();
    expect(await (await server.fetch('/api/health')).json()).toMatchObject({ status: 'ok', version: server.deps.version });
    expect(await (await server.fetch('/api/ready')).json()).toEqual({ status: 'ready' });
    expect(await (await server.fetch('/api/probe')).text()).toBe('motcua-1');
    const metrics = await (await server.fetch('/metrics')).text();
    expect(metrics).toContain('motcua_exchanges_total{outcome="OK"} 1');
    expect(metrics).toContain('motcua_events_received_total 1');
    expect(metrics).toContain(`motcua_build_info{version="${server.deps.version}"} 1`);
    expect(await errorOf(await server.fetch('/api/nothing'))).toEqual([404, 'wire/not-found']);
  });

  it('[O2] an unexpected fault tells the caller an id and nothing else; the log has no personal data, token or query', async () => {
    const a = await server.newDevice(communeId);
    draft(a);
    await a.settle();
    await server.fetch('/api/health?name=Nguyen&id=027190000001');
    const broken = await createTestServer({
      store: { ...server.store, findDeviceByTokenHash: () => Promise.reject(new Error('secret detail 027190000001')) },
    });
    const answer = await broken.fetch('/api/hints', { headers: { Authorization: `Bearer ${a.token}` } });
    expect(answer.status).toBe(500);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(['error', 'requestId', 'retryAfterSeconds']);
    const text = JSON.stringify([server.lines, broken.lines]);
    expect(broken.lines.some((line) => line['requestId'] === body['requestId'])).toBe(true);
    expect(server.lines.some((line) => line['route'] === '/api/sync' && line['status'] === 200)).toBe(true);
    for (const secret of ['027190000001', 'Mẫu', a.token, 'Nguyen', 'secret detail']) expect(text).not.toContain(secret);
  });

  it('[O4] nothing of what citizens and officers wrote, and no secret, is ever in a log line', async () => {
    const a = await server.newDevice(communeId);
    const people = seededRandom(7);
    for (let i = 0; i < 30; i++) {
      const intake = randomIntake(people.next, demoProcedures());
      const data = i % 3 === 0 ? { ...sampleData.DossierAccepted, intake } : { ...sampleData.DossierDrafted, intake, stray: 'Lạ' };
      a.write({
        dossier: `d${String(i).padStart(11, '0')}` as DossierId,
        after: [],
        type: i % 3 === 0 ? 'DossierAccepted' : 'DossierDrafted',
        version: 1,
        at: server.deps.clock.now(),
        clockOffsetMs: 0,
        actor: staff.commune.id,
        data: data as unknown as EventEnvelope['data'],
      });
    }
    await a.settle();
    await a.sendBytes(new TextEncoder().encode(JSON.stringify(a.log)));
    await postJson(server.fetch, '/api/session', { login: staff.commune.login, secret: 'mật khẩu sai' }, a.token);
    await server.fetch(`/api/admin/devices?q=${encodeURIComponent('Nguyễn Thị Bình')}`, {
      headers: { Authorization: 'Bearer xxxxxxxxxxxxxxxxxxxxx' },
    });
    expect(server.lines.length).toBeGreaterThan(3);
    const lines = JSON.stringify(server.lines);
    const written = new Set<string>([a.token, 'mật khẩu sai', 'Nguyễn Thị Bình', encodeURIComponent('Nguyễn Thị Bình')]);
    collectTexts(
      a.log.map((event) => event.data),
      written,
    );
    expect(written.size).toBeGreaterThan(100);
    expect([...written].filter((text) => text.length >= 6 && lines.includes(text))).toEqual([]);
  });

  it('[O5] a caller that dawdles over its headers or its body is let go; others are served meanwhile', async () => {
    const running = await startServer(server.deps, '127.0.0.1', 0, { headersMs: 200, requestMs: 400, checkEveryMs: 50 });
    try {
      const slow = (start: string): Promise<string> =>
        new Promise((resolve, reject) => {
          let heard = '';
          const socket = connect(running.port, '127.0.0.1', () => socket.write(start));
          socket.on('data', (chunk) => (heard += String(chunk)));
          socket.on('close', () => resolve(heard));
          socket.on('error', reject);
        });
      const closed = Promise.all([
        slow('GET /api/health HTTP/1.1\r\nHost: x\r\nX-Slow: '),
        slow('POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{'),
      ]);
      expect((await fetch(`http://127.0.0.1:${running.port}/api/health`)).status).toBe(200);
      for (const answer of await closed) expect(answer).toContain('408');
    } finally {
      await running.stop();
    }
  });

  it('[O6] stopping finishes the exchange that is under way and takes no new one', async () => {
    const a = await server.newDevice(communeId);
    draft(a);
    const gate = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    const store = {
      ...server.store,
      write: async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
        inside.resolve();
        await gate.promise;
        return server.store.write(run);
      },
    };
    const running = await startServer({ ...server.deps, store }, '127.0.0.1', 0);
    const overSocket = new TestDevice((path, init) => fetch(`http://127.0.0.1:${running.port}${path}`, init), a.keys, {
      device: a.id,
      token: a.token,
      office: a.office,
      bookNumber: 1,
      deviceName: '',
      serverTime: 0,
    });
    overSocket.log.push(...a.log);
    const underWay = overSocket.send(overSocket.request());
    await inside.promise;
    const stopped = running.stop();
    await expect(fetch(`http://127.0.0.1:${running.port}/api/health`)).rejects.toThrow('fetch failed');
    gate.resolve();
    expect((await underWay).answer?.headSeq).toBe(1);
    await stopped;
    expect(await server.store.countEvents()).toBe(1);
  });

  it('[O3] the app’s files: types, caching, packed siblings, fallback to the app, nothing outside', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-dist-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'sw.js'), 'self.x = 1;');
    writeFileSync(join(folder, 'assets/index-AbCd1234.js'), 'console.log(1)');
    writeFileSync(join(folder, 'assets/index-AbCd1234.js.br'), 'packed');
    const served = await createTestServer({ clientFolder: folder });
    try {
      const page = await served.fetch('/');
      expect([page.status, await page.text(), page.headers.get('Cache-Control')]).toEqual([200, '<!doctype html>', 'no-cache']);
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
      expect(await (await served.fetch('/ho-so/abc')).text()).toBe('<!doctype html>');
      expect(await (await served.fetch('/thu-tuc/1.001193')).text()).toBe('<!doctype html>');
      expect((await served.fetch('/sw.js')).headers.get('Cache-Control')).toBe('no-cache');
      const script = await served.fetch('/assets/index-AbCd1234.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
      expect([script.headers.get('Content-Encoding'), await script.text()]).toEqual(['br', 'packed']);
      expect(script.headers.get('Cache-Control')).toContain('immutable');
      const again = await served.fetch('/assets/index-AbCd1234.js', {
        headers: { 'Accept-Encoding': 'br', 'If-None-Match': must(script.headers.get('ETag'), 'an ETag') },
      });
      expect(again.status).toBe(304);
      expect((await served.fetch('/assets/missing.js')).status).toBe(404);
      for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%00', '/%E0%A4%A']) {
        expect(await (await served.fetch(path)).text()).not.toContain('root:');
      }
    } finally {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
