/** A wrong clock on the screens; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { receipt } from '../../client/src/data/db/test-desk.ts';
import { at, intakeFor, procedures } from '../support/builders.ts';
import { deskOf, officers, region, type ScreenDesk } from './desk.tsx';

const day = 86_400_000;
const noon = at('26/11/2026 12:00');

const accept = (desk: ScreenDesk) =>
  act(() =>
    desk.services.dossiers.perform({
      command: 'accept',
      input: { intake: intakeFor(procedures.threeDays), databasePapersConfirmed: true },
    }),
  );

function fill(label: RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const send = (form: HTMLElement) => act(async () => void fireEvent.click(within(form).getByRole('button', { name: 'Ghi theo giờ này' })));

it('[V100] K2: a clock at 2020 says that it is slow and since when that is known; the officer states day and hour, and what is then done bears the mark', async () => {
  const desk = await deskOf(officers.clerk, { now: noon });
  desk.time.now = at('22/01/2020 08:00');
  await desk.show('/so-theo-doi');
  const refusal = await accept(desk);
  expect(refusal).toMatchObject({ ok: false, error: { code: 'clock/too-early' } });
  const alert = await screen.findByText(/Đồng hồ máy chạy chậm khoảng 7 năm.*12:00 ngày 26\/11\/2026.*chỉnh ngày giờ/);
  expect(alert.getAttribute('role')).toBe('alert');

  fireEvent.click(screen.getByRole('button', { name: 'Khai ngày giờ' }));
  const form = await screen.findByRole('dialog', { name: 'Khai ngày giờ' });
  // V81
  await send(form);
  expect(form.textContent).toContain('Chưa nhập: Ngày.');
  expect(document.activeElement).toBe(screen.getByLabelText(/^Ngày/));
  fill(/^Ngày/, '25/11');
  fill(/^Giờ/, '24:10');
  await send(form);
  expect(form.textContent).toMatch(/Ngày chưa đúng.*Nhập giờ và phút/);
  fill(/^Ngày/, '25/11/2026');
  fill(/^Giờ/, '8h15');
  await send(form);
  expect((await within(form).findByRole('alert')).textContent).toMatch(/Không thể sớm hơn 12:00 ngày 26\/11\/2026/);
  fill(/^Ngày/, '27/11/2026');
  await send(form);
  expect(await screen.findByText(/Đang ghi theo giờ do cán bộ khai vì đồng hồ máy chạy chậm/)).toBeTruthy();

  const done = await accept(desk);
  if (!done.ok) throw new Error(done.error.code);
  expect(done.value.state.acceptedAt).toBe(at('27/11/2026 08:15'));
  await desk.show(`/ho-so/${done.value.dossier}`);
  expect((await region('Diễn biến')).textContent).toMatch(/giờ do cán bộ khai/);
  expect((await region('Mã và tình trạng hồ sơ')).textContent).toMatch(/giờ do cán bộ khai/);
});

it('[V101] K1: after an act from the future the notice does not send the officer to spoil a right clock, and goes with the exchange; a clock that is off is told which way', async () => {
  const desk = await deskOf(officers.clerk, { now: noon });
  desk.time.now = noon + 40 * day;
  await desk.show('/so-theo-doi');
  expect((await accept(desk)).ok).toBe(true);
  desk.time.now = noon + 60_000;
  act(desk.services.device.checkClock);
  expect(
    await screen.findByText(/sớm hơn khoảng 40 ngày so với việc máy này đã ghi.*Nếu đồng hồ đúng thì việc kia bị ghi sai giờ/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Khai ngày giờ' }));
  await screen.findByRole('dialog', { name: 'Khai ngày giờ' });
  fill(/^Ngày/, '26/11/2026');
  fill(/^Giờ/, '13:00');
  expect(screen.getByRole('dialog').textContent).toMatch(/việc đó khi ấy bị ghi sai giờ/);
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ qua' }));

  const refused = [{ seq: 1, code: 'event/time-impossible', kind: 'REFUSED' }] as const;
  await act(() => desk.exchange((request) => receipt(request, { refused })));
  expect(screen.queryByText(/Đồng hồ máy/)).toBeNull();

  desk.time.now += 40 * day;
  await act(() => desk.exchange((request) => receipt(request, { serverTime: noon + 120_000 })));
  const told = await screen.findByText(/Đồng hồ máy chạy nhanh khoảng 40 ngày so với giờ trung tâm, hãy chỉnh/);
  expect(told.getAttribute('role')).toBe('status');
  expect(screen.queryByRole('button', { name: 'Khai ngày giờ' })).toBeNull();
  desk.time.now -= 40 * day + 3 * 3_600_000;
  await act(() => desk.exchange((request) => receipt(request, { serverTime: noon + 180_000 })));
  expect(await screen.findByText(/Đồng hồ máy chạy chậm khoảng 3 giờ so với giờ trung tâm/)).toBeTruthy();
});
