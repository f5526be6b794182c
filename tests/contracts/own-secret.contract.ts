/** An officer sets a secret of his own over the one he has, on SQLite and on PostgreSQL: what is saved, what the record says, and what is refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { centreId, communeId, otherCommuneId, staff } from '../support/builders.ts';
import { type TestDevice, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeOwnSecret(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`an officer's own secret on ${name}`, () => {
    let server: TestServer;
    let desk: TestDevice;
    beforeEach(async () => {
      server = await createTestServer({ store: await openStore() });
      desk = await server.newDevice(communeId);
    });
    afterEach(() => server.close());

    const { login, id } = staff.commune;
    const change = (secret: string, next: string, on: Pick<TestDevice, 'token'> = desk, who = login): Promise<Response> =>
      postJson(server.fetch, '/api/session/secret', { login: who, secret, next }, on.token);
    const opens = async (secret: string, on: TestDevice = desk, who = login): Promise<number> =>
      (await postJson(server.fetch, '/api/session', { login: who, secret }, on.token)).status;
    const stored = async (who: string = id): Promise<Staff | undefined> => (await server.deps.reference.read()).staffById.get(who);
    const told = async (answer: Response): Promise<unknown> => {
      const { error, fields } = (await answer.json()) as { error?: string; fields?: readonly { path: string; problem: string }[] };
      return [answer.status, error, ...(fields ?? []).map(({ path, problem }) => `${path} ${problem}`)];
    };

    it('[O176] the first secret gives way to his own: the mark is gone, devices get it, and the record says who and nothing of either', async () => {
      const centre = await server.newDevice(centreId);
      const session = await postJson(server.fetch, '/api/session', { login: staff.centre.login, secret: '2580' }, centre.token);
      const { token } = (await session.json()) as { readonly token: string };
      const slip = (await (await postJson(server.fetch, `/api/admin/staff/${id}/first-secret`, {}, token)).json()) as { secret: string };
      await desk.settle();
      const before = await stored();
      expect(before?.firstSecret).toBe(true);
      const own = 'năm mưa sáu nắng';
      const answer = await change(slip.secret, own);
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
      const { verifier } = (await answer.json()) as { readonly verifier: string };
      const { firstSecret: _gone, ...rest } = before as Staff;
      expect(await stored()).toEqual({ ...rest, verifier });
      const { answer: brought } = await desk.send(desk.request());
      expect(brought?.reference?.parts).toEqual([{ key: `staff/${id}`, value: { ...rest, verifier } }]);
      expect(await opens(slip.secret)).toBe(401);
      expect(await opens(own)).toBe(200);
      const trail = (await server.store.listAudit({ limit: 100 })).filter(({ target }) => target === id);
      expect(trail.map(({ what, actor }) => [what, actor])).toEqual([
        ['staff/secret-changed', id],
        ['staff/secret-reset', staff.centre.id],
      ]);
      expect(trail[0]).toMatchObject({ device: desk.id, office: communeId, changes: [{ field: 'secret' }] });
      for (const hidden of [slip.secret, own, '$argon2', verifier]) expect(JSON.stringify(trail)).not.toContain(hidden);
      for (const hidden of [slip.secret, own, verifier]) expect(JSON.stringify(server.lines)).not.toContain(hidden);
    });

    it('[O177] asked again because the answer was lost, it answers the same and changes nothing', async () => {
      const own = 'năm mưa sáu nắng';
      const first = (await (await change('2580', own)).json()) as { readonly verifier: string };
      const entries = (await server.store.listAudit({ limit: 100 })).length;
      const again = await change('2580', own);
      expect([again.status, await again.json()]).toEqual([200, first]);
      expect((await server.store.listAudit({ limit: 100 })).length).toBe(entries);
      // Two at the same moment: one secret stands in the end, and it is the one that was confirmed.
      const both = await Promise.all(['một hai ba bốn năm', 'sáu bảy tám chín mười'].map((next) => change(own, next)));
      const statuses = both.map(({ status }) => status);
      expect([...statuses].sort()).toEqual([200, 401]);
      expect(await opens(statuses[0] === 200 ? 'một hai ba bốn năm' : 'sáu bảy tám chín mười')).toBe(200);
    });

    it('[O178] a wrong old secret, a weak or the same new one, another office and a strange device are refused by name, and nothing changes', async () => {
      const before = await stored();
      expect(await told(await change('0000', 'năm mưa sáu nắng'))).toEqual([401, 'session/wrong']);
      expect(await told(await change('2580', '2580'))).toEqual([422, 'admin/invalid', 'next passphrase']);
      expect(await told(await change('2580', '135790'))).toEqual([422, 'admin/invalid', 'next passphrase']);
      expect(await told(await change('2580', ''))).toEqual([422, 'admin/invalid', 'next passphrase']);
      expect(await told(await change('2580', 'x'.repeat(201)))).toEqual([422, 'admin/invalid', 'next too_big']);
      const other = await server.newDevice(otherCommuneId);
      expect(await told(await change('2580', 'năm mưa sáu nắng', other))).toEqual([401, 'session/wrong']);
      expect(await told(await change('2580', 'năm mưa sáu nắng', { token: 'x'.repeat(43) }))).toEqual([401, 'wire/device-unknown']);
      expect(await stored()).toEqual(before);
      await change('2580', 'năm mưa sáu nắng');
      expect(await told(await change('năm mưa sáu nắng', 'năm mưa sáu nắng'))).toEqual([422, 'admin/invalid', 'next secret-same']);
    });

    it('[O178] wrong tries here and at signing in are one count', async () => {
      for (const secret of ['0001', '0002']) expect(await opens(secret)).toBe(401);
      // The old and the new one of a request are a try each: neither may be guessed for nothing.
      expect((await change('0003', '135790')).status).toBe(401);
      expect((await change('0004', '135790')).status).toBe(401);
      const locked = await change('2580', 'năm mưa sáu nắng');
      expect(locked.status).toBe(429);
      expect(await opens('2580')).toBe(429);
    });
  });
}
