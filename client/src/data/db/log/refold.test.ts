import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { at, communeId, eventOf, intakeFor, procedures, reference } from '../../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestDisk } from '../test-desk.ts';

const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };
const time = { now: at('23/11/2026 09:00') };
const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function tab(disk: TestDisk, unknownTypes?: ReadonlySet<string>): Promise<TestDesk> {
  const desk = await openTab(disk, time, {}, unknownTypes === undefined ? {} : { unknownTypes });
  open.push(desk);
  return desk;
}

const id = 'f00000000001' as DossierId;
const other = 'f00000000002' as DossierId;
const author = { device: 'bd-9' as DeviceId, dossier: id };
const accepted: EventEnvelope = { ...eventOf('DossierAccepted', { ...author, seq: 1, at: at('20/11/2026 08:00') }), dossier: id };
const forwarded: EventEnvelope = {
  ...eventOf('DossierForwarded', { ...author, seq: 2, at: at('20/11/2026 08:10'), after: [{ device: author.device, seq: 1 }] }),
  dossier: id,
};
const broken: EventEnvelope = { ...accepted, dossier: other, seq: 3, data: { intake: 7 } };

async function pull(desk: TestDesk, events: readonly EventEnvelope[]): Promise<void> {
  const taken = await desk.exchange((request) =>
    receipt(request, { pages: [{ office: communeId, events, cursor: { office: communeId, position: 9, check: 9 }, reset: false }] }),
  );
  expect(taken).toMatchObject({ ok: true });
}

async function oldDesk(disk: TestDisk, unknownTypes: ReadonlySet<string>): Promise<TestDesk> {
  const desk = await tab(disk, unknownTypes);
  await enrolDesk(desk, 'bd-1', communeId, withVerifiers, [leaseFor('000.01.38.H05')]);
  return desk;
}

describe('upgrade', () => {
  it('[E31] what an old build kept without understanding it is folded at the first start of a build that does', async () => {
    const disk = newDisk(new IDBFactory(), IDBKeyRange);
    const old = await oldDesk(disk, new Set(['DossierForwarded']));
    await pull(old, [accepted, forwarded]);
    expect(old.log.index.get(id)).toMatchObject({ status: 'ACCEPTED', unknownEvents: 1 });
    expect(old.log.state.get().foldedWith?.types).not.toContain('DossierForwarded@');
    old.close();
    const upgraded = await tab(disk);
    expect(upgraded.log.index.get(id)).toMatchObject({ status: 'IN_PROCESS', unknownEvents: 0 });
    expect((await upgraded.log.open(id))?.state.status).toBe('IN_PROCESS');
    const again = await tab(disk);
    expect(again.log.state.get().rev).toBe(upgraded.log.state.get().rev);
    expect(again.log.index.get(id)).toEqual(upgraded.log.index.get(id));
  });

  it('[E31] a dossier whose opening the old build did not understand appears; data that does not fit is set aside', async () => {
    const disk = newDisk(new IDBFactory(), IDBKeyRange);
    const old = await oldDesk(disk, new Set(['DossierAccepted']));
    await pull(old, [accepted, forwarded, broken]);
    expect(old.log.index.size()).toBe(0);
    old.close();
    const upgraded = await tab(disk);
    expect(upgraded.log.index.get(id)).toMatchObject({ status: 'IN_PROCESS' });
    expect(upgraded.log.index.get(other)).toBeUndefined();
    expect([...upgraded.log.refused.get().values()].map((one) => one.code)).toEqual(['event/malformed']);
  });

  it('[E32] a tab of the old build that writes after the upgrade makes the next start look again', async () => {
    const disk = newDisk(new IDBFactory(), IDBKeyRange);
    const old = await oldDesk(disk, new Set(['DossierForwarded']));
    const upgraded = await tab(disk);
    await pull(old, [accepted, forwarded]);
    await upgraded.log.refresh();
    expect(upgraded.log.index.get(id)).toMatchObject({ unknownEvents: 1 });
    expect(await upgraded.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });
    expect(
      await upgraded.services.dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } }),
    ).toMatchObject({ ok: true });
    upgraded.close();
    expect((await tab(disk)).log.index.get(id)).toMatchObject({ status: 'IN_PROCESS', unknownEvents: 0 });
  });
});
