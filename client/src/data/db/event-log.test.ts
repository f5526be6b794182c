import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import { at, communeId, eventOf, intakeFor, procedures, reference } from '../../../../tests/support/builders.ts';
import { createClient } from '../compose.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestDisk, type TestTime } from './test-desk.ts';

const agency = '000.01.38.H05';
const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };
let disk: TestDisk;
let time: TestTime;
const freshDisk = (): TestDisk => newDisk(new IDBFactory(), IDBKeyRange);
const open: TestDesk[] = [];

beforeEach(() => {
  disk = freshDisk();
  time = { now: at('23/11/2026 09:00') };
});
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function tab(on: TestDisk = disk): Promise<TestDesk> {
  const desk = await openTab(on, time);
  open.push(desk);
  return desk;
}

async function enrolled(device = 'bd-1', on: TestDisk = disk): Promise<TestDesk> {
  const desk = await tab(on);
  await enrolDesk(desk, device, communeId, withVerifiers, [leaseFor(agency)]);
  await signIn(desk);
  return desk;
}

async function signIn(desk: TestDesk): Promise<void> {
  expect(await desk.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });
}

async function accept(desk: TestDesk, intakeDraft?: string): Promise<DossierId> {
  const done = await desk.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) }, intakeDraft });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

async function everything(desk: TestDesk): Promise<Record<string, unknown>> {
  const tables = await Promise.all(desk.db.dexie.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables.filter(([name]) => name !== 'meta'));
}

function foreignPage(
  events: readonly EventEnvelope[],
  position: number,
  changes: Partial<SyncAnswer['pages'][number]> = {},
): SyncAnswer['pages'] {
  return [{ office: communeId, events, cursor: { office: communeId, position, check: position }, reset: false, ...changes }];
}

function foreignEvents(count: number, device = 'bd-9'): EventEnvelope[] {
  return Array.from({ length: count }, (_, i) => ({
    ...eventOf('DossierAccepted', { device: device as DeviceId, seq: i + 1, at: at('20/11/2026 08:00') + i * 60_000 }),
    dossier: `f${device.slice(-1)}${String(i).padStart(10, '0')}` as DossierId,
  }));
}

describe('acts', () => {
  it('[E3] an act writes its event, chain head, number, row and the deleted draft together', async () => {
    const desk = await enrolled();
    await desk.services.drafts.save({ id: 'draft-1', updatedAt: time.now, actor: 'lan' as never, title: 'Khai sinh', form: {} });
    const id = await accept(desk, 'draft-1');
    const row = desk.services.dossiers.index.get(id);
    expect(row).toMatchObject({ status: 'ACCEPTED', code: `${agency}-261123-0001`, book: '01/2026', line: 1 });
    expect(desk.services.drafts.list.get()).toEqual([]);
    expect(await desk.db.intakeDrafts.count()).toBe(0);
    expect(await desk.log.verify()).toBeUndefined();
    const again = await tab();
    expect(again.services.dossiers.index.get(id)).toEqual(row);
    expect(again.services.dossiers.index.isPending(id)).toBe(true);
  });

  it.each(['log', 'rowDeltas', 'numbers', 'meta'] as const)(
    '[E4] a failure while writing %s leaves nothing half-written',
    async (table) => {
      const desk = await enrolled();
      await accept(desk);
      const before = await everything(desk);
      const fail = (): never => {
        throw new Error('the tab is killed here');
      };
      desk.db[table].hook('creating', fail);
      desk.db[table].hook('updating', fail);
      await expect(accept(desk)).rejects.toThrow('the tab is killed here');
      desk.db[table].hook('creating').unsubscribe(fail);
      desk.db[table].hook('updating').unsubscribe(fail);
      expect(await everything(desk)).toEqual(before);
      const id = await accept(desk);
      expect(desk.services.dossiers.index.get(id)?.code).toBe(`${agency}-261123-0002`);
      expect(await desk.log.verify()).toBeUndefined();
    },
  );

  it('[E5] a full disk is told as a fault and nothing is written', async () => {
    const desk = await enrolled();
    const before = await everything(desk);
    desk.db.log.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await desk.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } })).toEqual({
      ok: false,
      error: { code: 'storage/full' },
    });
    expect(await everything(desk)).toEqual(before);
  });

  it('[E6] two tabs of one device act at the same time: one gapless chain, no number twice, both see everything', async () => {
    const first = await enrolled();
    const second = await tab();
    await signIn(second);
    const ids = await Promise.all(Array.from({ length: 24 }, (_, i) => accept(i % 2 === 0 ? first : second)));
    await Promise.all([first.log.refresh(), second.log.refresh()]);
    const codes = ids.map((id) => first.services.dossiers.index.get(id)?.code);
    expect(new Set(codes).size).toBe(24);
    expect(ids.map((id) => second.services.dossiers.index.get(id))).toEqual(ids.map((id) => first.services.dossiers.index.get(id)));
    expect(first.log.state.get().head?.seq).toBe(24);
    expect(await second.log.verify()).toBeUndefined();
  });

  it('[E7] an act on a dossier that another tab just changed is decided on the newest state', async () => {
    const first = await enrolled();
    const second = await tab();
    await signIn(second);
    const id = await accept(first);
    const act = (desk: TestDesk) =>
      desk.services.dossiers.perform({ command: 'voidDossier', dossier: id, input: { reason: 'nhầm' } as never });
    const results = await Promise.all([act(first), act(second)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect((await first.services.dossiers.open(id))?.state.contradictions).toEqual([]);
  });
});

