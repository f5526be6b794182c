/** Every address of the app, opened cold in a real browser whose server is dead: what is a part of its own was kept when the device became ready. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAppRouter } from '../../client/src/app/routes.tsx';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import { createDesk, enrolCodes, viewports, type Desk } from './desk.ts';
import { takeIn } from './intake.ts';

describe('every route with the server dead', () => {
  let server: ServerProcess;
  let desk: Desk;

  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    desk = createDesk('routes', server.origin, viewports.pc);
    await desk.open();
    await desk.enrol(enrolCodes(server.output(), 'xã Bình Định')[0] ?? '');
    await desk.untilReady();
    await desk.signIn('Lan');
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desk.picture('failed');
  });

  afterAll(async () => {
    await desk.dispose();
    await server.dispose();
  });

  it('[W103] opens after a restart of the browser: a page with its heading, and nothing that was not downloaded', async () => {
    await takeIn(desk.page(), 'khai sinh', { name: 'Trần Thị Bích', birth: '12/07/1985', idNumber: '027185004321' });
    await desk.page().getByRole('link', { name: 'Mở hồ sơ' }).click();
    await desk.page().waitForURL(/\/ho-so\//);
    const dossier = new URL(desk.page().url()).pathname.split('/').at(-1) ?? '';
    /** What an address with parts is opened with; a new part of an address is told here. */
    const parts: Readonly<Record<string, string>> = {
      $dossier: dossier,
      $form: 'RECEIPT',
      $key: '1.001193',
      // None of that number was made: the page says so.
      $list: '09529.01-2026.1',
      $office: 'binh-dinh',
      $queue: 'hom-nay',
    };
    const paths = Object.keys(createAppRouter().routesByPath)
      .filter((path) => path.startsWith('/'))
      .map((path) => path.replaceAll(/\$[a-z]+/gi, (part) => parts[part] ?? part));
    expect(paths.length).toBeGreaterThan(13);
    expect(paths.filter((path) => path.includes('$'))).toEqual([]);

    await server.stop();
    await desk.close();
    await desk.open();
    await desk.signIn('Lan');
    const page = desk.page();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
    for (const path of paths) {
      await page.goto(`${server.origin}${path}`);
      const heading = page.locator('h1').first();
      await heading.waitFor({ state: 'attached' }).catch(() => wrong.push(`${path} shows no heading`));
      const text = await page.locator('body').innerText();
      if (/chưa tải về máy|lỗi không lường trước/i.test(text)) wrong.push(`${path}: ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });
});
