import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import { at, communeId, eventOf, intakeFor, procedures, reference } from '../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestDisk } from './test-desk.ts';

const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };
const time = { now: at('23/11/2026 09:00') };
const foreign = [eventOf('DossierAccepted', { device: 'bd-9' as DeviceId, seq: 1, at: at('20/11/2026 08:00') })];
let disk: TestDisk;
const open: TestDesk[] = [];

beforeEach(() => {
  disk = newDisk(new IDBFactory(), IDBKeyRange);
});
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function tab(): Promise<TestDesk> {
  const desk = await openTab(disk, time);
  open.push(desk);
  return desk;
}

async function enrolled(): Promise<TestDesk> {
  const desk = await tab();
  await enrolDesk(desk, 'bd-1', communeId, withVerifiers, [{ ...leaseFor('000.01.38.H05'), to: 999 }]);
  await signIn(desk);
  return desk;
}

async function signIn(desk: TestDesk): Promise<void> {
  expect(await desk.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });
}

async function accept(desk: TestDesk): Promise<DossierId> {
  const done = await desk.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.dossier;
}

describe('before anybody signs in', () => {
  async function withoutOfficer(): Promise<TestDesk> {
    const desk = await openTab(disk, time, {}, { signedIn: false });
    open.push(desk);
    return desk;
  }

  it('[E43] what the server refuses is kept until somebody signs in, and then leaves the fold and is listed', async () => {
    const desk = await enrolled();
    const [first, second] = [await accept(desk), await accept(desk)];
    desk.close();
    const locked = await withoutOfficer();
    expect(locked.log.index.size()).toBe(0);
    const taken = await locked.exchange((request) =>
      receipt(request, {
        refused: [{ seq: 2, kind: 'REFUSED', code: 'event/actor-not-allowed' }],
        pages: [{ office: communeId, events: foreign, cursor: { office: communeId, position: 1, check: 1 }, reset: false }],
      }),
    );
    expect(taken).toMatchObject({ ok: true, value: { applied: { acknowledged: 2, received: 0, pending: 0 }, more: false } });
    expect([await locked.db.foreign.count(), locked.log.state.get().cursors, await locked.db.inbox.count()]).toEqual([0, [], 1]);
    await signIn(locked);
    expect(locked.log.index.get(first)).toMatchObject({ status: 'ACCEPTED' });
    expect(locked.log.index.get(second)).toBeUndefined();
    expect(locked.services.sync.refused.get()).toMatchObject([{ code: 'event/actor-not-allowed', event: { seq: 2 } }]);
    expect(await locked.db.inbox.count()).toBe(0);
    expect((await tab()).services.sync.refused.get()).toHaveLength(1);
  });

  it('[E43] what a restored server will judge again stands again once somebody signs in, and is sent at once', async () => {
    const desk = await enrolled();
    const id = await accept(desk);
    await desk.exchange((request) => receipt(request, { refused: [{ seq: 1, kind: 'REFUSED', code: 'event/actor-not-allowed' }] }));
    expect(desk.log.index.get(id)).toBeUndefined();
    desk.close();
    const locked = await withoutOfficer();
    await locked.exchange((request) =>
      receipt(request, { outcome: { kind: 'RESEND' }, headSeq: 0, headLink: genesisLink(request.device) }),
    );
    expect(locked.log.state.get().acked?.seq).toBe(0);
    await signIn(locked);
    expect(locked.log.index.get(id)).toMatchObject({ status: 'ACCEPTED' });
    expect(locked.services.sync.refused.get()).toEqual([]);
  });

  it('[E43] a fork is taken in when somebody signs in, and nothing of it before', async () => {
    const desk = await enrolled();
    await accept(desk);
    desk.close();
    const locked = await withoutOfficer();
    const before = locked.log.state.get();
    const forked = (request: { readonly ackedSeq: number; readonly linkBefore: Uint8Array }) => ({
      outcome: { kind: 'FORKED' as const, device: 'f1' as DeviceId, token: 't', bookNumber: 2, keepSeq: 0 },
      headSeq: request.ackedSeq,
      headLink: request.linkBefore,
    });
    expect(await locked.exchange((request) => receipt(request, forked(request)))).toEqual({ ok: false, error: { code: 'local/locked' } });
    expect(locked.log.state.get()).toEqual(before);
    await signIn(locked);
    expect(await locked.exchange((request) => receipt(request, forked(request)))).toMatchObject({ ok: true });
    expect(locked.log.state.get().identity?.device).toBe('f1');
  });

  it('[E43] an idle lock keeps everything open; signing out closes it', async () => {
    const desk = await enrolled();
    const id = await accept(desk);
    desk.services.session.lock();
    expect(desk.log.index.get(id)).toBeDefined();
    desk.services.session.signOut();
    await desk.log.closeRows();
    expect(desk.log.index.get(id)).toBeUndefined();
    await signIn(desk);
    expect(desk.log.index.get(id)).toBeDefined();
    await accept(desk);
    expect((await tab()).log.index.size()).toBe(2);
  });
});

describe('two tabs that tidy in turn', () => {
  it('[E15] what waits to be sent stays marked in a tab that folds deltas after another one did', async () => {
    const first = await enrolled();
    const second = await tab();
    await signIn(second);
    for (let i = 0; i < 101; i++) await accept(first);
    await first.log.tidy();
    await second.log.refresh();
    for (let i = 0; i < 101; i++) await accept(second);
    await second.log.tidy();
    expect(await second.db.rowDeltas.count()).toBe(0);
    expect(second.log.index.counts(time.now).toSend).toBe(202);
    const third = await tab();
    // Own work is counted for who is signed in.
    await signIn(third);
    expect(third.log.index.counts(time.now)).toEqual(second.log.index.counts(time.now));
  });
});
