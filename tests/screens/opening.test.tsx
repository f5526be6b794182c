/** The administration's pages for opening a district: steps, switches, printed codes; the centre is reached by a hand-made line. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { day, offices, settings } from '../support/builders.ts';
import { deskOf, officers } from './desk.tsx';

async function administration(tab?: string) {
  const desk = await deskOf(officers.districtAdmin);
  await desk.show('/quan-tri');
  if (tab !== undefined) fireEvent.click(await screen.findByRole('radio', { name: tab }));
  return desk;
}

describe('opening a district', () => {
  it('[V140] begins with what is missing, names the communes, and leads to each place', async () => {
    await administration();
    expect(await screen.findByText('Còn 2 việc trước khi mọi xã tiếp nhận được hồ sơ.')).toBeTruthy();
    const devices = screen.getByRole('heading', { name: /Máy/ }).closest('li');
    expect(devices?.textContent).toContain('Còn thiếu: xã Bình Định, xã Quảng Phú.');
    fireEvent.click(screen.getByRole('button', { name: 'Mở mục này: Cấu hình' }));
    expect(await screen.findByRole('button', { name: 'Lưu cấu hình' })).toBeTruthy();
  });

  it('[V141] codes for several communes are made at once and stand on the printed sheet, each with its own', async () => {
    const desk = await administration();
    const issued: string[] = [];
    vi.spyOn(desk.services.admin, 'issueEnrolCode').mockImplementation(({ office, validDays }) => {
      issued.push(`${office} ${validDays}`);
      return Promise.resolve(ok({ code: `MA-${office}`, expiresAt: civilToInstant(day('02/12/2026'), 540) }));
    });
    fireEvent.click(await screen.findByRole('button', { name: 'In phiếu mã ghi danh' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Mã dùng được trong/ }), { target: { value: '30' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cấp 2 mã' }));
    expect(await within(dialog).findByText('Số ngày từ 1 đến 14.')).toBeTruthy();
    expect(issued).toEqual([]);
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Mã dùng được trong/ }), { target: { value: '7' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cấp 2 mã' }));
    expect(await screen.findByText(/Đã cấp 2 mã/)).toBeTruthy();
    expect(issued).toEqual([`${offices.commune.id} 7`, `${offices.otherCommune.id} 7`]);
    const paper = document.querySelector('.print-root');
    expect(paper?.querySelectorAll('svg')).toHaveLength(2);
    expect(paper?.textContent).toMatch(/Ghi danh máy của xã Bình Định.*MA-09529.*trước 09:00.*Ghi danh máy của xã Quảng Phú.*MA-09532/);
  });

  it('[V141] where one code fails, those that were made are kept and the first that failed is named', async () => {
    const desk = await administration();
    vi.spyOn(desk.services.admin, 'issueEnrolCode').mockImplementation(({ office }) =>
      Promise.resolve(
        office === offices.commune.id
          ? ok({ code: 'MA-1', expiresAt: civilToInstant(day('02/12/2026'), 540) })
          : err({ code: 'network/unreachable' }),
      ),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'In phiếu mã ghi danh' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cấp 2 mã' }));
    expect(await screen.findByText(/Chưa cấp được mã cho xã Quảng Phú/)).toBeTruthy();
    expect(document.querySelector('.print-root')?.textContent).toContain('MA-1');
  });
});

describe('settings', () => {
  it('[V142] are shown as an officer says them, read back, and sent whole', async () => {
    const desk = await administration('Cấu hình');
    const sent: Omit<Settings, 'reviewedOn'>[] = [];
    vi.spyOn(desk.services.admin, 'saveSettings').mockImplementation((given) => {
      sent.push(given);
      return Promise.resolve(ok());
    });
    expect(await screen.findByText(/chưa ai xem lại/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Nhận sau giờ này/ }).value).toBe('15:00');
    fireEvent.change(screen.getByRole('textbox', { name: /Nhận sau giờ này/ }), { target: { value: '16h30' } });
    fireEvent.change(screen.getByRole('textbox', { name: /Lưu ý in trên giấy/ }), {
      target: { value: ' Mang theo giấy này. \n\nĐeo khẩu trang.' },
    });
    fireEvent.change(screen.getByRole('combobox', { name: /chờ người dân nộp tiền/ }), { target: { value: 'ignore' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Lưu cấu hình' })));
    expect(await screen.findByText(/Đã lưu ở trung tâm/)).toBeTruthy();
    expect(sent).toEqual([
      {
        ...settings,
        sameDayCutoffMinute: 990,
        paymentWait: 'ignore',
        receiptNotes: ['Mang theo giấy này.', 'Đeo khẩu trang.'],
        publicNamesProcedure: false,
        unsentDaysMax: 7,
        referenceDaysMax: 30,
        freezeWhenTooOld: false,
      },
    ]);
  });

  it('[V333] the limits of what is too old show what holds, take an empty box for the usual, and refuse what is no number', async () => {
    const desk = await administration('Cấu hình');
    const sent: Omit<Settings, 'reviewedOn'>[] = [];
    vi.spyOn(desk.services.admin, 'saveSettings').mockImplementation((given) => {
      sent.push(given);
      return Promise.resolve(ok());
    });
    const unsent = await screen.findByRole<HTMLInputElement>('textbox', { name: /chưa gửi về trung tâm gọi là quá lâu/ });
    expect(unsent.value).toBe('7');
    const save = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Lưu cấu hình' })));
    fireEvent.change(unsent, { target: { value: 'ba' } });
    await save();
    expect(await screen.findByText(/Các ô cần sửa: Số ngày chưa gửi/)).toBeTruthy();
    expect([sent.length, unsent.value]).toEqual([0, 'ba']);
    fireEvent.change(unsent, { target: { value: '' } });
    fireEvent.change(screen.getByRole('textbox', { name: /gọi là quá cũ/ }), { target: { value: '10' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /tạm dừng tiếp nhận mới/ }));
    await save();
    expect(sent).toEqual([{ ...settings, publicNamesProcedure: false, referenceDaysMax: 10, freezeWhenTooOld: true }]);
  });

  it('[V142] what cannot be read is named by its box and nothing is sent; what was typed stays', async () => {
    const desk = await administration('Cấu hình');
    const save = vi.spyOn(desk.services.admin, 'saveSettings');
    fireEvent.change(await screen.findByRole('textbox', { name: /Nhận sau giờ này/ }), { target: { value: '25:00' } });
    fireEvent.change(screen.getByRole('textbox', { name: /Tự khóa máy/ }), { target: { value: 'mười' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lưu cấu hình' }));
    expect(await screen.findByText(/Các ô cần sửa: Giờ không còn trả trong ngày: chưa nhập; Số phút tự khóa: chưa nhập/)).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Tự khóa máy/ }).value).toBe('mười');
  });
});
