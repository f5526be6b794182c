/** What the intake desk gives back, and what leaves on paper; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { emptyIntakeForm } from '../../client/src/features/intake/intake-form.ts';
import { at, chain, procedures } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, heading, officers, type ScreenDesk } from './desk.tsx';

function halfTyped(desk: ScreenDesk, who: Staff, fullName: string, minutesAgo: number) {
  const form = { ...emptyIntakeForm, owner: { ...emptyIntakeForm.owner, fullName } };
  return act(() =>
    desk.services.drafts.save({
      id: `phieu-${who.id}-${minutesAgo}`,
      updatedAt: desk.time.now - minutesAgo * 60_000,
      actor: who.id,
      title: fullName,
      form: { form },
    }),
  );
}

const shown = async () => {
  await heading('Tiếp nhận hồ sơ');
  return document.querySelector('main')?.textContent ?? '';
};

describe('the intake desk', () => {
  it('[V9] the officer gets the newest of the own half-typed forms back, never that of another on the same tablet', async () => {
    const desk = await deskOf(officers.clerk);
    await halfTyped(desk, officers.secondClerk, 'Người Của Máy Bên', 1);
    await desk.show('/tiep-nhan');
    expect(await shown()).not.toMatch(/Người Của Máy Bên|đang nhập dở/);
    await halfTyped(desk, officers.clerk, 'Người Cũ Hơn', 60);
    await halfTyped(desk, officers.clerk, 'Người Của Tôi', 5);
    await desk.show('/tiep-nhan');
    expect(await shown()).toMatch(/Tiếp tục hồ sơ đang nhập dở.*Người Của Tôi/);
    expect(await shown()).not.toMatch(/Người Của Máy Bên/);
  });
});

describe('an intake by hand', () => {
  it('[V16] says what is missing, then gives the code, the promise and the receipt to print, and the half-typed form is gone', async () => {
    const printed = vi.fn<() => void>();
    Object.assign(window, { print: printed });
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.show('/tiep-nhan');
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    const name = await screen.findByLabelText(/Họ, chữ đệm và tên/);
    expect(name).toBeTruthy();
    fireEvent.keyDown(window, { key: 'F6' });
    fireEvent.keyDown(window, { key: 'F9' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/Nhập họ tên chủ hồ sơ/);
    expect(desk.services.dossiers.index.size()).toBe(0);

    // F6 went on to the papers.
    fireEvent.click(screen.getByRole('button', { name: /2 Người nộp/ }));
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: '027190000001' } });
    await waitFor(() => expect(desk.services.drafts.list.get()).toHaveLength(1));
    fireEvent.keyDown(window, { key: 'F9' });
    await heading('Đã tiếp nhận');
    const [row] = desk.services.dossiers.index.query({ limit: 9 }, desk.time.now);
    expect(screen.getByTestId('dossier-code').textContent).toBe(row?.code);
    // The 24th is a day off.
    expect(row).toMatchObject({ status: 'ACCEPTED', dueAt: at('27/11/2026 17:00') });
    await waitFor(() => expect(printed).toHaveBeenCalledOnce());
    const copies = [...document.querySelectorAll('.print-root [data-form]')].map((sheet) => sheet.textContent ?? '');
    expect(copies).toHaveLength(2);
    expect(copies.filter((text) => text.includes('027190000001'))).toHaveLength(1);
    expect(copies.every((text) => text.includes(row?.code ?? '?') && text.includes('ngày 27 tháng 11 năm 2026'))).toBe(true);
    expect(desk.services.drafts.list.get()).toEqual([]);
  });
});

describe('keys of the intake', () => {
  const half = async (desk: ScreenDesk, query: string = procedures.threeDays.key) => {
    Object.assign(window, { print: () => undefined });
    await desk.show('/tiep-nhan');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Thủ tục' }), { target: { value: query } });
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: '027190000001' } });
  };

  it('[V40] F9 with papers nobody marked opens them, says how many are left, and makes nothing however often it is pressed', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await half(desk);
    for (let i = 0; i < 4; i++) fireEvent.keyDown(window, { key: 'F9' });
    const list = await screen.findByRole('list', { name: 'Phải nộp' });
    expect(document.activeElement).toBe(within(list).getAllByRole('checkbox')[0]);
    expect(document.body.textContent).toMatch(/còn \d giấy tờ chưa đánh dấu/);
    expect(desk.services.dossiers.index.size()).toBe(0);
  });

  it('[V41] F8 shows what the slip will say, with a reason for every paper; only its own button writes it', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await half(desk);
    fireEvent.keyDown(window, { key: 'F8' });
    const dialog = await screen.findByRole('dialog');
    for (const key of ['F8', 'F9', 'F8']) fireEvent.keyDown(window, { key });
    expect(desk.services.dossiers.index.size()).toBe(0);
    const [first] = within(dialog).getAllByRole('combobox');
    fireEvent.change(must(first, 'a paper'), { target: { value: 'hết hạn' } });
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Ghi và in phiếu hướng dẫn' })));
    await heading('Đã ghi nhận hướng dẫn bổ sung');
    const [row] = desk.services.dossiers.index.query({ limit: 9 }, desk.time.now);
    const view = await desk.services.dossiers.open(must(row, 'a row').id);
    const guided = view?.timeline.find(({ event }) => event.type === 'CitizenGuided')?.event.data;
    expect(guided).toMatchObject({ missing: [{ note: 'hết hạn' }, { note: 'chưa có' }] });
    expect(JSON.stringify(guided)).toContain('Tờ khai: hết hạn; ');
  });

  it('[V42] the same matter of the same person on the same day is told before it is taken in again', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    const told = () => screen.queryByText(/Hôm nay đã nhận 1 hồ sơ/);
    const before: boolean[] = [];
    for (const known of [false, true]) {
      await half(desk);
      await waitFor(() => expect(told() !== null).toBe(known));
      before.push(told() !== null);
      fireEvent.keyDown(window, { key: 'F6' });
      fireEvent.keyDown(window, { key: 'F9' });
      await heading('Đã tiếp nhận');
      fireEvent.keyDown(window, { key: 'F2' });
    }
    expect(before).toEqual([false, true]);
  });

  it('[V43] done while the citizen waits: F10 says what is written once, and one press takes in, finishes and hands over', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await half(desk, procedures.instant.key);
    fireEvent.keyDown(window, { key: 'F6' });
    fireEvent.click(await screen.findByRole('button', { name: /4 Hẹn trả/ }));
    fireEvent.change(await screen.findByLabelText(/Phí, lệ phí/), { target: { value: '8000' } });
    fireEvent.keyDown(window, { key: 'F10' });
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toMatch(/Đã thu 8\.000.*Trả cho chủ hồ sơ trần thị bích/);
    fireEvent.keyDown(window, { key: 'F10' });
    expect(desk.services.dossiers.index.size()).toBe(0);
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Đúng như vậy, ghi và trả' })));
    await heading('Đã nhận và trả kết quả');
    const [row] = desk.services.dossiers.index.query({ limit: 9 }, desk.time.now);
    expect(row).toMatchObject({ status: 'RETURNED', code: expect.any(String) });
    // Whoever has his result may be asked how he was served, on a page of his own (V430).
    expect((await screen.findByRole('link', { name: 'Mời người dân đánh giá' })).getAttribute('href')).toBe(`/danh-gia/${row?.id}`);
  });

  it('[V44] after the act: who, what, where it is now, and the file goes to its officer with one press', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await half(desk);
    fireEvent.keyDown(window, { key: 'F6' });
    fireEvent.keyDown(window, { key: 'F9' });
    await heading('Đã tiếp nhận');
    expect(document.body.textContent).toMatch(/trần thị bích · 1\.000001/);
    expect(await screen.findByText(/Chưa gửi về trung tâm|Đang gửi về trung tâm|Trung tâm đã nhận/)).toBeTruthy();
    await act(async () => void fireEvent.click(await screen.findByRole('button', { name: `Chuyển cho ${officers.specialist.fullName}` })));
    expect(await screen.findByText(new RegExp(`Đã chuyển cho ${officers.specialist.fullName}`))).toBeTruthy();
    expect(desk.services.dossiers.index.query({ limit: 9 }, desk.time.now)[0]).toMatchObject({ status: 'IN_PROCESS' });
  });

  it('[V45] card first: Enter goes to the procedure; a name in small letters is offered in name case; an added paper takes its name at once', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.show('/tiep-nhan');
    fireEvent.click(await screen.findByRole('button', { name: /2 Người nộp/ }));
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Viết hoa: Trần Thị Bích' }));
    expect((screen.getByLabelText(/Họ, chữ đệm và tên/) as HTMLInputElement).value).toBe('Trần Thị Bích');
    fireEvent.click(screen.getByRole('button', { name: /Tiếp tục/ }));
    const search = await screen.findByRole('combobox', { name: 'Thủ tục' });
    expect(document.activeElement).toBe(search);
    // Picked by its place, and on to the papers: the person stands there already.
    fireEvent.keyDown(search, { key: '1', code: 'Digit1', altKey: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm giấy tờ khác' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Tên giấy tờ'));
  });
});

describe('a promise the officer makes', () => {
  const typed = async (desk: ScreenDesk, query: string) => {
    await desk.show('/tiep-nhan');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Thủ tục' }), { target: { value: query } });
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: '027190000001' } });
    fireEvent.keyDown(window, { key: 'F6' });
  };
  const openDue = async () => {
    fireEvent.click(await screen.findByRole('button', { name: /4 Hẹn trả/ }));
    return screen.findByLabelText('Ngày hẹn trả');
  };

  it('[L64] a Sunday is told where it was typed, and the next working days are one press away', async () => {
    const desk = await deskOf(officers.clerk, { now: at('20/11/2026 10:00') });
    await typed(desk, procedures.noLimit.key);
    const date = await openDue();
    expect(screen.getByText('Ngày hẹn được:').parentElement?.textContent).toContain('thứ Hai 23/11/2026thứ Tư 25/11/2026');
    fireEvent.change(date, { target: { value: '22/11/2026' } });
    fireEvent.blur(date);
    expect(await screen.findByText(/Chủ nhật 22\/11\/2026 là ngày nghỉ, không hẹn trả được/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'thứ Hai 23/11/2026' }));
    expect((date as HTMLInputElement).value).toBe('23/11/2026');
    expect(screen.queryByText(/là ngày nghỉ, không hẹn trả được/)).toBeNull();
    expect(document.querySelector('#due strong')?.textContent).toBe('thứ Hai 23/11/2026, 17:00');
  });

  it('[L66] D7: where the next year is missing the date is offered, taken in with one press, and printed as provisional', async () => {
    Object.assign(window, { print: () => undefined });
    const desk = await deskOf(officers.clerk, { now: at('30/12/2027 10:00') });
    await typed(desk, procedures.threeDays.key);
    await openDue();
    expect(screen.getByText(/Chưa có lịch làm việc năm 2028/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'thứ Ba 04/01/2028' }));
    expect((screen.getByLabelText('Căn cứ của ngày hẹn') as HTMLInputElement).value).toBe('Tạm tính: chưa có lịch làm việc năm 2028.');
    fireEvent.keyDown(window, { key: 'F9' });
    await heading('Đã tiếp nhận');
    const [row] = desk.services.dossiers.index.query({ limit: 9 }, desk.time.now);
    expect(row).toMatchObject({ status: 'ACCEPTED', dueAt: at('04/01/2028 17:00') });
    await waitFor(() =>
      expect(document.querySelector('.print-root [data-form]')?.textContent).toContain('ngày 04 tháng 01 năm 2028 (tạm tính)'),
    );
  });
});

describe('a day of the officer', () => {
  it('[V71] the day it would be has its reason; any other day asks for one, also while papers are missing', async () => {
    const desk = await deskOf(officers.clerk, { now: at('30/12/2027 10:00') });
    await desk.show('/tiep-nhan');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Thủ tục' }), { target: { value: procedures.threeDays.key } });
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: '027190000001' } });
    fireEvent.click(await screen.findByRole('button', { name: /4 Hẹn trả/ }));
    const reason = () => screen.getByLabelText<HTMLInputElement>('Căn cứ của ngày hẹn').value;
    fireEvent.click(await screen.findByRole('button', { name: 'thứ Ba 04/01/2028' }));
    expect(reason()).toMatch(/^Tạm tính/);
    fireEvent.change(screen.getByLabelText('Ngày hẹn trả'), { target: { value: '06/01/2028' } });
    expect(reason()).toBe('');
    fireEvent.keyDown(window, { key: 'F9' });
    expect((await screen.findByRole('alert')).textContent).toContain('Ghi căn cứ của ngày hẹn');
    fireEvent.change(screen.getByLabelText('Căn cứ của ngày hẹn'), { target: { value: 'QĐ 12' } });
    fireEvent.change(screen.getByLabelText('Giờ'), { target: { value: '10:00' } });
    expect(reason()).toBe('QĐ 12');
    fireEvent.keyDown(window, { key: 'F9' });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(await screen.findByText(/Còn \d giấy tờ bắt buộc chưa đánh dấu/)).toBeTruthy();
    expect(desk.services.dossiers.index.size()).toBe(0);
  });
});

describe('the receipt', () => {
  it('[V10] the copy that is carried about has no full ID number, the kept one has it; on screen and on paper', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    await desk.show(`/in/RECEIPT/${dossierOf('ho-so')}`);
    await heading(/Giấy tiếp nhận/);
    const copies = [...document.querySelectorAll('[data-form]')].map((sheet) => ({
      name: sheet.getAttribute('data-form') ?? '',
      text: sheet.textContent ?? '',
    }));
    const given = copies.filter(({ name }) => name.includes('Giao'));
    const kept = copies.filter(({ name }) => name.includes('Lưu'));
    expect([given.length, kept.length]).toEqual([2, 2]);
    for (const { text } of kept) expect(text).toContain('027190000001');
    for (const { text } of given) {
      expect(text).toContain('Nguyễn Thị Mẫu');
      expect(text).toMatch(/001 \(CCCD\)/);
      expect(text).not.toMatch(/02719/);
    }
  });

  it('[V10] the list of dossiers shows no full ID number', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    await desk.show('/so-theo-doi');
    expect(await screen.findByText('Nguyễn Thị Mẫu')).toBeDefined();
    expect(document.body.innerHTML).not.toContain('027190000001');
  });
});
