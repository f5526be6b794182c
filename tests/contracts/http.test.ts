/** The server's other routes and what they do with bad input: enrolment, revocation, proofs, sizes, sessions, administration. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { loadEncryptionKey } from '@onestop/sync-server/auth/encryption-key.ts';
import { isDeviceKey } from '@onestop/sync-server/auth/proof.ts';
import type { SetAside } from '@onestop/sync-server/db/store.ts';
import type { Enrolment } from '@onestop/shared/protocol/messages.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { centreId, communeId, offices, otherCommuneId, reference, sampleData, staff } from '../support/builders.ts';
import { type TestDevice, enrol, newDeviceKeys, postJson } from '../support/test-device.ts';
import { acceptance } from '../support/test-acts.ts';
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

describe('enrolment', () => {
  const tryEnrol = async (code: string): Promise<readonly [number, string | undefined]> => {
    const { keys: _keys, ...publicKeys } = await newDeviceKeys();
    return errorOf(await postJson(server.fetch, '/api/enrol', { code, ...publicKeys, appVersion: '1' }));
  };

  it('[J1] a code works once, typed in any manner, and names office and book', async () => {
    const code = await server.issueCode(communeId);
    expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/);
    const a = await enrol(server.fetch, ` ${code.toLowerCase().replace('-', ' ')} `);
    const b = await server.newDevice(communeId);
    expect([a.office, a.bookNumber, b.bookNumber]).toEqual([communeId, 1, 2]);
    expect(await tryEnrol(code)).toEqual([409, 'enrol/code-used']);
  });

  it('[J2] unknown, used and expired codes are told apart; guessing is stopped', async () => {
    const code = await server.issueCode(communeId, 1_000);
    server.advance(2_000);
    expect(await tryEnrol(code)).toEqual([410, 'enrol/code-expired']);
    for (let i = 0; i < 9; i++) expect(await tryEnrol('AAAAA-AAAAA')).toEqual([404, 'enrol/code-unknown']);
    const stopped = await postJson(server.fetch, '/api/enrol', {
      code: await server.issueCode(communeId),
      publicKey: (await newDeviceKeys()).publicKey,
      encryptionKey: (await newDeviceKeys()).encryptionKey,
      appVersion: '1',
    });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(0);
    server.advance(16 * 60_000);
    expect((await server.newDevice(communeId)).office).toBe(communeId);
  });

  it('[J4] of many devices that try one code at the same moment one is enrolled', async () => {
    const code = await server.issueCode(communeId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryEnrol(code)));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(answers.filter(([, error]) => error === 'enrol/code-used')).toHaveLength(7);
    expect(await server.store.listDevices()).toHaveLength(1);
  });

  it('[J3] a key that is no P-256 key is refused, the one for signing and the one for sealing', async () => {
    const { publicKey, encryptionKey } = await newDeviceKeys();
    for (const wrong of [{ publicKey: 'AAAA' }, { encryptionKey: 'AAAA' }, { encryptionKey: undefined }]) {
      const asked = { code: await server.issueCode(communeId), publicKey, encryptionKey, appVersion: '1', ...wrong };
      expect(await errorOf(await postJson(server.fetch, '/api/enrol', asked))).toEqual([400, 'wire/malformed']);
    }
  });

  it('[J5] the device’s encryption key is kept with it, and every device gets the one of the server', async () => {
    const { publicKey, encryptionKey } = await newDeviceKeys();
    const enrolled = async (): Promise<Enrolment> => {
      const answer = await postJson(server.fetch, '/api/enrol', {
        code: await server.issueCode(communeId),
        publicKey,
        encryptionKey,
        appVersion: '1',
      });
      return (await answer.json()) as Enrolment;
    };
    const [first, second] = [await enrolled(), await enrolled()];
    expect((await server.store.listDevices()).map((each) => each.encryptionKey)).toEqual([encryptionKey, encryptionKey]);
    expect(second.serverKey).toBe(first.serverKey);
    expect(isDeviceKey(first.serverKey)).toBe(true);
    expect(await loadEncryptionKey(server.store)).toBe(first.serverKey);
  });
});

describe('exchange at the edge', () => {
  it('[H1] token, proof and device must belong together', async () => {
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

  it('[H2] rubbish, a wrong type, an oversized body and a wrong version each have their answer', async () => {
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

  it('[H3] a revoked device is refused everywhere and its ranges are retired', async () => {
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

  it('[H4] a hint comes when the office’s feed grows', async () => {
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

  it('[H5] a device gets no hint for its own push, but one for everybody else’s', async () => {
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
  it('[A1] wrong secrets are counted and lock; another office’s officer cannot sign in', async () => {
    const device = await server.newDevice(communeId);
    const attempt = (login: string, secret: string): Promise<Response> =>
      postJson(server.fetch, '/api/session', { login, secret }, device.token);
    expect(await errorOf(await attempt(staff.centre.login, '2580'))).toEqual([401, 'session/wrong']);
    for (let i = 0; i < 5; i++) expect(await errorOf(await attempt(staff.commune.login, '0000'))).toEqual([401, 'session/wrong']);
    expect(await errorOf(await attempt(staff.commune.login, '2580'))).toEqual([429, 'session/locked']);
    server.advance(11 * 60_000);
    expect((await attempt(staff.commune.login, '2580')).status).toBe(200);
  });

  it('[A6] many wrong secrets at the same moment are as few tries as one after the other', async () => {
    const device = await server.newDevice(communeId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) =>
        errorOf(await postJson(server.fetch, '/api/session', { login: staff.commune.login, secret: `00${i}0` }, device.token)),
      ),
    );
    expect(answers.filter(([, error]) => error === 'session/wrong')).toHaveLength(5);
    expect(answers.filter(([, error]) => error === 'session/locked')).toHaveLength(15);
  });

  it('[A2] without a session, with an old one or a forged one nothing is administered', async () => {
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

  it('[A3] a commune’s administrator acts inside the commune only', async () => {
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

  it('[R7] the centre adds a ward or a commune below itself, and nothing that cannot stand there', async () => {
    const token = await signIn(await server.newDevice(offices.centre.id), staff.centre.login);
    const put = (kind: string) =>
      postJson(
        server.fetch,
        '/api/admin/offices',
        { ...offices.commune, id: `0${kind}`.slice(0, 6), kind, parent: offices.centre.id, agencyId: '000.09.38.H05' },
        token,
        'PUT',
      );
    expect((await put('WARD')).status).toBe(200);
    expect(await errorOf(await put('PROVINCE'))).toEqual([422, 'admin/invalid']);
  });

  it('[A7] the administration sees what was refused in its offices, when and why, and nothing of what is in it', async () => {
    const [own, other] = [await server.newDevice(communeId), await server.newDevice(otherCommuneId)];
    for (const device of [own, other]) {
      await device.settle();
      device.write({ ...acceptance('d00000000001', '000.12.38.H05-261126-9999'), actor: staff.centre.id });
      await device.settle();
    }
    const list = async (device: TestDevice, login: string): Promise<string> =>
      (await server.fetch('/api/admin/refused', { headers: { Authorization: `Bearer ${await signIn(device, login)}` } })).text();
    const seen = JSON.parse(await list(own, staff.commune.login)) as { readonly rows: readonly SetAside[] };
    expect(seen.rows).toEqual([
      {
        device: own.id,
        deviceName: 'Máy',
        office: communeId,
        seq: 1,
        type: 'DossierAccepted',
        kind: 'REFUSED',
        code: 'event/other-office',
        at: server.deps.clock.now(),
      },
    ]);
    const all = await list(await server.newDevice(centreId), staff.centre.login);
    expect((JSON.parse(all) as typeof seen).rows.map((row) => row.office).sort()).toEqual([communeId, otherCommuneId]);
    expect(all).not.toContain('9999');
  });

  it('[A4] a saved officer can sign in, devices get the new roster, the old verifier is kept without a new secret', async () => {
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
    expect(await errorOf(await save('135791', { login: staff.centre.login }))).toEqual([422, 'admin/invalid']);
    // One rule for every secret: a short or trivial PIN is named, and who comes to administer brings a passphrase.
    const wrong = async (secret?: string, changes = {}) => ((await (await save(secret, changes)).json()) as { fields?: unknown }).fields;
    expect(await wrong('1357')).toEqual([{ path: 'secret', problem: 'pin-short' }]);
    expect(await wrong('135791', { roles: ['district_admin'] })).toEqual([{ path: 'secret', problem: 'passphrase' }]);
    expect((await save('135791')).status).toBe(200);
    expect(await wrong(undefined, { roles: ['district_admin'] })).toEqual([{ path: 'secret', problem: 'passphrase' }]);
    expect((await save(undefined, { title: 'Phó Giám đốc' })).status).toBe(200);
    await signIn(device, 'moi', '135791');
    const { answer } = await device.send(device.request());
    expect(answer?.reference?.parts.map((each) => each.key)).toEqual(['staff/LT-new']);
    expect((await save(undefined, { active: false })).status).toBe(200);
    expect(await errorOf(await postJson(server.fetch, '/api/session', { login: 'moi', secret: '135791' }, device.token))).toEqual([
      401,
      'session/wrong',
    ]);
  });

  it('[L69] the district enters a year of the calendar: checked, under the next version, and every device has it', async () => {
    const device = await server.newDevice(centreId);
    await device.send(device.request());
    const token = await signIn(device, staff.centre.login);
    const put = (what: 'year' | 'week', value: unknown, by = token) =>
      postJson(server.fetch, `/api/admin/calendar/${what}`, value, by, 'PUT');
    const year = {
      year: 2028,
      source: 'TB 12/TB-BNV',
      confirmed: true,
      days: [{ date: '2028-05-01', kind: 'OFF', name: 'Quốc tế lao động' }],
    };
    const sunday = await put('year', { ...year, days: [{ ...year.days[0], date: '2028-05-07' }] });
    expect([sunday.status, await sunday.json()]).toMatchObject([
      422,
      { fields: [{ path: '7/5/2028', problem: 'entry/not-worked-anyway' }] },
    ]);
    expect(await errorOf(await put('year', { ...year, source: '' }))).toEqual([422, 'admin/invalid']);
    const commune = await server.newDevice(communeId);
    expect(await errorOf(await put('year', year, await signIn(commune, staff.commune.login)))).toEqual([403, 'access/denied']);
    expect((await put('year', year)).status).toBe(200);
    const { answer } = await device.send(device.request());
    const sent = answer?.reference?.parts.filter(({ key }) => key === 'calendar' || key === 'calendar/2028');
    expect(sent).toMatchObject([
      { key: 'calendar', value: { version: 2, knownTo: '2028-12-31' } },
      { key: 'calendar/2028', value: [{ date: '2028-05-01', source: 'TB 12/TB-BNV', confirmed: true }] },
    ]);
  });

  it('[L63] the district sets the hours of the week, and which days count', async () => {
    const device = await server.newDevice(centreId);
    await device.send(device.request());
    const token = await signIn(device, staff.centre.login);
    const put = (value: unknown) => postJson(server.fetch, '/api/admin/calendar/week', value, token, 'PUT');
    const { week } = reference.calendar;
    const saturday = { open: [{ from: 450, to: 690 }], counts: false };
    expect(await errorOf(await put(week.map(() => ({ open: [], counts: false }))))).toEqual([422, 'admin/invalid']);
    expect((await put([...week.slice(0, 6), saturday])).status).toBe(200);
    const { answer } = await device.send(device.request());
    const sent = answer?.reference?.parts.find(({ key }) => key === 'calendar');
    expect(sent).toMatchObject({ value: { version: 2, week: [{}, {}, {}, {}, {}, {}, saturday] } });
  });

  it('[A5] reference documents are checked on import', async () => {
    const token = await signIn(await server.newDevice(centreId), staff.centre.login);
    const put = (kind: string, value: unknown): Promise<Response> =>
      postJson(server.fetch, `/api/admin/reference/${kind}`, value, token, 'PUT');
    const [first, ...others] = reference.procedures;
    expect((await put('procedures', [{ ...first, field: 'Tư pháp' }, ...others])).status).toBe(200);
    const wrong = await put('procedures', [{ ...first, level: 'xã' }]);
    expect(wrong.status).toBe(422);
    expect(((await wrong.json()) as { fields: unknown[] }).fields).toMatchObject([{ path: '0.level' }]);
    expect(await errorOf(await put('staff', []))).toEqual([404, 'wire/not-found']);
  });
});
