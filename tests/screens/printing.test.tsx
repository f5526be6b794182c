/** Printing many forms at once and for the tablet that has no printer; rules in tests/rules/print.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
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

/** Found first: while an act is going on nothing new is drawn. */
async function press(button: Promise<HTMLElement>): Promise<void> {
  const found = await button;
  await act(async () => void fireEvent.click(found));
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

/** What the first dossier has on one device, as another device's events. */
async function elsewhere(desk: ScreenDesk, device: string): Promise<readonly EventEnvelope[]> {
  const timeline = (await desk.services.dossiers.open(first))?.timeline ?? [];
  const own = timeline.flatMap(({ event }) => (event.device === 'may-1' ? [event] : []));
  return JSON.parse(JSON.stringify(own).replaceAll('may-1', device)) as readonly EventEnvelope[];
}

/** A tablet asked for the receipt of the first dossier; the machine with the printer knows it. */
async function askedFromTablet(): Promise<ScreenDesk> {
  const tablet = await clerksDesk();
  await tablet.show(`/in/RECEIPT/${first}`);
  fireEvent.click(await screen.findByRole('radio', { name: 'Máy in của cơ quan' }));
  await press(screen.findByRole('button', { name: 'Gửi in' }));
  await screen.findByText(/Đã gửi 1 giấy tờ vào hàng chờ in/);
  expect(dialogs).toBe(0);
  const asked = await elsewhere(tablet, 'may-bang');
  localStorage.clear();
  const pc = await clerksDesk();
  await pc.receive(asked);
  return pc;
}

const jobsOf = async (desk: ScreenDesk) => (await desk.services.dossiers.open(first))?.state.printJobs ?? [];

describe('a file instead of paper', () => {
  it('[P111] where the browser can make none, the print dialog is named and nothing is written down as printed', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const desk = await clerksDesk();
    await desk.show(`/in/RECEIPT/${first}`);
    await press(screen.findByRole('button', { name: 'Lưu hoặc chia sẻ PDF' }));
    expect(await screen.findByText(/Hãy bấm In rồi chọn “Lưu dưới dạng PDF”/)).toBeTruthy();
    expect(await printed(desk, first)).toEqual([]);
    told.mockRestore();
  });
});

describe("the office's print queue", () => {
  it('[P107] what a tablet asked for stands in the queue of the machine with the printer, is printed as one job and leaves the queue', async () => {
    const pc = await askedFromTablet();
    await pc.show('/');
    const link = await screen.findByRole('link', { name: /In chờ/ });
    expect(link.textContent).toContain('1');
    await act(async () => void fireEvent.click(link));
    const list = within(await screen.findByRole('main'));
    expect((await list.findByRole('listitem')).textContent).toMatch(/Giấy tiếp nhận hồ sơ và hẹn trả kết quả.*Nguyễn Thị Mẫu.*thanh gửi/);
    await act(async () => void fireEvent.click(list.getByRole('button', { name: /In tất cả \(1\)/ })));
    await press(screen.findByRole('button', { name: 'In' }));
    await waitFor(async () => expect((await jobsOf(pc))[0]?.printed).toBe(1));
    expect(dialogs).toBe(1);
    expect(screen.queryByRole('radio', { name: 'Máy in của cơ quan' })).toBeNull();
    await pc.show('/danh-sach/in-cho');
    expect(await screen.findByText(/Không có giấy tờ nào chờ in/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /In chờ/ })).toBeNull();
  });

  it('[P108] a job another machine took is told apart and left out; printed all the same, the dossier says that there is one too many', async () => {
    const pc = await askedFromTablet();
    const other = await askedFromTablet();
    const [job] = await jobsOf(other);
    if (job === undefined) throw new Error('a job waits');
    await other.services.dossiers.perform({ command: 'takePrint', dossier: first, input: { job: job.job } });
    await pc.receive(await elsewhere(other, 'may-khac'));
    await pc.show('/danh-sach/in-cho');
    expect(await screen.findByText(/thanh đã lấy về in ở máy khác/)).toBeTruthy();
    expect((screen.getByRole('button', { name: /In tất cả \(0\)/ }) as HTMLButtonElement).disabled).toBe(true);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Vẫn in ở đây/ })));
    await press(screen.findByRole('button', { name: 'In' }));
    await waitFor(async () => expect((await jobsOf(pc))[0]?.printed).toBe(1));
    // The other one had printed it too, and nobody knew.
    await other.services.dossiers.perform({
      command: 'recordPrint',
      dossier: first,
      input: { form: 'RECEIPT', copies: 2, again: false, job: job.job },
    });
    await pc.receive((await elsewhere(other, 'may-khac')).slice(1));
    await pc.show(`/ho-so/${first}`);
    expect(await screen.findByText(/đã được in ở hai máy cùng lúc/)).toBeTruthy();
  });

  it('[P109] a job can be taken out of the queue; the centre is not offered the queue', async () => {
    const pc = await askedFromTablet();
    await pc.show('/danh-sach/in-cho');
    await press(screen.findByRole('button', { name: /^Bỏ/ }));
    await waitFor(async () => expect((await jobsOf(pc))[0]?.cancelled).toBe(true));
    expect(await screen.findByText(/Không có giấy tờ nào chờ in/)).toBeTruthy();
    const centre = await deskOf(officers.districtClerk, { now });
    await centre.receive(asDossier(chain(['DossierAccepted', 'DossierForwardedUp']), 'mot'));
    await centre.show(`/in/RECEIPT/${first}`);
    await screen.findByRole('radio', { name: /A5/ });
    expect(screen.queryByRole('radio', { name: 'Máy in của cơ quan' })).toBeNull();
  });
});
