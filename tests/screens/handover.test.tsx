/** The hand-over list of many dossiers: made, printed, read by the other side line by line. Rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { handoverQr, readHandoverQr } from '../../client/src/kit/handover-qr.ts';
import { readScan } from '../../client/src/kit/scan/read-scan.ts';
import { at, chain, type Step } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, type ScreenDesk } from './desk.tsx';

const now = at('23/11/2026 10:00');
const number = { book: '07/2026', line: 4 };
const list = '09529.07-2026.4';
const ids = ['0001', '0002', '0003'] as const;
const given = chain([
  'DossierAccepted',
  ['DossierForwarded', { to: { kind: 'STAFF', staff: 'dung', name: 'dung' }, list: number }] as Step,
]);

async function deskWithList(who = officers.specialist, known: readonly string[] = ids): Promise<ScreenDesk> {
  const desk = await deskOf(who, { now });
  await desk.receive(known.flatMap((id) => asDossier(given, id)));
  return desk;
}

const rowOf = (desk: ScreenDesk, id: string) => must(desk.services.dossiers.index.get(dossierOf(id)), 'it is known');

describe('a hand-over list', () => {
  it('[V349] is made with a batch: one number of the device for all its lines, drawn with the first, and printed from there', async () => {
    const desk = await deskOf(officers.clerk, { now });
    await desk.receive(ids.flatMap((id) => asDossier(chain(['DossierAccepted']), id)));
    await desk.show('/so-theo-doi');
    fireEvent.keyDown(await screen.findByRole('grid'), { key: 'a', ctrlKey: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Chuyển xử lý' }));
    const dialog = within(await screen.findByRole('dialog'));
    const go = await dialog.findByRole('button', { name: /^Chuyển xử lý 3 hồ sơ/ });
    await act(async () => void fireEvent.click(go));
    const link = await dialog.findByRole('link', { name: /^In bảng kê số/ });
    const lists = new Set(ids.map((id) => rowOf(desk, id).lists));
    expect(lists.size).toBe(1);
    expect(link.getAttribute('href')).toBe(`/bang-ke/${[...lists][0]}`);
    await act(async () => void fireEvent.click(link));
    await waitFor(() => expect(document.querySelector('.print-root')?.textContent).toMatch(/Bảng kê giao nhận hồ sơ/i));
    const paper = document.querySelector('.print-root')?.textContent ?? '';
    expect(paper).toMatch(/Tổng số hồ sơ:\s*03/);
    expect(paper).toMatch(/NGƯỜI GIAO.*NGƯỜI NHẬN/);
  });

  it('[V350] is confirmed line by line: what is ticked and nothing else, and what is not is said', async () => {
    const desk = await deskWithList();
    await desk.show('/ban-giao');
    fireEvent.click(await screen.findByRole('link', { name: 'Bảng kê số 07-4' }));
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Xác nhận đã nhận 0 hồ sơ' }));
    expect(screen.getByText('Đánh dấu ít nhất một hồ sơ đã cầm.')).toBeDefined();
    for (const box of boxes.slice(0, 2)) fireEvent.click(box);
    expect(screen.getByText(/^1 hồ sơ không đánh dấu sẽ vẫn là chưa nhận/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Xác nhận đã nhận 2 hồ sơ' }));
    const dialog = within(await screen.findByRole('dialog'));
    const go = await dialog.findByRole('button', { name: /^Xác nhận đã nhận hồ sơ giấy 2 hồ sơ/ });
    await act(async () => void fireEvent.click(go));
    expect(await dialog.findByText(/đã ghi 2 hồ sơ trên máy này/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Xong' }));
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(1));
    expect(ids.filter((id) => rowOf(desk, id).awaited === list)).toHaveLength(1);
    expect(ids.every((id) => rowOf(desk, id).lists === list)).toBe(true);
  });

  it('[V350] is only read where the officer is not one to confirm, and is unknown where none of it came', async () => {
    const desk = await deskWithList(officers.auditor);
    await desk.show(`/ban-giao/${list}`);
    expect(await screen.findByText(/ở đây chỉ xem được/)).toBeDefined();
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    await desk.show('/ban-giao/09529.07-2026.5');
    expect(await screen.findByText(/Không thấy hồ sơ nào của bảng kê này/)).toBeDefined();
  });

  it('[V351] that is scanned anywhere opens, and says how many of its dossiers have not come to this device', async () => {
    const desk = await deskWithList(officers.specialist, ids.slice(0, 2));
    await desk.show('/');
    const text = handoverQr({ list, dossiers: ids.map(dossierOf) });
    await act(async () => {
      for (const one of [...text, 'Enter']) fireEvent.keyDown(document.body, { key: one });
    });
    await waitFor(() => expect(window.location.pathname).toBe(`/ban-giao/${list}`));
    expect(await screen.findByText(/^1 hồ sơ của bảng kê chưa về máy này/)).toBeDefined();
    expect(await screen.findAllByRole('checkbox')).toHaveLength(2);
  });

  it('[V351] has a QR of numbers and random ids only; anything else is not read as one', () => {
    const qr = { list, dossiers: ids.map(dossierOf) };
    expect(handoverQr(qr)).toBe('BK1|09529.07-2026.4|000100000000,000200000000,000300000000');
    expect(readHandoverQr(handoverQr(qr))).toEqual(qr);
    expect(readHandoverQr(handoverQr(qr).toUpperCase())).toEqual(qr);
    for (const wrong of ['BK1||', 'BK1|09529.07-2026.4|Nguyễn', 'BK2|09529.07-2026.4|000100000000', 'BK1|x|000100000000'])
      expect(readHandoverQr(wrong)).toBeUndefined();
    expect(readScan(handoverQr(qr), { fast: true, ended: true, inText: false })).toEqual({ kind: 'list', list: qr });
  });
});
