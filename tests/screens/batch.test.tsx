/** Acts on many dossiers chosen in a list. Rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, type ScreenDesk } from './desk.tsx';

const now = at('23/11/2026 10:00');
const accepted = chain(['DossierAccepted']);
const finished = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']);
const returned = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']);

/** One name each, so that they are told apart. */
function named(events: readonly EventEnvelope[], id: string): readonly EventEnvelope[] {
  return asDossier(events, id).map((event) =>
    event.type === 'DossierAccepted' ? ({ ...event, data: { ...event.data, code: `000.01.38.H05-261123-${id}` } } as EventEnvelope) : event,
  );
}

async function registerOf(histories: Readonly<Record<string, readonly EventEnvelope[]>>, who = officers.clerk): Promise<ScreenDesk> {
  const desk = await deskOf(who, { now });
  await desk.receive(Object.entries(histories).flatMap(([id, events]) => named(events, id)));
  await desk.show('/so-theo-doi');
  await screen.findByRole('grid');
  return desk;
}

const grid = () => screen.getByRole('grid');
const key = (name: string, more: object = {}) => fireEvent.keyDown(grid(), { key: name, ...more });
const chosen = () => within(grid()).queryAllByRole('row', { selected: true }).length;
const statusOf = (desk: ScreenDesk, id: string) => desk.services.dossiers.index.get(dossierOf(id))?.status;
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('choosing many', () => {
  it('[V345] begins with Space, goes on with Shift and arrows, takes all with Ctrl+A, says how many, and Escape ends it', async () => {
    await registerOf({ '0001': accepted, '0002': accepted, '0003': accepted });
    expect(screen.queryByRole('button', { name: 'Thôi chọn' })).toBeNull();
    expect(grid().getAttribute('aria-multiselectable')).toBeNull();
    key(' ');
    expect(await screen.findByText('Đã chọn 1 hồ sơ')).toBeDefined();
    expect(grid().getAttribute('aria-multiselectable')).toBe('true');
    key('ArrowDown', { shiftKey: true });
    expect(chosen()).toBe(2);
    key('a', { ctrlKey: true });
    expect(screen.getByText('Đã chọn 3 hồ sơ')).toBeDefined();
    key(' ');
    expect(chosen()).toBe(2);
    // While rows are chosen a press chooses, and opens nothing.
    const unchosen = within(grid()).getAllByRole('row', { selected: false }).at(-1) as HTMLElement;
    fireEvent.click(unchosen);
    expect(chosen()).toBe(3);
    expect(window.location.pathname).toBe('/so-theo-doi');
    key('Escape');
    expect(screen.queryByText(/Đã chọn/)).toBeNull();
    expect(window.location.pathname).toBe('/so-theo-doi');
  });

  it('[V345] begins with a long press, or with its button for the thumb; the right button of a mouse keeps its menu', async () => {
    await registerOf({ '0001': accepted, '0002': accepted });
    const row = within(grid()).getAllByRole('row')[1] as HTMLElement;
    const menu = (pointerType: string) => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      Object.assign(event, { pointerType });
      fireEvent(row, event);
      return event.defaultPrevented;
    };
    expect(menu('mouse')).toBe(false);
    expect(screen.queryByText(/Đã chọn/)).toBeNull();
    expect(menu('touch')).toBe(true);
    expect(await screen.findByText('Đã chọn 1 hồ sơ')).toBeDefined();
    await press('Thôi chọn');
    await press(/^Chọn nhiều/);
    expect(screen.getByText('Chưa chọn hồ sơ nào')).toBeDefined();
    await press('Chọn hết');
    expect(screen.getByText('Đã chọn 2 hồ sơ')).toBeDefined();
  });
});

describe('an act on many', () => {
  const open = async (name: string) => {
    key('a', { ctrlKey: true });
    fireEvent.click(await screen.findByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(dialog.queryByText('Đang xem các hồ sơ đã chọn…')).toBeNull());
    return dialog;
  };

  it('[V346] names those left out with the reason before anything is written, does the others with one confirmation, and tells what became of them', async () => {
    const desk = await registerOf({ '0001': accepted, '0002': returned, '0003': accepted });
    const dialog = await open('Chuyển xử lý');
    expect(dialog.getByText('Làm cho 2 hồ sơ')).toBeDefined();
    const left = dialog.getByRole('region', { name: 'Để lại 1 hồ sơ, không làm gì' });
    expect(left.textContent).toMatch(/0002: Hồ sơ đang ở trạng thái “Đã trả kết quả”/);
    expect(statusOf(desk, '0001')).toBe('ACCEPTED');
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: /^Chuyển xử lý 2 hồ sơ/ })));
    expect(await dialog.findByText('Chuyển xử lý: đã ghi 2 hồ sơ trên máy này.')).toBeDefined();
    expect(['0001', '0002', '0003'].map((id) => statusOf(desk, id))).toEqual(['IN_PROCESS', 'RETURNED', 'IN_PROCESS']);
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Xong' })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText(/Đã chọn/)).toBeNull();
  });

  it('[V346] where none allows it nothing can be confirmed, and closing changes nothing', async () => {
    const desk = await registerOf({ '0001': accepted, '0002': accepted });
    const dialog = await open('Lưu trữ hồ sơ');
    expect(dialog.getByText('Không hồ sơ nào đã chọn làm được việc này lúc này.')).toBeDefined();
    expect(dialog.queryByRole('button', { name: /^Lưu trữ hồ sơ/ })).toBeNull();
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Bỏ qua' })));
    expect(screen.getByText('Đã chọn 2 hồ sơ')).toBeDefined();
    expect(statusOf(desk, '0001')).toBe('ACCEPTED');
  });

  it('[V347] results go to their owners against a proof that is asked, archived files get one box, and a fault stops the rest without unsaying what was done', async () => {
    const desk = await registerOf({ '0001': finished, '0002': finished });
    const dialog = await open('Trả kết quả');
    const send = () => act(async () => void fireEvent.click(dialog.getByRole('button', { name: /^Trả kết quả 2 hồ sơ/ })));
    await send();
    expect(dialog.getByText('Chọn giấy tờ đã đối chiếu.')).toBeDefined();
    fireEvent.click(dialog.getByRole('radio', { name: /giấy tiếp nhận/ }));
    await send();
    expect(await dialog.findByText('Trả kết quả: đã ghi 2 hồ sơ trên máy này.')).toBeDefined();
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Xong' })));
    const put = await open('Lưu trữ hồ sơ');
    fireEvent.change(put.getByRole('textbox', { name: /^Số lưu trữ/ }), { target: { value: 'Hộp 3' } });
    // The screen locks by itself between two lines.
    const perform = desk.services.dossiers.perform;
    let times = 0;
    Object.assign(desk.services.dossiers, {
      perform: (request: never) => {
        if (times++ === 1) desk.services.session.lock();
        return perform(request);
      },
    });
    await act(async () => void fireEvent.click(put.getByRole('button', { name: /^Lưu trữ hồ sơ 2 hồ sơ/ })));
    Object.assign(desk.services.dossiers, { perform });
    await waitFor(() => expect(['0001', '0002'].map((id) => statusOf(desk, id)).toSorted()).toEqual(['ARCHIVED', 'RETURNED']));
  });

  it('[V348] prints one form of all of them as one job', async () => {
    await registerOf({ '0001': accepted, '0002': accepted });
    const dialog = await open('In');
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Xem trước rồi in' })));
    await waitFor(() => expect(window.location.pathname).toBe('/in-nhieu'));
  });
});
