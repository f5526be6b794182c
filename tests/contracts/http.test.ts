/** The server's other routes and what they do with bad input: enrolment, revocation, proofs, sizes, sessions, administration, set-up, health, static files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Tx } from '@onestop/sync-server/db/store.ts';
import { startServer } from '@onestop/sync-server/server.ts';
import { centreId, communeId, offices, otherCommuneId, sampleData, settings, staff } from '../support/builders.ts';
import { randomIntake } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { demoProcedures } from '../support/wire-samples.ts';
import { TestDevice, enrol, newDeviceKeys, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

async function errorOf(answer: Response): Promise<readonly [number, string | undefined]> {
  return [answer.status, ((await answer.json()) as { readonly error?: string }).error];
}

async function signIn(device: TestDevice, login: string, secret = '2580'): Promise<string> {
  const answer = await postJson(server.fetch, '/api/session', { login, secret }, device.token);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly token: string }).token;
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

describe('enrolment', () => {
  const tryEnrol = async (code: string): Promise<readonly [number, string | undefined]> => {
    const { publicKey } = await newDeviceKeys();
    return errorOf(await postJson(server.fetch, '/api/enrol', { code, publicKey, appVersion: '1' }));
  };

  it('[EN1] a code works once, typed in any manner, and names office and book', async () => {
    const code = await server.issueCode(communeId);
    expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/);
    const a = await enrol(server.fetch, ` ${code.toLowerCase().replace('-', ' ')} `);
    const b = await server.newDevice(communeId);
    expect([a.office, a.bookNumber, b.bookNumber]).toEqual([communeId, 1, 2]);
    expect(await tryEnrol(code)).toEqual([409, 'enrol/code-used']);
  });

  it('[EN2] unknown, used and expired codes are told apart; guessing is stopped', async () => {
    const code = await server.issueCode(communeId, 1_000);
    server.advance(2_000);
    expect(await tryEnrol(code)).toEqual([410, 'enrol/code-expired']);
    for (let i = 0; i < 9; i++) expect(await tryEnrol('AAAAA-AAAAA')).toEqual([404, 'enrol/code-unknown']);
    const stopped = await postJson(server.fetch, '/api/enrol', {
      code: await server.issueCode(communeId),
      publicKey: (await newDeviceKeys()).publicKey,
      appVersion: '1',
    });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(0);
    server.advance(16 * 60_000);
    expect((await server.newDevice(communeId)).office).toBe(communeId);
  });

  it('[EN4] of many devices that try one code at the same moment one is enrolled', async () => {
    const code = await server.issueCode(communeId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryEnrol(code)));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(answers.filter(([, error]) => error === 'enrol/code-used')).toHaveLength(7);
    expect(await server.store.listDevices()).toHaveLength(1);
  });

  it('[EN3] a key that is no P-256 key is refused', async () => {
    const answer = await postJson(server.fetch, '/api/enrol', {
      code: await server.issueCode(communeId),
      publicKey: 'AAAA',
      appVersion: '1',
    });
    expect(await errorOf(answer)).toEqual([400, 'wire/malformed']);
  });
});

describe('exchange at the edge', () => {
  it('[HX1] token, proof and device must belong together', async () => {
    const a = await server.newDevice(communeId);
    const b = await server.newDevice(communeId);
    draft(a);
    const send = async (device: TestDevice, request = device.request()): Promise<unknown> => {
      const { status, error } = await device.send(request);
      return [status, error];
    };
    const { token } = a;
    a.token = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await send(a)).toEqual([401, 'wire/device-unknown']);
    a.token = b.token;
    expect(await send(a)).toEqual([401, 'wire/proof-invalid']);
    expect(await send(b, a.request())).toEqual([403, 'wire/device-mismatch']);
    a.token = token;
    const wrong = await a.sendBytes(new Uint8Array([0, 1]), { 'X-Proof': 'A'.repeat(86) });
    expect([wrong.status, wrong.error]).toEqual([401, 'wire/proof-invalid']);
    expect(await server.store.countEvents()).toBe(0);
    expect((await a.settle()).headSeq).toBe(1);
  });

  it('[HX2] rubbish, a wrong type, an oversized body and a wrong version each have their answer', async () => {
    const a = await server.newDevice(communeId);
    const outcome = async (body: Uint8Array, headers?: Record<string, string>): Promise<unknown> => {
      const { status, error } = await a.sendBytes(body, headers);
      return [status, error];
    };
    expect(await outcome(new Uint8Array([9, 9, 9]))).toEqual([400, 'wire/malformed']);
    expect(await outcome(new Uint8Array(0))).toEqual([400, 'wire/malformed']);
    expect(await outcome(new TextEncoder().encode('<html>captive portal</html>'))).toEqual([400, 'wire/malformed']);
    expect(await outcome(new Uint8Array([0, 1]), { 'Content-Type': 'text/html' })).toEqual([415, 'wire/malformed']);
    expect(await outcome(new Uint8Array(limits.bodyBytesMax + 1))).toEqual([413, 'wire/too-large']);
    expect(await outcome(new Uint8Array([0, 99, 0]))).toEqual([422, 'wire/protocol-too-new']);
    const request = a.request();
    draft(a);
    const contradicting = await a.send({ ...a.request(), linkAfter: request.linkAfter });
    expect([contradicting.status, contradicting.error]).toEqual([400, 'wire/malformed']);
  });

  it('[HX3] a revoked device is refused everywhere and its ranges are retired', async () => {
    const a = await server.newDevice(communeId);
    const admin = await server.newDevice(centreId);
    await a.settle();
    const token = await signIn(admin, staff.centre.login);
    expect((await postJson(server.fetch, `/api/admin/devices/${a.id}/revoke`, {}, token)).status).toBe(200);
    const { status, error } = await a.send(a.request());
    expect([status, error]).toEqual([403, 'wire/device-revoked']);
    expect((await server.fetch('/api/hints', { headers: { Authorization: `Bearer ${a.token}` } })).status).toBe(403);
    const leases = await server.store.write((tx) => tx.leasesOfDevice(a.id));
    expect(leases.length).toBeGreaterThan(0);
    expect(leases.every((lease) => lease.retiredOn !== undefined)).toBe(true);
  });

  it('[HX4] a hint comes when the office’s feed grows', async () => {
    const a = await server.newDevice(communeId);
    const b = await server.newDevice(communeId);
    const stream = await server.fetch('/api/hints', { headers: { Authorization: `Bearer ${b.token}` } });
    const reader = must(stream.body, 'a stream').pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: hello');
    draft(a);
    await a.settle();
    expect((await reader.read()).value).toContain('event: hint');
    await reader.cancel();
  });

  it('[HX5] a device gets no hint for its own push, but one for everybody else’s', async () => {
    const a = await server.newDevice(communeId);
    const b = await server.newDevice(communeId);
    const stream = await server.fetch('/api/hints', { headers: { Authorization: `Bearer ${a.token}` } });
    const reader = must(stream.body, 'a stream').pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: hello');
    let heard = '';
    const listening = reader.read().then(({ value }) => (heard = value ?? ''));
    draft(a);
    await a.settle();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toBe('');
    draft(b, 'd00000000002' as DossierId);
    await b.settle();
    await listening;
    expect(heard).toContain('event: hint');
    await reader.cancel();
  });
});

describe('sessions and administration', () => {
  it('[AD1] wrong secrets are counted and lock; another office’s officer cannot sign in', async () => {
    const device = await server.newDevice(communeId);
    const attempt = (login: string, secret: string): Promise<Response> =>
      postJson(server.fetch, '/api/session', { login, secret }, device.token);
    expect(await errorOf(await attempt(staff.centre.login, '2580'))).toEqual([401, 'session/wrong']);
    for (let i = 0; i < 5; i++) expect(await errorOf(await attempt(staff.commune.login, '0000'))).toEqual([401, 'session/wrong']);
    expect(await errorOf(await attempt(staff.commune.login, '2580'))).toEqual([429, 'session/locked']);
    server.advance(11 * 60_000);
    expect((await attempt(staff.commune.login, '2580')).status).toBe(200);
  });

  it('[AD6] many wrong secrets at the same moment are as few tries as one after the other', async () => {
    const device = await server.newDevice(communeId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) =>
        errorOf(await postJson(server.fetch, '/api/session', { login: staff.commune.login, secret: `00${i}0` }, device.token)),
      ),
    );
    expect(answers.filter(([, error]) => error === 'session/wrong')).toHaveLength(5);
    expect(answers.filter(([, error]) => error === 'session/locked')).toHaveLength(15);
  });

  it('[AD2] without a session, with an old one or a forged one nothing is administered', async () => {
    const device = await server.newDevice(centreId);
    const token = await signIn(device, staff.centre.login);
    const list = (bearer?: string): Promise<Response> =>
      server.fetch('/api/admin/devices', bearer === undefined ? {} : { headers: { Authorization: `Bearer ${bearer}` } });
    expect(await errorOf(await list())).toEqual([401, 'session/needed']);
    expect(await errorOf(await list(device.token))).toEqual([401, 'session/needed']);
    expect(await errorOf(await list(`${token.slice(0, -2)}xx`))).toEqual([401, 'session/needed']);
    const devices = (await (await list(token)).json()) as { readonly devices: readonly { readonly id: string }[] };
    expect(devices.devices.map((each) => each.id)).toEqual([device.id]);
    server.advance(31 * 60_000);
    expect(await errorOf(await list(token))).toEqual([401, 'session/needed']);
  });

  it('[AD3] a commune’s administrator acts inside the commune only', async () => {
    const token = await signIn(await server.newDevice(communeId), staff.commune.login);
    const issue = (office: string): Promise<Response> =>
      postJson(server.fetch, '/api/admin/enrol-codes', { office, deviceName: 'Máy 2' }, token);
    const own = await issue(communeId);
    expect(own.status).toBe(200);
    expect((await enrol(server.fetch, ((await own.json()) as { code: string }).code)).office).toBe(communeId);
    expect(await errorOf(await issue(otherCommuneId))).toEqual([403, 'access/denied']);
    expect(await errorOf(await issue('none'))).toEqual([422, 'admin/invalid']);
    const promote = { ...staff.commune, title: 'x', roles: ['district_admin'] };
    expect(await errorOf(await postJson(server.fetch, '/api/admin/staff', { staff: promote }, token, 'PUT'))).toEqual([
      403,
      'access/denied',
    ]);
    expect(await errorOf(await postJson(server.fetch, '/api/admin/offices', offices.commune, token, 'PUT'))).toEqual([
      403,
      'access/denied',
    ]);
  });

  it('[AD4] a saved officer can sign in, devices get the new roster, the old verifier is kept without a new secret', async () => {
    const device = await server.newDevice(centreId);
    await device.settle();
    const token = await signIn(device, staff.centre.login);
    const person = {
      id: 'LT-new',
      office: centreId,
      login: 'moi',
      fullName: 'Người Mới',
      title: 'Chuyên viên',
      roles: ['district_clerk'],
      active: true,
    };
    const save = (secret?: string, changes = {}): Promise<Response> =>
      postJson(
        server.fetch,
        '/api/admin/staff',
        { staff: { ...person, ...changes }, ...(secret === undefined ? {} : { secret }) },
        token,
        'PUT',
      );
    expect(await errorOf(await save())).toEqual([422, 'admin/invalid']);
    expect(await errorOf(await save('1357', { login: staff.centre.login }))).toEqual([422, 'admin/invalid']);
    expect((await save('1357')).status).toBe(200);
    expect((await save(undefined, { title: 'Phó Giám đốc' })).status).toBe(200);
    await signIn(device, 'moi', '1357');
    const { answer } = await device.send(device.request());
    expect(answer?.reference.map((each) => each.kind)).toEqual(['staff']);
    expect((await save(undefined, { active: false })).status).toBe(200);
    expect(await errorOf(await postJson(server.fetch, '/api/session', { login: 'moi', secret: '1357' }, device.token))).toEqual([
      401,
      'session/wrong',
    ]);
  });

  it('[AD5] reference documents are checked on import', async () => {
    const token = await signIn(await server.newDevice(centreId), staff.centre.login);
    const put = (kind: string, value: unknown): Promise<Response> =>
      postJson(server.fetch, `/api/admin/reference/${kind}`, value, token, 'PUT');
    expect((await put('settings', { ...settings, dueSoonWorkingDays: 3 })).status).toBe(200);
    const wrong = await put('settings', { ...settings, dueSoonWorkingDays: 'ba' });
    expect(wrong.status).toBe(422);
    expect(((await wrong.json()) as { fields: unknown[] }).fields).toMatchObject([{ path: 'dueSoonWorkingDays' }]);
    expect(await errorOf(await put('staff', []))).toEqual([404, 'wire/not-found']);
  });
});

describe('set-up of an empty database', () => {
  it('[SU1] needs the printed key, works once, gives a first device and an administrator', async () => {
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
  it('[OP1] health, readiness and metrics answer; unknown routes say so', async () => {
    const a = await server.newDevice(communeId);
    draft(a);
    await a.settle();
    expect((await server.fetch('/api/health')).status).toBe(200);
    expect(await (await server.fetch('/api/ready')).json()).toEqual({ status: 'ready' });
    expect(await (await server.fetch('/api/probe')).text()).toBe('motcua-1');
    const metrics = await (await server.fetch('/metrics')).text();
    expect(metrics).toContain('motcua_exchanges_total{outcome="OK"} 1');
    expect(metrics).toContain('motcua_events_received_total 1');
    expect(await errorOf(await server.fetch('/api/nothing'))).toEqual([404, 'wire/not-found']);
  });

  it('[OP2] an unexpected fault tells the caller an id and nothing else; the log has no personal data, token or query', async () => {
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

  it('[OP4] nothing of what citizens and officers wrote, and no secret, is ever in a log line', async () => {
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

  it('[OP5] a caller that dawdles over its headers or its body is let go; others are served meanwhile', async () => {
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

  it('[OP6] stopping finishes the exchange that is under way and takes no new one', async () => {
    const a = await server.newDevice(communeId);
    draft(a);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let isInside = false;
    const store = {
      ...server.store,
      write: async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
        isInside = true;
        await gate;
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
    while (!isInside) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = running.stop();
    await expect(fetch(`http://127.0.0.1:${running.port}/api/health`)).rejects.toThrow();
    release();
    expect((await underWay).answer?.headSeq).toBe(1);
    await stopped;
    expect(await server.store.countEvents()).toBe(1);
  });

  it('[OP3] the app’s files: types, caching, packed siblings, fallback to the app, nothing outside', async () => {
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
