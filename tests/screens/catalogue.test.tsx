/** The procedure's page and its papers at the intake desk; rules in tests/rules/catalogue.md. */
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { procedures } from '../support/builders.ts';
import { deskOf, heading, officers } from './desk.tsx';

describe('the catalogue', () => {
  it('[K69] a procedure says where it comes from, and how sure each part is', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show(`/thu-tuc/${procedures.threeDays.key}`);
    await heading(procedures.threeDays.name);
    expect(screen.getByText('Mã: chắc chắn; thời hạn: chắc chắn; hồ sơ: chắc chắn; phí, lệ phí: chắc chắn.')).toBeTruthy();
  });

  it('[K68] papers stand by what is done with them, and a database is offered only where one is published', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show(`/thu-tuc/${procedures.threeDays.key}`);
    const papers = await screen.findByRole('region', { name: 'Thành phần hồ sơ' });
    expect(
      within(papers)
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent),
    ).toEqual(['Phải nộp', 'Theo trường hợp']);
    expect(papers.textContent).toMatch(/có thể tra cứu trong CSDL hộ tịch điện tử.*Giấy khác ủy quyền/);

    await desk.show('/tiep-nhan');
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    await screen.findByLabelText(/Họ, chữ đệm và tên/);
    fireEvent.click(screen.getByRole('button', { name: /Giấy tờ/ }));
    const rows = await screen.findAllByRole('checkbox', { name: /^(?:Tờ khai|Giấy chứng sinh|Giấy khác)/ });
    const offers = rows.map((row) => within(row.closest('li') as HTMLElement).queryAllByRole('button', { name: 'Lấy từ CSDL' }).length);
    expect(offers).toEqual([0, 1, 0]);
  });
});
