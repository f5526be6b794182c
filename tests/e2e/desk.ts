/**
 * One device in a real Chromium: its own profile folder, so that closing (or killing) the browser and opening it again is what happens on the officer's
 * desk. The methods say what an officer does; they find things by role and label, as a person or a screen reader would.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArgs, mustChromium } from '../support/chromium.ts';

const pictures = resolve(import.meta.dirname, '../.artifacts/screenshots');
/** Longer than anything takes, also on a busy machine with two cores. */
const patienceMs = 40_000;

export const demoPin = '2580';
export const viewports = { pc: { width: 1366, height: 768 }, tablet: { width: 800, height: 1280 } } as const;

export interface Desk {
  readonly page: () => Page;
  readonly open: () => Promise<void>;
  /** Closes the browser as the officer does. */
  readonly close: () => Promise<void>;
  /** SIGKILL to the browser process: power cut. */
  readonly kill: () => Promise<void>;
  readonly enrol: (code: string) => Promise<void>;
  /** Waits until the device says itself that it can work offline. */
  readonly untilReady: () => Promise<void>;
  readonly signIn: (givenName: string, pin?: string) => Promise<void>;
  readonly pill: () => Promise<string>;
  readonly untilPill: (pattern: RegExp) => Promise<string>;
  /** As a keyboard-wedge scanner does: keys in quick succession, Enter at the end. */
  readonly scan: (text: string) => Promise<void>;
  /** How often the page sent something to the printer since it was loaded. */
  readonly prints: () => Promise<number>;
  /** Nothing where the browser is closed. */
  readonly picture: (name: string) => Promise<void>;
  /** Serious faults of accessibility on the screen as it is, as `rule: selector`. */
  readonly accessibilityFaults: () => Promise<readonly string[]>;
  readonly dispose: () => Promise<void>;
}

interface PrintCount {
  prints: number;
}

/** `flags`: more for this browser, as a test behind TLS needs them. */
export function createDesk(
  name: string,
  origin: string,
  viewport: { readonly width: number; readonly height: number },
  flags: readonly string[] = [],
): Desk {
  const profile = mkdtempSync(join(tmpdir(), `motcua-${name}-`));
  let context: BrowserContext | undefined;
  let current: Page | undefined;

  const page = (): Page => {
    if (current === undefined) throw new Error(`The browser of ${name} is closed`);
    return current;
  };

  const open = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: mustChromium(),
      headless: true,
      viewport,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      args: [...chromiumArgs, ...flags],
      hasTouch: viewport.width < 1000,
    });
    context.setDefaultTimeout(patienceMs);
    // A printer that is never busy: while the browser itself prints, a test cannot make a PDF of the page ("Page is already being printed").
    await context.addInitScript(() => {
      const counted = window as unknown as PrintCount;
      counted.prints = 0;
      window.print = () => {
        counted.prints++;
      };
    });
    current = context.pages()[0] ?? (await context.newPage());
    current.on('console', (message) => {
      // The browser itself reports failed requests while the server is stopped; those are the point of the test.
      if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
        process.stderr.write(`[${name}] ${message.text()}\n`);
    });
    await current.goto(origin);
  };

  const close = async (): Promise<void> => {
    await context?.close();
    context = undefined;
    current = undefined;
  };

  const pillText = async (): Promise<string> => {
    const button = page().getByTestId('sync-pill');
    return (await button.getAttribute('aria-label')) ?? '';
  };

  return {
    page,
    open,
    close,
    kill: async () => {
      const session = await context?.browser()?.newBrowserCDPSession();
      const processes = await session?.send('SystemInfo.getProcessInfo');
      const pid = processes?.processInfo.find((one) => one.type === 'browser')?.id;
      if (pid === undefined) throw new Error('The browser process cannot be found');
      const gone = new Promise<void>((done) => context?.once('close', () => done()));
      process.kill(pid, 'SIGKILL');
      await gone;
      context = undefined;
      current = undefined;
    },
    enrol: async (code) => {
      await page().getByLabel('Mã ghi danh').fill(code);
      await page()
        .getByRole('button', { name: /^Ghi danh/ })
        .click();
    },
    untilReady: async () => {
      await page().getByText('Sẵn sàng làm việc ngoại tuyến').waitFor();
    },
    signIn: async (givenName, pin = demoPin) => {
      await page()
        .getByRole('button', { name: new RegExp(`${givenName}(?=\\P{L}|$)`, 'u') })
        .first()
        .click();
      await page()
        .getByLabel(/^Mã PIN của/)
        .fill(pin);
      await page().keyboard.press('Enter');
      if (pin === demoPin) await page().getByTestId('sync-pill').waitFor();
    },
    pill: pillText,
    untilPill: async (pattern) => {
      await page().waitForFunction(
        ([source, flags]) =>
          new RegExp(source as string, flags).test(document.querySelector('[data-testid=sync-pill]')?.getAttribute('aria-label') ?? ''),
        [pattern.source, pattern.flags],
      );
      return pillText();
    },
    scan: async (text) => {
      const session = await page().context().newCDPSession(page());
      // All keys are on their way before the first is answered: a scanner does not wait either.
      const keys = [...text].flatMap((key) => [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
      ]);
      await Promise.all(keys);
      await page().keyboard.press('Enter');
      await session.detach();
    },
    prints: () => page().evaluate(() => (window as unknown as PrintCount).prints),
    picture: async (title) => {
      if (current === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page().screenshot({ path: join(pictures, `${name}-${title}.png`) });
    },
    accessibilityFaults: async () => {
      // Through the debugger, because the page's content security policy rightly lets no foreign script in.
      await page().evaluate(axe.source);
      return page().evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
      });
    },
    dispose: async () => {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The one-time codes that the server prints for its demo district, by office and device. */
export function enrolCodes(output: string, office: string): readonly string[] {
  const line = output.split('\n').find((one) => one.trimStart().startsWith(office) && /: [A-Z0-9]{5}-[A-Z0-9]{5}/.test(one));
  if (line === undefined) throw new Error(`The server printed no enrolment code for ${office}:\n${output}`);
  return [...line.matchAll(/: ([A-Z0-9]{5}-[A-Z0-9]{5})/g)].map((match) => match[1] as string);
}
