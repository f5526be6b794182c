/** The record of administration and looks. A scripted week is compared with a script written by hand; then who may read it, and what is refused. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { DeviceId, EventRef, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { AuditEntry, AuditQuery, StoredAudit, Store } from '@onestop/sync-server/db/store.ts';
import { at, centreId, communeId, officer, offices, otherCommuneId, procedures, reference, settings, staff } from '../support/builders.ts';
import { accept } from '../support/test-acts.ts';
import { type TestDevice, enrol, postJson } from '../support/test-device.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';
import { scriptedWeek } from './audit-week.ts';

const director = { ...officer('minh', offices.centre, 'district_monitor'), title: 'Giám đốc' };
const inspector = { ...officer('nga', offices.centre, 'auditor'), title: 'Thanh tra' };
const second = { ...officer('phuc', offices.centre, 'district_admin'), title: 'Phó Giám đốc' };
const clerk = { ...officer('tho', offices.commune, 'clerk'), title: 'Công chức' };
/** Who comes to administer brings one along. */
const passphrase = 'nắng mưa gió bão';
const monday = at('23/11/2026 08:00');
const hour = 3_600_000;
const day = 24 * hour;

export function describeAudit(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`the record of administration on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      const roster = [...reference.staff, director, inspector, clerk];
      server = await createTestServer({ store: await openStore(), now: monday, reference: { ...reference, staff: roster } });
    });
    afterEach(() => server.close());

    const signIn = async (device: TestDevice, who: Staff): Promise<string> => {
      const answer = await postJson(server.fetch, '/api/session', { login: who.login, secret: '2580' }, device.token);
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { readonly token: string }).token;
    };
    const put = async (path: string, body: unknown, token: string): Promise<readonly [number, unknown]> => {
      const answer = await postJson(server.fetch, `/api/admin/${path}`, body, token, 'PUT');
      const told = (await answer.json()) as { readonly error?: string; readonly fields?: unknown };
      return [answer.status, told.error === undefined ? undefined : [told.error, told.fields]];
    };
    const list = async (token: string, query = ''): Promise<readonly StoredAudit[]> => {
      const answer = await server.fetch(`/api/admin/audit${query}`, { headers: { Authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { readonly entries: readonly StoredAudit[] }).entries;
    };
    const look = (device: TestDevice, seen: EventRef, dossier: string, what: LookKind, who: Staff): void => {
      device.write({
        dossier: dossier as EventEnvelope['dossier'],
        after: [seen],
        type: 'DossierViewed',
        version: 1,
        at: server.deps.clock.now(),
        clockOffsetMs: 0,
        actor: who.id,
        data: { what },
      });
    };

    it('[B22] the audit trail is read newest first by who, what, whom, office and period, and a grave entry is seen once', async () => {
      const empty = await createTestServer({ store: await openStore(), reference: null });
      const { store } = empty;
      const grant: AuditEntry = {
        at: 20,
        actor: 'quan' as StaffId,
        device: 'dev-a' as DeviceId,
        office: communeId,
        otherOffice: centreId,
        what: 'staff/changed',
        target: 'lan',
        changes: [{ field: 'roles', before: 'clerk', after: 'clerk, auditor' }, { field: 'secret' }],
        reason: 'thay người nghỉ ốm',
        grave: ['CONTROL_TO_CLERK'],
      };
      await store.write(async (tx) => {
        await tx.audit({ at: 10, what: 'setup/began' });
        await tx.audit(grant);
        await tx.audit({ at: 30, actor: 'nga' as StaffId, office: centreId, what: 'audit/exported', changes: [] });
      });
      const list = async (query: Omit<AuditQuery, 'limit'>, limit = 10) => (await store.listAudit({ ...query, limit })).map(({ at }) => at);
      expect((await store.listAudit({ limit: 10 }))[1]).toEqual({ ...grant, id: 2 });
      expect(await list({})).toEqual([30, 20, 10]);
      expect(await list({}, 1)).toEqual([30]);
      expect(await list({ before: 3 })).toEqual([20, 10]);
      expect(await list({ offices: [communeId] })).toEqual([20]);
      expect(await list({ offices: [centreId] })).toEqual([30, 20]);
      expect(await list({ offices: [], withoutOffice: true })).toEqual([10]);
      expect(await list({ offices: [] })).toEqual([]);
      expect(await list({ actor: 'nga' })).toEqual([30]);
      expect(await list({ what: ['staff/changed', 'setup/began'] })).toEqual([20, 10]);
      expect(await list({ what: [] })).toEqual([]);
      expect(await list({ target: 'lan' })).toEqual([20]);
      expect(await list({ from: 20, to: 30 })).toEqual([20]);
      expect(await list({ unseen: true })).toEqual([20]);
      await store.write((tx) => tx.markAuditSeen([1, 2, 3], 'minh' as StaffId, 40));
      await store.write((tx) => tx.markAuditSeen([2], 'khac' as StaffId, 50));
      expect(await list({ unseen: true })).toEqual([]);
      expect((await store.listAudit({ limit: 10 })).map(({ seenAt, seenBy }) => [seenAt, seenBy])).toEqual([
        [undefined, undefined],
        [40, 'minh'],
        [undefined, undefined],
      ]);
      await empty.close();
    });

    it('[A8] the record of a scripted week equals the script, entry by entry', async () => {
      const desk = await server.newDevice(communeId);
      const centre = await server.newDevice(centreId);
      // Monday: an officer comes, another one gets a new PIN and a title.
      let token = await signIn(centre, staff.centre);
      expect(await put('staff', { staff: second, secret: passphrase }, token)).toEqual([200, undefined]);
      expect(await put('staff', { staff: clerk, secret: '246802' }, token)).toEqual([200, undefined]);
      expect(await put('staff', { staff: { ...clerk, title: 'Công chức Tư pháp – hộ tịch', phone: '0912345678' } }, token)).toEqual([
        200,
        undefined,
      ]);
      // Tuesday: a dangerous grant, and a code for a new device, which is enrolled and revoked.
      server.advance(day);
      token = await signIn(centre, staff.centre);
      const promoted = { ...clerk, title: 'Công chức Tư pháp – hộ tịch', phone: '0912345678', roles: ['clerk', 'commune_admin'] };
      expect(await put('staff', { staff: promoted, secret: passphrase, reason: 'quản trị xã nghỉ ốm' }, token)).toEqual([200, undefined]);
      const issued = await postJson(server.fetch, '/api/admin/enrol-codes', { office: communeId, deviceName: 'Máy quầy 2' }, token);
      const added = await enrol(server.fetch, ((await issued.json()) as { readonly code: string }).code);
      expect((await postJson(server.fetch, `/api/admin/devices/${added.id}/revoke`, {}, token)).status).toBe(200);
      // Wednesday: calendar, settings, catalogue, an office.
      server.advance(day);
      token = await signIn(centre, staff.centre);
      expect(
        await put(
          'calendar/year',
          { year: 2028, days: [{ date: '2028-01-03', kind: 'OFF', name: 'Nghỉ bù' }], source: 'TB 1', confirmed: true },
          token,
        ),
      ).toEqual([200, undefined]);
      expect(await put('settings', { ...settings, idleLockMinutes: 5 }, token)).toEqual([200, undefined]);
      const renamed = { ...procedures.threeDays, name: 'Chứng thực chữ ký' };
      expect(await put('reference/procedures', [renamed, ...reference.procedures.filter(({ key }) => key !== renamed.key)], token)).toEqual(
        [200, undefined],
      );
      expect(await put('offices', { ...offices.otherCommune, phone: '02223867000' }, token)).toEqual([200, undefined]);
      // Saved as it was: nothing happened.
      expect(await put('offices', { ...offices.otherCommune, phone: '02223867000' }, token)).toEqual([200, undefined]);
      // Thursday: the inspector looks, and takes the record along.
      server.advance(day);
      await desk.settle();
      const seen = accept(desk, 'd00000000001');
      await desk.settle();
      await centre.settle();
      for (const what of ['DETAIL', 'NUMBERS', 'PRINT'] as const) look(centre, seen, 'd00000000001', what, inspector);
      await centre.settle();
      token = await signIn(centre, inspector);
      const exported = await postJson(server.fetch, '/api/admin/audit/export', { what: 'look' }, token);
      expect(((await exported.json()) as { readonly entries: readonly StoredAudit[] }).entries).toHaveLength(3);
      // Friday: the officer moves to another commune.
      server.advance(day);
      token = await signIn(centre, staff.centre);
      const moved = { ...promoted, office: otherCommuneId, roles: ['clerk'] };
      expect(await put('staff', { staff: moved }, token)).toEqual([200, undefined]);

      const script = scriptedWeek({ desk: desk.id, centre: centre.id, added: added.id });
      const members = (entry: object): object => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
      const expected = script.map(([days, actor, device, office, what, target, rest = {}]) =>
        members({ at: monday + days * day, actor, device, office, what, target, ...rest }),
      );
      const recorded = (await server.store.listAudit({ limit: 100 })).toReversed();
      expect(recorded.map(({ id: _id, ...entry }) => inOrder(entry))).toEqual(expected.map(inOrder));
      const text = JSON.stringify(recorded);
      for (const secret of ['135790', '246802', '$argon2', '027190000001']) expect(text).not.toContain(secret);
    });

    it('[O180] a search that found nobody and a list that was printed or exported stand in the record with how much, at the office that did it, and never for whom', async () => {
      const centre = await server.newDevice(centreId);
      await centre.settle();
      const day = dayIdOf(centreId, instantToPlainDate(monday));
      const note = (data: object): void => {
        centre.write({
          dossier: day,
          after: [],
          type: 'PersonsLookedAt',
          version: 1,
          at: server.deps.clock.now(),
          clockOffsetMs: 0,
          actor: inspector.id,
          data: data as EventEnvelope['data'],
        });
      };
      note({ what: 'SEARCH', count: 0 });
      note({ what: 'EXPORT', of: 'REGISTER', count: 120 });
      // The number itself is no member of it: refused, and nothing of it is written down.
      note({ what: 'SEARCH', count: 0, number: '027190000001' });
      await centre.settle();
      const looks = (await list(await signIn(centre, inspector), '?what=look')).map(({ id: _id, at: _at, ...entry }) => entry);
      expect(looks).toEqual([
        {
          actor: 'nga',
          device: centre.id,
          office: centreId,
          what: 'look/export',
          detail: 'REGISTER',
          changes: [{ field: 'count', after: '120' }],
        },
        { actor: 'nga', device: centre.id, office: centreId, what: 'look/search', changes: [{ field: 'count', after: '0' }] },
      ]);
      // Sent again by a line that broke: still once.
      await centre.settle();
      expect(await server.store.listAudit({ limit: 100, what: ['look/search', 'look/export'] })).toHaveLength(2);
    });

    it('[A9] the district’s administrator, director and inspector read all of it, a commune’s administrator what concerns the commune, nobody else anything', async () => {
      const centre = await server.newDevice(centreId);
      const desk = await server.newDevice(communeId);
      const other = await server.newDevice(otherCommuneId);
      const chief = await signIn(centre, staff.centre);
      for (const [who, office] of [
        [clerk, communeId],
        [{ ...clerk, id: 'tam', login: 'tam' }, otherCommuneId],
      ] as const)
        expect((await put('staff', { staff: { ...who, office, title: 'Cán sự' }, secret: '246802' }, chief))[0]).toBe(200);
      const all = (await list(chief)).length;
      for (const who of [director, inspector])
        expect(await list(await signIn(centre, who))).toHaveLength((await server.store.listAudit({ limit: 100 })).length);
      const own = await list(await signIn(desk, staff.commune));
      expect(own.length).toBeLessThan(all);
      expect(own.map(({ what, target }) => [what, target])).toContainEqual(['staff/changed', 'tho']);
      expect(own.every(({ office, otherOffice }) => office === communeId || otherOffice === communeId)).toBe(true);
      const neighbour = await list(await signIn(other, staff.otherCommune), `?office=${communeId}`);
      expect(neighbour).toEqual([]);
      expect((await list(chief, `?what=staff&target=tho`)).map(({ what }) => what)).toEqual(['staff/changed']);
      const refused = await server.fetch('/api/admin/audit', {
        headers: { Authorization: `Bearer ${await signIn(desk, clerk).catch(() => 'x'.repeat(30))}` },
      });
      expect(refused.status).toBeGreaterThanOrEqual(401);
    });

    it('[A10] a dangerous grant without a reason is refused; with one it is the director’s to see, once', async () => {
      const centre = await server.newDevice(centreId);
      const token = await signIn(centre, staff.centre);
      const needed = [422, ['admin/invalid', [{ path: 'reason', problem: 'required' }]]];
      const dangerous = [
        { ...clerk, roles: ['clerk', 'auditor'] },
        { ...clerk, roles: ['clerk', 'commune_admin'] },
        { ...clerk, roles: ['district_clerk'] },
        { ...inspector, roles: ['auditor', 'district_admin'] },
      ];
      for (const one of dangerous) expect(await put('staff', { staff: one, secret: passphrase }, token)).toEqual(needed);
      expect((await put('staff', { staff: dangerous[1], secret: passphrase, reason: '   ' }, token))[0]).toBe(422);
      expect(await put('staff', { staff: dangerous[1], secret: passphrase, reason: 'thay người nghỉ ốm' }, token)).toEqual([
        200,
        undefined,
      ]);
      // What he has already asks nothing again.
      expect(await put('staff', { staff: { ...dangerous[1], title: 'Cán sự' } }, token)).toEqual([200, undefined]);
      const head = await signIn(centre, director);
      const unseen = await list(head, '?unseen=1');
      expect(unseen.map(({ grave, reason, target }) => [grave, reason, target])).toEqual([
        [['CONTROL_TO_CLERK'], 'thay người nghỉ ốm', 'tho'],
      ]);
      const mark = async (bearer: string) =>
        (await postJson(server.fetch, '/api/admin/audit/seen', { ids: unseen.map(({ id }) => id) }, bearer)).status;
      expect(await mark(token)).toBe(403);
      expect(await mark(head)).toBe(200);
      expect(await list(head, '?unseen=1')).toEqual([]);
      expect((await list(head, '?target=tho')).find(({ grave }) => grave)).toMatchObject({ seenBy: director.id, seenAt: monday });
    });

    it('[A11] the last administrator of the district can neither be switched off, nor lose the role, nor be moved; not even where two dismiss each other at once', async () => {
      const centre = await server.newDevice(centreId);
      const token = await signIn(centre, staff.centre);
      const last = [409, ['admin/last-administrator', undefined]];
      const without = staff.centre.roles.filter((role) => role !== 'district_admin');
      for (const change of [{ active: false }, { roles: without }, { office: communeId }])
        expect(await put('staff', { staff: { ...staff.centre, title: 'x', ...change }, reason: 'thử' }, token)).toEqual(last);
      expect(await put('staff', { staff: second, secret: passphrase }, token)).toEqual([200, undefined]);
      const dismissals = await Promise.all(
        [staff.centre, second].map((one) => put('staff', { staff: { ...one, title: 'x', active: false } }, token)),
      );
      expect(dismissals.map(([status]) => status).filter((status) => status === 200)).toHaveLength(1);
      const { staffById } = await server.deps.reference.read();
      expect([...staffById.values()].filter(({ roles, active }) => active && roles.includes('district_admin'))).toHaveLength(1);
    });
  });
}

/** Fields of one change in no order of their own. */
function inOrder(entry: object): object {
  const { changes } = entry as { readonly changes?: readonly { readonly field: string }[] };
  return Array.isArray(changes) ? { ...entry, changes: [...changes].sort((a, b) => (a.field < b.field ? -1 : 1)) } : entry;
}
