import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { foldDay } from '@onestop/shared/daybook/fold-day.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { at, communeId, intakeFor, officer, offices, procedures, reference } from '../../../tests/support/builders.ts';
import { dayEventOf, sampleFigures } from '../../../tests/support/day-samples.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestDisk } from './db/test-desk.ts';

const head = { ...officer('chu', offices.commune, 'signer'), verifier: 'plain:1357' };
const withVerifiers = { ...reference, staff: [...reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })), head] };
const time = { now: at('23/11/2026 09:00') };
const today = { office: communeId, date: instantToPlainDate(time.now) };
const id = dayIdOf(communeId, today.date);
const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function tab(disk: TestDisk = newDisk(new IDBFactory(), IDBKeyRange)): Promise<TestDesk> {
  const desk = await openTab(disk, time);
  open.push(desk);
  return desk;
}

async function signedInDesk(disk?: TestDisk): Promise<TestDesk> {
  const desk = await tab(disk);
  await enrolDesk(desk, 'bd-1', communeId, withVerifiers, [leaseFor('000.01.38.H05')]);
  await desk.services.session.signIn('lan', '2580');
  return desk;
}

const closing = { figures: sampleFigures, counted: { totalVnd: sampleFigures.cashVnd } };

describe('the day of an office on its device', () => {
  it('[V420] what is of no dossier is kept, told to who watches, and read again after a restart; no list has it', async () => {
    const disk = newDisk(new IDBFactory(), IDBKeyRange);
    const desk = await signedInDesk(disk);
    const { daybook, dossiers, sync } = desk.services;
    let told = 0;
    daybook.watch(today, () => (told += 1));
    expect(await daybook.perform({ act: 'takeTicket', input: {} })).toMatchObject({ ok: true, value: { tickets: [{ number: 'A001' }] } });
    expect(await daybook.perform({ act: 'callTicket', input: { number: 'A001', desk: 'Quầy 1' } })).toMatchObject({ ok: true });
    expect(told).toBe(2);
    expect(dossiers.index.size()).toBe(0);
    expect(dossiers.index.counts(time.now)).toMatchObject({ toSend: 0, today: 0 });
    expect(await dossiers.open(id)).toBeUndefined();
    expect(sync.status.get().pendingEvents).toBe(2);
    await desk.log.tidy();
    expect(await desk.log.verify()).toBeUndefined();
    desk.close();
    const again = await tab(disk);
    expect((await again.services.daybook.open(today)).tickets).toMatchObject([{ number: 'A001', status: 'CALLED' }]);
  });

  it('[V420] devices of an office meet in its day, by the exchange', async () => {
    const desk = await signedInDesk();
    await desk.services.daybook.perform({ act: 'takeTicket', input: {} });
    const theirs = dayEventOf('TicketTaken', { device: 'bd-2', seq: 1, at: at('23/11/2026 08:50') }, { number: 'B001' });
    const cursor = { office: communeId, position: 5, check: 5 };
    await desk.exchange((request) => receipt(request, { pages: [{ office: communeId, events: [theirs], cursor, reset: false }] }));
    expect((await desk.services.daybook.open(today)).tickets.map(({ number }) => number)).toEqual(['B001', 'A001']);
    expect(desk.services.dossiers.index.size()).toBe(0);
  });

  it('[V421] a second person agrees on the same device with a secret of his own; the first stays signed in', async () => {
    const { daybook, session } = (await signedInDesk()).services;
    await daybook.perform({ act: 'closeDay', input: closing });
    expect(await daybook.perform({ act: 'approveClosing', input: {} }), 'she closed it herself').toMatchObject({
      error: { code: 'day/second-person-needed' },
    });
    const as = { login: 'chu', secret: '1357' };
    const wrong = await daybook.perform({ act: 'approveClosing', input: {}, as: { ...as, secret: '0000' } });
    expect(wrong).toMatchObject({ error: { code: 'session/wrong' } });
    const done = await daybook.perform({ act: 'approveClosing', input: {}, as });
    expect(done).toMatchObject({ ok: true, value: { closings: [{ by: 'lan', verdict: { kind: 'APPROVED', by: 'chu' } }] } });
    expect(session.current.get()).toMatchObject({ staff: { id: 'lan' }, locked: false });
    session.lock();
    expect(await daybook.perform({ act: 'takeTicket', input: {} })).toMatchObject({ error: { code: 'session/locked' } });
  });

  it('[V422] under a new identity nothing of the day is lost or doubled, and a verdict still names its closing', async () => {
    const desk = await signedInDesk();
    const { daybook, dossiers } = desk.services;
    await dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });
    await daybook.perform({ act: 'takeTicket', input: {} });
    await daybook.perform({ act: 'closeDay', input: closing });
    await daybook.perform({ act: 'approveClosing', input: {}, as: { login: 'chu', secret: '1357' } });
    await desk.exchange((request) =>
      receipt(request, {
        outcome: { kind: 'FORKED', device: 'bd-7' as DeviceId, token: 'new', bookNumber: 7, keepSeq: 1 },
        headSeq: 0,
        leases: [leaseFor('000.01.38.H05', 201)],
      }),
    );
    const state = await daybook.open(today);
    expect(state.tickets).toHaveLength(1);
    expect(state.closings).toMatchObject([{ ref: { device: 'bd-7', seq: 2 }, verdict: { kind: 'APPROVED' } }]);
    await daybook.perform({ act: 'takeTicket', input: {} });
    expect(
      (await daybook.open(today)).tickets.map(({ number }) => number),
      'letters of the new identity',
    ).toEqual(['A001', 'H001']);
  });

  it('[V422] what the centre refused has no effect and stands in the list of what was refused', async () => {
    const desk = await signedInDesk();
    const { daybook, sync } = desk.services;
    await daybook.perform({ act: 'takeTicket', input: {} });
    await desk.exchange((request) => receipt(request, { refused: [{ seq: 1, kind: 'REFUSED', code: 'event/actor-not-allowed' }] }));
    expect(await daybook.open(today)).toEqual(foldDay(today, []));
    expect(must(sync.refused.get()[0], 'one').event.dossier).toBe(id);
  });
});
