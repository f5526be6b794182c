/** The notice board, the screen at the door and its look-up; rules in tests/rules/screens.md. */
import { readFileSync } from 'node:fs';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, chain, procedures, reference } from '../support/builders.ts';
import { stories } from '../support/given.ts';
import { asDossier, deskOf, heading, officers, type ScreenDesk, secret } from './desk.tsx';

const code = '000.01.38.H05-261123-0001';
const door = '/bang-thu-tuc/man-hinh';
const { threeDays } = procedures;
const [form, basis] = ['Mẫu số 01 Thông tư 04/2024/TT-BTP', 'Luật Hộ tịch 2014'];
const district = {
  ...reference,
  procedures: [
    {
      ...threeDays,
      name: 'Đăng ký khai sinh',
      legalBasis: [basis],
      documents: threeDays.documents.map((paper, i) => (i === 0 ? { ...paper, form } : paper)),
    },
    ...Object.values(procedures).slice(1),
  ],
};

async function deskWith(story: keyof typeof stories = 'IN_PROCESS'): Promise<ScreenDesk> {
  const desk = await deskOf(officers.clerk, { now: at('25/11/2026 09:00'), reference: district });
  await desk.receive(asDossier(chain([...stories[story]]), 'ho-so'));
  return desk;
}

async function lookUp(text: string): Promise<string> {
  fireEvent.click(screen.getByRole('button', { name: 'Tra cứu hồ sơ' }));
  const box = await screen.findByLabelText(/^Mã hồ sơ/);
  fireEvent.change(box, { target: { value: text } });
  await act(async () => void fireEvent.submit(box));
  await screen.findByText(/^Máy này (?:nhận dữ liệu|chưa nhận)/);
  return screen.getByRole('main').textContent ?? '';
}

describe('the notice board', () => {
  it('[V450] a citizen finds a procedure by letters without marks and reads limit, fee, papers, forms with their number, result and legal basis', async () => {
    const desk = await deskWith();
    await desk.show('/bang-thu-tuc');
    await heading('Bảng niêm yết thủ tục');
    fireEvent.change(screen.getByLabelText(/^Tên việc cần làm/), { target: { value: 'khai sinh' } });
    fireEvent.click(await screen.findByRole('button', { name: /Đăng ký khai sinh/ }));
    const text = screen.getByRole('article').textContent ?? '';
    for (const part of ['3 workingDays', 'Phải nộp', 'Giấy chứng sinh', form, basis, 'Theo danh mục trên máy này, ngày 25/11/2026'])
      expect(text).toContain(part);
    // Not known is said as such, with whom to ask.
    expect(text).toContain('Phí, lệ phíxin hỏi cán bộ');
    fireEvent.click(screen.getByRole('button', { name: 'Trở lại danh sách' }));
    fireEvent.change(screen.getByLabelText(/^Tên việc cần làm/), { target: { value: 'khong co gi' } });
    await screen.findByText(/Không có thủ tục nào khớp/);
    // A procedure that is no longer in force is not posted.
    fireEvent.change(screen.getByLabelText(/^Tên việc cần làm/), { target: { value: procedures.ended.name } });
    expect(screen.queryByRole('button', { name: new RegExp(procedures.ended.name) })).toBeNull();
  });
});

