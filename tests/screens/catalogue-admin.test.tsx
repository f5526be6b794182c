/** The administrator's page of the catalogue; rules in tests/rules/catalogue.md. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { deskOf, officers } from './desk.tsx';

const path = '/api/admin/catalogue';
const none = {
  inForce: { commune: 0, district: 0, province: 0 },
  shipped: [
    { level: 'commune', all: 176, lacking: 176 },
    { level: 'district', all: 244, lacking: 244 },
  ],
};
const some = { ...none, inForce: { commune: 176, district: 0, province: 0 }, changed: { at: Date.UTC(2026, 10, 24, 2) } };
const report = {
  preview: 'a'.repeat(32),
  procedures: 3,
  added: [{ key: '9.000001', name: 'Thủ tục mới' }],
  changed: [{ key: '1.001193', name: 'Đăng ký khai sinh', members: ['timeLimit', 'documents'] }],
  unchanged: 1,
  missing: [{ key: '2.000815', name: 'Chứng thực bản sao' }],
  ignoredColumns: ['STT'],
};

async function openTab(answers: Readonly<Record<string, unknown>>): Promise<void> {
  const desk = await deskOf(officers.districtAdmin, { answers });
  await desk.show('/quan-tri');
  fireEvent.click(await screen.findByRole('radio', { name: 'Thủ tục' }));
  await screen.findByRole('heading', { name: 'Nhập danh mục từ tệp' });
}

function choose(): void {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File(['x'], 'danh-muc.csv')] } });
}

const look = () => fireEvent.click(screen.getByRole('button', { name: 'Kiểm tra tệp' }));

describe('[C66] the catalogue on the administrator’s page', () => {
  it('a district without procedures is told that its communes cannot work, and takes the shipped ones over by level', async () => {
    await openTab({ [path]: none, [`${path}/take-over`]: { added: 176 } });
    expect(await screen.findByText(/các xã chưa tiếp nhận được hồ sơ/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Lấy danh mục có sẵn' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Cấp huyện: thêm 244 trong 244 thủ tục' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Lấy về' }));
    expect(await screen.findByText(/Đã thêm 176 thủ tục/)).toBeTruthy();
  });

  it('says how many are in force and since when; a file is asked for before it is looked at', async () => {
    await openTab({ [path]: some });
    expect(await screen.findByText('Đang có hiệu lực: 176 thủ tục.')).toBeTruthy();
    expect(screen.getByText(/Thay đổi gần nhất lúc 09:00 ngày 24\/11\/2026/)).toBeTruthy();
    look();
    expect(await screen.findByText('Chưa chọn tệp.')).toBeTruthy();
  });

  it('what is wrong with the file stands there line by line, and nothing can be published', async () => {
    await openTab({ [path]: some, [`${path}/preview`]: { problems: ['Dòng 7, cột “Mã thủ tục”: có “1.00119”.', 'Dòng 9: khác.'] } });
    choose();
    look();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Tệp có 2 chỗ cần sửa. Chưa có gì thay đổi.');
    expect(alert.textContent).toContain('Dòng 7, cột “Mã thủ tục”');
    expect(screen.queryByRole('button', { name: /Công bố/ })).toBeNull();
  });

  it('what the file would do is shown by name and published for that day; another choice has to be looked at again', async () => {
    await openTab({ [path]: some, [`${path}/preview`]: { report }, [`${path}/publish`]: { added: 1, changed: 1 } });
    choose();
    look();
    const shown = await screen.findByRole('status');
    for (const said of [
      'Đọc được 3 thủ tục.',
      '9.000001 Thủ tục mới',
      'Đăng ký khai sinh: thời hạn, thành phần hồ sơ',
      'Không có trong tệp, giữ nguyên: 1',
      'STT',
    ])
      expect(shown.textContent).toContain(said);
    expect(screen.getByRole('button', { name: 'Công bố, có hiệu lực từ 26/11/2026' })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Tệp là toàn bộ danh mục' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Công bố/ })).toBeNull());
    look();
    expect((await screen.findByRole('status')).textContent).toContain('Hết hiệu lực vì không có trong tệp: 1');
    fireEvent.click(screen.getByRole('button', { name: /Công bố/ }));
    expect(await screen.findByText(/Đã công bố: 1 thủ tục mới, 1 thay đổi, có hiệu lực từ 26\/11\/2026/)).toBeTruthy();
  });
});
