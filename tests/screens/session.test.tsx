/** Who is let in, and what a lock keeps out; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, region, secret } from './desk.tsx';

const enter = async (pin: string) => {
  fireEvent.change(screen.getByLabelText(/PIN/), { target: { value: pin } });
  await act(async () => void fireEvent.submit(screen.getByLabelText(/PIN/)));
};

describe('signing in', () => {
  it('[V17] offers the officers of this office and nobody else; a wrong PIN says how many tries are left', async () => {
    const desk = await deskOf(officers.clerk);
    await act(async () => desk.services.session.signOut());
    await desk.show('/so-theo-doi');
    const tiles = screen.getAllByRole('button').map((button) => button.textContent ?? '');
    const named = (login: string) => tiles.some((tile) => tile.includes(login));
    expect([officers.clerk, officers.specialist, officers.communeAdmin].every(({ login }) => named(login))).toBe(true);
    expect([officers.districtClerk, officers.districtAdmin].some(({ login }) => named(login))).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: new RegExp(officers.clerk.login) }));
    await enter('0000');
    expect((await screen.findByText(/4 lần/)).textContent).toBeDefined();
    await enter(secret);
    await waitFor(() => expect(screen.queryByLabelText(/PIN/)).toBeNull());
    expect(window.location.pathname).toBe('/');
  });

  it('[V119] whoever comes next begins at home: no look of theirs is written for what the last one had open', async () => {
    const desk = await deskOf(officers.districtClerk, { now: at('23/11/2026 10:00') });
    const id = dossierOf('ho-so');
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    const lookers = async () =>
      ((await desk.services.dossiers.open(id))?.timeline ?? [])
        .filter(({ event }) => event.type === 'DossierViewed')
        .map(({ event }) => event.actor);
    await desk.show(`/ho-so/${id}`);
    await waitFor(async () => expect(await lookers()).toEqual([officers.districtClerk.id]));
    await act(async () => void fireEvent.click(screen.getAllByRole('button', { name: 'Đổi người dùng' })[0] as HTMLElement));
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(officers.districtMonitor.login) }));
    await enter(secret);
    await screen.findByRole('heading', { name: 'Tình hình các xã' });
    expect(window.location.pathname).toBe('/trung-tam');
    expect(await lookers()).toEqual([officers.districtClerk.id]);
  });

  it('[V18] a lock covers the page without losing it: nothing can be reached or done until the officer unlocks', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    const panel = await region('Việc làm tiếp');
    fireEvent.click(within(panel).getByRole('button', { name: 'Việc khác' }));
    fireEvent.click(await screen.findByRole('button', { name: /Hủy hồ sơ/ }));
    const reason = within(await screen.findByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.change(reason, { target: { value: 'nhập nhầm' } });
    await act(async () => desk.services.session.lock());
    expect(panel.closest('[inert]')).not.toBeNull();
    expect(reason.closest('[inert]')).not.toBeNull();
    for (const key of ['F2', 'F9']) fireEvent.keyDown(window, { key });
    expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ho-so')}`);
    await act(async () => void fireEvent.submit(reason));
    expect(desk.services.dossiers.index.get(dossierOf('ho-so'))?.status).toBe('ACCEPTED');
    await enter(secret);
    await waitFor(() => expect(panel.closest('[inert]')).toBeNull());
    expect(reason.value).toBe('nhập nhầm');
  });

  it('[V18] no key of the page works under a lock', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    await region('Việc làm tiếp');
    await act(async () => desk.services.session.lock());
    for (const key of ['F2', 'F9']) await act(async () => void fireEvent.keyDown(window, { key }));
    await act(async () => void fireEvent.keyDown(window, { key: 'k', ctrlKey: true }));
    expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ho-so')}`);
    await enter(secret);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
