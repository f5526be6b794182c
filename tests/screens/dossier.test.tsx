/** What a dossier's page tells, beside its acts; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { at, chain, eventOf, sampleData } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, heading, officers, region, type ScreenDesk } from './desk.tsx';

const id = dossierOf('ho-so');
const tick = { originals: 0, certified: 0, copies: 0 } as const;
const accepted = asDossier(chain(['DossierAccepted']), 'ho-so');

async function opened(who: keyof typeof officers, events = accepted): Promise<ScreenDesk> {
  const desk = await deskOf(officers[who], { now: at('23/11/2026 10:00') });
  await desk.receive(events);
  await desk.show(`/ho-so/${id}`);
  await region('Thông tin hồ sơ');
  return desk;
}

describe("a dossier's page", () => {
  it('[V3] the centre leaves one trace when it opens a dossier of a commune; the commune itself leaves none', async () => {
    const looks = async ({ services }: ScreenDesk) =>
      (await services.dossiers.open(id))?.timeline.filter(({ event }) => event.type === 'DossierViewed').length;
    const centre = await opened('districtClerk');
    await waitFor(async () => expect(await looks(centre)).toBe(1));
    const commune = await opened('clerk');
    await region('Diễn biến');
    expect(await looks(commune)).toBe(0);
  });

  it('[V170] opens again after a list, from a new page and inside the open one; React says nothing of how its parts come', async () => {
    const said = vi.spyOn(console, 'error');
    const desk = await opened('clerk');
    const go = (path: string) =>
      act(async () => {
        window.history.pushState(null, '', path);
        window.dispatchEvent(new PopStateEvent('popstate'));
      });
    for (const turn of [desk.show, go]) {
      for (const list of ['/so-theo-doi', '/danh-sach/hom-nay', '/']) {
        await turn(list);
        expect(screen.queryByRole('region', { name: 'Thông tin hồ sơ' })).toBeNull();
        await turn(`/ho-so/${id}`);
        await heading('Nguyễn Thị Mẫu');
        await region('Thông tin hồ sơ');
      }
    }
    expect(said.mock.calls).toEqual([]);
  });

  it('[V3] each kind of look is one trace a sitting, whatever it is done from; the next sitting leaves its own', async () => {
    const desk = await opened('districtClerk');
    const looks = async () =>
      ((await desk.services.dossiers.open(id))?.timeline ?? [])
        .filter(({ event }) => event.type === 'DossierViewed')
        .map(({ event }) => event.data['what']);
    const reveal = async () => {
      const facts = await region('Thông tin hồ sơ');
      await act(async () => void fireEvent.click(within(facts).getByRole('button', { name: 'Hiện đủ số giấy tờ và điện thoại' })));
    };
    await waitFor(async () => expect(await looks()).toEqual(['DETAIL']));
    await reveal();
    await waitFor(async () => expect(await looks()).toEqual(['DETAIL', 'NUMBERS']));
    Object.assign(window, { print: () => undefined });
    await desk.show(`/in/RECEIPT/${id}`);
    await act(async () => void fireEvent.click(await screen.findByRole('button', { name: 'In' })));
    await waitFor(async () => expect(await looks()).toEqual(['DETAIL', 'NUMBERS', 'PRINT']));
    await desk.show('/so-theo-doi');
    fireEvent.change(await screen.findByRole('textbox', { name: /Lọc/ }), { target: { value: '027 190 000 001' } });
    await waitFor(async () => expect(await looks()).toEqual(['DETAIL', 'NUMBERS', 'PRINT', 'SEARCH']));
    // The same once more: nothing new.
    for (const what of ['DETAIL', 'NUMBERS', 'PRINT', 'SEARCH'] as const)
      expect(await desk.services.dossiers.look(id, what)).toBeUndefined();
    expect(await looks()).toHaveLength(4);
    desk.time.now += 60_000;
    await act(async () => desk.services.session.signOut());
    await desk.signIn(officers.districtClerk);
    await act(() => desk.services.dossiers.look(id, 'DETAIL'));
    await waitFor(async () => expect(await looks()).toEqual(['DETAIL', 'NUMBERS', 'PRINT', 'SEARCH', 'DETAIL']));
  });

  it('[L71] a calendar that changed after the promise is told, with what it would be today; the promise stays', async () => {
    // Counted when 24/11 was not a day off yet.
    const due = { ...sampleData.DossierAccepted.due, dueAt: at('26/11/2026 17:00'), calendarVersion: 0 };
    const before = accepted.map((event) => ({ ...event, data: { ...event.data, due } as typeof event.data }));
    await opened('clerk', before);
    expect(await screen.findByText(/Lịch làm việc đã đổi sau khi hẹn: theo lịch hiện nay là thứ Sáu 27\/11\/2026, 17:00/)).toBeTruthy();
    expect(screen.getByText('Hẹn trả: thứ Năm 26/11/2026, 17:00')).toBeTruthy();
    await opened('clerk');
    expect(screen.queryByText(/Lịch làm việc đã đổi/)).toBeNull();
  });

  it('[V70] the person comes first, then the code to copy and the procedure; facts and papers stand in the order of the receipt', async () => {
    const [opening] = accepted;
    if (opening?.type !== 'DossierAccepted') throw new Error('accepted first');
    const { intake } = sampleData.DossierAccepted;
    const data = {
      ...sampleData.DossierAccepted,
      intake: {
        ...intake,
        owner: { ...intake.owner, fullName: 'Nguyễn Thị Bích Ngọc', address: 'Thôn Ngọc Trì', phone: '0912345678' },
        submitter: { ...intake.owner, fullName: 'Lê Văn Nộp', authorisation: 'anh ruột' },
        summary: 'xin bản sao',
        returnChannel: 'POST',
        returnAddress: 'Số 9 phố Đông',
        papers: [
          { ...tick, state: 'PRESENTED', name: 'Thẻ căn cước' },
          { ...tick, state: 'RECEIVED', name: 'Tờ khai', originals: 1 },
          { ...tick, state: 'MISSING', name: 'Giấy chứng sinh' },
        ],
      },
    } as const;
    const desk = await opened('clerk', [{ ...opening, data: data as unknown as EventEnvelope['data'] }]);
    expect((await heading('Nguyễn Thị Bích Ngọc')).textContent).toBe('Nguyễn Thị Bích Ngọc');
    const text = () => document.body.textContent;
    const inOrder = (words: readonly string[]) => {
      const from = text().indexOf(words[0] ?? '');
      let after = from - 1;
      return words.map((word) => {
        after = text().indexOf(word, after + 1);
        return after < 0 ? `${word}: not here` : word;
      });
    };
    const code = data.code ?? '';
    const head = ['Nguyễn Thị Bích Ngọc', code, 'Chép', data.printed.procedure];
    expect(inOrder(head)).toEqual(head);
    expect(within(await region('Mã và tình trạng hồ sơ')).getByRole('button', { name: 'Chép mã hồ sơ' })).toBeTruthy();

    // The values in the order of the paper, read off the paper itself; the page has them in that order.
    const values = [
      ['Lê Văn Nộp'],
      ['Thôn Ngọc Trì'],
      ['0912345678'],
      ['xin bản sao'],
      ['Tờ khai'],
      ['Thẻ căn cước'],
      ['01 (bộ)', '1 bộ'],
      ['ngày làm việc'],
      ['Số 9 phố Đông'],
      [data.register?.book ?? ''],
    ] as const;
    fireEvent.click(screen.getByRole('button', { name: 'Hiện đủ số giấy tờ và điện thoại' }));
    const onScreen = ['Thông tin hồ sơ', ...values.map((one) => one.at(-1) ?? '')];
    expect(inOrder(onScreen)).toEqual(onScreen);
    await desk.show(`/in/RECEIPT/${id}`);
    await screen.findByRole('button', { name: 'In' });
    const onPaper = ['Tiếp nhận hồ sơ của:', ...values.map(([one]) => one)];
    expect(inOrder(onPaper)).toEqual(onPaper);
  });

  it('[V4] numbers of persons are masked until the officer asks for them', async () => {
    await opened('clerk');
    const facts = await region('Thông tin hồ sơ');
    expect(facts.textContent).not.toMatch(/027190000001|0900000001/);
    fireEvent.click(within(facts).getByRole('button', { name: 'Hiện đủ số giấy tờ và điện thoại' }));
    expect(facts.textContent).toMatch(/027190000001/);
    expect(facts.textContent).toMatch(/0900000001/);
  });

  it.each([`/ho-so/${id}`, `/in/RECEIPT/${id}`])('[V5] a dossier that cannot be read is never shown as missing: %s', async (path) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const desk = await deskOf(officers.clerk);
    await desk.receive(accepted);
    Object.assign(desk.services.dossiers, { open: () => Promise.reject(new Error('unreadable')) });
    await desk.show(path);
    expect(await screen.findByText(/lỗi không lường trước/)).toBeDefined();
    expect(document.body.textContent).not.toMatch(/Không thấy hồ sơ này/);
    expect(told).toHaveBeenCalled();
    told.mockRestore();
  });

  it('[P47] what was printed before is marked, here and where it was printed at another desk', async () => {
    const printed = vi.fn<() => void>();
    Object.assign(window, { print: printed });
    const desk = await opened('clerk');
    await desk.show(`/in/RECEIPT/${id}`);
    const feet = () => [...document.querySelectorAll('.print-root .print-footer')].map(({ textContent }) => textContent);
    const send = async () => act(async () => void fireEvent.click(await screen.findByRole('button', { name: 'In' })));
    await waitFor(() => expect(feet()).toHaveLength(2));
    expect(feet().join()).not.toContain('In lại');
    await send();
    await waitFor(() => expect(feet().every((foot) => foot.startsWith('In lại lần 1, 23/11/2026'))).toBe(true));
    await send();
    await waitFor(() => expect(feet().every((foot) => foot.startsWith('In lại lần 2'))).toBe(true));
    expect(printed).toHaveBeenCalledTimes(2);
    const events = (await desk.services.dossiers.open(id))?.timeline.map(({ event }) => event) ?? [];
    expect(events.filter(({ type }) => type === 'FormPrinted').map(({ data }) => data['again'])).toEqual([false, true]);
    // The other forms of the dossier were not printed.
    await desk.show(`/ho-so/${id}`);
    expect((await region('Diễn biến')).textContent).toContain('In lại giấy');
  });

  it('[V8] [D121] a contradiction comes first: what each side did; who may settle it chooses one side with a reason, the head of the desk may reopen it', async () => {
    const [opening] = accepted;
    if (opening === undefined) throw new Error('a history has a beginning');
    const after = [{ device: opening.device, seq: opening.seq }];
    const place = { seq: 1, after, at: at('23/11/2026 09:00') };
    const history = [
      ...accepted,
      { ...eventOf('DossierForwarded', { ...place, at: at('23/11/2026 09:05'), device: 'xa-2', actor: officers.clerk.id }), dossier: id },
      { ...eventOf('DossierVoided', { ...place, device: 'xa-3', actor: officers.secondClerk.id }), dossier: id },
    ];
    await opened('auditor', history);
    const told = await screen.findByRole('alert');
    expect(told.textContent).toMatch(/Cần đối chiếu/);
    for (const word of [officers.clerk.login, 'Chuyển hồ sơ', officers.secondClerk.login, 'Hủy hồ sơ', '09:00'])
      expect(told.textContent).toContain(word);
    expect(within(told).queryAllByRole('button')).toEqual([]);

    const desk = await opened('clerk', history);
    const row = () => desk.services.dossiers.index.get(id);
    const choose = () => screen.getByRole('button', { name: `Theo ${officers.secondClerk.login}: Đã hủy` });
    fireEvent.click(choose());
    expect(await screen.findByText('Ghi lý do trước, rồi bấm lại.')).toBeDefined();
    expect(row()?.contradictions).toBe(1);
    fireEvent.change(screen.getByRole('textbox', { name: /Lý do chọn/ }), { target: { value: 'đã hỏi cả hai người' } });
    await act(async () => void fireEvent.click(choose()));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(row()).toMatchObject({ contradictions: 0, status: 'VOID' });
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines.filter((line) => line.includes('không có hiệu lực')).map((line) => line.includes('Chuyển hồ sơ'))).toEqual([true]);
    expect(lines.join('\n')).toContain(`giữ hủy hồ sơ (${officers.secondClerk.login}); không lấy chuyển xử lý (${officers.clerk.login})`);
    expect(screen.queryByRole('button', { name: 'Đối chiếu lại' })).toBeNull();

    await act(async () => desk.services.session.signOut());
    await desk.signIn(officers.communeAdmin);
    await desk.show(`/ho-so/${id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Đối chiếu lại' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Lý do chọn/ }), { target: { value: 'người nộp trở lại' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Đối chiếu lại' })));
    await waitFor(() => expect(row()?.contradictions).toBe(1));
  });
});
