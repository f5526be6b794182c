/** The district's switches and its whole calendar over HTTP: who may save them, what is refused, and what the server adds. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { centreId, communeId, settings, staff } from '../support/builders.ts';
import { postJson, type TestDevice } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

async function put(device: TestDevice, login: string, value: unknown, what = 'settings'): Promise<Response> {
  const session = await postJson(server.fetch, '/api/session', { login, secret: '2580' }, device.token);
  const { token } = (await session.json()) as { readonly token: string };
  return postJson(server.fetch, `/api/admin/${what}`, value, token, 'PUT');
}

it('[A40] settings are saved whole, with the server’s day as the day they were looked through, and every device has them', async () => {
  const device = await server.newDevice(centreId);
  await device.send(device.request());
  expect((await put(device, staff.centre.login, { ...settings, dueSoonWorkingDays: 3, reviewedOn: '2001-01-01' })).status).toBe(200);
  const { answer } = await device.send(device.request());
  expect(answer?.reference?.parts.find(({ key }) => key === 'settings')).toMatchObject({
    value: { dueSoonWorkingDays: 3, reviewedOn: instantToPlainDate(server.deps.clock.now()) },
  });
});

it('[A40] a switch that is wrong is named, and nothing is saved', async () => {
  const device = await server.newDevice(centreId);
  await device.send(device.request());
  const wrong = await put(device, staff.centre.login, { ...settings, dueSoonWorkingDays: 'ba' });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ error: 'admin/invalid', fields: [{ path: 'dueSoonWorkingDays' }] });
  expect((await device.send(device.request())).answer?.reference?.cursor).toMatchObject({ version: 1 });
});

it('[A40] a commune’s administrator changes none of them', async () => {
  const answer = await put(await server.newDevice(communeId), staff.commune.login, settings);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: 'access/denied' });
});

it('[L71] a calendar that is imported whole gets the next version, whatever it says of itself', async () => {
  const device = await server.newDevice(centreId);
  await device.send(device.request());
  const other = vietnamCalendar({ sessions: [{ from: 420, to: 960 }] });
  expect((await put(device, staff.centre.login, other, 'calendar')).status).toBe(200);
  const { answer } = await device.send(device.request());
  expect(answer?.reference?.parts.find(({ key }) => key === 'calendar')).toMatchObject({ value: { version: 2, week: other.week } });
});
