/** A desk whose work or reference data are too old; rules in tests/rules/screens.md. */
import axe from 'axe-core';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { receipt } from '../../client/src/data/db/test-desk.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { dayEventOf } from '../support/day-samples.ts';
import { at, chain, communeId, day, intakeFor, procedures, reference, settings } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, heading, officers, region, secret, type ScreenDesk } from './desk.tsx';

const dayMs = 86_400_000;
const morning = at('02/11/2026 09:00');
const freezing = { ...reference, settings: { ...settings, hotline: '0222 3 865 432', freezeWhenTooOld: true } };

const accept = (desk: ScreenDesk) =>
  act(() =>
    desk.services.dossiers.perform({
      command: 'accept',
      input: { intake: intakeFor(procedures.threeDays), databasePapersConfirmed: true },
    }),
  );

/** Heard the centre, accepted something, and then waited. */
async function deskAfter(days: number, options: Parameters<typeof deskOf>[1] = {}): Promise<ScreenDesk> {
  const desk = await deskOf(officers.clerk, { now: morning, ...options });
  await desk.receive(asDossier(chain(['DossierAccepted', 'DossierFinished']), 'cho-tra'));
  expect((await accept(desk)).ok).toBe(true);
  desk.time.now += days * dayMs;
  return desk;
}

const banner = () => screen.findByText(/việc chưa gửi về trung tâm/);
const type = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

