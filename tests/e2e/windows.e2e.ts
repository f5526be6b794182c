/** Every screen a clerk reaches, under a finger and in the windows of the desk: no key is named, nothing pressed is small, nothing scrolls sideways. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import { createDesk, enrolCodes, viewports, type Desk } from './desk.ts';
import { faultsOf, inWindow, windows } from './measure.ts';
import { accept, chooseProcedure, startIntake, tickPapers } from './intake.ts';

describe('windows and fingers', () => {
  let server: ServerProcess;
  let tablet: Desk;

  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    tablet = createDesk('finger', server.origin, viewports.tablet);
    await tablet.open();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tablet.picture(`failed ${task.name.slice(1, 4)}`);
  });

  afterAll(async () => {
    await tablet.dispose();
    await server.dispose();
  });

  const told: string[] = [];
  const look = async (name: string) => {
    for (const size of windows) {
      await inWindow(tablet.page(), size);
      told.push(...(await faultsOf(tablet.page())).map((fault) => `${name} ${size.width}×${size.height}: ${fault}`));
    }
    await tablet.page().setViewportSize(viewports.tablet);
  };
  const go = async (path: string) => {
    await tablet.page().evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await tablet.page().locator('h1').first().waitFor();
  };

  it('[W70] from the first code to the hand-over: under a finger no key is named and everything is large enough; no window scrolls sideways', async () => {
    const page = tablet.page();
    await page.getByLabel('Mã ghi danh').waitFor();
    await look('enrolment');
    await tablet.enrol(enrolCodes(server.output(), 'xã Bình Định')[1] ?? '');
    await tablet.untilReady();
    await look('sign-in');
    await tablet.signIn('Lan');
    await look('home');
    for (const path of ['/danh-sach/hom-nay', '/so-theo-doi', '/thu-tuc', '/may-nay', '/dong-bo']) {
      await go(path);
      await look(path);
    }
    await startIntake(page);
    await look('intake');
    await chooseProcedure(page, 'khai sinh');
    await page.keyboard.press('F9');
    await page.getByRole('alert').first().waitFor();
    await look('intake with errors');
    await page.getByLabel('Họ, chữ đệm và tên').fill('Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Bích Ngọc');
    await page.getByLabel('Ngày sinh').fill('12/07/1985');
    await page.getByLabel('Số giấy tờ').fill('027185004321');
    // What a box cuts stands below it, whole.
    const address = 'Số nhà 27, ngõ 193, đường Nguyễn Đăng Đạo, khu phố Thanh Bình, xã Bình Định, huyện Lương Tài, tỉnh Bắc Ninh';
    await page.getByLabel('Địa chỉ').fill(address);
    await page.getByText(address).waitFor();
    await look('person');
    await page.getByRole('button', { name: /^3 Giấy tờ/ }).click();
    await look('papers');
    await page.keyboard.press('F8');
    await page.getByRole('dialog').waitFor();
    await look('guidance');
    await page.keyboard.press('Escape');
    await tickPapers(page);
    await page.getByRole('button', { name: /^4 Hẹn trả/ }).click();
    await look('promise');
    await accept(page);
    await look('accepted');
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    const acts = page.getByRole('region', { name: 'Việc làm tiếp' }).getByRole('button');
    await acts.first().waitFor();
    await look('dossier');
    for (let place = 0; place < (await acts.count()); place += 1) {
      await acts.nth(place).click();
      await page.getByRole('dialog').waitFor();
      await look(`act ${place + 1}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    expect(told).toEqual([]);
    const bar = page.getByRole('navigation').filter({ has: page.locator('svg') });
    expect(await bar.last().locator('svg').count()).toBeGreaterThanOrEqual(5);
  });
});
