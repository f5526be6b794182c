/** Who is out because the centre's roster says so; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { receipt } from '../../client/src/data/db/test-desk.ts';
import { staffPart } from '@onestop/shared/reference/parts.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { at, chain, offices } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, region, secret, type ScreenDesk } from './desk.tsx';

const verifier = `plain:${secret}`;

/** The next exchange brings this officer as he is now, or takes him off the list. */
async function rosterBrings(desk: ScreenDesk, officer: Staff, now: Partial<Staff> | 'gone'): Promise<void> {
  const key = staffPart(officer.id);
  const parts = now === 'gone' ? [] : [{ key, value: { ...officer, verifier, ...now } }];
  const removed = now === 'gone' ? [key] : [];
  const taken = await act(() =>
    desk.exchange((request) => {
      const { version = 1 } = request.reference ?? {};
      return receipt(request, { reference: { cursor: { version: version + 1, check: version + 1 }, reset: false, parts, removed } });
    }),
  );
  if (!taken.ok) throw new Error(taken.error.code);
}

async function halfType(desk: ScreenDesk, name: string): Promise<void> {
  await desk.show('/tiep-nhan');
  fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
  fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: name } });
}

describe('an officer the roster does not let work here any more', () => {
  it.each([
    ['dismissed', { active: false }, /quản trị đã ngừng tài khoản của thanh.*liên hệ quản trị/],
    ['moved to the centre', { office: offices.centre.id }, /thanh không còn trong danh sách cán bộ của đơn vị này.*đơn vị mới/],
    ['taken off the list', 'gone', /thanh không còn trong danh sách cán bộ của đơn vị này.*đơn vị mới/],
    ['given another PIN', { verifier: 'plain:1357' }, /mã PIN của thanh vừa được đặt lại.*mã PIN mới/],
  ] as const)('[V160] %s: out at once with the dialog he had open, told who, why and what to do', async (_name, now, told) => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    fireEvent.click(await within(await region('Việc làm tiếp')).findByRole('button', { name: /Chuyển|Hủy hồ sơ/ }));
    await screen.findByRole('dialog');
    await rosterBrings(desk, officers.clerk, now);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.location.pathname).toBe('/');
    expect((await screen.findByRole('alert')).textContent).toMatch(told);
    expect(screen.getByRole('alert').textContent).toContain('10:00');
    expect(document.body.textContent).not.toContain('Việc làm tiếp');
    await desk.signIn(officers.secondClerk);
    await act(async () => desk.services.session.signOut());
    await screen.findByText('Ai làm việc?');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('[V160] under the lock too; another officer’s change, or one’s own new title, closes nothing', async () => {
    const desk = await deskOf(officers.clerk);
    await desk.show('/so-theo-doi');
    await rosterBrings(desk, officers.secondClerk, { active: false });
    await rosterBrings(desk, officers.clerk, { title: 'Chủ tịch' });
    await waitFor(() => expect(desk.services.session.current.get()?.staff).toMatchObject({ id: officers.clerk.id, title: 'Chủ tịch' }));
    await act(async () => desk.services.session.lock());
    await rosterBrings(desk, officers.clerk, { active: false });
    expect((await screen.findByRole('alert')).textContent).toContain('đã ngừng');
    expect(screen.queryByText('Máy đang khóa')).toBeNull();
  });

  it('[V161] what was half typed is kept for him and shown to nobody else', async () => {
    const desk = await deskOf(officers.clerk);
    await halfType(desk, 'Trần Thị Bích');
    await rosterBrings(desk, officers.clerk, { verifier: 'plain:1357' });
    await screen.findByRole('alert');
    // Nothing of it is in memory while nobody is signed in.
    expect(desk.services.drafts.list.get()).toEqual([]);
    await desk.signIn(officers.secondClerk);
    await waitFor(() => expect(desk.services.drafts.list.get()).toHaveLength(1));
    const id = desk.services.drafts.list.get()[0]?.id ?? '';
    for (const path of ['/danh-sach/nhap', '/tiep-nhan', `/tiep-nhan?draft=${id}`]) {
      await desk.show(path);
      expect(document.body.textContent).not.toMatch(/Trần Thị Bích|đang nhập dở|Nhập dở/);
    }
    await act(async () => desk.services.session.signOut());
    expect(await act(() => desk.services.session.signIn(officers.clerk.login, '1357'))).toMatchObject({ ok: true });
    await desk.show('/tiep-nhan');
    expect(document.querySelector('main')?.textContent).toMatch(/Tiếp tục hồ sơ đang nhập dở.*Trần Thị Bích|Trần Thị Bích/);
  });
});
