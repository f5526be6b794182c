/**
 * What every `Store` must keep, whatever database is behind it. Run by `store.sqlite.test.ts` and `store.postgres.test.ts`; each test gets
 * an empty database.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Judgement } from '@onestop/shared/sync/judge-event.ts';
import type { DeviceRecord, Store, StoredPart } from '@onestop/sync-server/db/store.ts';

export interface StoreFixture {
  readonly open: () => Promise<Store>;
  /** A second server process on the same database, where the database allows it. */
  readonly openSecond?: (() => Promise<Store>) | undefined;
}

const office = '09529' as OfficeId;
const centre = 'LT' as OfficeId;
const a = 'dev-a' as DeviceId;
const b = 'dev-b' as DeviceId;

function judged(refused: Judgement['refused'] = [], held: readonly number[] = []): Judgement {
  return { refused, held: new Set(held) };
}

export function describeStore(name: string, makeFixture: () => Promise<StoreFixture>, isAvailable = true): void {
  describe.runIf(isAvailable)(`store on ${name}`, () => {
    let fixture: StoreFixture;
    let store: Store;
    const opened: Store[] = [];
    beforeEach(async () => {
      fixture = await makeFixture();
      store = await fixture.open();
      opened.push(store);
      await store.write(async (tx) => {
        await tx.putDevice(device(a));
        await tx.putDevice(device(b));
      });
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });

    it('[B1] a device comes back as it was put, found by id and by token', async () => {
      const record: DeviceRecord = {
        ...device('dev-c' as DeviceId),
        revokedAt: 5,
        lastExchangeAt: 6,
        newestEventAt: 7,
        report: { appVersion: '1', pendingEvents: 2, pendingBytes: 3, clock: 4 },
        forkOf: { device: a, key: 'k' },
        outAs: 'LOST',
        outNote: 'chị Lan báo',
      };
      await store.write((tx) => tx.putDevice(record));
      expect(await store.findDevice(record.id)).toEqual(record);
      expect(await store.findDeviceByTokenHash(record.tokenHash)).toEqual(record);
      expect((await store.listDevices(office)).map((d) => d.id)).toEqual([a, b, record.id]);
      expect(await store.write((tx) => tx.bookNumbers(office))).toHaveLength(3);
    });

    it('[B2] events and head are read back exactly, Vietnamese and control characters included', async () => {
      const written = [event(a, 1, 'd1', { name: 'Nguyễn Thị Đông', odd: 'a\u0000\n"\\', none: null }), event(a, 2, 'd2')];
      await store.write(async (tx) => {
        await tx.appendEvents(written, judged(), 5);
        await tx.setHead(a, 2, new Uint8Array(32).fill(7), 99);
      });
      expect(await store.readDeviceLog(a, 1, 10)).toEqual(written);
      expect(await store.readDeviceLog(a, 2, 10)).toEqual(written.slice(1));
      const head = await store.findDevice(a);
      expect([head?.headSeq, head?.newestEventAt, [...(head?.headLink ?? [])]]).toEqual([2, 99, Array(32).fill(7)]);
      expect(await store.countEvents()).toBe(2);
    });

    it('[B3] an event can never be stored twice: the whole transaction fails', async () => {
      await store.write((tx) => tx.appendEvents([event(a, 1, 'd1')], judged(), 5));
      await expect(store.write((tx) => tx.appendEvents([event(a, 2, 'd1'), event(a, 1, 'd1')], judged(), 5))).rejects.toThrow(
        /unique|duplicate|failed query/i,
      );
      expect(await store.countEvents()).toBe(1);
    });

    it('[B4] a transaction that throws leaves nothing behind, and the next one works', async () => {
      await expect(
        store.write(async (tx) => {
          await tx.appendEvents([event(a, 1, 'd1')], judged(), 5);
          await tx.putSetting('x', '1');
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      expect(await store.countEvents()).toBe(0);
      expect(await store.findSetting('x')).toBeUndefined();
      await store.write((tx) => tx.putSetting('x', '2'));
      expect(await store.findSetting('x')).toBe('2');
    });

    it('[B5] refused events stay in the device log and go nowhere else; quarantined ones go everywhere', async () => {
      const written = [event(a, 1, 'd1'), event(a, 2, 'd1'), event(a, 3, 'd1')];
      await store.write(async (tx) => {
        await tx.appendEvents(
          written,
          judged([
            { seq: 2, kind: 'REFUSED', code: 'event/other-office', detail: 'x' },
            { seq: 3, kind: 'QUARANTINED', code: 'event/unknown-type' },
          ]),
          5,
        );
        const run = await tx.appendFeed(office, a, 1, 3, 77);
        expect(run).toEqual({ office, to: 3, device: a, fromSeq: 1, count: 3, check: 77 });
        const { accepted, refused } = await tx.eventsOfDossiers(['d1' as DossierId]);
        expect(accepted.map((e) => e.seq).sort()).toEqual([1, 3]);
        expect(refused.map((e) => e.seq)).toEqual([2]);
      });
      expect((await store.readDeviceLog(a, 1, 10)).length).toBe(3);
      expect(await store.refusedOfDevice(a)).toEqual([
        { seq: 2, kind: 'REFUSED', code: 'event/other-office', detail: 'x' },
        { seq: 3, kind: 'QUARANTINED', code: 'event/unknown-type', detail: undefined },
      ]);
      const page = await store.readFeed({ office, position: 0, check: 0 }, 100);
      expect((await store.readRuns(page.runs))[0]?.map((e) => e.seq)).toEqual([1, 3]);
    });

    it('[B15] held events reach nobody until they are released', async () => {
      const written = [event(a, 1, 'd1'), event(a, 2, 'd1'), event(a, 3, 'd2')];
      await store.write(async (tx) => {
        await tx.appendEvents(written, judged([], [2, 3]), 5);
        await tx.appendFeed(office, a, 1, 2, 77);
        const { accepted, held, refused } = await tx.eventsOfDossiers(['d1' as DossierId]);
        expect([accepted, held, refused].map((events) => events.map((e) => e.seq))).toEqual([[1], [2], []]);
        expect(await tx.dossiersWithEvents(['d1', 'd2', 'd3'] as DossierId[])).toEqual(new Set(['d1', 'd2']));
      });
      const read = async (): Promise<unknown> => {
        const { runs } = await store.readFeed({ office, position: 0, check: 0 }, 100);
        return (await store.readRuns(runs)).flat().map((e) => e.seq);
      };
      expect(await read()).toEqual([1]);
      expect(await store.refusedOfDevice(a)).toEqual([]);
      expect((await store.readDeviceLog(a, 1, 10)).length).toBe(3);
      const setAside = async (): Promise<unknown> =>
        (await store.listSetAside(10)).map((each) => [each.seq, each.type, each.kind, each.at]);
      expect(await setAside()).toEqual([
        [3, 'DossierOpened', 'HELD', 5],
        [2, 'DossierOpened', 'HELD', 5],
      ]);
      await store.write((tx) => tx.releaseEvents([{ device: a, seq: 2 }]));
      expect(await setAside()).toEqual([[3, 'DossierOpened', 'HELD', 5]]);
      expect(await read()).toEqual([1, 2]);
      await store.write(async (tx) => {
        const { accepted, held } = await tx.eventsOfDossiers(['d1', 'd2'] as DossierId[]);
        expect([accepted, held].map((events) => events.map((e) => e.seq).sort())).toEqual([[1, 2], [3]]);
      });
    });

    it('[B6] a feed is read in whole runs up to the limit, skips the reader’s own, and knows a mark that is not its own', async () => {
      await store.write(async (tx) => {
        await tx.appendEvents(
          [1, 2, 3, 4, 5].map((seq) => event(a, seq, 'd1')),
          judged(),
          5,
        );
        await tx.appendEvents(
          [1, 2].map((seq) => event(b, seq, 'd2')),
          judged(),
          5,
        );
        await tx.appendFeed(office, a, 1, 3, 11);
        await tx.appendFeed(office, b, 1, 2, 22);
        await tx.appendFeed(office, a, 4, 2, 33);
      });
      const start = { office, position: 0, check: 0 };
      const small = await store.readFeed(start, 4);
      expect([small.runs.map((r) => r.to), small.more, small.cursor]).toEqual([[3], true, { office, position: 3, check: 11 }]);
      const rest = await store.readFeed(small.cursor, 4);
      expect([rest.runs.map((r) => r.to), rest.more, rest.cursor]).toEqual([[5, 7], false, { office, position: 7, check: 33 }]);
      const own = await store.readFeed(start, 100, a);
      expect([own.runs.map((r) => r.to), own.cursor.position]).toEqual([[5], 7]);
      expect((await store.readFeed(start, 1)).runs.length).toBe(1);
      for (const wrong of [
        { office, position: 3, check: 12 },
        { office, position: 4, check: 11 },
        { office, position: 70, check: 33 },
      ]) {
        expect(await store.readFeed(wrong, 4)).toEqual({ found: false, runs: [], cursor: wrong, more: false });
      }
      expect((await store.readRuns(rest.runs)).map((events) => events.map((e) => `${e.device}${e.seq}`))).toEqual([
        ['dev-b1', 'dev-b2'],
        ['dev-a4', 'dev-a5'],
      ]);
    });

    it('[B14] the tail of a feed is its newest whole runs in order, without the reader’s own', async () => {
      expect(await store.readFeedTail(office, 10)).toEqual({ length: 0, runs: [] });
      await store.write(async (tx) => {
        for (let i = 0; i < 300; i++) await tx.appendFeed(office, i % 3 === 0 ? a : b, i * 2 + 1, 2, i);
      });
      const places = (read: Awaited<ReturnType<Store['readFeedTail']>>): number[] => read.runs.map((run) => run.to);
      const some = await store.readFeedTail(office, 5);
      expect([some.length, places(some)]).toEqual([600, [596, 598, 600]]);
      expect(places(await store.readFeedTail(office, 5, b))).toEqual([584, 590, 596]);
      expect(places(await store.readFeedTail(office, 10_000))).toHaveLength(300);
    });

    it('[B7] who sees a dossier is replaced by its id', async () => {
      const d1 = 'd1' as DossierId;
      const d2 = 'd2' as DossierId;
      await store.write((tx) =>
        tx.putDossiers([
          { id: d1, offices: [office] },
          { id: d2, offices: [office] },
        ]),
      );
      await store.write((tx) => tx.putDossiers([{ id: d1, offices: [office, centre] }]));
      expect(await store.write((tx) => tx.dossierOffices(['d1', 'd2', 'd3'] as DossierId[]))).toEqual(
        new Map([
          ['d1', [office, centre]],
          ['d2', [office]],
        ]),
      );
    });

    it('[B8] a code belongs to the first dossier that claimed it', async () => {
      const claim = (code: string, dossier: string, seq: number) => ({ code, dossier: dossier as DossierId, event: { device: a, seq } });
      await store.write(async (tx) => {
        expect(await tx.claimCodes([claim('X-1', 'd1', 1), claim('X-2', 'd2', 2)])).toEqual(new Map());
      });
      expect(await store.write((tx) => tx.claimCodes([claim('X-1', 'd9', 3), claim('X-2', 'd2', 4)]))).toEqual(new Map([['X-1', 'd1']]));
    });

    it('[B9] leases are listed by device and by agency, and retired once', async () => {
      const lease: Lease = {
        agencyId: 'G1',
        kind: 'RANGE',
        from: 1,
        to: 100,
        digits: 4,
        validFrom: '2026-11-23' as PlainDate,
        retiredOn: undefined,
      };
      await store.write(async (tx) => {
        expect(await tx.lockAgencyLeases('G1')).toEqual([]);
        await tx.addLease(a, lease);
        await tx.addLease(b, { ...lease, from: 101, to: 200 });
      });
      await store.write((tx) => tx.retireLeases(a, '2026-12-01'));
      await store.write(async (tx) => {
        expect(await tx.leasesOfDevice(a)).toEqual([{ ...lease, device: a, retiredOn: '2026-12-01' }]);
        expect((await tx.lockAgencyLeases('G1')).map((l) => [l.device, l.from, l.retiredOn])).toEqual([
          [a, 1, '2026-12-01'],
          [b, 101, undefined],
        ]);
      });
    });

    it('[B10] enrol codes, reference documents, settings and the audit trail', async () => {
      const code = {
        codeHash: 'h',
        office,
        deviceName: 'Máy 1',
        createdBy: 's1' as StaffId,
        expiresAt: 9,
        usedAt: undefined,
        usedBy: undefined,
      };
      await store.write(async (tx) => {
        await tx.putEnrolCode(code);
        expect(await tx.referenceCursor()).toBeUndefined();
        await tx.putReferenceParts({ version: 1, check: 11 }, [part('settings', 1, '{}'), part('offices/a', 1, '{}')]);
        await tx.putReferenceParts({ version: 2, check: 22 }, [part('offices/a', 2, '["ă"]'), part('settings', 2, undefined)]);
        await tx.audit({ at: 1, what: 'device/enrolled', device: a, office });
        expect(await tx.lockEnrolCode('h')).toEqual(code);
        expect(await tx.lockEnrolCode('unknown')).toBeUndefined();
        await tx.putEnrolCode({ ...code, usedAt: 4, usedBy: a });
      });
      expect(await store.listEnrolCodes()).toEqual([{ ...code, usedAt: 4, usedBy: a }]);
      expect(await store.referenceCursor()).toEqual({ version: 2, check: 22 });
      expect(await store.referenceParts()).toEqual([part('offices/a', 2, '["ă"]'), part('settings', 2, undefined)]);
      expect([await store.findReferenceCheck(1), await store.findReferenceCheck(3)]).toEqual([11, undefined]);
      await store.write((tx) => tx.forgetReferenceChecks());
      expect([await store.findReferenceCheck(1), await store.findReferenceCheck(2)]).toEqual([undefined, 22]);
      expect(await store.listAudit({ limit: 5 })).toEqual([{ id: 1, at: 1, what: 'device/enrolled', device: a, office }]);
    });

    it('[B16] a named lock is held by one transaction at a time, in every process', async () => {
      const second = fixture.openSecond === undefined ? store : await fixture.openSecond();
      if (second !== store) opened.push(second);
      const add = (from: Store): Promise<void> =>
        from.write(async (tx) => {
          await tx.lock('reference');
          const before = Number((await tx.findSetting('count')) ?? 0);
          await new Promise((resolve) => setTimeout(resolve, 2));
          await tx.putSetting('count', String(before + 1));
        });
      await Promise.all(Array.from({ length: 12 }, (_, i) => add(i % 2 === 0 ? store : second)));
      expect(await store.findSetting('count')).toBe('12');
    });

    it('[B11] concurrent writers of one office never leave a hole or a repeat in its feed', async () => {
      const second = fixture.openSecond === undefined ? store : await fixture.openSecond();
      if (second !== store) opened.push(second);
      const turns = Array.from({ length: 40 }, (_, i) => i + 1);
      const writeTurn = (from: Store, id: DeviceId, seq: number): Promise<void> =>
        from.write(async (tx) => {
          const head = await tx.lockDevice(id);
          expect(head).toBeDefined();
          await tx.lockOffices(seq % 2 === 0 ? [office, centre] : [centre, office]);
          await tx.appendEvents([event(id, seq, `d${seq}`)], judged(), 5);
          await tx.appendFeed(office, id, seq, 1, seq);
          await tx.appendFeed(centre, id, seq, 1, seq);
        });
      await Promise.all(turns.flatMap((seq) => [writeTurn(store, a, seq), writeTurn(second, b, seq)]));
      for (const each of [office, centre]) {
        const feed = await store.readFeed({ office: each, position: 0, check: 0 }, 1000);
        expect(feed.runs.map((r) => r.to)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
        expect(new Set(feed.runs.map((r) => `${r.device}:${r.fromSeq}`)).size).toBe(80);
      }
    });

    it('[B12] a hint reaches every listener until it leaves, in every process', async () => {
      const second = fixture.openSecond === undefined ? store : await fixture.openSecond();
      if (second !== store) opened.push(second);
      const heard: string[] = [];
      const leave = second.onHint((hint) =>
        heard.push(...hint.offices, hint.by ?? 'nobody', ...(hint.isAdministration ? ['administration'] : [])),
      );
      await store.publishHint({ offices: [office, centre], by: a });
      await store.publishHint({ offices: [centre], isAdministration: true });
      await waitFor(() => heard.length === 6);
      leave();
      await store.publishHint({ offices: [office] });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard).toEqual([office, centre, a, centre, 'nobody', 'administration']);
    });

    it('[B13] what was committed is there after closing and opening again', async () => {
      await store.write((tx) => tx.appendEvents([event(a, 1, 'd1')], judged(), 5));
      await store.close();
      opened.splice(0);
      store = await fixture.open();
      opened.push(store);
      expect(await store.countEvents()).toBe(1);
      await store.ping();
    });
  });
}

async function waitFor(done: () => boolean): Promise<void> {
  for (let i = 0; i < 4_000 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}

function device(id: DeviceId): DeviceRecord {
  return {
    id,
    office,
    name: 'Máy 1',
    bookNumber: 1,
    tokenHash: `hash-${id}`,
    publicKey: 'key',
    encryptionKey: 'sealing key',
    headSeq: 0,
    headLink: new Uint8Array(32),
    createdAt: 1_795_000_000_000,
    lastExchangeAt: undefined,
    newestEventAt: undefined,
    revokedAt: undefined,
    report: undefined,
    forkOf: undefined,
  };
}

function part(key: string, version: number, body: string | undefined): StoredPart {
  return { key, version, body };
}

function event(id: DeviceId, seq: number, dossier: string, data: EventEnvelope['data'] = { n: seq }): EventEnvelope {
  return {
    device: id,
    seq,
    dossier: dossier as DossierId,
    after: [],
    type: 'DossierOpened',
    version: 1,
    at: 1_795_000_000_000 + seq,
    clockOffsetMs: 0,
    actor: 's1' as StaffId,
    office,
    data,
  };
}
