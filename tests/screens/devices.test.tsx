/** The devices board and what can be done with a device; rules in tests/rules/screens.md. */
import { expect, it } from 'vitest';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { DeviceRow } from '../../client/src/contract/admin.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { ok } from '@onestop/shared/kernel/result.ts';
import { at, communeId, otherCommuneId } from '../support/builders.ts';
import { deskOf, heading, officers } from './desk.tsx';

const now = at('25/11/2026 09:00');
const report = { appVersion: '0.1.0', pendingEvents: 0, pendingBytes: 0, persisted: true, clock: now - 60_000 };
const row = (name: string, rest: Partial<DeviceRow>): DeviceRow => ({
  id: name as DeviceId,
  name,
  office: communeId,
  createdAt: now,
  use: 'ACTIVE',
  lastExchangeAt: now - 60_000,
  pendingEvents: 0,
  report,
  ...rest,
});
const silentAt = now - 72 * 3_600_000;
const rows: readonly DeviceRow[] = [
  row('Máy khỏe', {}),
  row('Máy lệch giờ', { office: otherCommuneId, report: { ...report, clock: now + 600_000, persisted: false } }),
  row('Máy im', {
    lastExchangeAt: silentAt,
    pendingEvents: 37,
    report: {
      ...report,
      clock: silentAt,
      pendingEvents: 37,
      problems: [{ code: 'network/unreachable', count: 12, firstAt: silentAt - 3_600_000, lastAt: silentAt }],
    },
  }),
  row('Máy mất', { use: 'LOST', revokedAt: now - 3_600_000, outNote: 'chị Lan gọi 8:00' }),
];

async function board(): Promise<{ readonly asked: readonly string[] }> {
  const desk = await deskOf(officers.districtAdmin, { now });
  const asked: string[] = [];
  Object.assign(desk.services.admin, {
    listDevices: () => Promise.resolve(ok(rows)),
    replaceDevice: (id: string, by: string) => Promise.resolve(void asked.push(`replaced ${id} ${by}`)).then(() => ok()),
    retireDevice: (id: string) => Promise.resolve(void asked.push(`retire ${id}`)).then(() => ok()),
    reportDeviceLost: (id: string, note: string) => Promise.resolve(void asked.push(`lost ${id} ${note}`)).then(() => ok()),
  });
  await desk.show('/quan-tri');
  fireEvent.click(await screen.findByRole('radio', { name: 'Máy' }));
  await screen.findByText('Máy im');
  return { asked };
}

const shown = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

it('[V112] the gravest trouble first, in words, with what was reported and when', async () => {
  await board();
  expect(shown()).toEqual(['Máy im', 'Máy lệch giờ', 'Máy khỏe']);
  const silent = screen.getByRole('row', { name: /^Máy im/ }).textContent;
  expect(silent).toMatch(/lâu không liên lạc.*Không liên lạc được với trung tâm\. 12 lần, từ 08:00 22\/11 đến 09:00 22\/11\./);
  expect(silent).toMatch(/3 ngày trước37 \(báo lúc 09:00 22\/11\)đúngđược giữ/);
  expect(screen.getByRole('row', { name: /^Máy lệch giờ/ }).textContent).toMatch(/đồng hồ sai.*chưa hứa giữ.*nhanh 11 phútchưa được giữ/);
});

it('[V112] filtered by state and office, and sorted', async () => {
  await board();
  fireEvent.change(screen.getByLabelText('Tình trạng'), { target: { value: 'OUT' } });
  expect(shown()).toEqual(['Máy mất']);
  expect(screen.getByText('Người báo: chị Lan gọi 8:00')).toBeDefined();
  fireEvent.change(screen.getByLabelText('Tình trạng'), { target: { value: 'ALL' } });
  fireEvent.change(screen.getByLabelText('Xếp theo'), { target: { value: 'NAME' } });
  expect(shown()).toEqual(['Máy im', 'Máy khỏe', 'Máy lệch giờ', 'Máy mất']);
  fireEvent.change(screen.getByRole('combobox', { name: 'Đơn vị' }), { target: { value: otherCommuneId } });
  expect(shown()).toEqual(['Máy lệch giờ']);
});

it('[V112] before a device is retired or reported lost it is said what follows, and who reported it is asked', async () => {
  const { asked } = await board();
  fireEvent.click(screen.getByRole('button', { name: 'Việc khác Máy im' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('radio', { name: 'Cho thôi dùng' }));
  expect(dialog.getByText(/máy báo còn 37 việc chờ gửi/)).toBeDefined();
  fireEvent.click(dialog.getByRole('radio', { name: 'Báo mất' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Báo mất' }));
  expect(asked).toEqual([]);
  fireEvent.change(dialog.getByLabelText(/^Ai báo/), { target: { value: 'chị Lan' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Báo mất' }));
  await screen.findByText('Máy im');
  expect(asked).toEqual(['lost Máy im chị Lan']);
});

it('[V162] a row that another device replaced is taken out for it, and it is said that what waited there comes no more', async () => {
  const { asked } = await board();
  fireEvent.click(within(screen.getByRole('row', { name: /^Máy im/ })).getByRole('button', { name: /Việc khác/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Máy im' });
  fireEvent.click(within(dialog).getByRole('radio', { name: /Đã thay bằng máy khác/ }));
  expect(dialog.textContent).toContain('việc đó không đến nữa');
  const offered = within(within(dialog).getByRole('combobox', { name: 'Máy thay thế' })).getAllByRole('option');
  expect(offered.map((one) => one.textContent)).toEqual(['Máy khỏe (Máy khỏe)']);
  fireEvent.submit(within(dialog).getByRole('combobox', { name: 'Máy thay thế' }));
  await waitFor(() => expect(asked).toEqual(['replaced Máy im Máy khỏe']));
});

it('[V112] a lost device stands on the morning page', async () => {
  const desk = await deskOf(officers.districtMonitor, { now });
  const freshness = [{ office: communeId, devices: 0, pendingEvents: 0, lost: [{ name: 'Máy mất', at: now - 3_600_000 }] }];
  await desk.receive([], communeId, { freshness });
  await desk.show('/trung-tam');
  await heading('Tình hình các xã');
  expect(screen.getByText('Máy mất, xã Bình Định: bị chặn từ 08:00 ngày 25/11/2026')).toBeDefined();
});
