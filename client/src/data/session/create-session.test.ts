import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { at, communeId, reference } from '../../../../tests/support/builders.ts';
import { enrolDesk, newDisk, openTab, type TestDesk, type TestDisk } from '../db/test-desk.ts';

const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };
const freshDisk = (): TestDisk => newDisk(new IDBFactory(), IDBKeyRange);
const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function desk(
  disk = freshDisk(),
  time = { now: at('23/11/2026 09:00') },
  enrol = true,
  changes: Parameters<typeof openTab>[2] = {},
): Promise<TestDesk> {
  const opened = await openTab(disk, time, changes);
  open.push(opened);
  if (enrol) await enrolDesk(opened, 'bd-1', communeId, withVerifiers, []);
  return opened;
}

describe('signing in without a network', () => {
  it('[E22] wrong tries lock the officer, for longer each time, and neither a reload nor a clock set back ends the wait', async () => {
    const disk = freshDisk();
    const time = { now: at('23/11/2026 09:00') };
    const { services } = await desk(disk, time);
    for (const triesLeft of [4, 3, 2, 1])
      expect(await services.session.signIn('lan', '0000')).toEqual({ ok: false, error: { code: 'session/wrong', triesLeft } });
    expect(await services.session.signIn('lan', '0000')).toEqual({
      ok: false,
      error: { code: 'session/locked', until: time.now + 30_000 },
    });
    expect(await services.session.signIn('lan', '2580')).toMatchObject({ ok: false, error: { code: 'session/locked' } });
    const reloaded = await desk(disk, time, false);
    time.now -= 86_400_000;
    expect(await reloaded.services.session.signIn('lan', '2580')).toEqual({
      ok: false,
      error: { code: 'session/locked', until: reloaded.services.now() + 30_000 },
    });
    time.now += 31_000;
    expect(await reloaded.services.session.signIn('lan', '0000')).toEqual({
      ok: false,
      error: { code: 'session/locked', until: reloaded.services.now() + 60_000 },
    });
    time.now += 61_000;
    expect(await reloaded.services.session.signIn(' LAN ', '2580')).toMatchObject({ ok: true });
    expect(await reloaded.services.session.signIn('lan', '0000')).toEqual({ ok: false, error: { code: 'session/wrong', triesLeft: 4 } });
  });

  it('[E23] only officers of this office are on the list and can sign in', async () => {
    const { services } = await desk();
    expect(services.session.roster.get().map((staff) => staff.login)).toEqual(['lan']);
    expect(await services.session.signIn('mai', '2580')).toMatchObject({ ok: false, error: { code: 'session/wrong' } });
  });

  it('[E24] a lock keeps the officer and refuses acts until the secret is entered again', async () => {
    const { services } = await desk();
    await services.session.signIn('lan', '2580');
    services.session.lock();
    expect(services.session.current.get()).toMatchObject({ staff: { login: 'lan' }, locked: true });
    expect(await services.dossiers.perform({ command: 'accept', input: {} as never })).toEqual({
      ok: false,
      error: { code: 'session/locked' },
    });
    expect(await services.session.unlock('0000')).toMatchObject({ ok: false });
    expect(await services.session.unlock('2580')).toMatchObject({ ok: true });
    expect(services.session.current.get()?.locked).toBe(false);
  });

  it('[E25] nothing typed or touched for the set time locks; a reload keeps the session, a later start does not', async () => {
    const disk = freshDisk();
    const time = { now: at('23/11/2026 09:00') };
    const timers: { run: () => void; delayMs: number }[] = [];
    const set = (run: () => void, delayMs: number): unknown => timers.push({ run, delayMs });
    const first = await desk(disk, time, true, { timers: { set, clear: () => undefined } });
    await first.services.session.signIn('lan', '2580');
    const { sessionStorage } = first.platform;
    time.now += 2_000;
    const reloaded = await desk(disk, time, false, { sessionStorage });
    expect(reloaded.services.session.current.get()).toMatchObject({ staff: { login: 'lan' }, locked: false });
    timers.findLast((timer) => timer.delayMs === 600_000)?.run();
    expect(first.services.session.current.get()?.locked).toBe(true);
    time.now += 60_000;
    const later = await desk(disk, time, false, { sessionStorage });
    expect(later.services.session.current.get()).toBeUndefined();
  });
});