it('[V330] what is nearly or already too old is said on every screen with what to do next, and goes with the exchange', async () => {
  const desk = await deskAfter(5.5);
  await desk.show('/so-theo-doi');
  expect(screen.queryByText(/việc chưa gửi về trung tâm/)).toBeNull();
  desk.time.now = morning + 6 * dayMs;
  await desk.show('/so-theo-doi');
  const warned = await banner();
  expect(warned.getAttribute('role')).toBe('status');
  expect(warned.textContent).toMatch(/đã 6 ngày \(huyện cho phép 7 ngày\).*nối mạng rồi bấm “Đồng bộ ngay”\.$/);
  desk.time.now = morning + 31 * dayMs;
  await desk.show('/thu-tuc');
  const old = await banner();
  expect(old.getAttribute('role')).toBe('alert');
  expect(old.textContent).toMatch(/đã 31 ngày \(huyện cho phép 7.*Danh mục, lịch và cán bộ.*đã 31 ngày.*cho phép 30.*báo trung tâm/);
  expect(screen.queryByRole('button', { name: 'Mở khẩn cấp' }), 'this district never freezes').toBeNull();
  expect((await accept(desk)).ok, 'said, and nothing more').toBe(true);

  await press('Đồng bộ ngay');
  await heading('Đồng bộ');
  await act(() => desk.exchange((request) => receipt(request, {})));
  await desk.show('/so-theo-doi');
  expect(screen.queryByText(/việc chưa gửi|Danh mục, lịch/)).toBeNull();
});

it('[V331] where the district freezes, an acceptance is refused with a sentence and the form stays; everything else goes on', async () => {
  const desk = await deskAfter(8, { reference: freezing });
  await desk.show('/tiep-nhan');
  expect((await banner()).textContent).toMatch(
    /^Máy tạm dừng tiếp nhận hồ sơ mới.*báo trung tâm \(0222 3 865 432\).*Xem, in, giải quyết, trả kết quả vẫn làm được/,
  );
  fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
  await screen.findByLabelText(/Họ, chữ đệm và tên/);
  fireEvent.keyDown(window, { key: 'F6' });
  fireEvent.click(screen.getByRole('button', { name: /2 Người nộp/ }));
  await screen.findByLabelText(/Họ, chữ đệm và tên/);
  type(/Họ, chữ đệm và tên/, 'trần thị bích');
  type(/Số giấy tờ/, '027190000001');
  await waitFor(() => expect(desk.services.drafts.list.get()).toHaveLength(1));
  fireEvent.keyDown(window, { key: 'F9' });
  expect(await screen.findByText(/Những gì đã nhập vẫn còn/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Số giấy tờ/).value.replaceAll(' ', '')).toBe('027190000001');
  expect(desk.services.dossiers.index.size()).toBe(2);

  const instant = await act(() =>
    desk.services.dossiers.perform({
      command: 'acceptAndFinish',
      input: { intake: intakeFor(procedures.threeDays), result: { outcome: 'GRANTED' } } as never,
    }),
  );
  expect(instant).toEqual({ ok: false, error: { code: 'desk/frozen' } });
  const noted = await act(() =>
    desk.services.dossiers.perform({ command: 'addNote', dossier: dossierOf('cho-tra'), input: { note: 'dân hẹn chiều đến' } }),
  );
  expect(noted.ok).toBe(true);
  const drafted = await act(() => desk.services.dossiers.perform({ command: 'draft', input: { intake: intakeFor(procedures.threeDays) } }));
  expect(drafted.ok, 'what the citizen brought is kept').toBe(true);
  await desk.show('/so-theo-doi');
  expect(await screen.findAllByText(/Nguyễn Thị Mẫu/)).toBeTruthy();

  await act(() => desk.exchange((request) => receipt(request, {})));
  expect((await accept(desk)).ok, 'sent: at once').toBe(true);
});

it('[V332] the head of the desk opens with a PIN and a reason, for this device and this day; the closing of the day tells it', async () => {
  const desk = await deskAfter(8, { reference: freezing });
  await desk.show('/chot-ca');
  await banner();
  await press('Mở khẩn cấp');
  const dialog = await screen.findByRole('dialog', { name: 'Mở tiếp nhận khẩn cấp' });
  expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })).violations.map(({ id }) => id)).toEqual([]);
  const submit = () => act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Cho tiếp nhận hôm nay' })));
  await submit();
  expect(dialog.textContent).toContain('Chưa nhập: Lý do');
  expect((await accept(desk)).ok).toBe(false);
  type(/^Lý do/, 'đường truyền hỏng, dân đang chờ');
  type('Người cho phép', officers.signer.login);
  type(/Mã PIN của người cho phép/, '0000');
  await submit();
  expect(await within(dialog).findByText(/Mã PIN không đúng/)).toBeTruthy();
  expect((await accept(desk)).ok).toBe(false);
  type(/Mã PIN của người cho phép/, secret);
  await submit();

  const opened = await screen.findByText(/Tiếp nhận mới được/);
  expect(opened.textContent).toMatch(/^Máy này có việc chưa gửi.*Tiếp nhận mới được chu cho phép trên máy này đến hết hôm nay/);
  expect(screen.queryByRole('button', { name: 'Mở khẩn cấp' })).toBeNull();
  expect((await accept(desk)).ok).toBe(true);
  expect(desk.services.session.current.get()).toMatchObject({ staff: { id: officers.clerk.id }, locked: false });
  expect(screen.getByText(/chu cho phép lúc 09:00: đường truyền hỏng, dân đang chờ/)).toBeTruthy();
  const today = await desk.services.daybook.open({ office: communeId, date: day('10/11/2026') });
  expect(today.freezeLifts).toMatchObject([{ device: 'may-1', by: officers.signer.id, reason: 'đường truyền hỏng, dân đang chờ' }]);
  fireEvent.click(await screen.findByRole('radio', { name: 'Ghi tổng số' }));
  const box = await region('Tiền mặt đối chiếu biên lai');
  fireEvent.change(within(box).getByRole('textbox', { name: /Tiền đếm được/ }), { target: { value: '0' } });
  await press('Chốt ca');
  await screen.findByText('Chờ lãnh đạo duyệt');
  expect(document.querySelector('.print-root')?.textContent).toMatch(/Tiếp nhận khẩn cấp.*chu cho phép/);

  desk.time.now = at('11/11/2026 00:01');
  expect((await accept(desk)).ok, 'another day').toBe(false);
});

it('[V332] what was opened on another device opens nothing here', async () => {
  const desk = await deskOf(officers.clerk, { now: morning, reference: freezing });
  const today = { office: communeId, date: day('10/11/2026') };
  const theirs = dayEventOf('FreezeLifted', { device: 'bd-9', seq: 1, at: at('10/11/2026 08:00'), actor: officers.signer.id });
  await desk.receive([{ ...theirs, dossier: dayIdOf(communeId, today.date) }]);
  expect((await accept(desk)).ok).toBe(true);
  desk.time.now = at('10/11/2026 09:00');
  expect((await desk.services.daybook.open(today)).freezeLifts).toMatchObject([{ device: 'bd-9' }]);
  expect(await accept(desk)).toMatchObject({ ok: false, error: { code: 'desk/frozen' } });
});
