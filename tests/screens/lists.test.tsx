/** How the lists and the dossier's page say where a dossier stands to its promise; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DossierEventType, EventData } from '@onestop/shared/dossier/events/index.ts';
import { at, chain, day, eventOf, offices, sampleData, sampleIntake } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, type ScreenDesk } from './desk.tsx';

/** Received on Monday 23/11, promised for Friday 27/11 at 17:00; the last act falls on `lastAt`. */
async function deskWith(types: readonly DossierEventType[], lastAt: string | undefined, now: string): Promise<ScreenDesk> {
  const events = chain(types).map((event, index, all) =>
    lastAt !== undefined && index === all.length - 1 ? { ...event, at: at(lastAt) } : event,
  );
  const desk = await deskOf(officers.clerk, { now: at(now) });
  await desk.receive(asDossier(events, 'ho-so'));
  return desk;
}

const promise = /^(còn \d+ ngày|đến hạn .*|quá hạn .*|quá giờ .*|hẹn hôm nay.*|tạm dừng .*|xong (trước|đúng|muộn) .*)$/;
const shortPromise = /^(còn \d+ ngày|\d\d:\d\d (hôm nay|ngày mai)|quá hạn .*|quá giờ .*|tạm dừng|xong (trước|đúng|muộn).*)$/;
const shortPromiseIn = (place: HTMLElement) => within(place).queryByText(shortPromise)?.textContent;
const promiseIn = (place: HTMLElement) => within(place).queryByText(promise)?.textContent;

const forwarded = ['DossierAccepted', 'DossierForwarded'] as const;
const finished = [...forwarded, 'DossierFinished'] as const;

describe('the promise in words', () => {
  it.each<readonly [string, readonly DossierEventType[], string | undefined, string, string | undefined, string | undefined]>([
    ['far off', forwarded, undefined, '23/11/2026 09:00', 'còn 4 ngày', 'còn 4 ngày'],
    ['tomorrow', forwarded, undefined, '26/11/2026 09:00', 'đến hạn ngày mai', '17:00 ngày mai'],
    ['today, before its hour', forwarded, undefined, '27/11/2026 09:00', 'đến hạn hôm nay, 17:00', '17:00 hôm nay'],
    ['past its hour on the promised day', forwarded, undefined, '27/11/2026 17:05', 'quá giờ hẹn 17:00, còn trong ngày', 'quá giờ 17:00'],
    ['late by the morning after', forwarded, undefined, '28/11/2026 00:01', 'quá hạn 1 ngày', 'quá hạn 1 ngày'],
    ['days late', forwarded, undefined, '30/11/2026 08:00', 'quá hạn 3 ngày', 'quá hạn 3 ngày'],
    ['waiting for papers', [...forwarded, 'SupplementRequested'], undefined, '30/11/2026 08:00', 'tạm dừng tính hạn', 'tạm dừng'],
    ['finished early', finished, '25/11/2026 10:00', '30/11/2026 08:00', 'xong trước hạn 2 ngày', 'xong trước 2 ngày'],
    ['finished on the day', finished, '27/11/2026 10:00', '30/11/2026 08:00', 'xong đúng hạn', 'xong đúng hạn'],
    ['finished after the hour of the promised day', finished, '27/11/2026 17:20', '30/11/2026 08:00', 'xong đúng hạn', 'xong đúng hạn'],
    ['finished late', finished, '30/11/2026 10:00', '30/11/2026 11:00', 'xong muộn 3 ngày', 'xong muộn 3 ngày'],
    ['voided', ['DossierAccepted', 'DossierVoided'], undefined, '30/11/2026 08:00', undefined, undefined],
  ])('[V12] a dossier that is %s says the same in the list and on its page', async (_name, types, lastAt, now, words, short) => {
    const desk = await deskWith(types, lastAt, now);
    await desk.show('/so-theo-doi');
    const row = within(await screen.findByRole('grid')).getAllByRole('row')[1] as HTMLElement;
    expect(shortPromiseIn(row)).toBe(short);
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    const line = (await screen.findByText(/^Hẹn trả: /)).parentElement as HTMLElement;
    expect(promiseIn(line)).toBe(words);
  });
});

