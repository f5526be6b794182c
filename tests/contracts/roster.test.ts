/** Officers over HTTP: several at once, moved, given a first secret; what is wrong is named by row and field, and nothing of it is saved. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSecret } from '@onestop/sync-server/auth/passwords.ts';
import { secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { centreId, communeId, offices, otherCommuneId, staff } from '../support/builders.ts';
import { accept } from '../support/test-acts.ts';
import { postJson, type TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
let device: TestDevice;
let token: string;
beforeEach(async () => {
  server = await createTestServer();
  device = await server.newDevice(centreId);
  token = await signIn(device, staff.centre.login);
});
afterEach(() => server.close());

async function signIn(on: TestDevice, login: string, secret = '2580'): Promise<string> {
  const session = await postJson(server.fetch, '/api/session', { login, secret }, on.token);
  return ((await session.json()) as { readonly token: string }).token;
}

function call(path: string, body: unknown, method: 'PUT' | 'POST', by = token): Promise<Response> {
  return postJson(server.fetch, `/api/admin/staff${path}`, body, by, method);
}

async function told(answer: Response): Promise<unknown> {
  const { error, fields } = (await answer.json()) as {
    readonly error?: string;
    readonly fields?: readonly { path: string; problem: string }[];
  };
  return [answer.status, error, ...(fields ?? []).map(({ path, problem }) => `${path} ${problem}`)];
}

async function stored(id: string): Promise<Staff | undefined> {
  return (await server.deps.reference.read()).staffById.get(id);
}

const rows = [
  { fullName: 'Nguyễn Thị Hà', login: 'ha', office: communeId, roles: ['clerk'], title: 'Công chức một cửa', phone: '0912345678' },
  { fullName: 'Lê Văn Sơn', login: 'son', office: otherCommuneId, roles: ['commune_admin'], title: 'Văn phòng' },
];

it('[A54] several officers are added in one step, each with a first secret that his roles ask for, answered once and marked as first', async () => {
  const answer = await call('/several', { staff: rows }, 'PUT');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const { made } = (await answer.json()) as {
    readonly made: readonly { readonly id: string; readonly login: string; readonly secret: string }[];
  };
  expect(made.map((one) => one.login)).toEqual(['ha', 'son']);
  for (const { id, secret } of made) {
    const saved = await stored(id);
    expect(saved?.firstSecret).toBe(true);
    expect(secretProblem(secret, saved?.roles ?? [])).toBeUndefined();
    expect(await checkSecret(secret, saved?.verifier ?? '')).toBe(true);
  }
  expect(made[0]?.secret).toMatch(/^\d{6}$/);
  expect(JSON.stringify(await server.store.listAudit({ limit: 100 }))).not.toContain(made[0]?.secret);
});

it('[A54] a wrong row is named with its field, and nobody is added', async () => {
  const [first, second] = rows;
  const cases: readonly (readonly [unknown, string])[] = [
    [[first, { ...second, login: 'Sơn' }], 'staff.1.login invalid_format'],
    [[first, { ...second, office: 'none' }], 'staff.1.office unknown'],
    [[first, { ...second, roles: ['vua'] }], 'staff.1.roles.0 invalid_value'],
    [[first, { ...second, login: staff.otherCommune.login }], 'staff.1.login taken'],
    [[first, { ...second, office: communeId, login: 'ha' }], 'staff.1.login taken'],
    [[first, { ...second, roles: ['clerk', 'commune_admin'] }], 'staff.1.roles alone'],
    [[first, null], 'staff.1.login invalid_type'],
  ];
  for (const [given, problem] of cases) {
    const answer = (await told(await call('/several', { staff: given }, 'PUT'))) as readonly unknown[];
    expect(answer).toEqual(expect.arrayContaining([422, 'admin/invalid', problem]));
  }
  expect(await told(await call('/several', { staff: [] }, 'PUT'))).toEqual([422, 'admin/invalid', 'staff too_small']);
  expect([...(await server.deps.reference.read()).staffById.values()].some((one) => one.login === 'ha')).toBe(false);
});

it('[A54] rows from a sheet are read with units and roles as people name them, or everything wrong is said by line', async () => {
  const read = async (text: string) =>
    (await server.fetch('/api/admin/staff/read', { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: text })).json();
  const header = 'Họ tên\tĐăng nhập\tĐơn vị\tVai trò\tChức danh\tĐiện thoại';
  expect(await read(`${header}\nNguyễn Thị Hà\tHa\tBình Định\tCán bộ một cửa; văn thư\tCông chức\t0912345678`)).toEqual({
    rows: [
      { fullName: 'Nguyễn Thị Hà', login: 'ha', office: communeId, roles: ['clerk', 'seal'], title: 'Công chức', phone: '0912345678' },
    ],
  });
  const { problems } = (await read(
    `${header}\n\tha\txã Lạ\tvua\t\t\nA\tb\t${communeId}\tlãnh đạo\tx\t\nC\tb\txã bình định\tclerk\tx\t`,
  )) as {
    readonly problems: readonly string[];
  };
  expect(problems.map((one) => /^Dòng \d, cột “[^”]+”/.exec(one)?.[0])).toEqual([
    'Dòng 2, cột “Họ tên”',
    'Dòng 2, cột “Chức danh”',
    'Dòng 2, cột “Đơn vị”',
    'Dòng 2, cột “Vai trò”',
    'Dòng 4, cột “Đăng nhập”',
  ]);
});

it('[A55] a first secret replaces the old one, for who may manage the officer only', async () => {
  const answer = await call(`/${staff.commune.id}/first-secret`, {}, 'POST');
  const slip = (await answer.json()) as { readonly secret: string; readonly login: string };
  expect([answer.status, answer.headers.get('Cache-Control'), slip.login]).toEqual([200, 'no-store', staff.commune.login]);
  const saved = await stored(staff.commune.id);
  expect(saved?.firstSecret).toBe(true);
  expect(await checkSecret(slip.secret, saved?.verifier ?? '')).toBe(true);
  expect((await server.store.listAudit({ limit: 1 })).at(0)?.what).toBe('staff/secret-reset');
  expect(await told(await call('/none/first-secret', {}, 'POST'))).toEqual([404, 'wire/not-found']);
  const own = await signIn(await server.newDevice(otherCommuneId), staff.otherCommune.login);
  expect(await told(await call(`/${staff.commune.id}/first-secret`, {}, 'POST', own))).toEqual([403, 'access/denied']);
  expect(await told(await call(`/${staff.centre.id}/first-secret`, {}, 'POST', own))).toEqual([403, 'access/denied']);
  expect(await told(await call('/several', { staff: rows }, 'PUT', own))).toEqual([403, 'access/denied']);
});

it('[A55] a secret that the administrator types is no first one any more', async () => {
  await call(`/${staff.commune.id}/first-secret`, {}, 'POST');
  await call('', { staff: { ...staff.commune, title: 'x', firstSecret: true }, secret: 'bốn từ rất dài' }, 'PUT');
  expect((await stored(staff.commune.id))?.firstSecret).toBeUndefined();
});

it('[A56] who is moved keeps id, login and PIN; his sessions end, and what his old desk still holds is taken as it was done', async () => {
  const desk = await server.newDevice(communeId);
  await desk.settle();
  const old = await signIn(desk, staff.commune.login);
  const moved = { ...staff.commune, title: 'x', office: otherCommuneId, roles: ['specialist'] };
  expect((await call('', { staff: moved }, 'PUT')).status).toBe(200);
  expect(await told(await call('', { staff: moved }, 'PUT', old))).toEqual([401, 'session/needed']);
  accept(desk, 'd00000000001');
  const { answer } = await desk.send(desk.request());
  expect(answer?.refused).toEqual([]);
  // The old desk keeps his name for what he did there, and nothing he signs in with.
  const part = answer?.reference?.parts.find(({ key }) => key.endsWith(staff.commune.id));
  expect(part).toMatchObject({ value: { fullName: staff.commune.fullName, office: otherCommuneId } });
  expect((part?.value as Staff | undefined)?.verifier).toBeUndefined();
  expect(
    (
      await postJson(
        server.fetch,
        '/api/session',
        { login: staff.commune.login, secret: '2580' },
        (await server.newDevice(otherCommuneId)).token,
      )
    ).status,
  ).toBe(200);
});

it('[A56] a move where the login is taken asks for another, and nobody moves to a unit that is not there or closed', async () => {
  const moved = { ...staff.commune, title: 'x', office: otherCommuneId };
  expect(await told(await call('', { staff: { ...moved, login: staff.otherCommune.login } }, 'PUT'))).toEqual([
    422,
    'admin/invalid',
    'login taken',
  ]);
  expect(await told(await call('', { staff: { ...moved, office: 'none' } }, 'PUT'))).toEqual([403, 'access/denied']);
  await postJson(
    server.fetch,
    `/api/admin/offices/${otherCommuneId}/close`,
    { validTo: instantToPlainDate(server.deps.clock.now()), successor: communeId },
    token,
  );
  server.advance(86_400_000);
  token = await signIn(device, staff.centre.login);
  expect(await told(await call('', { staff: moved }, 'PUT'))).toEqual([422, 'admin/invalid', 'office closed']);
  expect((await stored(staff.commune.id))?.office).toBe(offices.commune.id);
  expect(await told(await call('/several', { staff: [{ ...rows[0], office: otherCommuneId }] }, 'PUT'))).toEqual([
    422,
    'admin/invalid',
    'staff.0.office closed',
  ]);
});
