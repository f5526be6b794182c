/**
 * The real browser of the tests and benches: the system's Chromium driven by playwright-core. `findChromium` looks where browsers usually
 * are; `tests/tools/system-packages.ts` installs one where there is none.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + extension)));
  return [...onPath, ...places, chromium.executablePath()].find((file) => file !== '' && existsSync(file));
}

export function mustChromium(): string {
  const found = findChromium();
  if (found === undefined)
    throw new Error('No Chromium found. `npm test` installs one; or set CHROMIUM_PATH to a Chromium or Chrome executable.');
  return found;
}

/** Flags without which Chromium does not start as root or in a container with a small /dev/shm. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];