describe('the counters of the navigation', () => {
  it('[V13] count what their lists show', async () => {
    const desk = await deskOf(officers.clerk, { now: at('30/11/2026 09:00') });
    await desk.receive([
      ...asDossier(chain(forwarded), 'qua-han-1'),
      ...asDossier(chain(forwarded), 'qua-han-2'),
      ...asDossier(chain([...forwarded, 'SupplementRequested']), 'cho'),
      ...asDossier(chain(finished), 'xong'),
      ...asDossier(chain(['DossierDrafted'], { seq: 1, at: at('30/11/2026 08:00') }), 'nhap'),
    ]);
    for (const [slug, label, count] of [
      ['qua-han', 'Quá hạn', 2],
      ['cho-bo-sung', 'Chờ bổ sung', 1],
      ['cho-tra', 'Chờ trả', 1],
      ['nhap', 'Nháp', 1],
    ] as const) {
      await desk.show(`/danh-sach/${slug}`);
      expect(within(await screen.findByRole('grid')).getAllByRole('row'), slug).toHaveLength(count + 1);
      const entry = screen.getAllByRole('link').find((link) => link.getAttribute('href') === `/danh-sach/${slug}`);
      expect(entry?.textContent, slug).toMatch(new RegExp(`^${label}.*${count}$`));
    }
  });
});

describe('the lists of the work', () => {
  it('[V281] count what they show, by where the work stands and by today’s promises, and each has its next act on the page of the day', async () => {
    const desk = await deskOf(officers.signer, { now: at('27/11/2026 09:00') });
    await desk.receive([
      ...asDossier(chain([...forwarded, 'SignatureRequested']), 'ky'),
      ...asDossier(chain([...forwarded, 'PaymentRequired']), 'tien'),
      ...asDossier(chain([...forwarded, 'DossierForwardedUp']), 'huyen'),
      ...asDossier(acceptedWith({ due: { ...sampleData.DossierAccepted.due, dueAt: at('26/11/2026 17:00') } }), 'hom-qua'),
    ]);
    for (const [slug, label, count] of [
      ['hen-hom-nay', 'Hẹn hôm nay', 2],
      ['cho-ky', 'Chờ ký', 1],
      ['cho-thanh-toan', 'Chờ thanh toán', 1],
      ['o-huyen', 'Ở huyện', 1],
      ['dang-xu-ly', 'Đang xử lý', 4],
    ] as const) {
      await desk.show(`/danh-sach/${slug}`);
      expect(within(await screen.findByRole('grid')).getAllByRole('row'), slug).toHaveLength(count + 1);
      const entry = screen.getAllByRole('link').find((link) => link.getAttribute('href') === `/danh-sach/${slug}`);
      expect(entry?.textContent, slug).toMatch(new RegExp(`^${label}.*${count}$`));
    }
    await desk.show('/');
    const first = within(await screen.findByRole('region', { name: 'Cần làm trước' }));
    await act(async () => void fireEvent.click(first.getByRole('button', { name: /^Ghi đã ký/ })));
    expect(await screen.findByRole('dialog')).toBeDefined();
    expect(window.location.pathname).toBe(`/ho-so/${dossierOf('ky')}`);
  });
});

describe('results that nobody comes for', () => {
  it.each([
    ['30/11/2026 07:59', 0],
    ['30/11/2026 08:00', 1],
  ] as const)('[V282] stand in a list of their own after the district’s days since the last telling: at %s %i', async (now, count) => {
    const desk = await deskOf(officers.clerk, { now: at(now) });
    const told = eventOf(
      'CitizenTold',
      { seq: 4, at: at('23/11/2026 08:00') },
      { ...sampleData.CitizenTold, cause: 'RESULT_READY', of: day('23/11/2026') },
    );
    const done = chain(finished).map((event) => ({ ...event, at: at('23/11/2026 07:30') }));
    await desk.receive([...asDossier([...done, told], 'da-bao'), ...asDossier(done, 'chua-bao')]);
    await desk.show('/danh-sach/chua-den-nhan');
    expect(await screen.findByRole('heading', { name: 'Chưa đến nhận' })).toBeDefined();
    expect(screen.queryAllByText(/^Không có kết quả nào đã báo mà quá lâu/)).toHaveLength(1 - count);
    expect(screen.queryAllByRole('row').slice(1)).toHaveLength(count);
    expect(desk.services.dossiers.index.counts(at(now)).uncollected).toBe(count);
  });
});