describe('the screen at the door', () => {
  it('[V451] opened from the desk it locks the session at once; the way back is the PIN', async () => {
    const desk = await deskWith();
    await desk.show(door);
    await heading(/^Thủ tục hành chính – xã Bình Định/);
    await waitFor(() => expect(desk.services.session.current.get()?.locked).toBe(true));
    for (const key of ['F2', 'F9', 'F12']) fireEvent.keyDown(window, { key });
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect([window.location.pathname, screen.queryByRole('dialog')]).toEqual([door, null]);
    // Everything that leads anywhere from here.
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/']);
    fireEvent.click(screen.getByRole('link', { name: 'Dành cho cán bộ' }));
    expect(await screen.findByRole('dialog', { name: /khóa/i })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/PIN/), { target: { value: secret } });
    await act(async () => void fireEvent.submit(screen.getByLabelText(/PIN/)));
    await waitFor(() => expect(desk.services.session.current.get()?.locked).toBe(false));
  });

  it('[V452] works with nobody signed in, from the disk, and leads to the sign-in only', async () => {
    const desk = await deskWith('RESULT_READY');
    await act(async () => desk.services.session.signOut());
    await waitFor(() => expect(desk.log.rowsOpen.get()).toBe(false));
    await desk.show(door);
    expect(await screen.findByRole('button', { name: /Đăng ký khai sinh/ })).toBeTruthy();
    expect(await lookUp(code)).toContain('Đã có kết quả, mời đến nhận');
    // Nothing was opened for it.
    expect([desk.log.rowsOpen.get(), desk.log.index.size()]).toEqual([false, 0]);
    fireEvent.click(screen.getByRole('link', { name: 'Dành cho cán bộ' }));
    await screen.findByRole('button', { name: new RegExp(officers.clerk.login) });
  });

  it('[V453] a code is answered with stage, place and days and from how fresh data; whole, without the office’s part, or as scanned', async () => {
    const desk = await deskWith();
    await desk.show(door);
    await heading(/^Thủ tục hành chính/);
    for (const typed of [code, '261123-0001', ` ${code.toLowerCase()} `, `https://motcua.example/tra-cuu?ma=${code}`]) {
      const text = await lookUp(typed);
      expect(text).toContain('Đang giải quyết: hồ sơ đang ở công chức chuyên môn');
      expect(text).toContain('Ngày hẹn trảthứ Sáu 27/11/2026');
      expect(text).toMatch(/Máy này nhận dữ liệu của đơn vị lần cuối lúc 09:00 ngày 25\/11\/2026/);
      fireEvent.click(screen.getByRole('button', { name: 'Xóa, tra cứu mã khác' }));
    }
    for (const wrong of ['000.01.38.H05-261123-0009', 'x', '<b>', '💩', 'a'.repeat(10_000)])
      expect(await lookUp(wrong)).toContain('Máy này không có hồ sơ mang mã ấy');
  });

  it.each(Object.keys(stories) as (keyof typeof stories)[])(
    '[V454] nothing personal is on the screen of a dossier that is %s',
    async (story) => {
      const desk = await deskWith(story);
      await desk.show(door);
      await heading(/^Thủ tục hành chính/);
      await lookUp(code);
      const all = document.body.textContent ?? '';
      for (const word of [
        'Mẫu',
        'Mẫn',
        '027190000001',
        '0900000001',
        'Ngọc Quan',
        'thiếu bản sao',
        'không còn nhu cầu',
        'có tranh chấp',
        'nhập nhầm',
        'Trần Văn Chủ',
        officers.clerk.login,
      ])
        expect(all).not.toContain(word);
      expect(all).not.toContain('Đăng ký khai sinh');
    },
  );

  describe('left alone', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
    afterEach(() => void vi.useRealTimers());

    it('[V455] after a minute without a hand on it, by the clock of the device, it is at its beginning with nothing of the last citizen', async () => {
      const desk = await deskWith();
      await desk.show(door);
      await heading(/^Thủ tục hành chính/);
      await lookUp(code);
      const wait = async (ms: number) => {
        desk.time.now += ms;
        await act(async () => void vi.advanceTimersByTime(1_000));
      };
      await wait(40_000);
      fireEvent.pointerDown(document.body);
      await wait(40_000);
      expect(screen.getByRole('main').textContent).toContain('Đang giải quyết');
      await wait(20_000);
      expect(screen.queryByLabelText(/^Mã hồ sơ/)).toBeNull();
      expect(screen.getByRole('button', { name: 'Tìm thủ tục' }).getAttribute('aria-pressed')).toBe('true');
      fireEvent.click(screen.getByRole('button', { name: 'Tra cứu hồ sơ' }));
      expect((await screen.findByLabelText<HTMLInputElement>(/^Mã hồ sơ/)).value).toBe('');
      expect(screen.getByRole('main').textContent).not.toContain('Đang giải quyết');
    });
  });

  it('[V456] what is pressed is large by the sheet itself, whatever points at it', () => {
    const sheet = readFileSync('client/src/features/catalogue/board.module.css', 'utf8');
    for (const [name, least] of [
      ['.tab', 4.5],
      ['.procedure', 4],
      ['.big', 3.4],
    ] as const) {
      const rule = sheet.slice(sheet.indexOf(`${name} {`));
      expect(Number(/min-height: ([\d.]+)rem/.exec(rule)?.[1])).toBeGreaterThanOrEqual(least);
    }
  });
});
