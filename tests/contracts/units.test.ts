/** Units over HTTP: one, several at once, from a file, closed and taken back; what is wrong is named by row and field, and nothing of it is saved. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { officesFromRows } from '@onestop/shared/reference/office-proposal.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { at, centreId, communeId, day, offices, otherCommuneId, staff } from '../support/builders.ts';
import { postJson, type TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
let device: TestDevice;
let token: string;
beforeEach(async () => {
  server = await createTestServer({ now: at('26/11/2026 09:00') });
  device = await server.newDevice(centreId);
  token = await signIn(device, staff.centre.login);
});
afterEach(() => server.close());

async function signIn(on: TestDevice, login: string): Promise<string> {
  const session = await postJson(server.fetch, '/api/session', { login, secret: '2580' }, on.token);
  return ((await session.json()) as { readonly token: string }).token;
}

function call(path: string, body: unknown, method: 'PUT' | 'POST' = 'POST', by = token): Promise<Response> {
  return postJson(server.fetch, `/api/admin/offices${path}`, body, by, method);
}

async function told(answer: Response): Promise<unknown> {
  const { error, fields } = (await answer.json()) as {
    readonly error?: string;
    readonly fields?: readonly { path: string; problem: string }[];
  };
  return [answer.status, error, ...(fields ?? []).map(({ path, problem }) => `${path} ${problem}`)];
}

async function stored(id: string): Promise<Office | undefined> {
  return (await server.deps.reference.read()).offices.find((one) => one.id === id);
}

async function audited(): Promise<readonly string[]> {
  return (await server.store.listAudit({ limit: 100 })).map(
    ({ what, target, changes = [] }) =>
      `${what} ${target} ${changes.map(({ field, before, after }) => `${field}:${before}→${after}`).join(' ')}`,
  );
}

const rows = [
  { code: '09496', name: 'Thị trấn Thứa', syncs: true, agencyId: '000.11.38.H05' },
  { code: '09499', name: 'Phường An Thịnh', syncs: false },
];
const proposed = officesFromRows(rows, { centre: offices.centre, known: Object.values(offices), validFrom: day('26/11/2026') });

it('[A50] several units are saved in one step; one that nobody confirmed says so and takes no identifier that is taken', async () => {
  expect((await call('/several', { offices: proposed }, 'PUT')).status).toBe(200);
  expect(await stored('09496')).toMatchObject({
    kind: 'COMMUNE',
    name: 'thị trấn Thứa',
    authorityName: 'UBND THỊ TRẤN THỨA',
    place: 'Thứa',
  });
  expect(await stored('09499')).toMatchObject({ kind: 'WARD', agencyIdUnconfirmed: true, agencyId: '000.03.38.H05', syncs: false });
  expect((await audited()).filter((line) => line.startsWith('office/added'))).toHaveLength(2);
});

it('[A50] a wrong row is named with its field, and none is saved', async () => {
  const [first, second] = proposed;
  const cases: readonly (readonly [unknown, string])[] = [
    [[first, { ...second, agencyId: 'sai' }], 'offices.1.agencyId invalid_format'],
    [[first, { ...second, agencyId: '000.11.38.H05' }], 'offices.1.agencyId taken'],
    [[first, { ...second, agencyId: offices.commune.agencyId }], 'offices.1.agencyId taken'],
    [[first, { ...second, id: first?.id }], 'offices.1.id twice'],
    [[first, { ...second, id: communeId }], 'offices.1.id exists'],
    [[first, { ...second, kind: 'PROVINCE' }], 'offices.1.kind invalid'],
    [[first, { ...second, validTo: '2026-12-31', successor: communeId }], 'offices.1.validTo fixed'],
  ];
  for (const [given, problem] of cases)
    expect(await told(await call('/several', { offices: given }, 'PUT'))).toEqual([422, 'admin/invalid', problem]);
  expect(await told(await call('/several', { offices: [] }, 'PUT'))).toEqual([422, 'admin/invalid', 'offices too_small']);
  expect(await told(await call('/several', { offices: [first, { ...second, parent: communeId }] }, 'PUT'))).toEqual([403, 'access/denied']);
  expect(await stored('09496')).toBeUndefined();
});

it('[A50] a file of units is read with its lines, or everything wrong with it is said', async () => {
  const read = async (text: string) =>
    (await server.fetch('/api/admin/offices/read', { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: text })).json();
  expect(await read('Mã;Tên;Cấp;Mã định danh\n09496;Thứa;Thị trấn;000.11.38.H05\n09499;Xã An Thịnh;;')).toEqual({
    rows: [
      { code: '09496', name: 'Thị trấn Thứa', agencyId: '000.11.38.H05', syncs: true },
      { code: '09499', name: 'Xã An Thịnh', syncs: true },
    ],
  });
  const { problems } = (await read('Mã,Tên,Cấp,Mã định danh\n9496,,ấp,x\n09499,A,,\n09499,B,,')) as {
    readonly problems: readonly string[];
  };
  expect(problems.map((one) => /^Dòng \d, cột “[^”]+”/.exec(one)?.[0])).toEqual([
    'Dòng 2, cột “Tên”',
    'Dòng 2, cột “Mã”',
    'Dòng 2, cột “Cấp”',
    'Dòng 2, cột “Mã định danh”',
    'Dòng 4, cột “Mã”',
  ]);
  expect(await read('không phải bảng')).toMatchObject({ problems: [expect.stringContaining('Không thấy dòng tiêu đề')] });
});

it('[A51] a unit’s names and identifier change, with before and after in the record; kind, code and last day do not', async () => {
  const changed = { ...offices.commune, authorityName: 'UBND XÃ BÌNH ĐỊNH MỚI', address: 'Thôn Ngọc Thượng', agencyIdUnconfirmed: true };
  expect((await call('', changed, 'PUT')).status).toBe(200);
  expect(await stored(communeId)).toMatchObject(changed);
  expect((await audited()).at(0)).toContain('authorityName:UBND xã Bình Định→UBND XÃ BÌNH ĐỊNH MỚI');
  const wrong: readonly (readonly [Partial<Office>, string])[] = [
    [{ kind: 'WARD' }, 'kind fixed'],
    [{ statisticsCode: '1' }, 'statisticsCode fixed'],
    [{ validTo: day('31/12/2026') }, 'validTo fixed'],
    [{ agencyId: offices.otherCommune.agencyId }, 'agencyId taken'],
    [{ name: '' }, 'name too_small'],
  ];
  for (const [patch, problem] of wrong)
    expect(await told(await call('', { ...changed, ...patch }, 'PUT'))).toEqual([422, 'admin/invalid', problem]);
  expect(await told(await call('', { ...changed, parent: 'khac' }, 'PUT'))).toEqual([403, 'access/denied']);
});

it('[A52] a unit is closed from a day with a successor, hears of it, gives no code after that day, and is taken back only before', async () => {
  const desk = await server.newDevice(communeId);
  await desk.settle();
  const closing = { validTo: '2026-11-27', successor: otherCommuneId };
  expect((await call(`/${communeId}/close`, closing)).status).toBe(200);
  const { answer } = await desk.send(desk.request());
  expect(answer?.reference?.parts.find(({ key }) => key.endsWith(communeId))).toMatchObject({ value: closing });
  expect((await audited()).at(0)).toBe(`office/changed ${communeId} successor:undefined→${otherCommuneId} validTo:undefined→2026-11-27`);
  expect((await call(`/${communeId}/reopen`, {})).status).toBe(200);
  expect((await stored(communeId))?.validTo).toBeUndefined();
  expect((await stored(communeId))?.successor).toBeUndefined();
  await call(`/${communeId}/close`, { ...closing, validTo: '2026-11-26' });
  const issue = () => postJson(server.fetch, '/api/admin/enrol-codes', { office: communeId, deviceName: 'Máy' }, token);
  expect((await issue()).status).toBe(200);
  server.advance(86_400_000);
  token = await signIn(device, staff.centre.login);
  expect(await told(await issue())).toEqual([422, 'admin/invalid', 'office unknown']);
  expect(await told(await call(`/${communeId}/reopen`, {}))).toEqual([422, 'admin/invalid', 'validTo over']);
  expect(instantToPlainDate(server.deps.clock.now())).toBe('2026-11-27');
});

it('[A52] a successor that is missing, the unit itself, of another level or closing is refused by name, and so is a day that is over', async () => {
  const close = async (id: string, validTo: string, successor: string) => told(await call(`/${id}/close`, { validTo, successor }));
  expect(await close(communeId, '2026-11-25', otherCommuneId)).toEqual([422, 'admin/invalid', 'validTo over']);
  expect(await close(communeId, '2026-12-31', 'none')).toEqual([422, 'admin/invalid', 'successor unknown']);
  expect(await close(communeId, '2026-12-31', communeId)).toEqual([422, 'admin/invalid', 'successor self']);
  expect(await close(communeId, '2026-12-31', centreId)).toEqual([422, 'admin/invalid', 'successor level']);
  expect(await close('none', '2026-12-31', communeId)).toEqual([404, 'wire/not-found']);
  expect(await close(centreId, '2026-12-31', communeId)).toEqual([403, 'access/denied']);
  expect(await told(await call(`/${communeId}/close`, { validTo: '31/12/2026' }))).toEqual([
    422,
    'admin/invalid',
    'validTo custom',
    'successor custom',
  ]);
  expect((await call(`/${otherCommuneId}/close`, { validTo: '2026-12-31', successor: communeId })).status).toBe(200);
  expect(await close(communeId, '2026-12-31', otherCommuneId)).toEqual([422, 'admin/invalid', 'validTo succeeds', 'successor closed']);
});

it('[A53] a commune’s administrator touches no unit', async () => {
  const own = await signIn(await server.newDevice(communeId), staff.commune.login);
  for (const answer of [
    await call('', offices.commune, 'PUT', own),
    await call('/several', { offices: proposed }, 'PUT', own),
    await call('/read', 'Mã,Tên', 'POST', own),
    await call(`/${communeId}/close`, { validTo: '2026-12-31', successor: otherCommuneId }, 'POST', own),
    await call(`/${communeId}/reopen`, {}, 'POST', own),
  ])
    expect(await told(answer)).toEqual([403, 'access/denied']);
});
