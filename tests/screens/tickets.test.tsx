/** Tickets at the desk, at the door and on the big screen; rules in tests/rules/daybook.md. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { at } from '../support/builders.ts';
import { dayEventOf } from '../support/day-samples.ts';
import { deskOf, heading, officers, region } from './desk.tsx';

const now = at('23/11/2026 09:00');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const taken = (number: string, seq: number, time: string) =>
  dayEventOf('TicketTaken', { device: 'bd-9', seq, at: at(`23/11/2026 ${time}`) }, { number });

describe('tickets', () => {
  it('[V426] a citizen takes a number at the door, without anything of the officer', async () => {
    const desk = await deskOf(officers.clerk, { now });
    await desk.receive([taken('B001', 1, '08:30')]);
    await desk.show('/so-thu-tu/lay-so');
    fireEvent.click(await screen.findByRole('button', { name: 'Lấy số' }));
    expect(await screen.findByText('A001')).toBeTruthy();
    expect(screen.getByText('Trước ông/bà còn 1 người')).toBeTruthy();
    expect(document.body.textContent).not.toContain(officers.clerk.fullName);
    expect(screen.queryByRole('navigation')).toBeNull();
    press('Xong');
    fireEvent.click(await screen.findByRole('button', { name: 'Lấy số' }));
    expect(await screen.findByText('A002')).toBeTruthy();
  });

  it('[V427] the desk calls who waited longest, whichever device gave the number; passes, calls again, is done', async () => {
    const desk = await deskOf(officers.clerk, { now });
    await desk.receive([taken('B002', 1, '08:40'), taken('C001', 2, '08:30')]);
    await desk.show('/so-thu-tu');
    await heading('Số thứ tự');
    fireEvent.change(await screen.findByLabelText('Quầy của tôi'), { target: { value: 'Quầy 3' } });
    press('Gọi số C001');
    const calling = await region('Gọi số');
    expect(await screen.findByRole('button', { name: 'Gọi số B002' })).toBeTruthy();
    expect(calling.textContent).toContain('C001');
    press('Bỏ qua (vắng)');
    await screen.findByRole('button', { name: 'Gọi số C001 từ danh sách' });
    expect((await region('Vắng khi gọi')).textContent).toContain('C001');
    fireEvent.click(await screen.findByRole('button', { name: 'Gọi số B002' }));
    await screen.findByRole('button', { name: 'Không còn ai chờ' });
    press('Xong');
    fireEvent.click(await screen.findByRole('button', { name: 'Gọi số C001 từ danh sách' }));
    await screen.findByRole('button', { name: 'Gọi lại' });
    const day = await desk.services.daybook.open({ office: officers.clerk.office, date: '2026-11-23' as never });
    expect(day.tickets.map(({ number, status, calls }) => [number, status, calls.map((one) => one.desk)])).toEqual([
      ['C001', 'CALLED', ['Quầy 3', 'Quầy 3']],
      ['B002', 'DONE', ['Quầy 3']],
    ]);
    expect(screen.getByText(/chờ trung bình 25 phút, lâu nhất 30 phút/)).toBeTruthy();
  });

  it('[V428] the big screen shows who is called where, and follows by itself', async () => {
    const desk = await deskOf(officers.clerk, { now });
    await desk.receive([taken('B001', 1, '08:30'), taken('B002', 2, '08:35')]);
    await desk.show('/so-thu-tu/man-hinh');
    await screen.findByText('Chưa gọi số nào');
    await act(() => desk.services.daybook.perform({ act: 'callTicket', input: { number: 'B001', desk: 'Quầy 2' } }));
    const called = await region('Mời đến quầy');
    expect(await screen.findByText('Quầy 2')).toBeTruthy();
    expect(called.textContent).toContain('B001');
    expect((await region('Sắp đến lượt')).textContent).toBe('Sắp đến lượtB002');
  });
});

describe('the ticket and its intake', () => {
  it('[V429] opens a form of its own, and the draft or the acceptance carries the number', async () => {
    const desk = await deskOf(officers.clerk, { now });
    await desk.receive([taken('B001', 1, '08:30')]);
    await desk.show('/so-thu-tu');
    fireEvent.click(await screen.findByRole('button', { name: 'Gọi số B001' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'Nguyễn Văn An' } });
    fireEvent.click(await screen.findByRole('button', { name: /Lưu nháp/ }));
    await waitFor(() => expect(desk.services.dossiers.index.size()).toBe(1));
    const [row] = desk.services.dossiers.index.query({ queue: 'all', limit: 1 }, now);
    expect((await desk.services.dossiers.open(must(row, 'the draft').id))?.state.intake?.ticket).toBe('B001');
  });
});
