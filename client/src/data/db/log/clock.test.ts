import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { at, communeId, intakeFor, procedures, reference } from '../../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestDisk, type TestTime } from '../test-desk.ts';

const day = 86_400_000;
const hour = 3_600_000;
const noon = at('26/11/2026 12:00');
const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };
const open: TestDesk[] = [];
let disk: TestDisk;
let time: TestTime;
let desk: TestDesk;

beforeEach(async () => {
  disk = newDisk(new IDBFactory(), IDBKeyRange);
  time = { now: noon };
  desk = await tab();
  await enrolDesk(desk, 'bd-1', communeId, withVerifiers, [leaseFor('000.01.38.H05')]);
  await signIn();
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function tab(): Promise<TestDesk> {
  const opened = await openTab(disk, time);
  open.push(opened);
  return opened;
}

async function signIn(): Promise<void> {
  expect(await desk.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });
}

const accept = () => desk.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });

async function newestEvent() {
  const lines = (await desk.log.exportLines()).slice(1);
  return (JSON.parse(must(lines.at(-1), 'an event')) as { readonly event: unknown }).event;
}

it('[E19] K2: a clock at 2020 is told, no act is taken by it, no code drawn; the time of screens is at least the last exchange and goes on', async () => {
  time.now = at('22/01/2020 08:00');
  expect(await accept()).toEqual({ ok: false, error: { code: 'clock/too-early', floor: noon } });
  expect(desk.services.device.fault.get()).toMatchObject({
    code: 'clock/wrong',
    notice: { kind: 'TOO_EARLY', floor: noon, floorIs: 'EXCHANGE', offMs: time.now - noon },
  });
  expect(await desk.db.numbers.count()).toBe(0);
  expect(desk.services.now()).toBe(noon);
  time.now += hour;
  expect(desk.services.now()).toBe(noon + hour);
  time.now = noon + 2 * hour;
  expect(await accept()).toMatchObject({ ok: true });
  desk.services.device.checkClock();
  expect(desk.services.device.fault.get()).toBeUndefined();
  time.now -= hour;
  expect((await tab()).services.device.fault.get()).toMatchObject({ notice: { floor: noon + 2 * hour, floorIs: 'OWN_ACT' } });
});

it('[E100] K2: what an officer stated stamps and marks the acts, also after a restart, until the next exchange', async () => {
  time.now = at('22/01/2020 08:00');
  expect(await desk.services.device.stateTime(noon - 1)).toEqual({ ok: false, error: { code: 'clock/too-early', floor: noon } });
  const stated = at('27/11/2026 08:00');
  expect(await desk.services.device.stateTime(stated)).toEqual({ ok: true });
  expect(desk.services.device.fault.get()).toMatchObject({ notice: { kind: 'STATED' } });
  desk = await tab();
  await signIn();
  time.now += hour;
  const done = await accept();
  expect(done).toMatchObject({ ok: true, value: { state: { code: '000.01.38.H05-261127-0001' } } });
  expect(await newestEvent()).toMatchObject({ at: stated + hour, stated: true, clockOffsetMs: stated + hour - time.now });
  await desk.exchange((request) => receipt(request, { serverTime: stated + 2 * hour }));
  expect(desk.services.device.fault.get()).toMatchObject({ notice: { kind: 'OFF', offMs: time.now - stated - 2 * hour } });
  expect(await accept()).toMatchObject({ ok: true });
  expect(await newestEvent()).toMatchObject({ at: stated + 2 * hour });
  expect(await newestEvent()).not.toHaveProperty('stated');
  time.now -= hour / 2;
  expect(await accept(), 'what was stated has ended').toMatchObject({ ok: false, error: { code: 'clock/too-early' } });
});

it('[E101] K1: an act from the future that the centre refused ends its alarm; the right clock is told right, a wrong one off', async () => {
  time.now = noon + 40 * day;
  expect(await accept()).toMatchObject({ ok: true });
  time.now = noon + hour;
  desk.services.device.checkClock();
  expect(desk.services.device.fault.get()).toMatchObject({ notice: { kind: 'TOO_EARLY', floorIs: 'OWN_ACT' } });
  const refused = [{ seq: 1, code: 'event/time-impossible', kind: 'REFUSED' }] as const;
  // Nothing of the log has arrived yet: the act may still be the truth.
  await desk.exchange((request) => receipt(request, { headSeq: 0, headLink: request.linkBefore }));
  expect(desk.services.device.fault.get()).toMatchObject({ notice: { kind: 'TOO_EARLY' } });
  await desk.exchange((request) => receipt(request, { refused }));
  expect(desk.services.device.fault.get()).toBeUndefined();
  desk = await tab();
  expect(desk.services.device.fault.get()).toBeUndefined();
  await desk.exchange((request) => receipt(request, { serverTime: noon - 39 * day }));
  expect(desk.services.device.fault.get()).toMatchObject({ notice: { kind: 'OFF', offMs: 39 * day + hour } });
});
