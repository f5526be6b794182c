/** The navigation where there is not room for everything; rules in tests/rules/screens.md. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deskOf, officers } from './desk.tsx';

// As the build puts it in; the page of the device shows it.
vi.stubGlobal('__APP_VERSION__', '0');

const sizes = ['offsetHeight', 'clientHeight'] as const;
const before = sizes.map((name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const);
afterEach(() => {
  for (const [name, descriptor] of before) {
    delete (HTMLElement.prototype as Partial<HTMLElement>)[name];
    if (descriptor) Object.defineProperty(HTMLElement.prototype, name, descriptor);
  }
});

/** Every element is a line high, and holds so many lines. */
function giveRoomFor(lines: number): void {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 38 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 40 * lines });
}

const rail = () => within(screen.getAllByRole('navigation', { name: 'Điều hướng' })[0] as HTMLElement);
const linesOf = () =>
  rail()
    .getAllByRole('link')
    .map((link) => (link.textContent ?? '').replace(/\d+$/, ''));

describe('the navigation', () => {
  it('[V280] shows what there is room for, in its order, and everything under "Thêm"', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show('/so-theo-doi');
    const all = linesOf();
    expect(all.length).toBeGreaterThan(9);
    expect(rail().queryByRole('button', { name: 'Thêm' })).toBeNull();

    giveRoomFor(6);
    await desk.show('/may-nay');
    const shown = linesOf();
    // The way to the intake stands above the list; one of the six lines is "Thêm".
    expect(shown).toHaveLength(1 + 5);
    expect(shown).toEqual(all.filter((name) => shown.includes(name)));
    expect(shown).toEqual(expect.arrayContaining(['Việc trong ngày', 'Hôm nay', 'Quá hạn']));
    const more = rail().getByRole('button', { name: 'Thêm' });
    // The page that is open stepped back: "Thêm" stands for it.
    expect(more.dataset['status']).toBe('active');

    fireEvent.click(more);
    const dialog = within(await screen.findByRole('dialog', { name: 'Mọi danh sách và trang' }));
    expect(dialog.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Việc cần làm',
      'Sổ và báo cáo',
      'Quầy và máy',
    ]);
    expect(dialog.getAllByRole('link').map((link) => (link.textContent ?? '').replace(/\d+$/, ''))).toEqual(all.slice(1));
    fireEvent.click(dialog.getByRole('link', { name: 'Thủ tục' }));
    await waitFor(() => expect(window.location.pathname).toBe('/thu-tuc'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
