/** An officer's own secret: asked for at the first sign-in, changed from the account, and nobody kept from work without a line; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { deskOf, officers, secret, type ScreenDesk } from './desk.tsx';

const path = '/api/session/secret';
const own = '135790';

/** A desk whose clerk has the secret from the paper slip. */
async function deskOfFirst(answer: (body: unknown) => Response): Promise<ScreenDesk> {
  const desk = await deskOf(officers.clerk, { answers: { [path]: answer }, first: [officers.clerk] });
  await desk.show('/so-theo-doi');
  return desk;
}

const door = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Đặt mã PIN của riêng mình' });

async function fill(dialog: HTMLElement, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    fireEvent.change(within(dialog).getByLabelText(new RegExp(`^${label}`)), { target: { value } });
  await act(async () => void fireEvent.submit(dialog.querySelector('form') as HTMLFormElement));
}

const says = (dialog: HTMLElement, text: string): Promise<void> => waitFor(() => expect(dialog.textContent).toContain(text));

describe('a secret from the paper slip', () => {
  it('[V320] is changed before the work: the page rests, each mistake is named at its place, and then he is in and stays in', async () => {
    const sent: unknown[] = [];
    const desk = await deskOfFirst((body) => {
      sent.push(body);
      return Response.json({ verifier: `plain:${own}` });
    });
    const dialog = await door();
    expect(document.querySelector('#noi-dung')?.closest('[inert]')).not.toBeNull();
    fireEvent.keyDown(window, { key: 'F2' });
    expect(window.location.pathname).toBe('/so-theo-doi');
    await fill(dialog, {});
    await says(dialog, 'Chưa nhập: Mã đang dùng.');
    await fill(dialog, { 'Mã đang dùng': secret, 'Mã mới': own, 'Nhập lại': '135791' });
    await says(dialog, 'không giống nhau');
    await fill(dialog, { 'Nhập lại': own, 'Mã đang dùng': '0000' });
    await says(dialog, 'Còn 4 lần thử');
    await fill(dialog, { 'Mã đang dùng': secret, 'Mã mới': '123456', 'Nhập lại': '123456' });
    await says(dialog, 'dễ đoán quá');
    expect(
      within(dialog)
        .getByLabelText(/^Mã mới/)
        .getAttribute('aria-invalid'),
    ).toBe('true');
    // Nothing that is wrong goes over the line, and no way around is offered while it is there.
    expect(sent).toEqual([]);
    expect(screen.queryByRole('button', { name: /đổi sau khi có mạng/ })).toBeNull();
    await fill(dialog, { 'Mã mới': own, 'Nhập lại': own });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([{ login: officers.clerk.login, secret, next: own }]);
    expect(document.querySelector('#noi-dung')?.closest('[inert]')).toBeNull();
    expect(screen.queryByText(/do trung tâm cấp trên giấy/)).toBeNull();
    await act(async () => desk.services.session.lock());
    expect(await desk.services.session.unlock(secret)).toMatchObject({ ok: false });
    expect(await act(() => desk.services.session.unlock(own))).toMatchObject({ ok: true });
  });

  it('[V321] without a line he works on with it: told on every screen, asked again when he next comes in', async () => {
    const desk = await deskOfFirst(() => {
      throw new TypeError('no network');
    });
    const dialog = await door();
    await fill(dialog, { 'Mã đang dùng': secret, 'Mã mới': own, 'Nhập lại': own });
    await says(dialog, 'Không liên lạc được với trung tâm');
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: /đổi sau khi có mạng/ })));
    expect(screen.queryByRole('dialog')).toBeNull();
    const banner = await screen.findByText(/đang dùng mã PIN do trung tâm cấp/);
    expect(banner.closest('main')).not.toBeNull();
    expect(banner.closest('[inert]')).toBeNull();
    // A lock in between asks nothing anew; a new sign-in does.
    await act(async () => desk.services.session.lock());
    await act(() => desk.services.session.unlock(secret));
    expect(screen.queryByRole('dialog')).toBeNull();
    await act(async () => desk.services.session.signOut());
    desk.time.now += 60_000;
    await desk.signIn(officers.clerk);
    expect(await door()).toBeDefined();
  });
});

it('[V322] his own secret is changed from the account at any time, by an administrator as a passphrase', async () => {
  const answers = { [path]: () => Response.json({ verifier: 'plain:một hai ba bốn' }) };
  const desk = await deskOf(officers.communeAdmin, { answers });
  await desk.show('/so-theo-doi');
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.click(screen.getAllByRole('button', { name: 'Đổi mã PIN' })[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'Đổi cụm mật khẩu của mình' });
  await within(dialog).findByLabelText(/^Mã mới/);
  await fill(dialog, { 'Mã đang dùng': secret, 'Mã mới': '135790', 'Nhập lại': '135790' });
  await says(dialog, 'cần cụm mật khẩu');
  await fill(dialog, { 'Mã mới': 'một hai ba bốn', 'Nhập lại': 'một hai ba bốn' });
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Đã đổi mã');
  await act(async () => void fireEvent.click(within(dialog).getAllByRole('button', { name: 'Đóng' }).at(-1) as HTMLElement));
  expect(desk.services.session.current.get()).toMatchObject({ staff: { id: officers.communeAdmin.id, verifier: 'plain:một hai ba bốn' } });
});
