/** What goes wrong at a desk, seen on screen: each time a sentence that says what to do, in Vietnamese; nothing lost, no way round it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import { createDesk, demoPin, enrolCodes, viewports, type Desk } from './desk.ts';
import { card, chooseProcedure, scanCard, startIntake } from './intake.ts';

/** As a scanner does that sends letters beyond ASCII by Alt and the number pad: keys that print nothing, then a character without a key, or none. */
async function scanByAlt(page: Page, text: string, arrives: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (event: { readonly type: 'keyDown' | 'keyUp' | 'char'; readonly [name: string]: unknown }) =>
    session.send('Input.dispatchKeyEvent', event);
  for (const letter of text) {
    if (/\P{ASCII}/u.test(letter)) {
      await send({ type: 'keyDown', key: '2', code: 'Numpad2', modifiers: 1 });
      await send({ type: 'keyUp', key: '2', code: 'Numpad2', modifiers: 1 });
      if (arrives) await send({ type: 'char', text: letter });
    } else {
      await send({ type: 'keyDown', key: letter, text: letter });
      await send({ type: 'keyUp', key: letter });
    }
  }
  await page.keyboard.press('Enter');
  await session.detach();
}

describe('bad input', () => {
  let server: ServerProcess;
  let counter: Desk;
  let other: Desk;
  let centre: Desk;

  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    counter = createDesk('bad-counter', server.origin, viewports.pc);
    other = createDesk('bad-other', server.origin, viewports.tablet);
    centre = createDesk('bad-centre', server.origin, viewports.pc);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await Promise.all([counter, other, centre].map((desk) => desk.picture(`failed ${task.name.slice(1, 4)}`)));
  });

  afterAll(async () => {
    await Promise.all([counter, other, centre].map((desk) => desk.dispose()));
    await server.dispose();
  });

  it('[W20] an empty, a wrong and a used enrolment code are told apart; a good one still works afterwards', async () => {
    const [code = ''] = enrolCodes(server.output(), 'xã Bình Định');
    await counter.open();
    await counter.enrol('');
    await counter.page().getByText('Nhập mã ghi danh.').waitFor();
    await counter.enrol('AAAAA-AAAAA');
    await counter.page().getByText('Mã ghi danh không đúng.').waitFor();
    // As people type it: small letters, no dash.
    await counter.enrol(code.toLowerCase().replace('-', ' '));
    await counter.untilReady();
    await other.open();
    await other.enrol(code);
    await other.page().getByText('Mã ghi danh này đã được dùng.').waitFor();
    await other.picture('used-code');
  });

  it('[W21] wrong PINs are counted down, then lock the officer for a while, also after a reload', async () => {
    const page = counter.page();
    await counter.signIn('Sơn', '0000');
    await page.getByText('Mã PIN không đúng. Còn 4 lần thử.').waitFor();
    for (let left = 3; left >= 1; left--) {
      await page.getByLabel(/^Mã PIN của/).fill('1111');
      await page.keyboard.press('Enter');
      await page.getByText(`Còn ${left} lần thử.`).waitFor();
    }
    await page.getByLabel(/^Mã PIN của/).fill('2222');
    await page.keyboard.press('Enter');
    await page.getByText(/Đã nhập sai quá nhiều lần\. Thử lại sau/).waitFor();
    await counter.picture('locked-out');
    await page.reload();
    // Also the right PIN, until the time is over.
    await page.getByRole('button', { name: /Sơn/ }).click();
    await page.getByLabel(/^Mã PIN của/).fill('2580');
    await page.keyboard.press('Enter');
    await page.getByText(/Đã nhập sai quá nhiều lần/).waitFor();
    expect(await page.getByTestId('sync-pill').count()).toBe(0);
    await page.getByRole('button', { name: 'Chọn người khác' }).click();
  });

  it('[W22] a damaged card, a card through Telex and an impossible date are named; nothing of them is stored', async () => {
    const page = counter.page();
    await counter.signIn('Lan');
    await startIntake(page);
    await chooseProcedure(page, 'khai sinh');
    await scanCard(counter, card.split('|').slice(0, 3).join('|'));
    await page.getByText(/Chuỗi trên thẻ bị thiếu/).waitFor();
    expect(await page.getByLabel('Họ, chữ đệm và tên').inputValue()).toBe('');
    await scanCard(counter, card.replace('Nguyễn', 'Nguyeexn').replace('|Nam|', '|Nuwx|'));
    await page.getByText(/Bộ gõ tiếng Việt đang bật kiểu Telex/).waitFor();
    expect(await page.getByLabel('Họ, chữ đệm và tên').inputValue()).toBe('');
    await counter.picture('telex');
    await page.getByLabel('Ngày sinh').fill('31/02/1990');
    await page.getByLabel('Họ, chữ đệm và tên').fill('Nguyễn Văn An');
    await page.keyboard.press('F6');
    await page.keyboard.press('F9');
    await page.getByText(/Có \d+ ô cần sửa/).waitFor();
    await page.getByText('Không có ngày này trong lịch. Kiểm tra lại ngày và tháng.').first().waitFor();
    await counter.picture('impossible-date');
    await page.getByRole('link', { name: /Không có ngày này/ }).click();
    expect(await page.getByLabel('Họ, chữ đệm và tên').inputValue()).toBe('Nguyễn Văn An');
    expect(await page.getByLabel('Ngày sinh').inputValue()).toBe('31/02/1990');
  });

  it('[W60] behind the lock a scan, the keys and the way back do nothing; after it the officer is where he was', async () => {
    const page = counter.page();
    const phone = page.getByLabel('Số điện thoại');
    await phone.fill('0912345678');
    await phone.focus();
    await page.keyboard.press('F12');
    const pin = page.getByLabel(/^Mã PIN của/);
    await pin.waitFor();
    const address = page.url();
    await scanCard(counter);
    for (const key of ['F2', 'F9', 'Control+k', 'Alt+ArrowLeft']) await page.keyboard.press(key);
    await page.evaluate(() => window.history.back());
    await page.waitForTimeout(500);
    expect(page.url()).toBe(address);
    expect(await pin.inputValue()).toBe('');
    expect(await page.getByText(/lần thử/).count()).toBe(0);
    await pin.fill(demoPin);
    await page.keyboard.press('Enter');
    await pin.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Họ, chữ đệm và tên').inputValue()).toBe('Nguyễn Văn An');
    await page.keyboard.type('9');
    expect(await phone.inputValue()).toBe('09123456789');
  });

  it('[W61] letters that reach the page without keys: lost ones are refused, a card committed whole is taken', async () => {
    const page = counter.page();
    const name = page.getByLabel('Họ, chữ đệm và tên');
    await name.focus();
    // Let the burst of the last test end.
    await page.waitForTimeout(500);
    await scanByAlt(page, card, false);
    await page.getByText(/ALT \+ bàn phím số/).waitFor();
    expect(await name.inputValue()).toBe('Nguyễn Văn An');
    await counter.picture('alt-numpad');
    await page.waitForTimeout(500);
    await page.keyboard.insertText(card.replace('Văn An', 'Thị Bưởi'));
    await page.keyboard.press('Enter');
    await page.getByText('Đã lấy thông tin từ thẻ: Nguyễn Thị Bưởi').waitFor();
    expect(await name.inputValue()).toBe('Nguyễn Thị Bưởi');
    await page.waitForTimeout(500);
    await scanByAlt(page, card, true);
    await page.getByText('Đã lấy thông tin từ thẻ: Nguyễn Văn An').waitFor();
    expect(await name.inputValue()).toBe('Nguyễn Văn An');
  });

  it('[W23] enrolment without the server says that it needs the network and keeps the code', async () => {
    await server.stop();
    const [, code = ''] = enrolCodes(server.output(), 'xã Bình Định');
    await other.enrol(code);
    await other.page().getByRole('alert').or(other.page().getByText(/mạng/)).first().waitFor();
    expect(await other.page().getByLabel('Mã ghi danh').inputValue()).toBe(code);
    await server.start();
    await other.enrol(code);
    await other.untilReady();
  });

  /** Opens a tab of the administration; the centre asks for the secret again where its session is not there (yet). */
  async function administer(name: string, row: Locator): Promise<void> {
    const page = centre.page();
    await page.getByRole('link', { name: 'Quản trị' }).first().click();
    const tabs = page.getByRole('radiogroup', { name: 'Quản trị' });
    const again = page.getByLabel('Nhập mã PIN để làm việc với trung tâm');
    for (const wanted of [tabs, row]) {
      await wanted.or(again).first().waitFor();
      if (await again.isVisible()) {
        await again.fill(demoPin);
        await page.keyboard.press('Enter');
      }
      if (wanted === tabs) await tabs.getByText(name, { exact: true }).click();
    }
  }

  it('[W25] a clerk dismissed at the centre is out within seconds, without a click at his desk; what he half typed stays his', async () => {
    await centre.open();
    await centre.enrol(enrolCodes(server.output(), 'huyện Lương Tài')[0] ?? '');
    await centre.untilReady();
    await centre.signIn('Quân');
    const row = centre.page().getByRole('row', { name: /Lan.*Bình Định/ });
    await administer('Cán bộ', row);
    await row.getByRole('button', { name: /^Sửa/ }).click();
    const dialog = centre.page().getByRole('dialog');
    await dialog.getByLabel('Đang làm việc').uncheck();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    const desk = counter.page();
    await desk.getByText(/quản trị đã ngừng tài khoản của .*Lan, phiên làm việc đã đóng/).waitFor();
    expect(await desk.getByRole('button', { name: /Lan(?=\P{L}|$)/u }).count()).toBe(0);
    expect(await desk.getByText('Nguyễn Văn An').count()).toBe(0);
    expect(await counter.accessibilityFaults()).toEqual([]);
    await counter.picture('dismissed');
  });

  it('[W24] a revoked device stops, says so and offers its log; the work on it is kept', async () => {
    const row = centre.page().getByRole('row', { name: /Máy tính quầy.*Bình Định/ });
    await administer('Máy', row);
    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await centre.page().getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    // The board shows the devices in use.
    await row.waitFor({ state: 'hidden' });
    await centre.picture('revoked');
    // The device hears of it by itself.
    await counter.page().getByText('Máy này đã bị thu hồi quyền').waitFor();
    expect(
      await counter
        .page()
        .getByRole('button', { name: /Tải bản sao lưu nhật ký/ })
        .count(),
    ).toBeGreaterThan(0);
    await counter.picture('revoked');
  });
});