describe('answers', () => {
  it('[E33] a preview of the newest events is listed at once, and pages that bring them again are a step on, not standing still', async () => {
    const desk = await enrolled();
    const events = foreignEvents(300);
    const preview = await desk.exchange((request) => receipt(request, { pages: foreignPage(events.slice(200), 0), more: true }));
    expect(preview).toMatchObject({ ok: true, value: { applied: { received: 100 }, otherNews: true } });
    expect(desk.services.dossiers.index.size()).toBe(100);
    expect(desk.log.state.get().cursors).toEqual([{ office: communeId, position: 0, check: 0 }]);
    await desk.exchange((request) => receipt(request, { pages: foreignPage(events.slice(0, 200), 200), more: true }));
    const known = await desk.exchange((request) => receipt(request, { pages: foreignPage(events.slice(200), 300), more: true }));
    expect(known).toMatchObject({ ok: true, value: { applied: { received: 0 }, otherNews: true } });
    const idle = await desk.exchange((request) => receipt(request, { pages: foreignPage([], 300) }));
    expect(idle).toMatchObject({ ok: true, value: { otherNews: false } });
    expect(desk.services.dossiers.index.size()).toBe(300);
    expect(await desk.db.foreign.count()).toBe(desk.log.state.get().foreignRecords);
  });

  it('[E8] a page that comes twice is stored once, and the cursor does not go back', async () => {
    const desk = await enrolled();
    const events = foreignEvents(300);
    await desk.exchange((request) => receipt(request, { pages: foreignPage(events, 300) }));
    await desk.exchange((request) => receipt(request, { pages: foreignPage(events.slice(0, 100), 100) }));
    await desk.exchange((request) => receipt(request, { pages: foreignPage(events, 300, { reset: true }) }));
    expect(desk.services.dossiers.index.size()).toBe(300);
    expect(desk.log.state.get()).toMatchObject({ foreignOrdinal: 300, cursors: [{ position: 300 }] });
    expect(await desk.db.foreign.count()).toBe(3);
  });

  it('[E9] events of a dossier that come in two pages fold as if they came together, in any order', async () => {
    const desk = await enrolled();
    const [opened] = foreignEvents(1) as [EventEnvelope];
    const voided = {
      ...eventOf('DossierVoided', { device: opened.device, seq: 2, after: [{ device: opened.device, seq: 1 }], at: opened.at + 60_000 }),
      dossier: opened.dossier,
    };
    await desk.exchange((request) => receipt(request, { pages: foreignPage([voided], 1) }));
    expect(desk.services.dossiers.index.get(opened.dossier)).toBeUndefined();
    const reopened = await tab();
    await reopened.exchange((request) => receipt(request, { pages: foreignPage([opened], 2) }));
    expect(reopened.services.dossiers.index.get(opened.dossier)).toMatchObject({ status: 'VOID' });
  });

  it('[E29] an event from elsewhere that breaks the fold is set aside and listed; the rest of its dossier and page still counts', async () => {
    const desk = await enrolled();
    const [opened, other] = foreignEvents(2) as [EventEnvelope, EventEnvelope];
    const broken = {
      ...opened,
      seq: 9,
      after: [{ device: opened.device, seq: 1 }],
      type: 'DossierForwardedUp',
      data: { toOffice: { not: 'an office' } },
    };
    const worse = { ...opened, seq: 10, type: 'DossierAccepted', data: {}, after: [], dossier: 'f90000000zzz' as DossierId };
    expect((await desk.exchange((request) => receipt(request, { pages: foreignPage([opened, broken, other, worse], 1) }))).ok).toBe(true);
    expect(desk.services.dossiers.index.get(opened.dossier)).toBeDefined();
    expect(desk.services.dossiers.index.get(other.dossier)).toMatchObject({ status: 'ACCEPTED' });
    expect(desk.services.sync.refused.get()).toMatchObject([{ code: 'event/malformed', event: { seq: 10 } }]);
  });

  it('[E10] a receipt that does not fit our chain is never believed', async () => {
    const desk = await enrolled();
    await accept(desk);
    expect(await desk.exchange((request) => receipt(request, { headLink: new Uint8Array(32) }))).toEqual({
      ok: false,
      error: { code: 'log/broken', seq: 1 },
    });
    expect(await desk.exchange((request) => receipt(request, { headSeq: 7 }))).toEqual({
      ok: false,
      error: { code: 'log/broken', seq: 2 },
    });
    expect(desk.log.state.get().acked?.seq ?? 0).toBe(0);
    expect((await desk.exchange((request) => receipt(request))).ok).toBe(true);
    expect(desk.log.state.get()).toMatchObject({ acked: { seq: 1 }, pendingChars: 0 });
  });

  it('[E11] acts made while a batch travels stay unsent, and a late answer takes no receipt back', async () => {
    const desk = await enrolled();
    await accept(desk);
    let late: SyncAnswer | undefined;
    const sending = desk.exchange((request) => {
      late = receipt(request);
      return late;
    });
    const second = await accept(desk);
    await sending;
    expect(desk.services.dossiers.index.isPending(second)).toBe(true);
    await desk.exchange((request) => receipt(request));
    await desk.exchange(() => late as SyncAnswer);
    expect(desk.log.state.get().acked?.seq).toBe(2);
    expect(desk.services.dossiers.index.isPending(second)).toBe(false);
  });

  it('[E12] an event refused by the server leaves the fold, stays readable and is listed', async () => {
    const desk = await enrolled();
    const id = await accept(desk);
    const taken = await desk.services.dossiers.perform({ command: 'voidDossier', dossier: id, input: { reason: 'nhầm' } as never });
    expect(taken.ok).toBe(true);
    await desk.exchange((request) => receipt(request, { refused: [{ seq: 2, kind: 'REFUSED', code: 'event/actor-not-allowed' }] }));
    expect(desk.services.dossiers.index.get(id)?.status).toBe('ACCEPTED');
    expect((await desk.services.dossiers.open(id))?.timeline.map((entry) => entry.sync)).toEqual(['SENT', 'REFUSED']);
    expect(desk.services.sync.refused.get()).toMatchObject([{ code: 'event/actor-not-allowed', event: { seq: 2 } }]);
    const again = await tab();
    expect(again.services.dossiers.index.get(id)?.status).toBe('ACCEPTED');
    expect(again.services.sync.status.get().refused).toBe(1);
  });

  it('[E13] a restored server gets everything again from its own head', async () => {
    const desk = await enrolled();
    await accept(desk);
    await desk.exchange((request) => receipt(request));
    const links = desk.log.state.get().acked;
    await accept(desk);
    await desk.exchange((request) => receipt(request));
    await desk.exchange((request) => receipt(request, { outcome: { kind: 'RESEND' }, headSeq: 1, headLink: links?.link as Uint8Array }));
    expect(desk.log.state.get().acked?.seq).toBe(1);
    let sent: readonly number[] = [];
    await desk.exchange((request) => {
      sent = request.events.map((event) => event.seq);
      return receipt(request);
    });
    expect(sent).toEqual([2]);
  });

  it('[E14] a cloned device takes a new identity: the confirmed is kept, the rest is written again, nothing lost or doubled', async () => {
    const desk = await enrolled();
    const old = await accept(desk);
    await desk.exchange((request) => receipt(request));
    const fresh = await accept(desk);
    await desk.services.dossiers.perform({ command: 'voidDossier', dossier: old, input: { reason: 'nhầm' } as never });
    const before = [old, fresh].map((id) => desk.services.dossiers.index.get(id));
    const oldEvents = (await desk.services.dossiers.open(old))?.timeline.map((entry) => entry.event) ?? [];
    await desk.exchange((request) =>
      receipt(request, {
        outcome: { kind: 'FORKED', device: 'bd-2' as DeviceId, token: 'new', bookNumber: 7, keepSeq: 1 },
        headSeq: 0,
        // Its own ranges come with the identity: the line may be gone before the next exchange.
        leases: [leaseFor(agency, 201)],
      }),
    );
    expect(desk.log.state.get()).toMatchObject({
      identity: { device: 'bd-2', token: 'new', bookNumber: 7 },
      head: { seq: 2 },
      acked: { seq: 0 },
      cursors: [],
    });
    expect([old, fresh].map((id) => desk.services.dossiers.index.get(id))).toEqual(before);
    expect(await desk.log.verify()).toBeUndefined();
    const view = await desk.services.dossiers.open(old);
    expect(view?.timeline.map(({ event, sync }) => [event.device, event.seq, sync])).toEqual([
      ['bd-1', 1, 'RECEIVED'],
      ['bd-2', 2, 'LOCAL'],
    ]);
    expect(view?.timeline[1]?.event.after).toEqual([{ device: 'bd-1', seq: 1 }]);
    // The feed brings the confirmed event back under its old name: known already.
    await desk.exchange((request) => receipt(request, { pages: foreignPage([oldEvents[0] as EventEnvelope], 1) }));
    expect((await desk.services.dossiers.open(old))?.timeline).toHaveLength(2);
    expect(desk.services.dossiers.index.get(await accept(desk))).toMatchObject({ code: `${agency}-261123-0201`, book: '07/2026', line: 1 });
  });
});

