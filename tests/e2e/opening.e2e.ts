/**
 * A real district is opened, as its technician, administrator and first clerk live it: production, an empty database, TLS in front by the shipped proxy files, the
 * printed link, and at the end the first dossier of a commune before the centre's eyes. Real Chromium, Caddy, nginx, SQLite, PostgreSQL.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { must } from '@onestop/shared/kernel/assert.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { createServerProcess, freePort, type ServerProcess } from '../support/server-process.ts';
import { createTlsSite, publicAddress, startProxy, type TlsProxy, type TlsSite } from '../support/tls-proxies.ts';
import { createDesk, viewports, type Desk } from './desk.ts';
import { accept, chooseProcedure, scanCard, startIntake, tickPapers } from './intake.ts';

const centreAgency = '000.00.38.H05';
const communeAgency = '000.05.38.H05';
const passphrase = 'lúa chín vàng đồng';
const clerkPin = '730519';

describe.each([
  ['Caddy', 'SQLite'],
  ['nginx', 'PostgreSQL'],
] as const)('a district is opened behind %s on %s', (proxyKind, engine) => {
  let postgres: TestPostgres | undefined;
  let site: TlsSite;
  let server: ServerProcess;
  let proxy: TlsProxy;
  let centre: Desk;
  let counter: Desk;

  beforeAll(async () => {
    if (engine === 'PostgreSQL') postgres = must(await startPostgres(), 'a PostgreSQL server');
    site = createTlsSite();
    const port = await freePort();
    const address = publicAddress(port);
    server = await createServerProcess({
      NODE_ENV: 'production',
      PUBLIC_URL: address,
      ...(postgres && { DATABASE_URL: await postgres.createDatabase() }),
    });
    await server.start();
    proxy = await startProxy(proxyKind, site, server.port, port);
    const link = must(
      server
        .output()
        .split(/\s/)
        .find((word) => word.startsWith(`${address}/setup#`)),
      'a set-up link',
    );
    centre = createDesk(`opening-centre-${engine}`, link, viewports.pc, site.chromiumArgs);
    counter = createDesk(`opening-counter-${engine}`, address, viewports.pc, site.chromiumArgs);
  });

  // One opening is one story: what follows a broken step would only repeat its failure.
  let isBroken = false;
  beforeEach((context) => {
    if (isBroken) context.skip('an earlier step of the opening failed');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    isBroken = true;
    await Promise.all([centre, counter].map((desk) => desk.picture(`failed ${task.name.slice(1, 4)}`)));
  });
  afterAll(async () => {
    await Promise.all([centre, counter].map((desk) => desk.dispose()));
    await proxy.stop();
    await server.dispose();
    site.dispose();
    await postgres?.stop();
  });

  it('[W80] the printed link refuses a short PIN at its field, takes a passphrase and leads to the first device', async () => {
    await centre.open();
    const page = centre.page();
    await page.getByLabel('Tìm huyện trong danh mục cả nước').fill('luong tai');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Huyện Lương Tài, Tỉnh Bắc Ninh' }).click();
    expect(await page.getByLabel('Tên đơn vị').inputValue()).toBe('huyện Lương Tài');
    expect(await page.getByLabel('Tên cơ quan ghi trên giấy').inputValue()).toBe('UBND HUYỆN LƯƠNG TÀI');
    expect(await page.getByLabel('Địa danh ghi trên giấy').inputValue()).toBe('Lương Tài');
    await fill(page, {
      'Mã định danh điện tử': centreAgency,
      'Họ và tên người quản trị': 'Phạm Thị Dung',
      'Tên đăng nhập': 'dung',
      'Cụm mật khẩu': '2580',
    });
    await page.keyboard.press('Enter');
    const secret = page.getByLabel('Cụm mật khẩu');
    await secret.and(page.locator('[aria-invalid="true"]')).waitFor();
    expect(await describedBy(page, 'Cụm mật khẩu')).toContain('cụm mật khẩu');
    expect(await page.getByLabel('Tên đăng nhập').getAttribute('aria-invalid')).not.toBe('true');
    await secret.fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đã thiết lập xong' }).waitFor();
    await page.getByRole('button', { name: 'Ghi danh máy này' }).click();
    await page.getByRole('button', { name: /^Ghi danh/ }).click();
    // Nothing to take in with yet: the first device says so, and who can help.
    await page.getByText('Huyện chưa có thủ tục nào.').waitFor();
    // The link is used up.
    expect(
      (await fetch(`${server.origin}/api/setup`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).ok,
    ).toBe(false);
  });

  it('[W81] the administrator signs in by the passphrase; the administration opens on what is missing', async () => {
    await signInWith(centre, 'Dung', passphrase);
    const page = centre.page();
    await page.getByRole('link', { name: 'Quản trị' }).click();
    await page.getByText('Còn 5 việc trước khi mọi xã tiếp nhận được hồ sơ.').waitFor();
    await expect
      .poll(() => states(page))
      .toEqual(opened({ 'Đơn vị': 'chưa xong', 'Thủ tục': 'chưa xong', 'Cấu hình': 'chưa xong', 'Cán bộ': 'chưa xong', Máy: 'chưa xong' }));
    expect(await centre.accessibilityFaults()).toEqual([]);
  });

  it('[W82] step by step: a commune, the shipped catalogue, the settings, a clerk; the calendar of the year counts already', async () => {
    const page = centre.page();
    await openStep(page, 'Đơn vị');
    await (engine === 'SQLite' ? addFromList(page) : addByHand(page));

    await openStep(page, 'Thủ tục');
    await page.getByRole('button', { name: 'Lấy danh mục có sẵn' }).click();
    await page.getByRole('button', { name: 'Lấy về' }).click();
    await page.getByText(/^Đã thêm \d+ thủ tục/).waitFor();

    await openStep(page, 'Cấu hình');
    await page.getByRole('button', { name: 'Lưu cấu hình' }).click();
    await page.getByText('Đã lưu ở trung tâm. Các máy đang có mạng').waitFor();

    await openStep(page, 'Lịch làm việc');
    await page.getByRole('row', { name: new RegExp(`^${instantToPlainDate(Date.now()).slice(0, 4)}.*đã công bố`) }).waitFor();

    await openStep(page, 'Cán bộ');
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đơn vị').selectOption({ label: 'xã Bình Định' });
    await dialog.getByLabel('cán bộ một cửa').check();
    await fill(dialog, {
      'Họ và tên': 'Nguyễn Thị Lan',
      'Chức danh ghi trên giấy': 'Công chức tư pháp - hộ tịch',
      'Tên đăng nhập': 'lan',
      'Mã PIN hoặc mật khẩu mới': '2580',
    });
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText(/Mã PIN hoặc mật khẩu: cần ít nhất 6 số/).waitFor();
    await dialog.getByLabel('Mã PIN hoặc mật khẩu mới').fill(clerkPin);
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu ở trung tâm. Các máy nhận được').waitFor();
    await page.getByText('Mở huyện', { exact: true }).click();
    await page.getByText('Còn 1 việc trước khi mọi xã tiếp nhận được hồ sơ.').waitFor();
    await expect.poll(() => states(page)).toEqual(opened({ Máy: 'chưa xong' }));
  });

  it('[W83] a second machine becomes the commune’s by a code, over TLS, and says that it can work offline', async () => {
    const page = centre.page();
    await openStep(page, 'Máy');
    await page.getByRole('button', { name: 'Cấp mã ghi danh' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đơn vị của máy').selectOption({ label: 'xã Bình Định' });
    await dialog.getByLabel('Tên máy').fill('Máy tính quầy 1');
    await dialog.getByRole('button', { name: 'Cấp mã ghi danh' }).click();
    const code = must(/[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await dialog.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText())?.[0], 'a code');
    await page.keyboard.press('Escape');
    await counter.open();
    await counter.enrol(code);
    await counter.untilReady();
    expect(await counter.page().evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await signInWith(counter, 'Lan', clerkPin);
  });

  it('[W84] the clerk takes in a birth registration by keyboard; its code begins with the commune’s identifier', async () => {
    const page = counter.page();
    await startIntake(page);
    await chooseProcedure(page, 'khai sinh');
    await scanCard(counter);
    await tickPapers(page);
    const code = await accept(page);
    expect(code).toMatch(new RegExp(`^${communeAgency.replaceAll('.', '\\.')}-\\d{6}-\\d{4,}$`));
    await counter.untilPill(/trung tâm đã nhận đủ/);
  });

  it('[W85] the centre sees it; the opening page says that the district is open', async () => {
    const page = centre.page();
    await page.getByText('Mở huyện', { exact: true }).click();
    await page.getByText('Huyện đã mở xong: xã nào cũng tiếp nhận được.').waitFor();
    await expect.poll(() => states(page)).toEqual(opened({}));
    await page.getByRole('link', { name: 'Các xã' }).first().click();
    await page.getByRole('row', { name: /^xã Bình Định 1 1 0 .*đồng bộ vừa xong/ }).waitFor();
  });
});

/** The steps of the opening page, done where nothing else is said. */
function opened(others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { 'Đơn vị': 'xong', 'Thủ tục': 'xong', 'Lịch làm việc': 'xong', 'Cấu hình': 'xong', 'Cán bộ': 'xong', Máy: 'xong', ...others };
}

