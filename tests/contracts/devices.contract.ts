/** What the centre knows of its devices, through HTTP messages and whatever the database: freshness of the offices, reports, and how a device leaves. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { officeAge } from '@onestop/shared/judgement/freshness.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { centreId, communeId, officer, offices, otherCommuneId, reference, staff } from '../support/builders.ts';
import { accept, now } from '../support/test-acts.ts';
import { type TestDevice, enrol, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

const communeAdmin = officer('quanxa', offices.commune, 'commune_admin');

export function describeDevices(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`devices on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await createTestServer({
        store: await openStore(),
        now,
        reference: { ...reference, staff: [...reference.staff, communeAdmin] },
      });
    });
    afterEach(() => server.close());

    it('[M16] an office is as fresh as its slowest device that counts; of a revoked one nothing is awaited any more', async () => {
      const centre = await server.newDevice(centreId);
      const told = async (): Promise<Freshness | undefined> => (await centre.settle()).freshness?.find((each) => each.office === communeId);
      const ageOf = (fresh: Freshness | undefined): string => officeAge(fresh, server.deps.clock.now(), reference.settings);
      expect([await told(), ageOf(await told())]).toEqual([{ office: communeId, devices: 0, pendingEvents: 0 }, 'NO_DEVICE']);
      const [a, b] = [await server.newDevice(communeId), await server.newDevice(communeId)];
      await a.settle();
      // One was never heard: what it holds nobody knows.
      expect((await told())?.slowest).toEqual({ name: 'Máy' });
      expect(ageOf(await told())).toBe('STALE');
      await b.settle();
      expect(ageOf(await told())).toBe('FRESH');
      const heardA = server.deps.clock.now();
      server.advance((reference.settings.staleAfterMinutes + 1) * 60_000);
      await b.settle();
      expect(await told()).toMatchObject({ devices: 2, slowest: { lastExchangeAt: heardA } });
      expect(ageOf(await told())).toBe('STALE');
      await server.store.write(async (tx) => {
        const lost = must(await tx.lockDevice(a.id), 'the silent one');
        await tx.putDevice({ ...lost, revokedAt: server.deps.clock.now() });
      });
      expect(await told()).toMatchObject({ devices: 1 });
      expect(ageOf(await told())).toBe('FRESH');
    });

    const admin = async (device: TestDevice): Promise<string> => {
      const answer = await postJson(server.fetch, '/api/session', { login: staff.centre.login, secret: '2580' }, device.token);
      return ((await answer.json()) as { readonly token: string }).token;
    };
    const act = async (token: string, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST'): Promise<readonly unknown[]> => {
      const answer = await postJson(server.fetch, `/api/admin/devices/${path}`, body, token, method);
      const told = (await answer.json()) as { readonly error?: string; readonly code?: string };
      return [answer.status, told.error ?? told.code];
    };
    const board = async (token: string): Promise<readonly Record<string, unknown>[]> => {
      const answer = await server.fetch('/api/admin/devices', { headers: { Authorization: `Bearer ${token}` } });
      return ((await answer.json()) as { readonly devices: readonly Record<string, unknown>[] }).devices;
    };
    const audited = async (): Promise<readonly unknown[]> =>
      (await server.store.listAudit({ limit: 3 })).map(({ what, target, reason }) =>
        [what, target, reason].filter((one) => one !== undefined),
      );

    it('[A14] what failed between two exchanges is told once and kept until something else is told', async () => {
      const device = await server.newDevice(communeId);
      const token = await admin(await server.newDevice(centreId));
      const problems = [{ code: 'network/unreachable', count: 7, firstAt: now - 9_000, lastAt: now - 1_000 }];
      const request = device.request();
      await device.send({ ...request, report: { ...request.report, problems, persisted: false, clock: now + 300_000 } });
      await device.settle();
      const row = must(
        (await board(token)).find(({ id }) => id === device.id),
        'its row',
      );
      expect(row).toMatchObject({ use: 'ACTIVE', office: communeId, lastExchangeAt: now, pendingEvents: 0, report: { problems } });
    });

    it('[O172] a row whose device joined anew, or is a copy with an identity of its own, is taken out for its successor, whatever it last reported', async () => {
      const token = await admin(await server.newDevice(centreId));
      const [old, elsewhere] = [await server.newDevice(communeId), await server.newDevice(otherCommuneId)];
      server.advance(60_000);
      const fresh = await server.newDevice(communeId);
      // It reported work that waits, and then its browser was cleared.
      await old.settle();
      accept(old, 'd00000000001');
      accept(old, 'd00000000002');
      await old.send(old.request({}, 1));
      const stale = await board(token);
      expect(stale.find(({ id }) => id === old.id)).toMatchObject({ use: 'ACTIVE' });
      expect((await act(token, `${old.id}/retire`))[0]).toBe(409);
      for (const by of [old.id, elsewhere.id, 'nobody'])
        expect(await act(token, `${old.id}/replaced`, { by })).toEqual([422, 'admin/invalid']);
      // An older one replaces nobody.
      expect(await act(token, `${fresh.id}/replaced`, { by: old.id })).toEqual([422, 'admin/invalid']);
      expect(await act(token, `${old.id}/replaced`, { by: fresh.id })).toEqual([200, undefined]);
      expect((await board(token)).find(({ id }) => id === old.id)).toMatchObject({ use: 'RETIRED', outNote: 'Máy' });
      const [entry] = await server.store.listAudit({ limit: 1 });
      expect(entry).toMatchObject({ what: 'device/replaced', target: old.id, changes: [{ before: old.id, after: fresh.id }] });
      expect((await old.send(old.request())).error).toBe('wire/device-revoked');
      expect(await act(token, `${old.id}/replaced`, { by: fresh.id })).toEqual([403, 'wire/device-revoked']);
    });

    it('[A15] a device is renamed, taken out of use with nothing waiting, moved by joining anew, and reported lost', async () => {
      const centre = await server.newDevice(centreId);
      const token = await admin(centre);
      const [a, b, c] = [await server.newDevice(communeId), await server.newDevice(communeId), await server.newDevice(communeId)];
      expect(await act(token, `${a.id}/name`, { name: ' Máy quầy 1 ' }, 'PUT')).toEqual([200, undefined]);
      expect((await audited())[0]).toEqual(['device/renamed', a.id]);
      expect(await act(token, `${a.id}/name`, { name: ' ' }, 'PUT')).toEqual([422, 'admin/invalid']);
      // Never heard, or with something waiting: nobody knows what it holds.
      expect(await act(token, `${a.id}/retire`)).toEqual([409, 'admin/device-waiting']);
      accept(a, 'd00000000001');
      accept(a, 'd00000000002');
      const request = a.request();
      await a.send({ ...request, events: [], linkAfter: request.linkBefore });
      expect(await act(token, `${a.id}/move`, { office: otherCommuneId })).toEqual([409, 'admin/device-waiting']);
      await a.settle();
      expect(await act(token, `${a.id}/move`, { office: communeId })).toEqual([422, 'admin/invalid']);
      const [status, code] = await act(token, `${a.id}/move`, { office: otherCommuneId });
      expect(status).toBe(200);
      const moved = await enrol(server.fetch, String(code));
      expect([moved.office, moved.id === a.id]).toEqual([otherCommuneId, false]);
      expect((await a.send(a.request())).status).toBe(403);
      await b.settle();
      expect(await act(token, `${b.id}/retire`)).toEqual([200, undefined]);
      expect((await audited())[0]).toEqual(['device/retired', b.id]);
      expect(await act(token, `${c.id}/lost`, { note: '' })).toEqual([422, 'admin/invalid']);
      expect(await act(token, `${c.id}/lost`, { note: 'chị Lan gọi 8:15' })).toEqual([200, undefined]);
      expect((await audited())[0]).toEqual(['device/lost', c.id, 'chị Lan gọi 8:15']);
      const uses = Object.fromEntries((await board(token)).map(({ id, use, outNote }) => [id, [use, outNote]]));
      expect([a, b, c, moved].map(({ id }) => uses[id])).toEqual([
        ['RETIRED', undefined],
        ['RETIRED', undefined],
        ['LOST', 'chị Lan gọi 8:15'],
        ['ACTIVE', undefined],
      ]);
      const fresh = (await centre.settle()).freshness?.find(({ office }) => office === communeId);
      expect(fresh).toMatchObject({ devices: 0, lost: [{ name: 'Máy', at: now }] });
      expect(fresh?.slowest).toBeUndefined();
    });

    it('[A15] a commune’s administrator does none of it to a device of another office, nor sends one there', async () => {
      const own = await server.newDevice(communeId);
      const other = await server.newDevice(otherCommuneId);
      await own.settle();
      const answer = await postJson(server.fetch, '/api/session', { login: communeAdmin.login, secret: '2580' }, own.token);
      const { token } = (await answer.json()) as { readonly token: string };
      for (const [path, body, method] of [
        [`${other.id}/name`, { name: 'x' }, 'PUT'],
        [`${other.id}/retire`, {}, 'POST'],
        [`${other.id}/lost`, { note: 'x' }, 'POST'],
        [`${other.id}/move`, { office: communeId }, 'POST'],
        [`${own.id}/move`, { office: otherCommuneId }, 'POST'],
      ] as const)
        expect([path, await act(token, path, body, method)]).toEqual([path, [403, 'access/denied']]);
    });
  });
}
