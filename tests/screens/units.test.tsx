/** The administration's page of units: many at once, changed, closed and taken back; rules in tests/rules/screens.md. The centre is reached by a hand-made line. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { communeId, day, offices, otherCommuneId, reference } from '../support/builders.ts';
import { deskOf, officers, region } from './desk.tsx';

async function unitsTab(answers: Readonly<Record<string, unknown>> = {}) {
  const desk = await deskOf(officers.districtAdmin, { answers });
  await desk.show('/quan-tri');
  fireEvent.click(await screen.findByRole('radio', { name: 'Đơn vị' }));
  return desk;
}

const inList = {
  '/api/units': { units: [{ code: '264', name: 'Huyện Lương Tài', kind: 'DISTRICT', parent: '27', above: ['Tỉnh Bắc Ninh'] }] },
  '/api/units/264': {
    communes: [
      { code: '09496', name: 'Thị trấn Thứa', kind: 'COMMUNE' },
      { code: '09499', name: 'Phường An Thịnh', kind: 'COMMUNE' },
      { code: communeId, name: 'Xã Bình Định', kind: 'COMMUNE' },
    ],
  },
};

async function districtOffered() {
  const desk = await unitsTab(inList);
  fireEvent.click(await screen.findByRole('button', { name: 'Thêm từ danh mục cả nước' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.keyDown(within(dialog).getByRole('textbox', { name: /Tên huyện, tỉnh, xã/ }), { key: 'Enter' });
  fireEvent.click(await within(dialog).findByRole('button', { name: /Huyện Lương Tài, Tỉnh Bắc Ninh/ }));
  await within(dialog).findByRole('region', { name: 'Đơn vị sẽ thêm' });
  return { desk, dialog };
}

describe('several units at once', () => {
  it('[V150] the communes of a district are offered as rows, without those that are there; what is ticked is saved as it was read over', async () => {
    const { desk, dialog } = await districtOffered();
    const sent: (readonly Office[])[] = [];
    vi.spyOn(desk.services.admin, 'saveOffices').mockImplementation((given) => {
      sent.push(given);
      return Promise.resolve(ok());
    });
    expect(within(dialog).getByText('Bỏ qua 1 đơn vị đã có trong huyện.')).toBeTruthy();
    const authority = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Tên cơ quan trên giấy: Thị trấn Thứa' });
    expect(authority.value).toBe('UBND THỊ TRẤN THỨA');
    fireEvent.change(authority, { target: { value: 'ỦY BAN NHÂN DÂN THỊ TRẤN THỨA' } });
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Mã định danh: Thị trấn Thứa' }), { target: { value: '000.11.38.H05' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Dùng hệ thống này: Phường An Thịnh' }));
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Lưu 2 đơn vị' })));
    expect(await screen.findByText(/Đã thêm 2 đơn vị/)).toBeTruthy();
    expect(sent[0]).toMatchObject([
      {
        id: '09496',
        kind: 'COMMUNE',
        parent: 'LT',
        authorityName: 'ỦY BAN NHÂN DÂN THỊ TRẤN THỨA',
        agencyId: '000.11.38.H05',
        syncs: true,
      },
      { id: '09499', kind: 'WARD', agencyIdUnconfirmed: true, syncs: false },
    ]);
    expect(sent[0]?.[0]?.agencyIdUnconfirmed).toBeUndefined();
  });

  it('[V150] a row the centre refuses is named by its unit and field, and nothing typed is lost', async () => {
    const { desk, dialog } = await districtOffered();
    const fields = [{ path: 'offices.1.agencyId', problem: 'invalid_format' }];
    vi.spyOn(desk.services.admin, 'saveOffices').mockResolvedValue(err({ code: 'admin/invalid', fields }));
    const box = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Mã định danh: Phường An Thịnh' });
    fireEvent.change(box, { target: { value: 'sai' } });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Lưu 2 đơn vị' })));
    expect(await within(dialog).findByText('phường An Thịnh: Mã định danh điện tử: sai định dạng')).toBeTruthy();
    expect(box.value).toBe('sai');
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Chọn tất cả' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Lưu 0 đơn vị' }));
    expect(await within(dialog).findByText('Chọn ít nhất một đơn vị.')).toBeTruthy();
  });

  it('[V150] what is wrong with a file stands there line by line, and offers no row', async () => {
    await unitsTab({ '/api/admin/offices/read': { problems: ['Dòng 3, cột “Mã”: có “9496”.'] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm từ danh mục cả nước' }));
    await screen.findByRole('dialog');
    const input = document.querySelector('input[type="file"]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
    fireEvent.change(input, { target: { files: [new File(['x'], 'xa.csv')] } });
    expect(await screen.findByText('Dòng 3, cột “Mã”: có “9496”.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Đơn vị sẽ thêm' })).toBeNull();
  });
});

describe('one unit', () => {
  it('[V151] is found without marks and changed; kind and code cannot be typed over, what is not asked stays', async () => {
    const desk = await unitsTab();
    const save = vi.spyOn(desk.services.admin, 'saveOffice').mockResolvedValue(ok());
    fireEvent.change(await screen.findByRole('textbox', { name: 'Tìm đơn vị' }), { target: { value: 'binh d' } });
    const table = await region('Đơn vị');
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    fireEvent.click(within(table).getByRole('button', { name: 'Sửa xã Bình Định' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Mã đơn vị/ }).disabled).toBe(true);
    expect(within(dialog).getByRole<HTMLSelectElement>('combobox', { name: 'Loại' }).disabled).toBe(true);
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Địa chỉ' }), { target: { value: ' Thôn Ngọc Thượng ' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /Mã định danh đã đối chiếu/ }));
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Lưu' })));
    expect(save.mock.calls).toEqual([[{ ...offices.commune, address: 'Thôn Ngọc Thượng', agencyIdUnconfirmed: true }]]);
  });

  it('[V152] closing says what happens to devices and officers, asks for the day and offers who goes on', async () => {
    const desk = await unitsTab({ '/api/admin/devices': { devices: [{ id: 'm1', office: communeId, name: 'Máy' }] } });
    const close = vi.spyOn(desk.services.admin, 'closeOffice').mockResolvedValue(ok());
    fireEvent.click(await screen.findByRole('button', { name: 'Ngừng xã Bình Định' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/^1 máy đang dùng/)).toBeTruthy();
    expect(within(dialog).getByText(/cán bộ đang làm việc: được đánh dấu/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ngừng đơn vị' }));
    expect(await within(dialog).findByText('Chưa nhập: Ngày cuối tiếp nhận.')).toBeTruthy();
    expect(close).not.toHaveBeenCalled();
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Ngày cuối/ }), { target: { value: '31122026' } });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Ngừng đơn vị' })));
    expect(close).not.toHaveBeenCalled();
    fireEvent.change(within(dialog).getByRole('combobox', { name: /Đơn vị tiếp nhận thay/ }), { target: { value: otherCommuneId } });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Ngừng đơn vị' })));
    expect(close.mock.calls).toEqual([[communeId, { validTo: '2026-12-31', successor: otherCommuneId }]]);
    expect(await screen.findByText('xã Bình Định nhận hồ sơ đến hết 31/12/2026.')).toBeTruthy();
  });
});

/** The district with one commune whose last day is set. */
const closingOn = (text: string) => ({
  ...reference,
  offices: reference.offices.map((one) => (one.id === communeId ? { ...one, validTo: day(text), successor: otherCommuneId } : one)),
});