/** Found in the country's list; the identifier is entered in its row. */
async function addFromList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm từ danh mục cả nước' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Danh mục').selectOption({ label: 'trước 1/7/2025 (tỉnh, huyện, xã)' });
  await dialog.getByLabel(/^Tên huyện, tỉnh, xã/).fill('binh dinh luong tai');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Xã Bình Định, Huyện Lương Tài/ }).click();
  await dialog.getByLabel('Mã định danh: Xã Bình Định').fill(communeAgency);
  await dialog.getByRole('button', { name: 'Lưu 1 đơn vị' }).click();
  await page.getByText('Đã thêm 1 đơn vị.').waitFor();
}

async function addByHand(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, {
    'Mã đơn vị (mã thống kê)': '09502',
    'Tên đơn vị': 'xã Bình Định',
    'Tên cơ quan trên giấy': 'UBND XÃ BÌNH ĐỊNH',
    'Địa danh': 'Bình Định',
    'Mã định danh điện tử': communeAgency,
  });
  await dialog.getByLabel('Mã định danh đã đối chiếu với quyết định').check();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã lưu ở trung tâm.').waitFor();
}

async function openStep(page: Page, title: string): Promise<void> {
  await page.getByText('Mở huyện', { exact: true }).click();
  await page.getByRole('button', { name: `Mở mục này: ${title}` }).click();
}

/** Fields by their labels. */
async function fill(page: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
}

async function describedBy(page: Page, label: string): Promise<string> {
  return page.getByLabel(label).evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

async function signInWith(desk: Desk, givenName: string, secret: string): Promise<void> {
  await desk.signIn(givenName, secret);
  await desk.page().getByTestId('sync-pill').waitFor();
}

/** Every step of the opening page with its state. */
async function states(page: Page): Promise<Readonly<Record<string, string>>> {
  const titles = await page.locator('ol').getByRole('heading', { level: 2 }).allInnerTexts();
  return Object.fromEntries(
    titles.map((text) => {
      const [, title = text, state = ''] = /^(.*?)\s+(chưa xong|xong|cần mạng để biết)$/s.exec(text.trim()) ?? [];
      return [title, state];
    }),
  );
}
