/** The centre's morning page; rules in tests/rules/screens.md. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { at, chain, communeId, otherCommuneId } from '../support/builders.ts';
import { asDossier, deskOf, heading, officers, type ScreenDesk } from './desk.tsx';

/** Promised for Friday 27/11/2026 at 17:00. */
function finishedOn(day: string, id: string, office: OfficeId): EventEnvelope[] {
  const events = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']);
  return asDossier(events, id).map((event, index) => ({ ...event, office, ...(index === 2 ? { at: at(day) } : {}) }));
}

async function centreWith(now: string, own: readonly EventEnvelope[], other: readonly EventEnvelope[] = []): Promise<ScreenDesk> {
  const desk = await deskOf(officers.districtMonitor, { now: at(now) });
  const freshness = [
    {
      office: communeId,
      devices: 2,
      slowest: { name: 'Máy quầy 1', lastExchangeAt: at(now) - 60_000, pendingEvents: 0 },
      pendingEvents: 0,
    },
    {
      office: otherCommuneId,
      devices: 1,
      slowest: { name: 'Máy quầy 2', lastExchangeAt: at(now) - 30 * 3_600_000, pendingEvents: 0 },
      pendingEvents: 0,
    },
  ];
  await desk.receive(other, otherCommuneId);
  await desk.receive(own, communeId, { freshness });
  await desk.show('/trung-tam');
  await heading('Tình hình các xã');
  return desk;
}

const lineOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('the morning page', () => {
  it('[V14] the rate is finished in time over finished, and says whether the aim is reached', async () => {
    await centreWith(
      '02/12/2026 08:00',
      [
        ...finishedOn('25/11/2026 10:00', 'a', communeId),
        ...finishedOn('26/11/2026 10:00', 'b', communeId),
        // By law the whole promised day counts.
        ...finishedOn('27/11/2026 17:20', 'c', communeId),
        ...finishedOn('30/11/2026 10:00', 'd', communeId),
      ],
      finishedOn('26/11/2026 10:00', 'e', otherCommuneId),
    );
    expect(lineOf('xã Bình Định')[3]).toBe('75 % · chưa đạt');
    expect(lineOf('xã Quảng Phú')[3]).toBe('100 % · đạt');
  });

  it('[V14] what is voided, from an earlier year or not finished does not count; with nothing finished there is no rate', async () => {
    const voided = asDossier(chain(['DossierAccepted', 'DossierVoided']), 'huy');
    await centreWith('04/01/2027 08:00', [
      ...finishedOn('30/11/2026 10:00', 'a', communeId),
      ...asDossier(chain(['DossierAccepted', 'DossierForwarded']), 'mo'),
      ...voided,
    ]);
    const [today, open, overdue, rate] = lineOf('xã Bình Định');
    expect([today, open, overdue, rate]).toEqual(['0', '1', '1', 'chưa có hồ sơ xong']);
  });

  it('[V15] old figures say so, never silently', async () => {
    await centreWith('02/12/2026 08:00', finishedOn('25/11/2026 10:00', 'a', communeId));
    expect(lineOf('xã Bình Định')[4]).not.toMatch(/số liệu cũ/);
    expect(lineOf('xã Quảng Phú')[4]).toMatch(/số liệu cũ/);
    expect(screen.getByText(/^Số liệu của 1\/2 xã là mới/)).toBeDefined();
  });

  const morning = at('02/12/2026 08:00');
  it.each([
    [
      'silent',
      { name: 'Máy quầy 2', lastExchangeAt: morning - 72 * 3_600_000, pendingEvents: 37, oldestPendingAt: morning - 74 * 3_600_000 },
      'số liệu cũ Máy quầy 2 · đồng bộ 3 ngày trước · lúc 08:00 29/11 báo còn 37 thay đổi chưa gửi, cũ nhất từ 06:00 29/11',
    ],
    [
      'heard, and stuck',
      { name: 'Máy quầy 2', lastExchangeAt: morning - 60_000, pendingEvents: 3, oldestPendingAt: morning - 20 * 3_600_000 },
      'số liệu cũ Máy quầy 2 · đồng bộ 1 phút trước · lúc 07:59 báo còn 3 thay đổi chưa gửi, cũ nhất từ 12:00 hôm qua',
    ],
    ['never heard', { name: 'Máy quầy 2' }, 'số liệu cũ Máy quầy 2 · chưa đồng bộ lần nào'],
    ['not there', undefined, 'chưa có máy nào đang dùng'],
  ] as const)('[V110] a commune whose slowest device is %s says which one, since when, what it said and when', async (_, slowest, said) => {
    const desk = await centreWith('02/12/2026 08:00', []);
    await desk.receive([], communeId, {
      freshness: [
        { office: communeId, devices: 1, slowest: { name: 'Máy quầy 1', lastExchangeAt: morning, pendingEvents: 0 }, pendingEvents: 0 },
        { office: otherCommuneId, devices: slowest ? 1 : 0, pendingEvents: 0, ...(slowest && { slowest }) },
      ],
    });
    expect(lineOf('xã Quảng Phú')[4]?.trim()).toBe(said);
    expect(lineOf('xã Bình Định')[4]?.trim()).toBe('đồng bộ vừa xong · 1 máy');
    expect(screen.getByText(/^Số liệu của 1\/2 xã là mới/)).toBeDefined();
  });
});
