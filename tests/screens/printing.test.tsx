/** Printing many forms at once and for the tablet that has no printer; rules in tests/rules/print.md. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { PrintItem } from '../../client/src/print/use-batch-print.ts';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, type ScreenDesk } from './desk.tsx';

const now = at('23/11/2026 10:00');
const [first, second, draft] = [dossierOf('mot'), dossierOf('hai'), dossierOf('nhap')];
let dialogs = 0;

beforeEach(() => {
  dialogs = 0;
  Object.assign(window, { print: () => void dialogs++ });
});
afterEach(() => localStorage.clear());

async function clerksDesk(): Promise<ScreenDesk> {
  const desk = await deskOf(officers.clerk, { now });
  await desk.receive([
    ...asDossier(chain(['DossierAccepted']), 'mot'),
    ...asDossier(chain(['DossierAccepted']), 'hai'),
    ...asDossier(chain(['DossierDrafted']), 'nhap'),
  ]);
  return desk;
}

/** What was chosen in a list travels in the history's state. */
async function showMany(desk: ScreenDesk, items: readonly PrintItem[]): Promise<void> {
  await desk.show('/so-theo-doi');
  await act(async () => {
    window.history.pushState({ print: items }, '', '/in-nhieu');
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
}

async function printed(desk: ScreenDesk, id: PrintItem['dossier']) {
  const timeline = (await desk.services.dossiers.open(id))?.timeline ?? [];
  return timeline.flatMap(({ event }) => {
    const read = readEvent(event);
    return read.kind === 'KNOWN' && read.type === 'FormPrinted' ? [read.data] : [];
  });
}

const sheets = () => [...document.querySelectorAll('.print-root .print-sheet')].map((sheet) => sheet.textContent ?? '');

describe('many forms at once', () => {
  it('[P106] are one job: what cannot be printed is named first, each print is written down in its dossier, a reprint among them is marked', async () => {
    const desk = await clerksDesk();
    await desk.services.dossiers.perform({ command: 'recordPrint', dossier: second, input: { form: 'RECEIPT', copies: 2, again: false } });
    await showMany(desk, [
      { form: 'RECEIPT', dossier: first },
      { form: 'RECEIPT', dossier: second },
      { form: 'RECEIPT', dossier: draft },
      { form: 'RECEIPT', dossier: dossierOf('khong-co') },
    ]);
    expect(await screen.findByRole('heading', { name: 'In 2 giấy tờ' })).toBeTruthy();
    expect(screen.getByText('2 giấy tờ không in được')).toBeTruthy();
    expect(screen.getByText(/Nguyễn Thị Mẫu: Hồ sơ chưa được tiếp nhận/)).toBeTruthy();
    expect(screen.getByText(/Hồ sơ chưa có trên máy này/)).toBeTruthy();
    expect(sheets().map((text) => /In lại lần 1/.test(text))).toEqual([false, false, true, true]);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'In' })));
    await screen.findByText('Đã gửi 2 giấy tờ ra máy in và ghi vào từng hồ sơ.');
    expect(dialogs).toBe(1);
    expect(await printed(desk, first)).toEqual([{ form: 'RECEIPT', copies: 2, again: false }]);
    expect((await printed(desk, second)).map(({ again }) => again)).toEqual([false, true]);
    expect(await printed(desk, draft)).toEqual([]);
    // Once more is a reprint of all of them.
    await waitFor(() => expect(sheets().every((text) => /In lại lần [12]/.test(text))).toBe(true));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'In' })));
    await waitFor(async () => expect((await printed(desk, first)).map(({ again }) => again)).toEqual([false, true]));
  });

  it('[P106] with nothing chosen says what to do, and prints nothing', async () => {
    const desk = await clerksDesk();
    await showMany(desk, []);
    expect(await screen.findByText(/Chưa chọn giấy tờ nào để in/)).toBeTruthy();
    await showMany(desk, [{ form: 'RECEIPT', dossier: draft }]);
    const button = await screen.findByRole('button', { name: 'In' });
    await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(true));
  });

  it('[P104] a device with a roll printer gives the receipt on the roll and the rest on sheets', async () => {
    const desk = await clerksDesk();
    localStorage.setItem('mot-cua.print-layout', JSON.stringify('ROLL'));
    await desk.show(`/in/RECEIPT/${first}`);
    await waitFor(() => expect(document.querySelectorAll('.print-root .print-page-roll')).toHaveLength(1));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'In' })));
    await waitFor(async () => expect(await printed(desk, first)).toEqual([{ form: 'RECEIPT', copies: 1, again: false }]));
    await desk.show(`/in/CONTROL_SLIP/${first}`);
    await waitFor(() => expect(document.querySelectorAll('.print-root .print-page-two')).toHaveLength(1));
  });
});