describe('the work of one officer', () => {
  it('[V283] is what he was given and what he took in; who signs in after him sees his own', async () => {
    const now = at('25/11/2026 09:00');
    const desk = await deskOf(officers.specialist, { now });
    const { id: dung } = officers.specialist;
    const taken = chain(['DossierAccepted']).map((event) => ({ ...event, actor: officers.clerk.id }));
    const given = eventOf('DossierForwarded', { seq: 2 }, { to: { kind: 'STAFF', staff: dung, name: 'dung' } });
    await desk.receive([...asDossier([...taken, given], 'giao'), ...asDossier(taken, 'o-quay-1'), ...asDossier(taken, 'o-quay-2')]);
    const opened = async () => {
      await desk.show('/danh-sach/viec-cua-toi');
      const link = screen.getAllByRole('link').find((one) => one.getAttribute('href') === '/danh-sach/viec-cua-toi');
      return [(await rowsOf()).length, link?.textContent, desk.services.dossiers.index.query({ queue: 'mine', limit: 9 }, now).length];
    };
    expect(await opened()).toEqual([1, 'Việc của tôi1', 1]);
    expect(desk.services.dossiers.index.query({ queue: 'mine', limit: 9 }, now)[0]?.id).toBe(dossierOf('giao'));
    await desk.signIn(officers.clerk);
    expect(await opened()).toEqual([2, 'Việc của tôi2', 2]);
  });
});

const rowsOf = async () =>
  within(await screen.findByRole('grid'))
    .getAllByRole('row')
    .slice(1);
/** An acceptance that differs in some facts. */
const acceptedWith = (changes: Partial<EventData<'DossierAccepted'>>) => [
  eventOf('DossierAccepted', { seq: 1 }, { ...sampleData.DossierAccepted, ...changes }),
];
/** An acceptance with a code and a person of its own. */
const acceptedAs = (code: string, fullName: string, idNumber: string) =>
  acceptedWith({ code, intake: { ...sampleIntake, owner: { ...sampleIntake.owner, fullName, idNumber } } });

