/** Whatever the administration changes, a device with a line hears of it at once, and its next exchange brings the part (or tells it that it is out). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { centreId, communeId, offices, officer, procedures, reference, settings, staff } from '../support/builders.ts';
import { type TestDevice, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

const clerk = { ...officer('thu', offices.commune, 'clerk'), title: 'Công chức' };
const deputy = { ...officer('phu', offices.centre, 'district_admin'), title: 'Phó Giám đốc' };

let server: TestServer;
let device: TestDevice;
let token: string;
beforeEach(async () => {
  server = await createTestServer({ reference: { ...reference, staff: [...reference.staff, clerk, deputy] } });
  device = await server.newDevice(communeId);
  await device.settle();
  token = await signIn(staff.centre.login);
});
afterEach(() => server.close());

async function signIn(login: string): Promise<string> {
  const { token: bearer } = await server.newDevice(centreId);
  const answer = await postJson(server.fetch, '/api/session', { login, secret: '2580' }, bearer);
  return ((await answer.json()) as { readonly token: string }).token;
}

/** The stream as the device hears it, already greeted. */
async function listen(): Promise<{ readonly next: () => Promise<string>; readonly end: () => Promise<void> }> {
  const stream = await server.fetch('/api/hints', { headers: { Authorization: `Bearer ${device.token}` } });
  const reader = must(stream.body, 'a stream').pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('event: hello');
  return { next: async () => (await reader.read()).value ?? '', end: () => reader.cancel() };
}

const put = (path: string, value: unknown) => postJson(server.fetch, `/api/admin/${path}`, value, token, 'PUT');
const post = (path: string, value: unknown = {}) => postJson(server.fetch, `/api/admin/${path}`, value, token);
const save = (changes: object, more: object = {}) => put('staff', { staff: { ...clerk, ...changes }, ...more });
const csv = new TextEncoder().encode(`Mã,Tên thủ tục,Lĩnh vực,Cấp\n${procedures.threeDays.code},Tên mới,Chứng thực,xã\n`);

async function publish(): Promise<Response> {
  const effective = instantToPlainDate(server.deps.clock.now());
  const upload = (step: string, more = {}) =>
    server.fetch(`/api/admin/catalogue/${step}?${new URLSearchParams({ effective, missing: 'keep', ...more })}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
      body: csv,
    });
  const { report } = (await (await upload('preview')).json()) as { readonly report?: { readonly preview: string } };
  return upload('publish', { preview: must(report, 'a report').preview });
}

/** What is done, and what the next exchange brings: beginnings of keys of parts. */
const changes: Readonly<Record<string, { readonly change: () => Promise<Response>; readonly parts: string[] }>> = {
  'a new officer': { change: () => save({ id: 'ha', login: 'ha' }, { secret: '135791' }), parts: ['staff/ha'] },
  'other roles': { change: () => save({ roles: ['specialist'] }), parts: ['staff/thu'] },
  'a new PIN': { change: () => save({}, { secret: '135791' }), parts: ['staff/thu'] },
  'an officer dismissed': { change: () => save({ active: false }), parts: ['staff/thu'] },
  'an officer moved to another commune': { change: () => save({ office: offices.otherCommune.id }), parts: ['staff/thu'] },
  'an office': { change: () => put('offices', { ...offices.commune, place: 'Bình Định mới' }), parts: [`offices/${communeId}`] },
  'a catalogue published': { change: publish, parts: [`procedures/${procedures.threeDays.key}@2`] },
  'a catalogue taken over': { change: () => post('catalogue/take-over', { levels: ['commune'] }), parts: ['procedures/'] },
  'a year of the calendar': {
    change: () =>
      put('calendar/year', {
        year: 2028,
        source: 'TB 12',
        confirmed: true,
        days: [{ date: '2028-05-01', kind: 'OFF', name: 'Quốc tế lao động' }],
      }),
    parts: ['calendar/2028'],
  },
  'hours of the week': {
    change: () => put('calendar/week', [...reference.calendar.week.slice(0, 6), { open: [{ from: 450, to: 690 }], counts: false }]),
    parts: ['calendar'],
  },
  settings: { change: () => put('settings', { ...settings, dueSoonWorkingDays: 3 }), parts: ['settings'] },
};

describe('a change made at the centre', () => {
  it.each(Object.entries(changes))(
    '[H10] %s: the device hears of it, and its next exchange brings it',
    async (_name, { change, parts }) => {
      const heard = await listen();
      expect((await change()).status).toBe(200);
      expect(await heard.next()).toContain('event: administration');
      const update = must((await device.send(device.request())).answer?.reference, 'an update');
      expect(update.reset).toBe(false);
      const keys = update.parts.map(({ key }) => key);
      expect(parts.filter((one) => !keys.some((key) => key.startsWith(one)))).toEqual([]);
      await heard.end();
    },
  );

  it.each(['revoke', 'retire', 'lost', 'move'])('[H11] a device that is out (%s) hears of it and learns it at once', async (act) => {
    const heard = await listen();
    const bodies: Readonly<Record<string, object>> = { lost: { note: 'rơi ở chợ' }, move: { office: offices.otherCommune.id } };
    expect((await post(`devices/${device.id}/${act}`, bodies[act])).status).toBe(200);
    expect(await heard.next()).toContain('event: administration');
    expect((await device.send(device.request())).error).toBe('wire/device-revoked');
    await heard.end();
  });

  it('[H12] a renamed device hears of it and is told its name until it knows it', async () => {
    const heard = await listen();
    expect((await put(`devices/${device.id}/name`, { name: 'Quầy số 3' })).status).toBe(200);
    expect(await heard.next()).toContain('event: administration');
    // An answer that got lost is asked for again.
    for (let i = 0; i < 2; i++) {
      const { answer } = await device.send(device.request());
      expect(answer?.reference).toMatchObject({ deviceName: 'Quầy số 3', reset: false, parts: [] });
      if (i === 1) device.take(must(answer, 'an answer'));
    }
    expect((await device.send(device.request())).answer?.reference).toBeUndefined();
    await heard.end();
  });

  it('[H13] an administrator who is dismissed or works elsewhere now administers nothing any more, whatever session was open', async () => {
    const other = await signIn(deputy.login);
    const list = async () => (await server.fetch('/api/admin/devices', { headers: { Authorization: `Bearer ${other}` } })).status;
    expect(await list()).toBe(200);
    expect((await put('staff', { staff: { ...deputy, office: communeId, roles: ['commune_admin'] } })).status).toBe(200);
    expect(await list()).toBe(401);
    expect((await put('staff', { staff: deputy, secret: 'một cụm mật khẩu dài', reason: 'về lại' })).status).toBe(200);
    expect(await list()).toBe(200);
    expect((await put('staff', { staff: { ...deputy, active: false } })).status).toBe(200);
    expect(await list()).toBe(401);
  });
});
