/** The administration's page of officers: found, added by the dozen, moved, given a new PIN on paper; rules in tests/rules/screens.md. The centre is reached by a hand-made line. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { communeId, day, otherCommuneId, reference } from '../support/builders.ts';
import { deskOf, officers, region } from './desk.tsx';

async function staffTab(answers: Readonly<Record<string, unknown>> = {}, district: ReferenceData = reference) {
  const desk = await deskOf(officers.districtAdmin, { answers, reference: district });
  await desk.show('/quan-tri');
  fireEvent.click(await screen.findByRole('radio', { name: 'Cán bộ' }));
  await region('Cán bộ');
  return desk;
}

const names = async () =>
  within(await region('Cán bộ'))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
const choose = (name: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const press = (name: string | RegExp) => act(async () => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name })));

const made = { id: 'x' as StaffId, fullName: 'Nguyễn Thị Hà', login: 'ha', office: communeId, secret: '482913' };

describe('finding officers', () => {
  it('[V154] by words without marks, unit, role and state; a filter that finds nobody says so', async () => {
    await staffTab();
    choose('Đơn vị', communeId);
    choose('Vai trò', 'auditor');
    expect(await names()).toEqual(['kiem']);
    choose('Vai trò', '');
    fireEvent.change(screen.getByRole('textbox', { name: 'Tìm cán bộ' }), { target: { value: 'KIÊM' } });
    expect(await names()).toEqual(['kiem']);
    choose('Tình trạng', 'INACTIVE');
    expect(await screen.findByText('Không có cán bộ nào như vậy. Bỏ bớt điều kiện lọc.')).toBeTruthy();
  });

  it('[V154] who stands in a unit that closes is marked as to be moved', async () => {
    const closing = reference.offices.map((one) =>
      one.id === communeId ? { ...one, validTo: day('31/12/2026'), successor: otherCommuneId } : one,
    );
    await staffTab({}, { ...reference, offices: closing });
    choose('Tình trạng', 'TO_MOVE');
    const table = await region('Cán bộ');
    expect(within(table).getAllByText('cần chuyển: đơn vị ngừng sau 31/12/2026')).toHaveLength((await names()).length);
    expect(await names()).not.toContain('minh');
  });
});

describe('several officers at once', () => {
  const row = { fullName: 'Nguyễn Thị Hà', login: 'ha', office: communeId, roles: ['clerk'] as const, title: 'Công chức' };

  it('[V155] what is wrong is told line by line and nobody is saved; what was looked over is saved and comes out as slips', async () => {
    const desk = await staffTab();
    const read = vi
      .spyOn(desk.services.admin, 'readStaffFile')
      .mockResolvedValueOnce(ok({ problems: ['Dòng 2, cột “Vai trò”: có “vua”.'] }))
      .mockResolvedValue(ok({ rows: [row] }));
    const add = vi.spyOn(desk.services.admin, 'addStaff').mockResolvedValue(ok([made]));
    fireEvent.click(screen.getByRole('button', { name: 'Thêm nhiều cán bộ' }));
    await screen.findByRole('dialog');
    await press('Kiểm tra');
    expect(await screen.findByText('Dán các dòng hoặc chọn tệp.')).toBeTruthy();
    expect(read).not.toHaveBeenCalled();
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Các dòng dán vào' });
    fireEvent.change(box, { target: { value: 'Họ tên\tĐăng nhập\nHà\tha' } });
    await press('Kiểm tra');
    expect(await screen.findByText('Dòng 2, cột “Vai trò”: có “vua”.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Thêm 1/ })).toBeNull();
    fireEvent.change(box, { target: { value: `${box.value}\t` } });
    expect(screen.queryByText('Dòng 2, cột “Vai trò”: có “vua”.')).toBeNull();
    await press('Kiểm tra');
    expect((await region('Cán bộ sẽ thêm')).textContent).toContain('xã Bình Định');
    expect(add).not.toHaveBeenCalled();
    await press('Thêm 1 cán bộ');
    expect(add.mock.calls).toEqual([[[row]]]);
    expect(await screen.findByText(/Đã lưu 1 cán bộ. In phiếu rồi mới đóng/)).toBeTruthy();
    expect(document.querySelector('.print-root')?.textContent).toMatch(/xã Bình Định.*Nguyễn Thị Hà.*Tên đăng nhập: ha.*482913/);
  });

  it('[V155] a row the centre refuses is named by the officer, and what was pasted stays', async () => {
    const desk = await staffTab();
    vi.spyOn(desk.services.admin, 'readStaffFile').mockResolvedValue(ok({ rows: [row] }));
    vi.spyOn(desk.services.admin, 'addStaff').mockResolvedValue(
      err({ code: 'admin/invalid', fields: [{ path: 'staff.0.login', problem: 'taken' }] }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Thêm nhiều cán bộ' }));
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Các dòng dán vào' });
    fireEvent.change(box, { target: { value: 'x' } });
    await press('Kiểm tra');
    await press('Thêm 1 cán bộ');
    expect(await screen.findByText('Nguyễn Thị Hà: Tên đăng nhập: đã có người dùng')).toBeTruthy();
    expect(box.value).toBe('x');
  });
});

describe('one officer', () => {
  it('[V156] a new PIN is asked for, shown once and printed, and gone when the slip is closed', async () => {
    const desk = await staffTab();
    const make = vi.spyOn(desk.services.admin, 'makeFirstSecret').mockResolvedValue(ok({ ...made, id: officers.clerk.id }));
    fireEvent.click(screen.getByRole('button', { name: 'Cấp PIN mới thanh' }));
    await screen.findByRole('dialog');
    expect(make).not.toHaveBeenCalled();
    await press('Cấp PIN');
    expect(make.mock.calls).toEqual([[officers.clerk.id]]);
    expect(document.querySelector('.print-root')?.textContent).toContain('482913');
    await press('Đóng, đã in xong');
    expect(document.body.textContent).not.toContain('482913');
  });

  it('[V157] a move says what stays; a login that is taken there is told at its field', async () => {
    await staffTab();
    fireEvent.click(screen.getByRole('button', { name: 'Sửa thanh' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('combobox', { name: 'Đơn vị' }), { target: { value: otherCommuneId } });
    expect(await within(dialog).findByText(/^Chuyển khỏi xã Bình Định: tên đăng nhập và PIN giữ nguyên/)).toBeTruthy();
    const login = within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Tên đăng nhập/ });
    fireEvent.change(login, { target: { value: 'mai' } });
    expect(await within(dialog).findByText(/đã có ở đơn vị được chọn/)).toBeTruthy();
    expect(login.getAttribute('aria-invalid')).toBe('true');
  });
});