describe('the page of the day', () => {
  it('[V60] shows four figures, then what presses by the hour promised, each with its next act', async () => {
    const desk = await deskOf(officers.clerk, { now: at('30/11/2026 09:00') });
    await desk.receive([
      ...asDossier(chain(finished), 'xong'),
      ...asDossier(chain(forwarded), 'qua-han'),
      ...asDossier(chain(['DossierDrafted'], { seq: 1, at: at('30/11/2026 08:00') }), 'nhap'),
      ...asDossier(chain([...forwarded, 'SupplementRequested']), 'cho'),
    ]);
    await desk.show('/');
    const figures = within(await screen.findByRole('list', { name: 'Số hồ sơ' })).getAllByRole('link');
    expect(figures.map(({ textContent }) => textContent)).toEqual(['1Nhận hôm nay', '0Hẹn hôm nay, sắp đến hạn', '1Quá hạn', '1Chờ trả']);
    const section = within(await screen.findByRole('region', { name: 'Cần làm trước' }));
    expect(
      section
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
        .sort(),
    ).toEqual(['Ghi đã xử lý xong', 'Tiếp tục tiếp nhận', 'Trả kết quả']);
    expect(section.getAllByRole('button').at(-1)?.textContent).toBe('Tiếp tục tiếp nhận');
    // The keyboard is on the first row.
    expect(document.activeElement?.getAttribute('href')).toMatch(/^\/ho-so\//);
    await act(async () => void fireEvent.click(section.getByRole('button', { name: /^Trả kết quả/ })));
    expect((await screen.findByRole('dialog')).textContent).toContain('Trả kết quả cho người dân');
    expect(window.location.pathname).toBe(`/ho-so/${dossierOf('xong')}`);
  });

  it('[V60] what is promised for the day it came is counted and listed among what is due, not as due soon', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    const due = { ...sampleData.DossierAccepted.due, dueAt: at('23/11/2026 17:00') };
    await desk.receive(asDossier(acceptedWith({ due }), 'trong-ngay'));
    await desk.show('/');
    expect(await screen.findByRole('link', { name: '1 Hẹn hôm nay, sắp đến hạn' })).toBeDefined();
    expect(screen.getByRole('button', { name: /^Chuyển xử lý/ })).toBeDefined();
    await desk.show('/danh-sach/hen-gan-nhat');
    expect(await rowsOf()).toHaveLength(1);
    await desk.show('/danh-sach/sap-den-han');
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it("[V60] offers no act that is not the officer's", async () => {
    const desk = await deskOf(officers.auditor, { now: at('30/11/2026 09:00') });
    await desk.receive(asDossier(chain(finished), 'xong'));
    await desk.show('/');
    expect((await screen.findByRole('button', { name: /Nguyễn Thị Mẫu/ })).textContent).toBe('Xem hồ sơ');
  });
});

describe('a row of a list', () => {
  it('[V61] tells namesakes and agencies apart, and says nothing where everything is sent', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive([
      ...asDossier(acceptedAs(`${offices.commune.agencyId}-261123-0001`, 'Trần Thị Bích Ngọc', '027190000011'), 'xa'),
      ...asDossier(acceptedAs(`${offices.centre.agencyId}-261123-0001`, 'Trần Thị Bích Ngọc', '027190000022'), 'huyen'),
    ]);
    await desk.show('/so-theo-doi');
    const shown = (await rowsOf()).map((row) => ({
      code: row.querySelector('[aria-hidden="true"]')?.textContent,
      id: within(row).getByText(/•/).textContent,
      cells: within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    }));
    expect(shown.map(({ code }) => code).sort()).toEqual(['0001', 'LT-0001']);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(2);
    for (const { cells } of shown) {
      expect(cells[0]).toBe('còn 4 ngày27/11/2026');
      expect(cells[1]).toMatch(/^Trần Thị Bích Ngọc027/);
      expect(cells.at(-1)).toBe('');
    }
    await act(
      async () => void (await desk.services.dossiers.perform({ command: 'addNote', dossier: dossierOf('xa'), input: { note: 'đã gọi' } })),
    );
    await waitFor(async () => expect((await rowsOf()).filter((row) => row.textContent.includes('chờ gửi'))).toHaveLength(1));
  });

  it('[V62] a list opens with the keys on its first row; End goes to the last row of all', async () => {
    const desk = await deskOf(officers.clerk, { now: at('30/11/2026 09:00') });
    const many = Array.from({ length: 230 }, (_, n) =>
      asDossier(acceptedAs(`${offices.commune.agencyId}-261123-${String(n + 1).padStart(4, '0')}`, `Người ${n}`, '027190000011'), `s${n}x`),
    );
    await desk.receive(many.flat());
    await desk.show('/so-theo-doi');
    const grid = await screen.findByRole('grid');
    expect(document.activeElement).toBe(grid);
    const current = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex');
    expect(current()).toBe('2');
    fireEvent.keyDown(grid, { key: 'End' });
    // A document without a layout scrolls only when it is told.
    fireEvent.scroll(grid);
    await waitFor(() => expect(within(grid).getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe('231'));
    fireEvent.keyDown(grid, { key: 'Home' });
    fireEvent.scroll(grid);
    await waitFor(() => expect(current()).toBe('2'));
    fireEvent.keyDown(grid, { key: 'Enter' });
    await waitFor(() => expect(window.location.pathname).toMatch(/^\/ho-so\//));
  });

  it('[V63] the order by name is by given name, with D before Đ', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    const names = ['Nguyễn Văn Đạt', 'Đỗ Văn An', 'Trần Thị Dung', 'An Thị Bình'];
    await desk.receive(
      names.flatMap((name, n) => asDossier(acceptedAs(`${offices.commune.agencyId}-261123-000${n + 1}`, name, '027190000011'), `t${n}`)),
    );
    await desk.show('/so-theo-doi');
    fireEvent.change(screen.getByRole('combobox', { name: 'Sắp xếp' }), { target: { value: 'name' } });
    const shown = (await rowsOf()).map((row) => names.find((name) => row.textContent.includes(name)));
    expect(shown).toEqual(['Đỗ Văn An', 'An Thị Bình', 'Trần Thị Dung', 'Nguyễn Văn Đạt']);
  });

  it('[V64] who was guided waits for papers: not among the drafts, without an hour of receipt', async () => {
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
    await desk.receive(asDossier(chain(['DossierDrafted', 'CitizenGuided']), 'huong-dan'));
    await desk.show('/danh-sach/nhap');
    expect(screen.queryByRole('grid')).toBeNull();
    await desk.show('/danh-sach/cho-bo-sung');
    const [row] = await rowsOf();
    expect(row?.textContent).toContain('Đã hướng dẫn, chờ bổ sung');
    expect(row?.textContent).toMatch(/hướng dẫn \d\d:\d\d/);
    expect(desk.services.dossiers.index.counts(desk.time.now)).toMatchObject({ awaitingSupplement: 1, drafts: 0, inProcess: 0 });
    await desk.show(`/ho-so/${dossierOf('huong-dan')}`);
    expect(await screen.findByText('Đã hướng dẫn, chờ bổ sung')).toBeDefined();
    // The citizen comes back with the papers: accepted, he is nobody's guest any more.
    await desk.receive(asDossier(chain(['DossierDrafted', 'CitizenGuided', 'DossierAccepted']), 'tro-lai'));
    expect(desk.services.dossiers.index.counts(desk.time.now)).toMatchObject({ awaitingSupplement: 1, inProcess: 1 });
  });
});
