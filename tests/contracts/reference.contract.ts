/** Reference data on its way to the devices: who gets which parts, what a change costs, and what is gone. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { assembleReference, kindOfPart } from '@onestop/shared/reference/parts.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { changeOffices, saveDocument, saveStaffMember } from '@onestop/sync-server/log/reference-admin.ts';
import { centreId, communeId, offices, staff } from '../support/builders.ts';
import { now } from '../support/test-acts.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeReference(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`reference data on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await createTestServer({ store: await openStore(), now });
    });
    afterEach(() => server.close());

    it('[M13] verifiers of other offices’ staff never leave the server', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      const roster = [...a.parts].flatMap(([key, value]) => (key.startsWith('staff/') ? [value as Staff] : []));
      expect(roster.map((each) => each.office).sort()).toEqual([communeId, centreId].sort());
      expect(roster.filter((each) => each.verifier !== undefined).map((each) => each.office)).toEqual([communeId]);
      const centre = await server.newDevice(centreId);
      await centre.settle();
      expect([...centre.parts.keys()].filter((key) => key.startsWith('staff/'))).toHaveLength(3);
      expect([...new Set([...a.parts.keys()].map(kindOfPart))].sort()).toEqual(['calendar', 'offices', 'procedures', 'settings', 'staff']);
    });

    it('[M14] one changed officer, procedure or holiday is a few hundred bytes on the line, and reaches a device that is online at once', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      const { deps } = server;
      const before = must((await deps.reference.read()).data, 'reference data');
      const heard: string[] = [];
      server.store.onHint((hint) => heard.push(...hint.offices));
      const first = must(
        before.staff.find((each) => each.office === communeId),
        'an officer',
      );
      const rest = before.procedures.slice(1);
      const changed = { ...must(before.procedures[0], 'a procedure'), name: 'Chứng thực chữ ký' };
      const holiday = { date: '2027-01-01', kind: 'OFF', name: 'Tết Dương lịch', source: 'NQ', confirmed: true } as const;
      const exceptions = [
        ...before.calendar.exceptions.filter((each) => each.date !== holiday.date),
        holiday,
      ] as typeof before.calendar.exceptions;
      const by = { at: now };
      const changes: readonly (readonly [string, () => Promise<void>, readonly string[], number])[] = [
        ['officer', () => saveStaffMember(server.store, { ...first, title: 'Phó Chủ tịch' }, by), [`staff/${first.id}`], 300],
        [
          'procedure',
          () => saveDocument(server.store, 'procedures', [changed, ...rest], by),
          [`procedures/${changed.key}@1`, `procedures/${changed.key}@2`],
          480,
        ],
        ['holiday', () => saveDocument(server.store, 'calendar', { ...before.calendar, exceptions }, by), ['calendar/2027'], 320],
      ];
      for (const [, change, keys, bytesMax] of changes) {
        await change();
        const sent = await a.send(a.request());
        const update = must(must(sent.answer, 'an answer').reference, 'an update');
        expect([update.reset, update.parts.map((each) => each.key), update.removed]).toEqual([false, keys, []]);
        expect(sent.bytesDown).toBeLessThan(bytesMax);
        a.take(must(sent.answer, 'an answer'));
        expect((await a.send(a.request())).answer?.reference).toBeUndefined();
      }
      expect(new Set(heard)).toEqual(new Set(before.offices.map((office) => office.id)));
      expect(
        assembleReference(a.parts)
          ?.procedures.filter((each) => each.key === changed.key)
          .map((each) => each.version),
      ).toEqual([1, 2]);
    });

    it('[H4] a centre that listens hears of a commune that was added meanwhile', async () => {
      const centre = await server.newDevice(centreId);
      const stream = await server.fetch('/api/hints', { headers: { Authorization: `Bearer ${centre.token}` } });
      const reader = must(stream.body, 'a stream').pipeThrough(new TextDecoderStream()).getReader();
      const heard = async (): Promise<string> => (await reader.read()).value ?? '';
      expect(await heard()).toContain('event: hello');
      const added = '09499' as OfficeId;
      await changeOffices(server.store, () => [{ ...offices.commune, id: added, name: 'xã Mới', agencyId: '000.99.38.H05' }], { at: now });
      expect(await heard()).toContain('event: administration');
      await server.store.publishHint({ offices: [added], by: 'another' as DeviceId });
      expect(await heard()).toContain('event: hint');
      await reader.cancel();
    });

    it('[M15] a part that is gone goes from the device; a cursor that is not of this server’s history gets the whole anew', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      const data = must((await server.deps.reference.read()).data, 'reference data');
      const year = must(data.calendar.exceptions.at(-1), 'a day').date.slice(0, 4);
      const exceptions = data.calendar.exceptions.filter((each) => !each.date.startsWith(year));
      await saveDocument(server.store, 'calendar', { ...data.calendar, exceptions }, { at: now });
      expect(a.parts.has(`calendar/${year}`)).toBe(true);
      await a.settle();
      expect(a.parts.has(`calendar/${year}`)).toBe(false);
      const own = must(a.reference, 'a cursor');
      for (const cursor of [
        { version: own.version, check: own.check + 1 },
        { version: own.version + 7, check: own.check },
      ]) {
        const { answer } = await a.send(a.request({ reference: cursor }));
        expect([answer?.reference?.reset, answer?.reference?.cursor]).toEqual([true, own]);
        expect(new Set(answer?.reference?.parts.map((each) => each.key))).toEqual(new Set(a.parts.keys()));
      }
      // Where the tree changes, who may know whom does too.
      const office = must(
        data.offices.find((each) => each.id === communeId),
        'the office',
      );
      await changeOffices(server.store, () => [{ ...office, parent: undefined }], { at: now });
      await a.settle();
      expect([...a.parts.keys()].filter((key) => key.startsWith('staff/'))).toEqual([`staff/${staff.commune.id}`]);
    });
  });
}
