/** What the centre did not take; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { at, chain, intakeFor, procedures } from '../support/builders.ts';
import { receipt } from '../../client/src/data/db/test-desk.ts';
import { asDossier, deskOf, dossierOf, officers, region } from './desk.tsx';

describe('what the centre did not take', () => {
  it('[V11] is listed with the act, the reason and what to do, and leads to the dossier, which says it too', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
    const done = await act(() =>
      desk.services.dossiers.perform({
        command: 'forward',
        dossier: dossierOf('ho-so'),
        input: { to: { kind: 'AGENCY', name: 'tư pháp' } },
      }),
    );
    expect(done.ok).toBe(true);
    const refused = [{ seq: 1, code: 'event/actor-not-allowed', kind: 'REFUSED' }] as const;
    await act(() => desk.exchange((request) => receipt(request, { refused })));
    await desk.show('/dong-bo');
    const list = await region('Thay đổi bị trung tâm từ chối');
    expect(list.textContent).toMatch(/Chuyển xử lý/);
    expect(list.textContent).toMatch(/Người thực hiện không có quyền làm việc này/);
    expect(list.textContent).toMatch(/Nhờ người có quyền làm lại/);
    expect(within(list).getByRole('link').getAttribute('href')).toBe(`/ho-so/${dossierOf('ho-so')}`);
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    expect((await region('Diễn biến')).textContent).toMatch(/trung tâm từ chối.*không có quyền/);
  });

  it('[V11] where nothing of the dossier is left, the line leads nowhere instead of to a page that does not find it', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    const input = { intake: intakeFor(procedures.threeDays), databasePapersConfirmed: true };
    expect((await act(() => desk.services.dossiers.perform({ command: 'accept', input }))).ok).toBe(true);
    await act(() => desk.exchange((request) => receipt(request, { refused: [{ seq: 1, code: 'event/malformed', kind: 'REFUSED' }] })));
    await desk.show('/dong-bo');
    const list = await region('Thay đổi bị trung tâm từ chối');
    expect(list.textContent).toMatch(/Tiếp nhận/);
    expect(within(list).queryByRole('link')).toBeNull();
  });
});

describe('controls answer', () => {
  it('[V69] "Đồng bộ ngay" says what became of it: reached, or why nothing is sent', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    const live = desk.services.sync.status.get();
    let status = { ...live, reachable: true, phase: 'IDLE' as const, lastAttemptAt: at('23/11/2026 09:00') };
    const listeners = new Set<() => void>();
    Object.assign(desk.services.sync, {
      status: { get: () => status, subscribe: (told: () => void) => (listeners.add(told), () => listeners.delete(told)) },
      syncNow: () => undefined,
    });
    const tell = (next: Partial<typeof status>) =>
      act(async () => {
        status = { ...status, ...next };
        for (const told of listeners) told();
      });
    await desk.show('/dong-bo');
    fireEvent.click(await screen.findByRole('button', { name: 'Đồng bộ ngay' }));
    expect(await screen.findByText('Đang thử nối với trung tâm…')).toBeDefined();
    await tell({ reachable: false, lastAttemptAt: at('23/11/2026 10:00') });
    expect(await screen.findByText(/^10:00: chưa nối được với trung tâm nên chưa gửi được gì/)).toBeDefined();
    await tell({ reachable: true });
    expect(await screen.findByText('10:00: đã nối được với trung tâm.')).toBeDefined();
  });

  it('[V69] asking the browser to keep the data tells its answer, also a no', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    // The build writes it in.
    vi.stubGlobal('__APP_VERSION__', '0.0.0');
    const denied = { ...desk.services.device.readiness.get(), persisted: 'denied' as const };
    Object.assign(desk.services.device, {
      askPersistence: () => Promise.resolve(),
      readiness: { get: () => denied, subscribe: () => () => undefined },
    });
    await desk.show('/may-nay');
    fireEvent.click(await screen.findByRole('button', { name: 'Xin trình duyệt giữ dữ liệu' }));
    await waitFor(() => expect(screen.getByText(/^10:00: trình duyệt chưa cam kết/)).toBeDefined());
  });
});