describe('a unit that is closed', () => {
  it('[V153] works with a notice until its last day, and is taken back while that day is not over', async () => {
    const desk = await deskOf(officers.districtAdmin, { reference: closingOn('25/11/2026') });
    const reopen = vi.spyOn(desk.services.admin, 'reopenOffice').mockResolvedValue(ok());
    await desk.show('/quan-tri');
    fireEvent.click(await screen.findByRole('radio', { name: 'Đơn vị' }));
    expect(await screen.findByText('nhận đến hết 25/11/2026, sau đó xã Quảng Phú')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ ngừng xã Bình Định' }));
    await act(async () => fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Bỏ ngừng' })));
    expect(reopen.mock.calls).toEqual([[communeId]]);
    const clerk = await deskOf(officers.clerk, { reference: closingOn('25/11/2026') });
    await clerk.show('/');
    expect(await screen.findByText(/tiếp nhận đến hết ngày 25\/11\/2026; từ hôm sau người dân nộp ở xã Quảng Phú/)).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /Tiếp nhận/ }).length).toBeGreaterThan(0);
  });

  it('[V153] offers no intake after it, says where people go, and the centre counts it no more', async () => {
    const clerk = await deskOf(officers.clerk, { reference: closingOn('24/11/2026') });
    await clerk.show('/');
    expect(await screen.findByText(/đã thôi tiếp nhận từ sau ngày 24\/11\/2026; người dân nộp ở xã Quảng Phú/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Tiếp nhận/ })).toBeNull();
    const centre = await deskOf(officers.districtMonitor, { reference: closingOn('24/11/2026') });
    await centre.show('/trung-tam');
    const row = (await screen.findByRole('link', { name: 'xã Bình Định' })).closest('tr');
    expect(row?.textContent).toContain('thôi tiếp nhận từ sau 24/11/2026, thay bằng xã Quảng Phú; còn 0 hồ sơ đang giải quyết');
    expect(screen.getByText(/Số liệu của \d\/1 xã là mới/)).toBeTruthy();
  });
});
