/**
 * The exchange end to end through HTTP messages, whatever the database: idempotence, feeds, hand-over, refusals, leases, forks, restored server. Run on SQLite and on
 * PostgreSQL, there with two server processes' worth of apps on one database.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { formatCode } from '@onestop/shared/dossier/numbers.ts';
import { type DossierId, type EventRef, type StaffId, eventKey } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { genesisLink, linkAfterAll, linksEqual } from '@onestop/shared/sync/chain.ts';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { centreId, communeId, offices, otherCommuneId, staff } from '../support/builders.ts';
import { accept, acceptance, now, write } from '../support/test-acts.ts';
import type { TestDevice } from '../support/test-device.ts';
import { readStoredDossier } from '../support/stored-dossier.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeExchange(
  name: string,
  openStores: () => Promise<readonly [Store | undefined, Store | undefined]>,
  isAvailable = true,
): void {
  describe.runIf(isAvailable)(`exchange on ${name}`, () => {
    let server: TestServer;
    /** A second process on the same database where there can be one, else the same. */
    let second: TestServer;
    beforeEach(async () => {
      const [first, other] = await openStores();
      server = await createTestServer({ store: first, now });
      second = other === undefined ? server : await createTestServer({ store: other, now });
    });
    afterEach(async () => {
      await server.close();
      if (second !== server) await second.close();
    });

    it('[M1] what one tablet wrote is on the other one of the same commune, exactly, and only there', async () => {
      const a = await server.newDevice(communeId);
      const b = await second.newDevice(communeId);
      const stranger = await server.newDevice(otherCommuneId);
      await a.settle();
      accept(a, 'd00000000001');
      accept(a, 'd00000000002');
      await a.settle();
      await b.settle();
      await stranger.settle();
      expect([...b.pulled.values()]).toEqual(a.log);
      expect(a.pulled.size).toBe(0);
      expect(stranger.pulled.size).toBe(0);
      const stored = await readStoredDossier(server.store, 'd00000000001');
      expect([stored.state?.status, stored.offices]).toEqual(['ACCEPTED', [communeId]]);
    });

    it('[M2] an answer lost after commit changes nothing: the same batch again stores nothing and gives the same receipt', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      accept(a, 'd00000000001');
      accept(a, 'd00000000002');
      const request = a.request();
      const first = await a.send(request);
      const again = await a.send(request);
      expect([first.answer?.headSeq, again.answer?.headSeq]).toEqual([2, 2]);
      expect(linksEqual(must(again.answer, 'an answer').headLink, linkAfterAll(genesisLink(a.id), a.log))).toBe(true);
      accept(a, 'd00000000003');
      const longer = await a.send(a.request());
      expect(longer.answer?.headSeq).toBe(3);
      expect(await server.store.countEvents()).toBe(3);
      expect(await server.store.readDeviceLog(a.id, 1, 10)).toEqual(a.log);
    });

    it('[M3] a dossier handed up takes its earlier events along, once, and later acts reach both sides', async () => {
      const commune = await server.newDevice(communeId);
      const centre = await second.newDevice(centreId);
      await commune.settle();
      await centre.settle();
      const opened = accept(commune, 'd00000000001');
      await commune.settle();
      const up = write(commune, 'd00000000001', 'DossierForwardedUp', [opened]);
      await commune.settle();
      const feed = await server.store.readFeed({ office: centreId, position: 0, check: 0 }, 100);
      expect((await server.store.readRuns(feed.runs)).flat()).toEqual(commune.log);
      await centre.settle();
      const back = write(centre, 'd00000000001', 'UpTransferAcknowledged', [up], staff.centre.id);
      await centre.settle();
      await commune.settle();
      expect([...commune.pulled.keys()]).toEqual([eventKey(back)]);
      const stored = await readStoredDossier(server.store, 'd00000000001');
      expect(stored.offices).toEqual([communeId, centreId]);
      expect(stored.state?.status).toBe('AT_DISTRICT');
    });

    it('[M4] the centre sees the communes below it and how fresh they are; a commune is told nothing of others', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      accept(a, 'd00000000001');
      await a.settle();
      const centre = await server.newDevice(centreId);
      const answer = await centre.settle();
      expect([...centre.pulled.values()]).toEqual(a.log);
      const fresh = answer.freshness?.find((each) => each.office === communeId);
      expect(fresh).toMatchObject({ slowest: { lastExchangeAt: now }, newestEventAt: must(a.log[0], 'an event').at });
      expect((await a.settle()).freshness).toBeUndefined();
    });

    it('[M5] refused events stay on the server, reach nobody, and are told again until acknowledged', async () => {
      const a = await server.newDevice(communeId);
      const b = await server.newDevice(communeId);
      await a.settle();
      const good = accept(a, 'd00000000001');
      write(a, 'd00000000001', 'DossierForwarded', [good], 'nobody' as StaffId);
      a.write({ ...must(a.log[0], 'an event'), dossier: 'd00000000002' as DossierId, data: { odd: true } });
      a.write({ ...must(a.log[0], 'an event'), dossier: 'd00000000003' as DossierId });
      a.write({ ...must(a.log[0], 'an event'), dossier: 'd00000000004' as DossierId, type: 'FromTheFuture', data: { x: 1 } });
      a.write({ ...must(a.log[0], 'an event'), dossier: 'd00000000005' as DossierId, at: now + 90 * 86_400_000 });
      const request = a.request();
      await a.send(request);
      const { answer } = await a.send(request);
      expect(answer?.refused.map((each) => [each.seq, each.kind, each.code])).toEqual([
        [2, 'REFUSED', 'event/actor-unknown'],
        [3, 'REFUSED', 'event/malformed'],
        [4, 'REFUSED', 'numbers/duplicate-code'],
        [5, 'QUARANTINED', 'event/unknown-type'],
        [6, 'REFUSED', 'event/time-impossible'],
      ]);
      a.take(must(answer, 'an answer'));
      await b.settle();
      expect([...b.pulled.values()].map((event) => event.seq)).toEqual([1, 5]);
      expect((await server.store.readDeviceLog(a.id, 1, 10)).length).toBe(6);
      expect((await a.send(a.request())).answer?.refused).toEqual([]);
    });

    it('[M100] K3: an act of a clock that went back is refused for the device’s own earlier one; K1: no refused act binds the next ones', async () => {
      const day = 86_400_000;
      const a = await server.newDevice(communeId);
      const b = await server.newDevice(communeId);
      await a.settle();
      const take = (dossier: string, at: number, stated?: true) => {
        accept(a, dossier);
        const event = must(a.log.pop(), 'an event');
        a.write({ ...event, at, ...(stated === undefined ? {} : { stated }) });
      };
      take('d00000000001', now - 60_000);
      take('d00000000002', now + 40 * day);
      // In one batch with the earlier act, and in one of its own.
      take('d00000000003', now - 2500 * day);
      const told = await a.settle();
      expect(told.refused.map((each) => [each.seq, each.code])).toEqual([
        [2, 'event/time-impossible'],
        [3, 'event/time-before-own'],
      ]);
      take('d00000000004', now - 2500 * day);
      take('d00000000005', now - 50_000);
      take('d00000000006', now - 3 * day);
      take('d00000000007', now - 3 * day, true);
      expect((await a.settle()).refused.map((each) => [each.seq, each.code])).toEqual([
        [4, 'event/time-before-own'],
        [6, 'event/time-before-own'],
      ]);
      await b.settle();
      expect([...b.pulled.values()]).toEqual([a.log[0], a.log[4], a.log[6]]);
      expect((await server.store.findDevice(a.id))?.newestEventAt).toBe(now - 50_000);
    });

    it('[M6] events for another office or on a dossier of another office are refused', async () => {
      const a = await server.newDevice(communeId);
      const b = await server.newDevice(otherCommuneId);
      await a.settle();
      await b.settle();
      const opened = accept(a, 'd00000000001');
      await a.settle();
      write(b, 'd00000000001', 'DossierForwarded', [opened], staff.otherCommune.id);
      b.log.push({ ...must(b.log[0], 'an event'), seq: 2, office: communeId, dossier: 'd00000000009' as DossierId });
      write(b, 'd00000000008', 'DossierDrafted', [], staff.commune.id);
      const answer = await b.settle();
      expect(answer.refused.map((each) => each.code)).toEqual(['event/dossier-not-visible', 'event/other-office', 'event/other-office']);
      await a.settle();
      expect(a.pulled.size).toBe(0);
    });

    it('[M7] a code outside the device’s ranges is refused; ranges of two devices never meet', async () => {
      const a = await server.newDevice(communeId);
      const b = await second.newDevice(communeId);
      await Promise.all([a.settle(), b.settle()]);
      const ranges = (device: TestDevice): string[] =>
        (device.leases ?? []).map((lease) => `${lease.agencyId}/${lease.kind}/${lease.from}`);
      expect(ranges(a)).toHaveLength(4);
      expect(ranges(a).filter((range) => ranges(b).includes(range))).toEqual([]);
      const lease = must(
        b.leases?.find((each) => each.agencyId === offices.commune.agencyId && each.kind === 'RANGE'),
        'a lease',
      );
      a.write(acceptance('d00000000001', formatCode(lease.agencyId, instantToPlainDate(now), lease.from, 4)));
      expect((await a.settle()).refused.map((each) => each.code)).toEqual(['numbers/not-leased']);
      const low = await a.send(a.request({ numbersFree: a.numbersFree.map((each) => ({ ...each, free: 3 })) }));
      expect(low.answer?.leases).toHaveLength(6);
      const lost = await a.send(a.request({ numbersFree: [] }));
      expect(lost.answer?.leases).toHaveLength(6);
      expect((await a.send(a.request({ numbersFree: a.numbersFree }))).answer?.leases).toBeUndefined();
    });

    it('[S32] a range nobody else has is taken over by the device that used it; one of another device is not', async () => {
      const a = await server.newDevice(communeId);
      const b = await second.newDevice(communeId);
      await Promise.all([a.settle(), b.settle()]);
      const { agencyId } = offices.commune;
      const codeOf = (agency: string, serial: number, digits = 4): string => formatCode(agency, instantToPlainDate(now), serial, digits);
      // Ranges that only a lost database knows: 4,001–4,100, and an overflow.
      a.write(acceptance('d00000000001', codeOf(agencyId, 4_007)));
      a.write(acceptance('d00000000002', codeOf(agencyId, 9_800_001, 7)));
      a.write({ ...acceptance('d00000000003', codeOf(agencyId, 5_000)), actor: 'nobody' as StaffId });
      const adopted = must((await a.send(a.request())).answer, 'an answer');
      a.take(adopted);
      expect(adopted.refused.map((each) => each.code)).toEqual(['event/actor-unknown']);
      const held = await server.store.write((tx) => tx.lockAgencyLeases(agencyId));
      expect(held.filter((lease) => lease.device === a.id).map((lease) => [lease.kind, lease.from, lease.to])).toEqual(
        expect.arrayContaining([
          ['RANGE', 4_001, 4_100],
          ['OVERFLOW', 9_800_001, 9_800_999],
        ]),
      );
      expect(held.some((lease) => lease.from === 4_901)).toBe(false);

      // The same range, used by another device: it belongs to the first now. Neither are agencies of others, or serials of no range, for the taking.
      b.write(acceptance('d00000000004', codeOf(agencyId, 4_008)));
      b.write(acceptance('d00000000005', codeOf(offices.otherCommune.agencyId, 6_000)));
      b.write(acceptance('d00000000006', codeOf(agencyId, 9_500)));
      b.write(acceptance('d00000000007', codeOf(agencyId, 70_000, 5)));
      const { answer } = await b.send(b.request());
      expect(answer?.refused.map((each) => [each.seq, each.code])).toEqual([1, 2, 3, 4].map((seq) => [seq, 'numbers/not-leased']));
      expect(answer?.leases?.map((lease) => lease.from).sort()).toEqual(b.leases?.map((lease) => lease.from).sort());
    });

    it('[S32] a device that reports numbers of ranges which are not on record is given others', async () => {
      const a = await server.newDevice(communeId);
      const answer = await a.send(a.request({ numbersFree: [{ agencyId: offices.commune.agencyId, free: 90 }] }));
      expect(answer.answer?.leases?.filter((lease) => lease.agencyId === offices.commune.agencyId).map((lease) => lease.kind)).toEqual(
        expect.arrayContaining(['RANGE', 'OVERFLOW']),
      );
    });

    it('[M8] a restored device image gets one new identity, however often it asks, and writes on under it', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      accept(a, 'd00000000001');
      await a.settle();
      accept(a, 'd00000000002');
      await a.settle();
      // The image is from after the first event; the officer then writes something else.
      a.log.length = 1;
      a.ackedSeq = 1;
      accept(a, 'd00000000003');
      accept(a, 'd00000000004');
      const first = await a.send(a.request({}, 1));
      const again = await a.send(a.request());
      expect(first.answer?.outcome.kind).toBe('FORKED');
      expect(again.answer?.outcome).toEqual(first.answer?.outcome);
      expect(first.answer?.leases?.map((lease) => lease.kind)).toContain('RANGE');
      expect(again.answer?.leases).toEqual(first.answer?.leases);
      expect(await server.store.countEvents()).toBe(2);
      const outcome = must(first.answer, 'an answer').outcome as Extract<NonNullable<typeof first.answer>['outcome'], { kind: 'FORKED' }>;
      expect(outcome.bookNumber).toBe(2);
      const unacknowledged = a.log.slice(1);
      a.id = outcome.device;
      a.token = outcome.token;
      a.log.length = 0;
      a.ackedSeq = 0;
      a.cursors = [];
      for (const event of unacknowledged) a.write(event);
      const answer = await a.settle();
      expect([answer.outcome.kind, answer.headSeq, answer.refused]).toEqual(['OK', 2, []]);
      expect(await server.store.countEvents()).toBe(4);
      expect([...a.pulled.values()].map((event) => event.dossier)).toContain('d00000000002');
    });

    it('[M9] a device ahead of a restored server is asked to send again from the server’s head, and cursors start over', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      accept(a, 'd00000000001');
      await a.settle();
      accept(a, 'd00000000002');
      a.ackedSeq = 2;
      const ahead = await a.send(a.request({ cursors: [{ office: communeId, position: 77, check: 5 }] }));
      expect(ahead.answer?.outcome.kind).toBe('RESEND');
      expect(ahead.answer?.headSeq).toBe(1);
      expect(ahead.answer?.pages.map((page) => [page.reset, page.cursor.position])).toEqual([[true, 1]]);
      a.take(must(ahead.answer, 'an answer'));
      expect((await a.settle()).headSeq).toBe(2);
      expect(await server.store.readDeviceLog(a.id, 1, 10)).toEqual(a.log);
    });

    it('[M10] exchanges of many devices at once, on two processes: every event once in its log and once in the feed', async () => {
      const devices = await Promise.all([server, second, server, second, server].map((each) => each.newDevice(communeId)));
      for (const device of devices) await device.settle();
      devices.forEach((device, d) => {
        for (let i = 0; i < 40; i++) accept(device, `d${d}${String(i).padStart(10, '0')}`);
      });
      await Promise.all(devices.map((device) => device.settle(7)));
      for (const device of devices) await device.settle();
      for (const device of devices) {
        expect(await server.store.readDeviceLog(device.id, 1, 100)).toEqual(device.log);
        expect(device.pulled.size).toBe(160);
      }
      const feed = await server.store.readFeed({ office: communeId, position: 0, check: 0 }, 10_000);
      const keys = (await server.store.readRuns(feed.runs)).flat().map(eventKey);
      expect([keys.length, new Set(keys).size]).toEqual([200, 200]);
      expect(await server.store.countEvents()).toBe(200);
    });

    it('[M11] when one device hands a dossier up and another acts on it at the same moment, the office above gets both acts', async () => {
      const a = await server.newDevice(communeId);
      const b = await second.newDevice(communeId);
      await a.settle();
      const refs: EventRef[] = [];
      for (let i = 0; i < 15; i++) refs.push(accept(a, `d0000000000${'0123456789abcdefg'[i]}`));
      await a.settle();
      await b.settle();
      refs.forEach((ref, i) => {
        const id = `d0000000000${'0123456789abcdefg'[i]}`;
        write(a, id, 'ContactCorrected', [ref]);
        write(b, id, 'DossierForwardedUp', [ref]);
      });
      await Promise.all([a.settle(1), b.settle(1)]);
      for (let i = 0; i < 15; i++) {
        const { offices } = await readStoredDossier(server.store, `d0000000000${'0123456789abcdefg'[i]}`);
        expect(offices).toEqual([communeId, centreId]);
      }
      const centre = await server.newDevice(centreId);
      await centre.settle();
      const missing = [...a.log, ...b.log].filter((event) => !centre.pulled.has(eventKey(event)));
      expect(missing).toEqual([]);
    });

    it('[M12] an idle exchange is small', async () => {
      const a = await server.newDevice(communeId);
      await a.settle();
      const idle = await a.send(a.request());
      expect(idle.answer?.pages).toEqual([]);
      expect(idle.bytesUp).toBeLessThan(95);
      expect(idle.bytesDown).toBeLessThan(55);
    });

    it('[S54] a device that asks for no events gets none and is told of none, and what it brings is stored', async () => {
      const [writer, quiet] = [await server.newDevice(communeId), await server.newDevice(communeId)];
      for (let i = 0; i < 1_150; i++) write(writer, `n0${String(i).padStart(10, '0')}`, 'DossierDrafted', []);
      await writer.settle(500);
      write(quiet, 'q00000000001', 'DossierDrafted', []);
      const answer = must((await quiet.send(quiet.request({ answerEventsMax: 0 }))).answer, 'an answer');
      expect([answer.pages, answer.more, answer.headSeq]).toEqual([[], false, 1]);
      quiet.take(answer);
      await quiet.settle();
      expect(quiet.pulled.size).toBe(1_150);
    });

    it('[S31] a device that has nothing of a long feed gets its newest events first, then everything from the beginning', async () => {
      const writers = [await server.newDevice(communeId), await server.newDevice(otherCommuneId)];
      for (const [w, writer] of writers.entries()) {
        await writer.settle();
        for (let i = 0; i < 1_150; i++) write(writer, `d${w}${String(i).padStart(10, '0')}`, 'DossierDrafted', []);
        await writer.settle(500);
      }
      const all = writers.flatMap((writer) => writer.log.map(eventKey)).sort();
      const newest = (w: number, count: number): readonly string[] => must(writers[w], 'a writer').log.slice(-count).map(eventKey);

      const fresh = await second.newDevice(communeId);
      const first = must((await fresh.send(fresh.request({ answerEventsMax: 500 }))).answer, 'an answer');
      expect(first.pages.map((page) => [page.office, page.cursor.position, page.reset])).toEqual([[communeId, 0, false]]);
      expect(first.more).toBe(true);
      expect(first.pages[0]?.events.map(eventKey)).toEqual(newest(0, must(first.pages[0], 'a page').events.length));
      expect(must(first.pages[0], 'a page').events.length).toBeGreaterThanOrEqual(500);
      expect(must(first.pages[0], 'a page').events.length).toBeLessThanOrEqual(600);
      fresh.take(first);
      const next = must((await fresh.send(fresh.request({ answerEventsMax: 500 }))).answer, 'an answer');
      expect(next.pages[0]?.events[0]?.seq).toBe(1);
      await fresh.settle();
      expect([...fresh.pulled.keys()].sort()).toEqual(all.filter((key) => newest(0, 1_150).includes(key)));

      // The centre follows several long feeds: a part of each comes first.
      const centre = await server.newDevice(centreId);
      const previews = must((await centre.send(centre.request({ answerEventsMax: 500 }))).answer, 'an answer').pages;
      expect(previews.map((page) => [page.office, page.cursor.position]).sort()).toEqual(
        [
          [communeId, 0],
          [otherCommuneId, 0],
        ].sort(),
      );
      for (const page of previews) expect(page.events.map(eventKey)).toEqual(newest(page.office === communeId ? 0 : 1, page.events.length));
      await centre.settle();
      expect([...centre.pulled.keys()].sort()).toEqual(all);

      // A cursor that the server does not know starts over without a preview; a short feed needs none.
      const reset = must(
        (await fresh.send(fresh.request({ cursors: [{ office: communeId, position: 3, check: 1 }] }))).answer,
        'an answer',
      );
      expect(reset.pages.map((page) => [page.reset, page.events[0]?.seq])).toEqual([[true, 1]]);
    });
  });
}
