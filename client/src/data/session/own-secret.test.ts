import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, it } from 'vitest';
import { staffPart } from '@onestop/shared/reference/parts.ts';
import { at, communeId, reference } from '../../../../tests/support/builders.ts';
import { enrolDesk, newDisk, openTab, receipt, type TestDesk } from '../db/test-desk.ts';

const lan = { ...reference.staff.find(({ login }) => login === 'lan'), verifier: 'plain:năm mưa sáu nắng', firstSecret: true };
const own = 'một hai ba bốn';
const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

/** Lan signed in with the secret from the slip; the centre answers her change as told. */
async function deskOf(answer: (desk: TestDesk) => Promise<Response>): Promise<TestDesk> {
  const desk: TestDesk = await openTab(
    newDisk(new IDBFactory(), IDBKeyRange),
    { now: at('23/11/2026 09:00') },
    {
      fetch: (input) =>
        String(input instanceof Request ? input.url : input).endsWith('/api/session/secret')
          ? answer(desk)
          : Promise.reject(new TypeError()),
    },
  );
  open.push(desk);
  const staff = reference.staff.map((one) => (one.login === 'lan' ? { ...one, ...lan } : one));
  await enrolDesk(desk, 'bd-1', communeId, { ...reference, staff }, []);
  expect(await desk.services.session.signIn('lan', 'năm mưa sáu nắng')).toMatchObject({ ok: true });
  return desk;
}

/** The next exchange brings Lan with this secret. */
async function rosterBrings(desk: TestDesk, secret: string, rest: object = {}): Promise<void> {
  const { firstSecret: _gone, ...officer } = lan;
  const value = { ...officer, verifier: `plain:${secret}`, ...rest };
  await desk.exchange((request) => {
    const { version = 1 } = request.reference ?? {};
    const cursor = { version: version + 1, check: version + 1 };
    return receipt(request, { reference: { cursor, reset: false, parts: [{ key: staffPart('lan'), value }], removed: [] } });
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const changed = (): Promise<Response> => Promise.resolve(Response.json({ verifier: `plain:${own}` }));
const who = (desk: TestDesk) => desk.services.session.current.get()?.staff;

it.each([
  ['after the answer', changed, true],
  [
    'before the answer',
    async (desk: TestDesk) => {
      await rosterBrings(desk, own);
      return changed();
    },
    false,
  ],
  [
    'instead of the answer',
    async (desk: TestDesk) => {
      await rosterBrings(desk, own);
      throw new TypeError('the line broke');
    },
    false,
  ],
] as const)('[J13] his own new secret puts nobody out, where the roster brings it %s', async (_when, answer, later) => {
  const desk = await deskOf(answer);
  expect(await desk.services.session.changeSecret('năm mưa sáu nắng', own)).toEqual({ ok: true, value: undefined });
  expect(who(desk)?.verifier).toBe(`plain:${own}`);
  expect(who(desk)?.firstSecret).toBeUndefined();
  desk.services.session.lock();
  expect(await desk.services.session.unlock('năm mưa sáu nắng')).toMatchObject({ ok: false });
  expect(await desk.services.session.unlock(own)).toMatchObject({ ok: true });
  if (later) await rosterBrings(desk, own);
  expect(who(desk)?.id).toBe('lan');
  desk.services.session.signOut();
  expect(await desk.services.session.signIn('lan', own)).toMatchObject({ ok: true });
  // The mark of what was his own change is no shield: a reset puts him out.
  await rosterBrings(desk, '864209');
  expect(desk.services.session.dismissed.get()).toMatchObject({ why: 'NEW_SECRET' });
});

it('[J13] a secret that was reset meanwhile is no change of his: he is out', async () => {
  const desk = await deskOf(async (self) => {
    await rosterBrings(self, '864209');
    throw new TypeError('the line broke');
  });
  expect(await desk.services.session.changeSecret('năm mưa sáu nắng', own)).toMatchObject({ ok: false });
  expect(who(desk)).toBeUndefined();
  expect(desk.services.session.dismissed.get()).toMatchObject({ why: 'NEW_SECRET' });
});

it('[J14] without a line nothing changes, and a wrong secret does not go over it; wrong tries lock as at the door', async () => {
  let calls = 0;
  const desk = await deskOf(() => {
    calls += 1;
    return Promise.reject(new TypeError('no network'));
  });
  const { changeSecret } = desk.services.session;
  expect(await changeSecret('năm mưa sáu nắng', own)).toEqual({ ok: false, error: { code: 'network/unreachable' } });
  expect(calls).toBe(1);
  expect(who(desk)).toMatchObject({ verifier: lan.verifier, firstSecret: true });
  for (const triesLeft of [4, 3, 2, 1])
    expect(await changeSecret('0000', own)).toEqual({ ok: false, error: { code: 'session/wrong', triesLeft } });
  expect(await changeSecret('0000', own)).toMatchObject({ ok: false, error: { code: 'session/locked' } });
  expect(calls).toBe(1);
  expect(who(desk)?.id).toBe('lan');
});
