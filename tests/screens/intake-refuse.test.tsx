/** A citizen who is refused at the intake desk. Rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { at } from '../support/builders.ts';
import { deskOf, heading, officers } from './desk.tsx';

describe('a refusal at the intake desk', () => {
  it('[V344] asks for who and what, then for a class and words never preset; nothing is taken in, and who was refused what stays', async () => {
    const printed = vi.fn<() => void>();
    Object.assign(window, { print: printed });
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.show('/tiep-nhan');
    // Nothing to refuse before somebody wants something.
    expect(screen.queryByRole('button', { name: 'Từ chối tiếp nhận' })).toBeNull();
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    const open = () => fireEvent.click(screen.getByRole('button', { name: 'Từ chối tiếp nhận' }));
    await screen.findByLabelText(/Họ, chữ đệm và tên/);
    open();
    expect((await screen.findByRole('alert')).textContent).toMatch(/Nhập họ tên chủ hồ sơ/);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.change(screen.getByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'Trần Thị Bích' } });
    // Half typed, it is kept as any other form.
    await waitFor(() => expect(desk.services.drafts.list.get()).toHaveLength(1));
    open();
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^Trần Thị Bích: /)).toBeDefined();
    const send = () => act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Ghi từ chối' })));
    await send();
    expect(dialog.getByText('Chưa nhập: Loại lý do.')).toBeDefined();
    fireEvent.change(dialog.getByRole('combobox', { name: /^Loại lý do/ }), { target: { value: 'NOT_COMPETENT' } });
    await send();
    expect(dialog.getByText(/^Chưa nhập: Lý do, ghi rõ/)).toBeDefined();
    expect(desk.services.dossiers.index.size()).toBe(0);
    fireEvent.change(dialog.getByLabelText(/^Lý do, ghi rõ/), { target: { value: 'việc này do huyện giải quyết' } });
    await send();
    await heading('Đã ghi việc từ chối tiếp nhận');
    const [row] = desk.services.dossiers.index.query({ limit: 9 }, desk.time.now);
    expect(row).toMatchObject({ status: 'REFUSED_INTAKE', name: 'Trần Thị Bích' });
    expect(row?.code).toBeUndefined();
    const view = must(await desk.services.dossiers.open(must(row, 'there is one').id), 'it opens');
    expect(view.timeline.at(-1)?.event).toMatchObject({
      type: 'IntakeRefused',
      data: { class: 'NOT_COMPETENT', reason: 'việc này do huyện giải quyết', slip: { number: { line: 1 } } },
    });
    expect(desk.services.drafts.list.get()).toHaveLength(0);
    await waitFor(() => expect(printed).toHaveBeenCalledOnce());
    expect(document.querySelector('.print-root')?.textContent).toMatch(/từ chối tiếp nhận.*việc này do huyện giải quyết/i);
    fireEvent.keyDown(window, { key: 'F2' });
    await heading('Tiếp nhận hồ sơ');
  });

  it('[V344] may be thought better of: what was typed is still there', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show('/tiep-nhan');
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'Trần Thị Bích' } });
    fireEvent.click(screen.getByRole('button', { name: 'Từ chối tiếp nhận' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Xem lại hồ sơ' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>(/Họ, chữ đệm và tên/).value).toBe('Trần Thị Bích');
    expect(desk.services.dossiers.index.size()).toBe(0);
  });
});
