/** The catalogue of a district through the administration's routes: the shipped one taken over, a file looked at, published, and got back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { assembleReference } from '@onestop/shared/reference/parts.ts';
import { tableBytesMax } from '@onestop/shared/table/table.ts';
import type { CatalogueReport, CatalogueSummary } from '@onestop/sync-server/log/catalogue-admin.ts';
import { centreId, communeId, reference, staff } from '../support/builders.ts';
import { type TestDevice, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';
import { workbook } from '../support/workbook.ts';

let server: TestServer;
let device: TestDevice;
let token: string;
beforeEach(async () => {
  server = await createTestServer();
  device = await server.newDevice(centreId);
  token = await signIn(device, staff.centre.login);
});
afterEach(() => server.close());

async function signIn(on: TestDevice, login: string): Promise<string> {
  const answer = await postJson(server.fetch, '/api/session', { login, secret: '2580' }, on.token);
  return ((await answer.json()) as { readonly token: string }).token;
}

const today = () => instantToPlainDate(server.deps.clock.now());
const get = async <T>(path: string, as = token): Promise<T> =>
  (await (await server.fetch(path, { headers: { Authorization: `Bearer ${as}` } })).json()) as T;

function upload(path: 'preview' | 'publish', file: Uint8Array, query: Readonly<Record<string, string>>, as = token): Promise<Response> {
  const search = new URLSearchParams({ effective: addDays(today(), 5), missing: 'keep', ...query });
  const headers = { Authorization: `Bearer ${as}`, 'Content-Type': 'application/octet-stream' };
  return Promise.resolve(
    server.fetch(`/api/admin/catalogue/${path}?${search}`, { method: 'POST', headers, body: file as Uint8Array<ArrayBuffer> }),
  );
}

async function look(
  file: Uint8Array,
  query: Readonly<Record<string, string>> = {},
): Promise<{ report?: CatalogueReport; problems?: string[] }> {
  return (await (await upload('preview', file, query)).json()) as { report?: CatalogueReport; problems?: string[] };
}

const list = (...rows: readonly (readonly string[])[]) => workbook([['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Cấp'], ...rows]);

describe('the catalogue of a district', () => {
  it('[C64] takes over the shipped procedures it lacks, by level, once; its own stay as they are; devices get them', async () => {
    await device.settle();
    const before = await get<CatalogueSummary>('/api/admin/catalogue');
    const own = reference.procedures.length;
    expect(before.shipped.map(({ level, all }) => [level, all])).toEqual([
      ['commune', 176],
      ['district', 244],
    ]);
    const lacking = must(before.shipped[0], 'communes').lacking;
    const take = (levels: readonly string[]) => postJson(server.fetch, '/api/admin/catalogue/take-over', { levels }, token);
    expect(await (await take(['commune'])).json()).toEqual({ added: lacking });
    expect(await (await take(['commune'])).json()).toEqual({ added: 0 });
    const after = await get<CatalogueSummary>('/api/admin/catalogue');
    expect(after.shipped[0]?.lacking).toBe(0);
    expect(after.changed).toMatchObject({ actor: staff.centre.id });
    await device.settle();
    const procedures = must(assembleReference(device.parts), 'reference data').procedures;
    expect(procedures).toHaveLength(own + lacking);
    for (const one of reference.procedures) expect(procedures).toContainEqual(one);
    expect((await take(['province'])).status).toBe(422);
  });

  it('[C65] a file is published as it was looked at, with a line in the audit; a catalogue that changed meanwhile is looked at again', async () => {
    const known = must(reference.procedures[0], 'a procedure');
    const file = list([known.code ?? '', 'Tên mới', 'Chứng thực', 'xã'], ['9.000001', 'Thủ tục mới', 'Hộ tịch', 'xã']);
    const { report } = await look(file);
    expect(report).toMatchObject({ procedures: 2, added: [{ key: '9.000001' }], changed: [{ key: known.key }] });
    const preview = must(report, 'a report').preview;
    expect((await upload('publish', file, { preview: '0'.repeat(32) })).status).toBe(409);
    expect((await upload('publish', file, { preview, effective: addDays(today(), 9) })).status).toBe(409);
    expect((await upload('publish', list(['9.000002', 'Khác', 'Hộ tịch', 'xã']), { preview })).status).toBe(409);
    const done = await upload('publish', file, { preview });
    expect([done.status, await done.json()]).toEqual([200, { added: 1, changed: 1 }]);
    expect((await upload('publish', file, { preview })).status).toBe(409);
    const stored = must((await server.deps.reference.read()).data, 'data').procedures.filter(({ key }) => key === known.key);
    expect(stored.map((one) => [one.version, one.validFrom, one.validTo])).toEqual([
      [1, known.validFrom, addDays(today(), 4)],
      [2, addDays(today(), 5), undefined],
    ]);
    const entries = await server.store.listAudit({ limit: 3 });
    expect(new Set(entries.map((one) => one.target))).toEqual(new Set([`${known.key}@1`, `${known.key}@2`, '9.000001@1']));
    for (const one of entries)
      expect(one).toMatchObject({ actor: staff.centre.id, detail: expect.stringContaining(`file ${preview} +1 ~1 -0`) });
  });

  it('[C62] a file with problems is told and never written, and neither is one from before today', async () => {
    const cursor = await server.store.referenceCursor();
    const broken = list(['1.00119', 'A', 'Hộ tịch', 'xã']);
    const { problems } = await look(broken);
    expect(problems).toEqual([expect.stringContaining('Dòng 2, cột “Mã thủ tục”')]);
    expect((await upload('publish', broken, { preview: '0'.repeat(32) })).status).toBe(422);
    expect((await upload('preview', list(['9.000001', 'A', 'B', 'xã']), { effective: addDays(today(), -1) })).status).toBe(422);
    expect((await upload('preview', new Uint8Array(tableBytesMax + 1), {})).status).toBe(413);
    expect(await server.store.referenceCursor()).toEqual(cursor);
  });

  it('[C60] the catalogue as a file comes back without a change, as CSV and as JSON', async () => {
    await postJson(server.fetch, '/api/admin/catalogue/take-over', { levels: ['commune', 'district'] }, token);
    for (const format of ['csv', 'json']) {
      const { text, name } = await get<{ text: string; name: string }>(`/api/admin/catalogue/file/${format}`);
      expect(name).toContain(`.${format}`);
      const { report } = await look(new TextEncoder().encode(text), { missing: 'end' });
      expect(report).toMatchObject({ added: [], changed: [], missing: [] });
      expect(report?.unchanged).toBeGreaterThan(400);
    }
    const { text } = await get<{ text: string }>('/api/admin/catalogue/file/csv');
    const half = text.split('\r\n').slice(0, 3).join('\r\n');
    expect((await look(new TextEncoder().encode(half), { missing: 'end' })).report?.missing.length).toBeGreaterThan(400);
  });

  it('[C67] units are found without a session; a file of units is read for the district’s administrator only', async () => {
    const found = (await (await server.fetch('/api/units?q=luong+tai&form=BEFORE_2025_07')).json()) as { units: unknown[] };
    expect(found.units[0]).toMatchObject({ code: '264', above: ['Tỉnh Bắc Ninh'] });
    const communes = (await (await server.fetch('/api/units/264?form=BEFORE_2025_07')).json()) as { communes: unknown[] };
    expect(communes.communes).toHaveLength(14);
    expect([(await server.fetch('/api/units/999')).status, (await server.fetch('/api/units?form=now')).status]).toEqual([404, 422]);
    const file = workbook([
      ['Mã', 'Tên', 'Cấp', 'Mã cấp trên'],
      ['27', 'Tỉnh Bắc Ninh', 'Tỉnh'],
    ]) as Uint8Array<ArrayBuffer>;
    const read = (as: string) =>
      server.fetch('/api/admin/units/read', { method: 'POST', headers: { Authorization: `Bearer ${as}` }, body: file });
    expect(await (await read(token)).json()).toEqual({ units: [{ code: '27', name: 'Tỉnh Bắc Ninh', kind: 'PROVINCE' }] });
    expect((await read('x'.repeat(30))).status).toBe(401);
  });

  it('[A3] nobody but the district’s administrator touches the catalogue', async () => {
    const commune = await signIn(await server.newDevice(communeId), staff.commune.login);
    for (const as of [commune, 'x'.repeat(30)]) {
      for (const path of ['/api/admin/catalogue', '/api/admin/catalogue/file/csv'])
        expect(await get<{ error: string }>(path, as)).toHaveProperty('error');
      expect([401, 403]).toContain((await upload('preview', list(), {}, as)).status);
      expect([401, 403]).toContain((await upload('publish', list(), { preview: '0'.repeat(32) }, as)).status);
      expect([401, 403]).toContain((await postJson(server.fetch, '/api/admin/catalogue/take-over', { levels: ['commune'] }, as)).status);
    }
  });
});
