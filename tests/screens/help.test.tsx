/** Help inside, per screen; rules in tests/rules/screens.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createAppRouter } from '../../client/src/app/routes.tsx';
import { helpOfScreen } from '../../client/src/kit/help/help-of-screen.ts';
import { help } from '../../client/src/texts/vi/help.ts';
import { chain } from '../support/builders.ts';
import { deskWith } from './acting.tsx';
import { deskOf, officers } from './desk.tsx';

const client = resolve(import.meta.dirname, '../../client/src');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|texts\//.test(file))
  .map((file) => readFileSync(join(client, file), 'utf8'))
  .join('\n');
/** As the cap of the key says it. */
const heard = new Set(
  [...sources.matchAll(/useShortcut\('([^']+)'/g), ...sources.matchAll(/\bkey: '(F\d+)'/g)].map((match) =>
    (match[1] ?? '').replace(/^Ctrl\+(.)$/, (_, letter: string) => `Ctrl ${letter.toUpperCase()}`),
  ),
);
/** Heard by lists, forms and dialogs: the name in the browser's event, and how help says it. */
const others: Readonly<Record<string, string>> = {
  '↑ ↓': 'ArrowDown',
  Enter: 'Enter',
  Space: "event.key === ' '",
  Home: 'Home',
  End: 'End',
  'Alt 1…9': '^Digit',
};
/** Nobody works there: a machine before its first officer, and the screens for citizens. */
const withoutOfficer = new Set(['/thiet-lap', '/setup', '/bang-thu-tuc/man-hinh', '/danh-gia/$dossier']);

describe('help inside', () => {
  it('[V263] every screen of an officer has one, and every help belongs to a screen', () => {
    const paths = Object.keys(createAppRouter().routesByPath).filter((path) => path !== '' && !withoutOfficer.has(path));
    expect(paths.filter((path) => helpOfScreen[path] === undefined)).toEqual([]);
    expect(Object.keys(helpOfScreen).filter((path) => !paths.includes(path))).toEqual([]);
    expect(Object.keys(help.topics).toSorted()).toEqual([...new Set([...Object.values(helpOfScreen), 'general'])].toSorted());
    for (const { title, what, offline } of Object.values(help.topics)) {
      expect(what.join(' ').length, title).toBeLessThan(500);
      // A device without keys shows all but the keys.
      expect([...what, offline].join(' '), title).not.toMatch(/\bF\d|\bCtrl\b|\bEnter\b/);
    }
  });

  it('[V264] keys that it names are heard somewhere, and no function key is left out', () => {
    const named = Object.values(help.topics).flatMap(({ keys }) => keys.map(([key]) => key));
    // Escape closes dialogs by the library's own hand.
    const isHeard = (key: string) => key === 'Esc' || heard.has(key) || (key in others && sources.includes(others[key] ?? '?'));
    expect(named.filter((key) => !isHeard(key))).toEqual([]);
    expect([...heard].filter((key) => !named.includes(key))).toEqual([]);
  });

  it('[V265] F1 opens the help of the screen that is shown, the button too; it gives the keyboard back', async () => {
    const desk = await deskWith(officers.clerk, chain(['DossierAccepted']));
    fireEvent.keyDown(document.body, { key: 'F1' });
    const dialog = await screen.findByRole('dialog', { name: 'Trợ giúp: Trang hồ sơ' });
    within(dialog).getByText('F9');
    within(dialog).getByText(/mọi việc lưu trên máy này và tự gửi/);
    fireEvent.keyDown(dialog, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await desk.show('/so-theo-doi');
    const button = screen.getByRole('button', { name: /^Trợ giúp/ });
    button.focus();
    fireEvent.click(button);
    fireEvent.keyDown(await screen.findByRole('dialog', { name: 'Trợ giúp: Sổ theo dõi hồ sơ' }), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('[V265] words without marks find the help of other screens', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show('/');
    fireEvent.keyDown(document.body, { key: 'F1' });
    const dialog = within(await screen.findByRole('dialog', { name: 'Trợ giúp: Việc trong ngày' }));
    const box = dialog.getByLabelText('Tìm trong trợ giúp');
    fireEvent.change(box, { target: { value: 'phieu huong dan' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    await screen.findByRole('dialog', { name: 'Trợ giúp: Tiếp nhận hồ sơ' });
    dialog.getByText('F8');
    fireEvent.change(dialog.getByLabelText('Tìm trong trợ giúp'), { target: { value: 'khong co tu nay' } });
    expect(dialog.getByText(/^Không có mục nào/)).toBeDefined();
  });
});
