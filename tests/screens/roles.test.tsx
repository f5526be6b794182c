/** Which parts of the app are for whom; rules in tests/rules/screens.md. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { deskOf, heading, officers } from './desk.tsx';

async function railOf(who: Staff): Promise<readonly string[]> {
  const desk = await deskOf(who);
  await desk.show('/so-theo-doi');
  await heading('Sổ theo dõi hồ sơ');
  const [rail] = screen.getAllByRole('navigation', { name: 'Điều hướng' });
  return within(rail as HTMLElement)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');
}

describe('what is for whom', () => {
  it('[V6] only those who may take in see the way to the intake desk, and F2 opens it for nobody else', async () => {
    for (const who of [officers.clerk, officers.districtClerk]) expect((await railOf(who))[0], who.login).toMatch(/Tiếp nhận/);
    for (const who of [
      officers.specialist,
      officers.signer,
      officers.communeAdmin,
      officers.auditor,
      officers.districtMonitor,
      officers.districtAdmin,
    ]) {
      expect((await railOf(who)).join(' '), who.login).not.toMatch(/Tiếp nhận/);
      fireEvent.keyDown(window, { key: 'F2' });
      expect(window.location.pathname).toBe('/so-theo-doi');
    }
  });

  it('[V6] the list of communes is the centre’s, drafts are the commune’s', async () => {
    const centre = await railOf(officers.districtMonitor);
    expect(centre.some((entry) => entry.startsWith('Các xã'))).toBe(true);
    expect(centre.some((entry) => entry.startsWith('Nháp'))).toBe(false);
    const commune = await railOf(officers.clerk);
    expect(commune.some((entry) => entry.startsWith('Các xã'))).toBe(false);
    expect(commune.some((entry) => entry.startsWith('Nháp'))).toBe(true);
  });

  it.each<readonly [keyof typeof officers, readonly string[]]>([
    ['communeAdmin', ['Máy', 'Cán bộ', 'Việc bị từ chối', 'Nhật ký quản trị']],
    [
      'districtAdmin',
      ['Mở huyện', 'Máy', 'Cán bộ', 'Đơn vị', 'Thủ tục', 'Lịch làm việc', 'Cấu hình', 'Việc bị từ chối', 'Nhật ký quản trị'],
    ],
    ['clerk', []],
    ['auditor', ['Nhật ký quản trị']],
    ['districtClerk', []],
    ['districtMonitor', ['Nhật ký quản trị']],
  ])('[V7] %s is shown these parts of the administration: %j', async (who, tabs) => {
    const desk = await deskOf(officers[who]);
    await desk.show('/quan-tri');
    await heading('Quản trị');
    await waitFor(() => expect(screen.queryAllByRole('radio').map((tab) => tab.parentElement?.textContent)).toEqual(tabs));
    expect(screen.queryAllByRole('link', { name: 'Quản trị' }).length > 0).toBe(tabs.length > 0);
    expect(screen.queryByText(/dành cho quản trị/) !== null).toBe(tabs.length === 0);
  });

  it('[K62] an agency identifier that nobody has confirmed says so, with what hangs on it', async () => {
    const desk = await deskOf(officers.districtAdmin);
    await desk.show('/quan-tri');
    fireEvent.click(await screen.findByRole('radio', { name: 'Đơn vị' }));
    expect(await screen.findByText('000.00.38.H05 (chưa xác nhận)')).toBeTruthy();
    expect(screen.getByText('000.01.38.H05')).toBeTruthy();
    expect(screen.getByText(/đối chiếu với quyết định của UBND tỉnh/)).toBeTruthy();
  });

  it('[L69] the district enters the next year as typed lines; what is wrong is told by its line before anything is sent', async () => {
    const desk = await deskOf(officers.districtAdmin);
    await desk.show('/quan-tri');
    fireEvent.click(await screen.findByRole('radio', { name: 'Lịch làm việc' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Nhập lịch năm 2028' }));
    const lines = await screen.findByRole('textbox', { name: /mỗi dòng một ngày/ });
    fireEvent.change(lines, { target: { value: '3/1 Nghỉ bù\n7/5 Nghỉ' } });
    expect((await screen.findByRole('alert')).textContent).toContain('7/5/2028 vốn không phải ngày làm việc');
    fireEvent.change(lines, { target: { value: '3/1 Nghỉ bù\nlàm 8/1 Làm bù' } });
    expect((await screen.findByRole('status')).textContent).toBe('Đọc được 1 ngày nghỉ, 1 ngày làm bù.');
    fireEvent.change(screen.getByRole('textbox', { name: /Căn cứ/ }), { target: { value: 'TB 12/TB-BNV' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    expect(await screen.findByText(/Đã lưu ở trung tâm. Các máy nhận lịch mới/)).toBeTruthy();
  });

  it('[L63] the hours of the week are typed by the weekday; a working day without hours is refused in its place', async () => {
    const desk = await deskOf(officers.districtAdmin);
    await desk.show('/quan-tri');
    fireEvent.click(await screen.findByRole('radio', { name: 'Lịch làm việc' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Giờ làm việc trong tuần' }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Thứ Bảy' }), { target: { value: '7:30-11:30' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chủ nhật: tính là ngày làm việc' }));
    expect(await screen.findByText('Ngày làm việc phải có giờ.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chủ nhật: tính là ngày làm việc' }));
    fireEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    expect(await screen.findByText(/Đã lưu ở trung tâm. Các máy nhận lịch mới/)).toBeTruthy();
  });
});
