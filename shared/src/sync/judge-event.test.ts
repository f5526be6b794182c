import { describe, expect, test } from 'vitest';
import { eventOf, offices, sampleData, staff } from '../../../tests/support/builders.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type JudgeContext, judgeEvent, judgeEvents } from './judge-event.ts';

const accepted = eventOf('DossierAccepted', { device: 'bd-1', seq: 1 });
const roster = Object.values(staff);

const context: JudgeContext = {
  serverTime: accepted.at + 60_000,
  device: 'bd-1' as DeviceId,
  office: offices.commune,
  offices: Object.values(offices),
  findStaff: (id) => roster.find((one) => one.id === id),
  dossierOffices: () => undefined,
  leases: [{ agencyId: '000.01.38.H05', kind: 'RANGE', from: 1, to: 100, digits: 4, validFrom: '1900-01-01' as PlainDate }],
};

function changed(changes: Partial<EventEnvelope>): EventEnvelope {
  return { ...accepted, ...changes };
}

describe('judging an event', () => {
  test('[S26] a right event is welcome', () => {
    expect(judgeEvent(accepted, context)).toBeUndefined();
  });

  test('[S26] data against the schema of its type is malformed', () => {
    const { code: _, ...rest } = sampleData.DossierAccepted;
    expect(judgeEvent(changed({ data: rest as never }), context)).toEqual({ seq: 1, kind: 'REFUSED', code: 'event/malformed' });
  });

  test('[S27] another office or device is refused', () => {
    expect(judgeEvent(changed({ office: offices.otherCommune.id }), context)).toMatchObject({
      kind: 'REFUSED',
      code: 'event/other-office',
    });
    expect(judgeEvent(changed({ device: 'bd-9' as DeviceId }), context)).toMatchObject({ code: 'event/other-office' });
    expect(judgeEvent(changed({ actor: staff.otherCommune.id }), context)).toMatchObject({ code: 'event/other-office' });
  });

  test('[S27] a person who is not on the roster, or whose post does not allow it, is refused', () => {
    expect(judgeEvent(changed({ actor: 'nobody' as StaffId }), context)).toMatchObject({ code: 'event/actor-unknown' });
    const auditor = { ...staff.commune, roles: ['auditor'] as const };
    expect(judgeEvent(accepted, { ...context, findStaff: () => auditor })).toMatchObject({ code: 'event/actor-not-allowed' });
  });

  test('[S27] an officer who left since may have acted rightly while offline', () => {
    expect(judgeEvent(accepted, { ...context, findStaff: () => ({ ...staff.commune, active: false }) })).toBeUndefined();
  });

  test('[S27] a dossier of others is not visible; one that was handed over is', () => {
    const forwarded = eventOf('DossierForwarded', { device: 'bd-1', seq: 2 });
    const elsewhere = { ...context, dossierOffices: (): readonly OfficeId[] => [offices.otherCommune.id] };
    expect(judgeEvent(forwarded, elsewhere)).toMatchObject({ kind: 'REFUSED', code: 'event/dossier-not-visible' });
    const shared = { ...context, dossierOffices: (): readonly OfficeId[] => [offices.otherCommune.id, offices.commune.id] };
    expect(judgeEvent(eventOf('FeePaid', { device: 'bd-1', seq: 2 }), shared)).toBeUndefined();
    expect(judgeEvent(forwarded, shared), 'an act of the home office').toMatchObject({ code: 'event/actor-not-allowed' });
  });

  test('[S27] a dossier is handed up to an office that exists and stands above, and to no other', () => {
    const up = eventOf('DossierForwardedUp', { device: 'bd-1', seq: 2 });
    const to = (office: string) => judgeEvent({ ...up, data: { ...up.data, toOffice: office } as never }, context);
    expect(to(offices.centre.id)).toBeUndefined();
    expect(to(offices.otherCommune.id)).toMatchObject({ code: 'event/share-not-allowed', detail: offices.otherCommune.id });
    expect(to('khong-co')).toMatchObject({ code: 'event/share-not-allowed' });
  });

  test('[S28] an unknown type and a newer version are kept and shared', () => {
    expect(judgeEvent(changed({ type: 'DossierScanned' }), context)).toEqual({ seq: 1, kind: 'QUARANTINED', code: 'event/unknown-type' });
    expect(judgeEvent(changed({ version: 99, data: { all: 'new' } }), context)).toEqual({
      seq: 1,
      kind: 'QUARANTINED',
      code: 'event/newer-version',
    });
  });

  test('[S29] a time before 2015 or more than two days ahead is impossible', () => {
    const day = 86_400_000;
    expect(judgeEvent(changed({ at: context.serverTime + 2 * day + 1 }), context)).toMatchObject({ code: 'event/time-impossible' });
    expect(judgeEvent(changed({ at: context.serverTime + 2 * day }), context)).toBeUndefined();
    expect(judgeEvent(changed({ at: Date.UTC(2014, 11, 31, 16, 59) }), context)).toMatchObject({ code: 'event/time-impossible' });
    expect(judgeEvent(changed({ at: Date.UTC(2014, 11, 31, 17, 0) }), context)).toBeUndefined();
  });

  test('[S104] K3: an act earlier than the device’s own earlier one is refused; a stated time has more room', () => {
    const day = 86_400_000;
    const after = { ...context, newestOwnAt: accepted.at };
    const back = (ms: number, changes: Partial<EventEnvelope> = {}) => judgeEvent(changed({ at: accepted.at - ms, ...changes }), after);
    expect(back(2500 * day)).toMatchObject({ kind: 'REFUSED', code: 'event/time-before-own' });
    expect(back(2 * day + 1)).toMatchObject({ code: 'event/time-before-own' });
    expect(back(2 * day)).toBeUndefined();
    expect(back(40 * day, { stated: true })).toBeUndefined();
    expect(back(63 * day, { stated: true })).toMatchObject({ code: 'event/time-before-own' });
  });

  test('[S104] K1: a refused act binds none after it, neither one from the future nor one from the past', () => {
    const day = 86_400_000;
    const acts = [0, 40 * day, 1000, -2500 * day, 2000].map((ms, i) => ({
      ...eventOf('DossierDrafted', { device: 'bd-1', seq: i + 1 }),
      dossier: `d0ss1er0001${i}` as DossierId,
      at: accepted.at + ms,
    }));
    expect(judgeEvents(acts, context).refused.map((one) => [one.seq, one.code])).toEqual([
      [2, 'event/time-impossible'],
      [4, 'event/time-before-own'],
    ]);
  });

  test('[S30] a code outside the device’s ranges was not leased', () => {
    const code = '000.01.38.H05-261123-0101';
    expect(judgeEvent(changed({ data: { ...accepted.data, code } }), context)).toMatchObject({
      kind: 'REFUSED',
      code: 'numbers/not-leased',
      detail: code,
    });
    expect(judgeEvent(accepted, { ...context, leases: [] })).toMatchObject({ code: 'numbers/not-leased' });
  });

  test('[S35] what an officer did in sight of something the server lost is held, unless it is wrong in itself', () => {
    const elsewhere: JudgeContext = { ...context, dossierOffices: () => [offices.otherCommune.id], isPastMissing: ({ seq }) => seq !== 2 };
    const acts = [1, 2, 3].map((seq) => eventOf('DossierForwarded', { device: 'bd-1', seq }));
    const malformed = { ...eventOf('DossierForwarded', { device: 'bd-1', seq: 4 }), data: {} };
    const { refused, held } = judgeEvents([...acts, malformed], elsewhere);
    expect(refused.map((one) => [one.seq, one.code])).toEqual([
      [2, 'event/dossier-not-visible'],
      [4, 'event/malformed'],
    ]);
    expect(held).toEqual(new Set([1, 3]));
    expect(judgeEvents(acts, { ...elsewhere, dossierOffices: () => [offices.commune.id] })).toEqual({ refused: [], held: new Set() });
  });

  test('[S60] who had the file is asked with what was refused before, and only where it matters', () => {
    const asked: [number, readonly number[]][] = [];
    const shared: JudgeContext = {
      ...context,
      dossierOffices: () => [offices.commune.id, offices.centre.id],
      holderInSight: ({ seq }, refused) => {
        asked.push([seq, [...refused]]);
        return seq === 3 ? offices.centre.id : undefined;
      },
    };
    const acts = (['FeePaid', 'ResultSigned', 'ResultSigned', 'ResultSigned'] as const).map((type, i) =>
      eventOf(type, { device: 'bd-1', seq: i + 1 }),
    );
    expect(judgeEvents(acts, shared).refused).toEqual([{ seq: 3, kind: 'REFUSED', code: 'event/held-elsewhere' }]);
    expect(asked).toEqual([
      [2, []],
      [3, []],
      [4, [3]],
    ]);
  });

  test('[S26] one wrong event does not touch the others, and a dossier opened in the batch is the device’s own', () => {
    const fresh = 'd0ss1er00002' as DossierId;
    const batch = [
      accepted,
      { ...eventOf('DossierForwarded', { device: 'bd-1', seq: 2 }), dossier: fresh, actor: 'nobody' as StaffId },
      { ...eventOf('DossierDrafted', { device: 'bd-1', seq: 3 }), dossier: fresh },
      { ...eventOf('DossierForwarded', { device: 'bd-1', seq: 4 }), type: 'LaterType' },
    ];
    expect(judgeEvents(batch, context).refused.map((one) => [one.seq, one.code])).toEqual([
      [2, 'event/actor-unknown'],
      [4, 'event/unknown-type'],
    ]);
  });
});
