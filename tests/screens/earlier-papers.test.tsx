/** Papers that were checked before, offered again at the intake desk. Rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { at, chain, sampleData } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, heading, officers, type ScreenDesk } from './desk.tsx';

const title = 'Giấy tờ đã kiểm tra ở hồ sơ trước';
const { intake } = sampleData.DossierAccepted;
const papers = [
  { id: 1, component: 0, name: 'Tờ khai', state: 'RECEIVED', originals: 1, certified: 0, copies: 0 },
  { id: 2, component: 1, name: 'Giấy chứng sinh', state: 'PRESENTED', originals: 0, certified: 0, copies: 0 },
];
const acceptedWith = (rows: readonly object[]) =>
  chain([['DossierAccepted', { ...sampleData.DossierAccepted, intake: { ...intake, papers: rows } } as unknown as EventEnvelope['data']]]);
const before = acceptedWith(papers);
const database = { name: 'hồ sơ trước', dossier: dossierOf('trc'), validTo: '2026-12-31' };
const usedOnce = acceptedWith([papers[0] ?? {}, { ...papers[1], state: 'FROM_DATABASE', database }]);

async function intakeOf(desk: ScreenDesk, idNumber: string) {
  await desk.show('/tiep-nhan');
  fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Thủ tục' }), { key: 'Enter' });
  fireEvent.change(await screen.findByLabelText(/Họ, chữ đệm và tên/), { target: { value: 'Nguyễn Thị Mẫu' } });
  fireEvent.change(screen.getByLabelText(/Số giấy tờ/), { target: { value: idNumber } });
  fireEvent.click(screen.getByRole('button', { name: /3 Giấy tờ/ }));
  await screen.findByRole('checkbox', { name: /Tờ khai/ });
}

describe('papers checked before', () => {
  it('[V352] are offered by name with where and when, used by a press with their validity, and leave a trace in the dossier', async () => {
    const desk = await deskOf(officers.clerk, { now: at('25/11/2026 09:00') });
    await desk.receive(asDossier(before, 'trc'));
    await intakeOf(desk, '027190000001');
    const offered = within(await screen.findByRole('region', { name: title }));
    expect(offered.getByText(/đã kiểm tra ngày 23\/11\/2026 ở hồ sơ 000\.01\.38\.H05-261123-0001/)).toBeDefined();
    // What is filled in anew each time is not one of them.
    expect(offered.queryByText('Tờ khai')).toBeNull();
    fireEvent.click(offered.getByRole('button', { name: 'Dùng lại Giấy chứng sinh' }));
    const validity = await screen.findByLabelText(/^Còn giá trị đến ngày .*Giấy chứng sinh/);
    fireEvent.change(validity, { target: { value: '31/12/2026' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /Tờ khai/ }));
    // No word of a database that nobody looked into.
    expect(screen.queryByRole('checkbox', { name: /Đã tra cứu/ })).toBeNull();
    await act(async () => void fireEvent.keyDown(window, { key: 'F9' }));
    await heading('Đã tiếp nhận');
    const row = must(
      desk.services.dossiers.index.query({ limit: 9 }, desk.time.now).find(({ id }) => id !== dossierOf('trc')),
      'the new dossier',
    );
    const view = must(await desk.services.dossiers.open(row.id), 'it opens');
    expect(view.state.intake?.papers[1]).toMatchObject({
      state: 'FROM_DATABASE',
      database: {
        name: 'hồ sơ 000.01.38.H05-261123-0001',
        answer: 'đã kiểm tra ngày 23/11/2026',
        dossier: dossierOf('trc'),
        validTo: '2026-12-31',
      },
    });
  });

  it.each([
    ['25/11/2026 09:00', 'còn giá trị đến 31/12/2026', 1],
    ['04/01/2027 09:00', 'hết giá trị từ sau ngày 31/12/2026: phải nộp lại', 0],
  ])('[V352] on %s a paper that was used before is told with its validity: %s', async (now, told, buttons) => {
    const desk = await deskOf(officers.clerk, { now: at(now) });
    await desk.receive([...asDossier(before, 'trc'), ...asDossier(usedOnce, 'sau')]);
    await intakeOf(desk, '027190000001');
    const region = await screen.findByRole('region', { name: title });
    await waitFor(() => expect(region.textContent).toContain(told));
    expect(within(region).queryAllByRole('button')).toHaveLength(buttons);
  });

  it('[V352] are never those of a namesake', async () => {
    const desk = await deskOf(officers.clerk, { now: at('25/11/2026 09:00') });
    await desk.receive(asDossier(before, 'trc'));
    await intakeOf(desk, '027190000002');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /Giấy chứng sinh/ })).toBeDefined());
    expect(screen.queryByRole('region', { name: title })).toBeNull();
  });
});
