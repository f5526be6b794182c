/** The citizen's rating, in his own hand; rules in tests/rules/screens.md. */
import { readFileSync } from 'node:fs';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { stories } from '../support/given.ts';
import { asDossier, deskOf, dossierOf, heading, officers, type ScreenDesk, secret } from './desk.tsx';

const id = dossierOf('ho-so');
const page = `/danh-gia/${id}`;
const ask = { name: 'Mời người dân đánh giá' };
const question = 'Ông/bà thấy việc phục vụ thế nào?';

async function deskWith(story: keyof typeof stories = 'RETURNED', who = officers.clerk): Promise<ScreenDesk> {
  const desk = await deskOf(who, { now: at('25/11/2026 09:00') });
  await desk.receive(asDossier(chain([...stories[story]]), 'ho-so'));
  return desk;
}

async function opened(): Promise<ScreenDesk> {
  const desk = await deskWith();
  await desk.show(page);
  await heading(question);
  await waitFor(() => expect(desk.services.session.current.get()?.locked).toBe(true));
  return desk;
}

const ratingsOf = async (desk: ScreenDesk) =>
  ((await desk.services.dossiers.open(id))?.timeline ?? []).filter(({ event }) => event.type === 'CitizenRated').map(({ event }) => event);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the way to the citizen’s rating', () => {
  it.each([
    ['RETURNED', true],
    ['RESULT_READY', false],
    ['POSTED', false],
    ['ARCHIVED', false],
  ] as const)('[V430] of a dossier that is %s the page offers it: %s', async (story, offered) => {
    const desk = await deskWith(story);
    await desk.show(`/ho-so/${id}`);
    await screen.findByRole('region', { name: 'Việc làm tiếp' });
    expect(screen.queryByRole('link', ask)?.getAttribute('href')).toBe(offered ? page : undefined);
    expect(screen.queryByRole('button', ask)).toBeNull();
  });

  it('[V430] nobody who may not is offered it', async () => {
    const desk = await deskWith('RETURNED', officers.auditor);
    await desk.show(`/ho-so/${id}`);
    await screen.findByRole('region', { name: 'Việc làm tiếp' });
    expect(screen.queryByRole('link', ask)).toBeNull();
  });
});

describe('the page in the citizen’s hand', () => {
  it('[V431] locks the session, shows nothing of anybody, hears no key of the desk and leads only to the PIN', async () => {
    const desk = await opened();
    const all = document.body.textContent ?? '';
    for (const word of ['Mẫn', 'Mẫu', '027190000001', '0900000001', 'H05-', 'khai sinh', officers.clerk.fullName, officers.clerk.login])
      expect(all).not.toContain(word);
    for (const key of ['F1', 'F2', 'F9', 'F12']) fireEvent.keyDown(window, { key });
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect([window.location.pathname, screen.queryByRole('dialog')]).toEqual([page, null]);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([`/ho-so/${id}`]);
    fireEvent.click(screen.getByRole('link', { name: 'Dành cho cán bộ' }));
    expect(await screen.findByRole('dialog', { name: /khóa/i })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/PIN/), { target: { value: secret } });
    await act(async () => void fireEvent.submit(screen.getByLabelText(/PIN/)));
    await waitFor(() => expect(desk.services.session.current.get()?.locked).toBe(false));
    expect(await ratingsOf(desk)).toEqual([]);
  });

  it('[V431] with nobody signed in there is no such page', async () => {
    const desk = await deskWith();
    await act(async () => desk.services.session.signOut());
    await desk.show(page);
    await screen.findByRole('button', { name: new RegExp(officers.clerk.login) });
    expect(screen.queryByRole('heading', { name: question })).toBeNull();
  });

  it('[V432] a face, reasons that may be left out, and one rating that says where it came from', async () => {
    const desk = await opened();
    expect(screen.queryByRole('button', { name: 'Gửi đánh giá' })).toBeNull();
    press('Chưa hài lòng');
    press('Thái độ chưa đúng mực');
    // Another face has reasons of its own.
    press('Bình thường');
    press('Chờ lâu');
    press('Hướng dẫn chưa rõ');
    press('Chờ lâu');
    expect(await ratingsOf(desk)).toEqual([]);
    press('Gửi đánh giá');
    await heading('Cảm ơn ông/bà đã đánh giá');
    const [event, ...others] = await ratingsOf(desk);
    expect(others).toEqual([]);
    expect(event?.data).toEqual({ score: 'FAIR', reasons: ['Hướng dẫn chưa rõ'], source: 'CITIZEN_PAGE' });
    expect(await desk.services.dossiers.rate(id, { score: 'GOOD' })).toBe('dossier/status');
  });

  it('[V434] no open session writes a rating, and the citizen’s page no other act', async () => {
    const desk = await deskWith();
    const { dossiers, session } = desk.services;
    expect(await dossiers.rate(id, { score: 'GOOD' })).toBe('session/locked');
    expect(await dossiers.perform({ command: 'recordRating', dossier: id, input: { score: 'GOOD' } })).toMatchObject({ ok: false });
    await act(async () => session.lock());
    expect(await dossiers.perform({ command: 'addNote', dossier: id, input: { note: 'x' } })).toMatchObject({ ok: false });
    expect(await dossiers.perform({ command: 'recordRating', dossier: id, input: { score: 'GOOD' } })).toMatchObject({ ok: false });
    expect(await ratingsOf(desk)).toEqual([]);
    expect(await dossiers.rate(id, { score: 'GOOD' })).toBeUndefined();
    expect(await ratingsOf(desk)).toHaveLength(1);
  });

  describe('left alone', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
    afterEach(() => void vi.useRealTimers());
    const wait = async (desk: ScreenDesk, ms: number) => {
      desk.time.now += ms;
      await act(async () => void vi.advanceTimersByTime(1_000));
    };

    it('[V433] goes back to the officer’s lock after a minute, with a face chosen and not sent, and keeps nothing', async () => {
      const desk = await opened();
      press('Hài lòng');
      await wait(desk, 40_000);
      fireEvent.pointerDown(document.body);
      await wait(desk, 40_000);
      expect(window.location.pathname).toBe(page);
      await wait(desk, 20_000);
      expect(await screen.findByRole('dialog', { name: /khóa/i })).toBeTruthy();
      expect(window.location.pathname).toBe(`/ho-so/${id}`);
      expect(await ratingsOf(desk)).toEqual([]);
    });

    it('[V433] goes back after the thanks; opened again it has no faces', async () => {
      const desk = await opened();
      press('Hài lòng');
      press('Gửi đánh giá');
      await heading('Cảm ơn ông/bà đã đánh giá');
      // What is on the screen counts from now.
      await wait(desk, 0);
      expect(window.location.pathname).toBe(page);
      await wait(desk, 6_000);
      expect(await screen.findByRole('dialog', { name: /khóa/i })).toBeTruthy();
      await desk.show(page);
      await heading('Cảm ơn ông/bà đã đánh giá');
      expect(screen.queryByRole('button', { name: 'Hài lòng' })).toBeNull();
    });
  });

  it('[V435] what is pressed is large by the sheet itself, whatever points at it', () => {
    const sheet = readFileSync('client/src/features/dossier/rating/rating.module.css', 'utf8');
    for (const name of ['.face', '.reason', '.send']) {
      const rule = sheet.slice(sheet.indexOf(`\n${name} {`));
      expect(Number(/min-height: ([\d.]+)rem/.exec(rule)?.[1])).toBeGreaterThanOrEqual(4);
    }
  });
});
