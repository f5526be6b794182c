/** The seeded district by the product's own judgement: it looks like one at work. */
import { expect, test } from 'vitest';
import { lawTimeliness, latenessFacts } from '@onestop/shared/judgement/lateness.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { groupBy } from '@onestop/shared/kernel/group-by.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { demoCentreId } from '@onestop/sync-server/demo/offices.ts';
import { demoReference } from '@onestop/sync-server/demo/reference.ts';
import { isSpecialist } from './seeded-desk.ts';
import { type DistrictOptions, seededDistrict } from './seeded-district.ts';

const reference = demoReference();
const today = '2026-11-26' as PlainDate;
const now = civilToInstant(today, 16 * 60);
const small: DistrictOptions = {
  seed: 1,
  now,
  days: 50,
  reference,
  centreADay: [8, 12],
  communeADay: [2, 4],
  desks: [demoCentreId, '09529', '09532', '09535'].map((office) => ({
    device: `seed-${office}` as DeviceId,
    office: office as typeof demoCentreId,
    bookNumber: 1,
    leases: reference.offices.map((one) => ({
      agencyId: one.agencyId,
      kind: 'RANGE',
      from: 1,
      to: 9000,
      digits: 4,
      validFrom: '2020-01-01' as PlainDate,
    })),
  })),
};
const events = seededDistrict(small);
const states = [...groupBy(events, (one) => one.dossier).values()].map((own) => foldDossier(own) as DossierState);
const judged = states.map((one) => lawTimeliness(latenessFacts(one), now)).filter((one) => one !== undefined);
const share = (part: readonly unknown[], of: readonly unknown[]): number => part.length / of.length;
const lateOf = (kind: 'LATE' | 'OPEN_LATE') => states.filter((one) => lawTimeliness(latenessFacts(one), now) === kind);
const withStatus = (...statuses: readonly DossierState['status'][]) => states.filter((one) => statuses.includes(one.status));

test('[O121] most dossiers of the seeded district are finished and returned, over nine in ten of them in time, a few late', () => {
  expect(judged.length).toBeGreaterThan(500);
  const done = judged.filter((one) => one === 'EARLY' || one === 'ON_TIME' || one === 'LATE');
  expect(share(done, judged)).toBeGreaterThan(0.7);
  expect(share(withStatus('RETURNED'), states)).toBeGreaterThan(0.6);
  const late = done.filter((one) => one === 'LATE');
  expect(late.length).toBeGreaterThan(3);
  expect(share(late, done)).toBeLessThan(0.1);
  // Whoever was late had said so before, with a new date (NĐ 118/2025 Đ19.6).
  expect(lateOf('LATE').filter((one) => one.apologyCount !== 1)).toEqual([]);
  const overdue = judged.filter((one) => one === 'OPEN_LATE');
  expect(share(overdue, judged)).toBeLessThan(0.02);
});

test('[O121] it has every kind of work: apologies, waits for papers, files at the district, results to hand out, guided, withdrawn, taken back', () => {
  expect(states.filter((one) => one.apologyCount > 0).length).toBeGreaterThan(3);
  const least = { SUPPLEMENT_REQUESTED: 3, AT_DISTRICT: 1, RESULT_READY: 10, IN_PROCESS: 20, WITHDRAWN: 2, VOID: 1 } as const;
  for (const [status, count] of Object.entries(least))
    expect(withStatus(status as keyof typeof least).length, status).toBeGreaterThanOrEqual(count);
  expect(events.filter((one) => one.type === 'CitizenGuided').length).toBeGreaterThan(5);
  expect(states.filter((one) => one.contradictions.length > 0)).toEqual([]);
});

test('[O121] files go to people who can hold them, and a desk has a day of several numbers', () => {
  const byId = new Map(reference.staff.map((one) => [one.id, one]));
  const holders = states.flatMap(({ holder }) => (holder?.to?.kind === 'STAFF' ? [byId.get(holder.to.staff)] : []));
  expect(holders.length).toBeGreaterThan(20);
  expect(holders.filter((one) => one === undefined || !isSpecialist(one))).toEqual([]);
  const own = states.filter((one) => one.office === '09529').flatMap(({ code }) => (code === undefined ? [] : [code]));
  expect(new Set(own).size).toBe(own.length);
  expect(new Set(own.map((code) => code.slice(-4))).size).toBeGreaterThan(2);
  expect(
    share(
      own.filter((code) => code.endsWith('-0001')),
      own,
    ),
  ).toBeLessThan(0.6);
});

test('[O121] today has its intake, a day off has none, and nothing lies after now', () => {
  const taken = (day: string): number =>
    states.filter((one) => one.office === demoCentreId && instantToPlainDate(one.openedAt) === day).length;
  expect(taken(today)).toBeGreaterThanOrEqual(8);
  expect(taken(today)).toBeLessThanOrEqual(12);
  expect(taken('2026-11-22')).toBe(0);
  expect(Math.max(...events.map((one) => one.at))).toBeLessThanOrEqual(now);
});

test('[O122] a seed gives the same district every time, another seed another one, and every log is in the order of time', () => {
  expect(seededDistrict({ ...small, days: 5 })).toEqual(seededDistrict({ ...small, days: 5 }));
  expect(seededDistrict({ ...small, days: 5, seed: 2 })).not.toEqual(seededDistrict({ ...small, days: 5 }));
  for (const log of groupBy(events, (one) => one.device).values()) {
    expect(log.map((one) => one.seq)).toEqual(log.map((_, i) => i + 1));
    expect(log.every((one, i) => i === 0 || one.at >= (log[i - 1]?.at ?? 0))).toBe(true);
  }
});
