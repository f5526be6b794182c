import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { at, communeId, intakeFor, procedures, reference } from '../../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt } from '../test-desk.ts';

const agency = '000.01.38.H05';
const withVerifiers = { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) };

describe('events that name other events', () => {
  it('[E14] written again under a new identity they name the same ones: what was taken back stays taken back', async () => {
    const desk = await openTab(newDisk(new IDBFactory(), IDBKeyRange), { now: at('23/11/2026 09:00') });
    await enrolDesk(desk, 'bd-1', communeId, withVerifiers, [leaseFor(agency)]);
    await desk.services.session.signIn('lan', '2580');
    const { dossiers } = desk.services;
    await dossiers.perform({ command: 'accept', input: { intake: intakeFor(procedures.threeDays) } });
    const { id } = must(dossiers.index.query({ limit: 1 }, at('23/11/2026 09:00'))[0], 'the dossier');
    await dossiers.perform({ command: 'forward', dossier: id, input: { to: { kind: 'AGENCY', name: 'Tư pháp' } } });
    expect(await dossiers.perform({ command: 'undoLastAct', dossier: id, input: {} })).toMatchObject({ ok: true });
    expect(dossiers.index.get(id)).toMatchObject({ status: 'ACCEPTED' });
    await desk.exchange((request) =>
      receipt(request, {
        outcome: { kind: 'FORKED', device: 'bd-2' as DeviceId, token: 'new', bookNumber: 7, keepSeq: 1 },
        headSeq: 0,
        leases: [leaseFor(agency, 201)],
      }),
    );
    const view = await dossiers.open(id);
    expect(view?.state).toMatchObject({ status: 'ACCEPTED', undone: [{ device: 'bd-2', seq: 1 }] });
    expect(view?.timeline.at(-1)?.event.data).toEqual({ event: { device: 'bd-2', seq: 1 } });
    desk.close();
  });
});
