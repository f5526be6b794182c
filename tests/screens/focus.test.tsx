/** Where the keyboard is after a dialog; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chain } from '../support/builders.ts';
import { deskWith, openAct, others, sent } from './acting.tsx';
import { officers, region } from './desk.tsx';

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const press = (button: HTMLElement) => {
  button.focus();
  fireEvent.click(button);
};

describe('the keyboard after a dialog', () => {
  it('[V260] a dialog left with Escape gives it back to what opened it, also over a list of acts', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    const panel = within(await region('Việc làm tiếp'));
    const own = panel.getByRole('button', { name: /Chuyển xử lý/ });
    press(own);
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    await gone();
    await waitFor(() => expect(document.activeElement).toBe(own));

    const list = panel.getByRole('button', { name: others });
    press(list);
    press(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Thêm ghi chú' }));
    await waitFor(() => expect(screen.getByRole('dialog').querySelector('form')).not.toBeNull());
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await gone();
    await waitFor(() => expect(document.activeElement).toBe(list));
  });

  it('[V260] where the act took away its button, it is at the part of the page the button stood in', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    const panel = await region('Việc làm tiếp');
    const forward = within(panel).getByRole('button', { name: /Chuyển xử lý/ });
    press(forward);
    await waitFor(() => expect(screen.getByRole('dialog').querySelector('form')).not.toBeNull());
    const dialog = within(screen.getByRole('dialog'));
    await sent(dialog);
    await waitFor(() => expect(document.activeElement?.closest('section')).toBe(panel));
    expect(forward.isConnected).toBe(false);
  });

  it('[V262] a dialog begins in its first field, of several choices at the chosen one, and not at its closing cross', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    const dialog = await openAct('Đổi cách nhận kết quả');
    const chosen = dialog.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked);
    await waitFor(() => expect(document.activeElement).toBe(chosen));
  });

  it('[V260] what a page focuses by itself stays focused', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    await act(async () => void fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true }));
    const box = within(await screen.findByRole('dialog')).getByRole('combobox');
    fireEvent.keyDown(box, { key: 'Escape' });
    await gone();
    const main = screen.getByRole('main');
    main.focus();
    await act(async () => new Promise((done) => requestAnimationFrame(() => done(undefined))));
    expect(document.activeElement).toBe(main);
  });
});
