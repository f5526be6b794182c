/** Nothing speaks of keys to a hand without them: what names a key is marked, and the sheet hides what is marked; rules in tests/rules/screens.md. */
import { readFileSync } from 'node:fs';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { actButtons, openAct, otherActs, others } from './acting.tsx';
import { asDossier, deskOf, dossierOf, officers, region, type ScreenDesk } from './desk.tsx';

// As the build puts it in; the page of the device shows it.
vi.stubGlobal('__APP_VERSION__', '0');

const keys = /\bF\d{1,2}\b|\bCtrl\b|\bAlt \d|\bEnter\b|\bEsc\b|[↑↓]|Phím/;

/** Texts that name a key and are not marked as such, and labels that a reader would hear. */
function unmarked(): readonly string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (keys.test(textContent ?? '') && !parentElement?.closest('kbd, .key-hint, style, script')) found.push(textContent ?? '');
  }
  for (const one of document.querySelectorAll('[placeholder], [title], [aria-label]'))
    found.push(...['placeholder', 'title', 'aria-label'].map((name) => one.getAttribute(name) ?? '').filter((text) => keys.test(text)));
  return found;
}

async function deskWith(): Promise<ScreenDesk> {
  const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
  await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
  return desk;
}

describe('under a finger', () => {
  it('[V72] the sheet hides every marked key under a coarse pointer', () => {
    const sheet = readFileSync('client/src/kit/ui/tokens.css', 'utf8');
    const coarse = sheet.slice(sheet.indexOf('@media (pointer: coarse)'));
    expect(coarse).toMatch(/kbd,\s+\.key-hint \{\s+display: none !important;/);
  });

  const lists = ['/', '/danh-sach/hom-nay', '/danh-sach/dang-xu-ly', '/danh-sach/cho-gui', '/danh-sach/nhap', '/so-theo-doi'];
  it.each([...lists, '/thu-tuc', '/may-nay', '/dong-bo', `/ho-so/${dossierOf('ho-so')}`, `/in/RECEIPT/${dossierOf('ho-so')}`])(
    '[V72] no unmarked key at %s, with rows and without',
    async (path) => {
      const empty = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
      await empty.show(path);
      expect(unmarked()).toEqual([]);
      const desk = await deskWith();
      await desk.show(path);
      expect(unmarked()).toEqual([]);
      expect(screen.queryByText(/lỗi không lường trước/)).toBeNull();
    },
  );

  it('[V72] no unmarked key in the acts of a dossier', async () => {
    const desk = await deskWith();
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    const names = [...(await actButtons()).filter((name) => name !== others), ...(await otherActs())];
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const dialog = await openAct(String(name));
      expect(unmarked()).toEqual([]);
      fireEvent.click(dialog.getByRole('button', { name: 'Bỏ qua' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    fireEvent.click(within(await region('Việc làm tiếp')).getByRole('button', { name: others }));
    await screen.findByRole('dialog');
    expect(unmarked()).toEqual([]);
  });

  it('[V72] no unmarked key in the blocks of the intake, its reviews, the palette and behind the lock', async () => {
    Object.assign(window, { print: () => undefined });
    const desk = await deskWith();
    await desk.show('/tiep-nhan');
    expect(unmarked()).toEqual([]);
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'trần thị bích' } });
    expect(unmarked()).toEqual([]);
    // A card that the scanner spoiled is told with the way out, which is a key.
    const card = screen.getByLabelText('Chuỗi trên thẻ CCCD');
    fireEvent.change(card, { target: { value: '027190001234||Nguy?n V?n An|05021990|Nam|Thôn Ng?c Tr?|15042021' } });
    fireEvent.keyDown(card, { key: 'Enter' });
    expect(screen.getByText('(F4)', { exact: false }).className).toBe('key-hint');
    expect(unmarked()).toEqual([]);
    fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: '027190000001' } });
    for (const block of [/3 Giấy tờ/, /4 Hẹn trả/]) {
      fireEvent.click(screen.getByRole('button', { name: block }));
      expect(unmarked()).toEqual([]);
    }
    fireEvent.keyDown(window, { key: 'F8' });
    const review = await screen.findByRole('dialog');
    expect(unmarked()).toEqual([]);
    fireEvent.click(within(review).getByRole('button', { name: 'Xem lại hồ sơ' }));
    fireEvent.keyDown(window, { key: 'F6' });
    fireEvent.keyDown(window, { key: 'F9' });
    await screen.findByRole('heading', { name: 'Đã tiếp nhận' });
    expect(unmarked()).toEqual([]);
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    await screen.findByRole('dialog', { name: 'Tìm' });
    expect(unmarked()).toEqual([]);
    await act(async () => desk.services.session.lock());
    expect(await screen.findByLabelText(/^Mã PIN của/)).toBeTruthy();
    expect(unmarked()).toEqual([]);
  });
});
