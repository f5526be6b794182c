/** Scanners, keyboards and the lock, as events of a browser; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, heading, officers, secret, type ScreenDesk } from './desk.tsx';

const card = '027160001234||Nguyễn Văn Bưởi|03051960|Nam|Thôn A, An Thịnh, Lương Tài, Bắc Ninh|15042021';

const insert = (text: string) => {
  const element = document.activeElement;
  if (!(element instanceof HTMLInputElement)) return;
  element.dispatchEvent(new InputEvent('beforeinput', { data: text, inputType: 'insertText', bubbles: true }));
  fireEvent.input(element, { target: { value: element.value + text } });
};
const target = () => document.activeElement ?? document.body;
/** One key as a browser makes it: its character is inserted unless somebody prevents that. */
const key = (name: string) => {
  if (fireEvent.keyDown(target(), { key: name }) && [...name].length === 1) insert(name);
};
/** A letter by Alt and the number pad: keys that print nothing, then a letter without a key. */
const altLetter = (letter: string, arrives: boolean) => {
  for (const code of ['Numpad2', 'Numpad5']) fireEvent.keyDown(target(), { key: code.slice(-1), code, altKey: true });
  if (arrives) insert(letter);
};
const imeLetter = (letter: string) => {
  fireEvent.keyDown(target(), { key: 'Process', keyCode: 229 });
  insert(letter);
};
const isMarked = (letter: string) => /\P{ASCII}/u.test(letter);
/** By the scanner's own clock, five milliseconds a key, however long the machine takes to draw what each does. */
const scan = async (text: string, one: (letter: string) => void = key) => {
  let at = performance.now();
  const clock = vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(() => at);
  await act(async () => {
    for (const letter of text) {
      at += 5;
      one(letter);
    }
    at += 5;
    key('Enter');
  });
  clock.mockRestore();
};

async function intakeDesk(): Promise<{ readonly desk: ScreenDesk; readonly name: HTMLInputElement }> {
  const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
  await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
  await desk.show('/tiep-nhan');
  fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
  const name = await screen.findByLabelText<HTMLInputElement>(/Họ, chữ đệm và tên/);
  act(() => name.focus());
  return { desk, name };
}
const code = (desk: ScreenDesk) => desk.services.dossiers.index.get(dossierOf('ho-so'))?.code ?? '?';
const nameNow = () => screen.getByLabelText<HTMLInputElement>(/Họ, chữ đệm và tên/).value;
const unlock = async () => {
  fireEvent.change(screen.getByLabelText(/PIN/), { target: { value: secret } });
  await act(async () => void fireEvent.submit(screen.getByLabelText(/PIN/)));
};

