/** The record of administration on the screen, and what it takes to grant dangerous rights; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '@onestop/shared/kernel/result.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { AuditFilter, AuditRow } from '../../client/src/contract/admin.ts';
import { at, communeId, otherCommuneId } from '../support/builders.ts';
import { deskOf, heading, officers, region, type ScreenDesk } from './desk.tsx';

const grant: AuditRow = {
  id: 7,
  at: at('24/11/2026 09:30'),
  actor: officers.districtAdmin.id,
  device: 'may-2' as DeviceId,
  office: communeId,
  otherOffice: otherCommuneId,
  what: 'staff/changed',
  target: officers.clerk.id,
  changes: [
    { field: 'roles', before: 'clerk', after: 'clerk, commune_admin' },
    { field: 'office', before: otherCommuneId, after: communeId },
    { field: 'phone', after: '=1+1' },
    { field: 'secret' },
  ],
  reason: 'thay người nghỉ ốm',
  grave: ['CONTROL_TO_CLERK'],
};

/** The centre's answers, and what it was asked. */
function centreSays(desk: ScreenDesk, entries: readonly AuditRow[]) {
  const asked: AuditFilter[] = [];
  const list = async (filter: AuditFilter) => {
    asked.push(filter);
    return ok({
      entries: filter.before === undefined ? entries : [{ ...grant, id: 3, what: 'session/opened' as const }],
      more: filter.before === undefined,
    });
  };
  const seen = vi.fn<(ids: readonly number[]) => Promise<{ readonly ok: true; readonly value: undefined }>>(async () => ({
    ok: true,
    value: undefined,
  }));
  const save = vi.fn<(input: unknown) => Promise<{ readonly ok: true; readonly value: undefined }>>(async () => ({
    ok: true,
    value: undefined,
  }));
  const listDevices = async () => ok([]);
  Object.assign(desk.services.admin, { listDevices, listAudit: list, exportAudit: list, markAuditSeen: seen, saveStaff: save });
  return { asked, seen, save };
}

describe('the record of administration', () => {
  it('[V131] says who did what to whom with the fields before and after, narrows, pages, and exports without formulas', async () => {
    const desk = await deskOf(officers.districtMonitor);
    const { asked, seen } = centreSays(desk, [grant]);
    await desk.show('/quan-tri');
    const table = await region('Nhật ký quản trị');
    const text = () => table.textContent;
    for (const words of [
      `Sửa cán bộ ${officers.clerk.login}`,
      officers.districtAdmin.login,
      'Vai trò: cán bộ một cửa → cán bộ một cửa, quản trị xã',
      'Đơn vị: xã Quảng Phú → xã Bình Định',
      'Mã PIN: đã đổi',
      'Lý do: thay người nghỉ ốm',
      'giám đốc chưa xem',
    ])
      expect(text()).toContain(words);
    await act(async () => void fireEvent.click(within(table).getByRole('button', { name: 'Đã xem' })));
    expect(seen).toHaveBeenCalledWith([7]);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Xem thêm' })));
    await waitFor(() => expect(text()).toContain('Đăng nhập vào trung tâm'));
    expect(asked.at(-1)).toMatchObject({ before: 7 });
    fireEvent.change(screen.getByLabelText('Loại việc'), { target: { value: 'staff' } });
    fireEvent.change(screen.getByLabelText('Cán bộ được thay đổi'), { target: { value: officers.clerk.id } });
    fireEvent.change(screen.getByLabelText('Từ ngày'), { target: { value: '23/11/2026' } });
    fireEvent.change(screen.getByLabelText('Đến ngày'), { target: { value: '24/11/2026' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Lọc' })));
    const narrowed = { what: 'staff', target: officers.clerk.id, from: at('23/11/2026 00:00'), to: at('25/11/2026 00:00') };
    expect(asked.at(-1)).toEqual(narrowed);
    const files: Blob[] = [];
    Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: () => undefined });
    // The document of the test would follow the link.
    const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Xuất CSV' })));
    follow.mockRestore();
    expect(asked.at(-1)).toEqual(narrowed);
    const csv = (await files[0]?.text()) ?? '';
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`"Sửa cán bộ ${officers.clerk.login}"`);
    expect(csv).not.toMatch(/(?:^|,)"[=+@-]/m);
  });

  it('[V132] a dangerous grant says why it is one and goes with its reason; the last administrator is told why he cannot let go', async () => {
    const desk = await deskOf(officers.districtAdmin);
    const { save } = centreSays(desk, []);
    await desk.show('/quan-tri');
    await heading('Quản trị');
    fireEvent.click(await screen.findByRole('radio', { name: 'Cán bộ' }));
    fireEvent.click(await screen.findByRole('button', { name: `Sửa ${officers.clerk.login}` }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText(/Lý do cấp quyền/)).toBeNull();
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'thanh tra, kiểm tra' }));
    expect(dialog.textContent).toContain('Cán bộ một cửa của xã được quyền quản trị hoặc thanh tra.');
    fireEvent.change(within(dialog).getByLabelText(/Chức danh/), { target: { value: 'Công chức' } });
    fireEvent.change(within(dialog).getByLabelText(/Lý do cấp quyền/), { target: { value: ' kiểm tra chéo ' } });
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Lưu' })));
    expect(save.mock.calls[0]?.[0]).toMatchObject({ staff: { roles: ['clerk', 'auditor'] }, reason: 'kiểm tra chéo' });
    // Of the roster that this device knows there is another administrator at the centre until he is gone.
    const reference = desk.services.reference.get();
    const others = reference?.staff.filter(({ id, roles }) => id === officers.districtAdmin.id || !roles.includes('district_admin'));
    Object.assign(reference ?? {}, { staff: others });
    fireEvent.click(await screen.findByRole('button', { name: `Sửa ${officers.districtAdmin.login}` }));
    const own = await screen.findByRole('dialog');
    expect(own.textContent).not.toContain('quản trị huyện cuối cùng');
    fireEvent.click(within(own).getByRole('checkbox', { name: 'Đang làm việc' }));
    expect(own.textContent).toContain('Đây là quản trị huyện cuối cùng đang làm việc');
  });

  it('[V133] the director reads on the morning page that a grant waits to be seen', async () => {
    const desk = await deskOf(officers.districtMonitor);
    const { asked } = centreSays(desk, [grant]);
    await desk.show('/trung-tam');
    await heading('Tình hình các xã');
    expect(await screen.findByText('Có 1 việc cấp quyền cần giám đốc xem')).toBeDefined();
    expect(asked[0]).toEqual({ unseen: true });
  });
});
