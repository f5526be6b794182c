/** Forms in which a secret is set: what is wrong stands at its field, and the rule stands beside the secret; rules in tests/rules/screens.md. */
import { afterEach, expect, it, vi as mocks } from 'vitest';
import { fireEvent, screen } from '@testing-library/react';
import { deskOf, heading, officers } from './desk.tsx';

afterEach(() => mocks.unstubAllGlobals());

it('[V111] set-up names each wrong field in the sentence and at the field', async () => {
  const desk = await deskOf(officers.districtAdmin);
  const fields = [
    { path: 'office.agencyId', problem: 'invalid_format' },
    { path: 'admin.secret', problem: 'passphrase' },
  ];
  mocks.stubGlobal('fetch', () => Promise.resolve(Response.json({ error: 'admin/invalid', fields }, { status: 422 })));
  await desk.show('/thiet-lap#khoa');
  await heading(/./);
  for (const input of screen.getAllByRole<HTMLInputElement>('textbox')) fireEvent.change(input, { target: { value: 'abc' } });
  fireEvent.change(screen.getByLabelText(/^Cụm mật khẩu/), { target: { value: '258025' } });
  fireEvent.submit(screen.getByLabelText(/^Cụm mật khẩu/));
  expect(await screen.findByText(/Các ô cần sửa: Mã định danh điện tử, Cụm mật khẩu\./)).toBeDefined();
  expect(screen.getByText(/^người quản trị cần cụm mật khẩu từ 12 ký tự/)).toBeDefined();
  expect(screen.getByLabelText(/^Mã định danh điện tử/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText(/^Cụm mật khẩu/).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText(/^Tên đăng nhập/).getAttribute('aria-invalid')).not.toBe('true');
});

it('[V111] the staff dialog says the rule of the roles that are ticked', async () => {
  const desk = await deskOf(officers.districtAdmin);
  await desk.show('/quan-tri');
  fireEvent.click(await screen.findByRole('radio', { name: 'Cán bộ' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Thêm cán bộ' }));
  expect(await screen.findByText(/^Ít nhất 6 số/)).toBeDefined();
  fireEvent.click(screen.getByRole('checkbox', { name: 'quản trị xã' }));
  expect(await screen.findByText(/^Người quản trị: cụm mật khẩu/)).toBeDefined();
});