describe('a card at the intake', () => {
  it.each<readonly [string, string, ((letter: string) => void) | undefined, RegExp]>([
    ['as keys', card, undefined, /Đã lấy thông tin từ thẻ: Nguyễn Văn Bưởi$/],
    ['case S6: with an AIM identifier', `]Q1${card}`, undefined, /Đã lấy thông tin từ thẻ: Nguyễn Văn Bưởi$/],
    ['case S1: by Alt and number pad, whole', card, (l) => (isMarked(l) ? altLetter(l, true) : key(l)), /thẻ: Nguyễn Văn Bưởi$/],
  ])('[V90] is taken wherever the focus is: %s', async (_, text, one, note) => {
    const { name } = await intakeDesk();
    for (const place of [name, screen.getByLabelText<HTMLInputElement>(/Số điện thoại/)]) {
      act(() => place.focus());
      await scan(text, one);
      expect(await screen.findByText(note)).toBeDefined();
      expect(nameNow()).toBe('Nguyễn Văn Bưởi');
      expect(screen.getByLabelText<HTMLInputElement>(/Số điện thoại/).value).toBe('');
    }
  });

  it('[V90] case S6: is taken with the focus nowhere', async () => {
    const { name } = await intakeDesk();
    act(() => name.blur());
    await scan(`]Q1${card}`);
    expect(nameNow()).toBe('Nguyễn Văn Bưởi');
  });

  it('[V90] case S13: is taken with its framing as control keys, which the browser does not act on', async () => {
    await intakeDesk();
    const control = (letter: string) => fireEvent.keyDown(target(), { key: letter, ctrlKey: true });
    await act(async () => {
      control('b');
      for (const letter of card) key(letter);
      expect([control('c'), control('d'), control('j')]).toEqual([false, false, false]);
    });
    expect(nameNow()).toBe('Nguyễn Văn Bưởi');
    expect(await screen.findByText(/Đã lấy thông tin từ thẻ: Nguyễn Văn Bưởi$/)).toBeDefined();
  });

  it('[V90] case S7: text committed without keys is recognised, also in pieces', async () => {
    for (const pieces of [[card], card.split(/(?<=\|)/), [...card]]) {
      const { desk } = await intakeDesk();
      await act(async () => {
        for (const piece of pieces) insert(piece);
        key('Enter');
      });
      expect(nameNow()).toBe('Nguyễn Văn Bưởi');
      desk.close();
    }
  });

  it.each<readonly [string, string, (letter: string) => void, RegExp]>([
    ['case S1: letters by Alt lost', card, (l) => (isMarked(l) ? altLetter(l, false) : key(l)), /ALT \+ bàn phím số/],
    ['case S8: letters through an input method', card, (l) => (/\p{L}/u.test(l) ? imeLetter(l) : key(l)), /Tắt bộ gõ/],
    ['case S4: strokes of VNI', card.replace('Thôn A, An Thịnh', 'Tho6n A, An Thi5nh'), key, /kiểu VNI/],
    ['case S9: a health insurance card', 'DN4270012345678|4e677579e1bb856e|03/05/1960|1|4c61', key, /Đây không phải mã QR của thẻ CCCD/],
  ])('[V90] is refused with what to do, and nothing stays in the input: %s', async (_, text, one, note) => {
    const { name } = await intakeDesk();
    fireEvent.change(name, { target: { value: 'Vũ Thị' } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await scan(text, one);
    expect(await screen.findByText(note)).toBeDefined();
    expect(nameNow()).toBe('Vũ Thị');
  });

  it('[V90] case S4: the word that the input method missed is named', async () => {
    await intakeDesk();
    await scan(card.replace('Văn', 'Vawn'));
    expect(await screen.findByText(/Đối chiếu với thẻ các chữ “Vawn”/)).toBeDefined();
  });

  it('[V90] the bare number of an older card goes into its input, never into the name', async () => {
    await intakeDesk();
    await scan('027160001234');
    expect(nameNow()).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>(/Số giấy tờ/).value).toBe('027160001234');
  });
});

describe('our own code', () => {
  it.each(['/tiep-nhan', '/danh-sach/hom-nay'])('[V91] case S10: opens the dossier from %s', async (path) => {
    const { desk } = await intakeDesk();
    await desk.show(path);
    if (path === '/tiep-nhan') act(() => screen.getByRole('combobox', { name: 'Thủ tục' }).focus());
    await scan(code(desk));
    await waitFor(() => expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ho-so')}`));
  });

  it('[V91] a code that this device does not know is named', async () => {
    const { desk } = await intakeDesk();
    await desk.show('/so-theo-doi');
    await scan('000.12.31.H05-200101-0009');
    expect(await screen.findByText('Máy này không có hồ sơ 000.12.31.H05-200101-0009.')).toBeDefined();
  });

  it('[V261] what was said of one scan is gone with the next, also where the page takes that one', async () => {
    await intakeDesk();
    await scan('000.12.31.H05-200101-0009');
    await screen.findByText(/^Máy này không có hồ sơ/);
    await scan(card);
    await screen.findByText(/Đã lấy thông tin từ thẻ/);
    expect(screen.queryByText(/^Máy này không có hồ sơ/)).toBeNull();
  });

  it.each(['code', 'idNumber'] as const)('[V92] case S11: Ctrl K, a scan of the %s and its Enter open the one hit', async (what) => {
    const { desk } = await intakeDesk();
    await desk.show('/so-theo-doi');
    const row = desk.services.dossiers.index.get(dossierOf('ho-so'));
    await act(async () => void fireEvent.keyDown(window, { key: 'k', ctrlKey: true }));
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /Gõ tên không dấu/ });
    act(() => field.focus());
    await scan(row?.[what] ?? '?');
    await waitFor(() => expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ho-so')}`));
  });

  it('[V92] case S11: the Enter of a person who types is not lost either', async () => {
    const { desk } = await intakeDesk();
    await desk.show('/so-theo-doi');
    await act(async () => void fireEvent.keyDown(window, { key: 'k', ctrlKey: true }));
    const field = await screen.findByRole<HTMLInputElement>('combobox', { name: /Gõ tên không dấu/ });
    await act(async () => {
      fireEvent.change(field, { target: { value: 'nguyen thi mau' } });
      fireEvent.keyDown(field, { key: 'Enter' });
    });
    await waitFor(() => expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ho-so')}`));
  });
});

describe('behind the lock', () => {
  it('[V93] case S12: no scan enters the form or the PIN, no key and no way back moves the page', async () => {
    const { desk, name } = await intakeDesk();
    fireEvent.change(name, { target: { value: 'Vũ Thị Dở Dang' } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await act(async () => desk.services.session.lock());
    const pin = screen.getByLabelText<HTMLInputElement>(/PIN/);
    act(() => pin.focus());
    for (const text of [card, code(desk), '027160001234']) await scan(text);
    expect(pin.value).toBe('');
    expect(screen.queryByText(/lần/)).toBeNull();
    for (const name of ['F2', 'F4', 'F6', 'F9']) expect(fireEvent.keyDown(pin, { key: name })).toBe(false);
    expect(fireEvent.keyDown(pin, { key: 'k', ctrlKey: true })).toBe(false);
    expect(fireEvent.keyDown(pin, { key: 'ArrowLeft', altKey: true })).toBe(false);
    expect(screen.queryByRole('combobox', { name: /Gõ tên không dấu/ })).toBeNull();
    expect(window.location.pathname).toBe('/tiep-nhan');
    await unlock();
    await waitFor(() => expect(name.closest('[inert]')).toBeNull());
    expect(name.value).toBe('Vũ Thị Dở Dang');
  });

  it('[V94] after it the focus is again in the input that was typed in', async () => {
    const { desk } = await intakeDesk();
    const phone = screen.getByLabelText<HTMLInputElement>(/Số điện thoại/);
    act(() => phone.focus());
    await act(async () => desk.services.session.lock());
    expect(document.activeElement).toBe(screen.getByLabelText(/PIN/));
    await unlock();
    await waitFor(() => expect(document.activeElement).toBe(phone));
  });
});

it('[V95] on another page a card looks for its owner instead of running into an input', async () => {
  const { desk } = await intakeDesk();
  await desk.show('/so-theo-doi');
  await heading('Sổ theo dõi hồ sơ');
  await scan(card);
  expect((await screen.findByRole<HTMLInputElement>('combobox', { name: /Gõ tên không dấu/ })).value).toBe('027160001234');
});