describe('what is on disk', () => {
  it('[E15] idle tidying changes nothing that can be seen, also for another tab and after a restart', async () => {
    const desk = await enrolled();
    const other = await tab();
    await signIn(other);
    await desk.exchange((request) => receipt(request, { pages: foreignPage(foreignEvents(900), 900) }));
    for (let i = 0; i < 110; i++) {
      if (i === 60) time.now += 86_400_000;
      await accept(desk);
    }
    await desk.exchange((request) => receipt(request));
    const all = { limit: 2_000, sort: 'newest' } as const;
    const before = desk.services.dossiers.index.query(all, time.now);
    await desk.log.tidy();
    expect(await desk.db.log.count()).toBe(1);
    expect(await desk.db.rowDeltas.count()).toBe(0);
    const id = before[0]?.id as DossierId;
    await other.services.dossiers.perform({ command: 'voidDossier', dossier: id, input: { reason: 'nhầm' } as never });
    await desk.log.refresh();
    const after = desk.services.dossiers.index.query(all, time.now);
    expect(other.services.dossiers.index.query(all, time.now)).toEqual(after);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(await desk.log.verify()).toBeUndefined();
    expect((await tab()).services.dossiers.index.query(all, time.now)).toEqual(after);
  });

  it('[E16] a record that vanished or was altered is noticed: at start, or by the full check', async () => {
    const desk = await enrolled();
    for (let i = 0; i < 5; i++) await accept(desk);
    const record = await desk.db.log.get(3);
    if (record === undefined) throw new Error('record 3');
    await desk.db.log.put({
      ...record,
      ...desk.db.codec.write(desk.db.codec.read(record).replace('"clockOffsetMs":', '"clockOffsetMs":1')),
    });
    expect(await desk.log.verify()).toBe(3);
    await desk.db.log.delete(3);
    const again = await tab();
    expect(again.services.device.fault.get()).toEqual({ code: 'log/broken', seq: 3 });
  });

  it('[E17] a database cleared by the browser is told from a new device', async () => {
    const desk = await enrolled();
    await accept(desk);
    await accept(desk);
    const cleared = await tab({ ...freshDisk(), localStorage: disk.localStorage });
    expect(cleared.services.device.fault.get()).toEqual({ code: 'storage/evicted', lastKnownSeq: 2 });
    expect((await tab(freshDisk())).services.device.fault.get()).toBeUndefined();
  });

  it('[E18] a database written by a newer build is refused, not opened', async () => {
    const desk = await enrolled();
    const state = desk.log.state.get();
    await desk.db.meta.put({ key: 'state', state: { ...state, schema: 99 } });
    expect(await createClient(desk.platform, { startSync: false })).toEqual({ ok: false, error: { code: 'storage/newer-version' } });
    const none = { ...desk.platform, indexedDB: undefined };
    expect(await createClient(none, { startSync: false })).toMatchObject({ ok: false, error: { code: 'storage/unavailable' } });
  });

  it('[E20] the exported file holds every event with its link', async () => {
    const desk = await enrolled();
    await accept(desk);
    await accept(desk);
    const { file, sealed } = await desk.services.exportLog();
    expect(sealed).toBe(false);
    const lines = (await file.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ device: 'bd-1', headSeq: 2 });
    expect(lines.slice(1).map((line) => (line['event'] as EventEnvelope).seq)).toEqual([1, 2]);
    expect(lines[2]?.['link']).toBe(lines[0]?.['headLink']);
  });

  it('[E49] without a sign-in, or under a lock, the exported file is sealed: no name and no number of a person can be read in it', async () => {
    const desk = await enrolled();
    await accept(desk);
    for (const leave of [desk.services.session.lock, desk.services.session.signOut]) {
      leave();
      const { file, sealed } = await desk.services.exportLog();
      const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
      expect([sealed, text.startsWith('MCSEAL1\n'), /fullName|"event"|DossierAccepted|bd-1/.test(text)]).toEqual([true, true, false]);
    }
  });

  it('[E21] enrolling again carries over what was not sent', async () => {
    const desk = await enrolled();
    const id = await accept(desk);
    await desk.log.enrol(
      { device: 'bd-5' as DeviceId, token: 't', office: communeId as OfficeId, name: 'x', bookNumber: 3 },
      { own: await desk.platform.keys.generate(), server: 'key' },
      0,
    );
    expect(desk.log.state.get()).toMatchObject({ identity: { device: 'bd-5' }, head: { seq: 1 } });
    expect(desk.services.dossiers.index.isPending(id)).toBe(true);
    expect(await desk.log.verify()).toBeUndefined();
  });
});
