/** The built app itself: what the first load costs, and how fast it starts with the server stopped. */
import { chromium } from 'playwright-core';
import { chromiumArgs, mustChromium } from '../support/chromium.ts';
import { enrolCodes, createDesk, viewports } from '../e2e/desk.ts';
import { createServerProcess } from '../support/server-process.ts';
import { median, type Row } from './table.ts';

export async function measureApp(): Promise<readonly Row[]> {
  const server = await createServerProcess();
  const desk = createDesk('bench-app', server.origin, viewports.pc);
  try {
    await server.start();
    const first = await firstLoad(server.origin);
    await desk.open();
    await desk.enrol(enrolCodes(server.output(), 'xã Bình Định')[0] ?? '');
    await desk.untilReady();
    await server.stop();
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      await desk.close();
      await desk.open();
      // From the start of the navigation to the officers' tiles on the screen, by the page's own clock.
      starts.push(
        await desk.page().evaluate(
          () =>
            new Promise<number>((done) => {
              const look = (): void => {
                if (/PIN|ngoại tuyến/.test(document.body.innerText)) done(performance.now());
                else requestAnimationFrame(look);
              };
              look();
            }),
        ),
      );
    }
    return [
      {
        key: 'first-load',
        name: 'first load of the app, compressed',
        value: first / 1000,
        unit: 'kB',
        aim: { op: '≤', value: 350 },
        note: 'everything the page fetched until it could be used; the rest is cached afterwards',
      },
      {
        key: 'cold-start',
        name: 'cold start offline, browser just opened',
        value: median(starts),
        unit: 'ms',
        note: 'navigation to sign-in on screen, server stopped',
      },
    ];
  } finally {
    await desk.dispose();
    await server.dispose();
  }
}

/** Bytes over the wire of the page's own requests on a machine that never saw the app; the service worker fills its cache later and is not counted. */
async function firstLoad(origin: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: mustChromium(), headless: true, args: [...chromiumArgs] });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
    });
    await page.goto(origin, { waitUntil: 'load' });
    await page.getByLabel('Mã ghi danh').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return bytes;
  } finally {
    await browser.close();
  }
}
