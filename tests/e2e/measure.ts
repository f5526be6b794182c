/** What is wrong with a page as it is, told by measure: what scrolls sideways, is cut, covered, too small for a finger, or names keys where there are none. */
import type { Page } from 'playwright-core';

/** The last is 200 % zoom of the first. */
export const windows = [
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 683, height: 384 },
] as const;

/** In words. Of an open dialog only what belongs to it, and there also that nothing is cut and that it has the keyboard. */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isSeen = (one: Element) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 1 && height > 1 && getComputedStyle(one).visibility === 'visible' && !one.closest('.sr-only, .print-root, [inert]');
    };
    const found: string[] = [];
    const dialog = document.querySelector('[role="dialog"]');
    // What is saved and sent is said whole on every screen.
    const pill = document.querySelector<HTMLElement>('[data-testid="sync-pill"]');
    if (pill && isSeen(pill) && pill.scrollWidth > pill.clientWidth + 1) found.push(`cut: ${pill.innerText}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll('main, [role="dialog"], [role="listbox"], form'))
      if (isSeen(one) && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
        found.push(`${one.tagName} scrolls sideways: ${one.scrollWidth} of ${one.clientWidth}`);
    if (dialog) {
      if (!dialog.contains(document.activeElement)) found.push('the dialog does not have the keyboard');
      for (const one of dialog.querySelectorAll<HTMLElement>('*')) {
        const isCut = one.scrollWidth > one.clientWidth + 1 && /hidden|clip|auto|scroll/.test(getComputedStyle(one).overflowX);
        // What a box cuts stands below it.
        if (isSeen(one) && one.clientWidth > 0 && isCut && !one.matches('input, svg *')) found.push(`cut: ${one.innerText}`);
      }
      const last = [...dialog.querySelectorAll('form > :last-child button')].at(-1)?.getBoundingClientRect();
      if (last && last.bottom > innerHeight) found.push('the button of the dialog is below the window');
    }
    if (!matchMedia('(pointer: coarse)').matches) return found;
    for (const one of (dialog ?? document).querySelectorAll('a, button, input, select, textarea, summary, [role="option"]')) {
      // A box is pressed by its label too.
      const label = one instanceof HTMLInputElement && /checkbox|radio/.test(one.type) ? one.labels?.[0] : undefined;
      const { width, height } = (label ?? one).getBoundingClientRect();
      if (isSeen(one) && (height < 47.5 || width < 43.5))
        found.push(`${Math.round(width)}×${Math.round(height)}: ${one.tagName} ${one.textContent ?? ''}`);
    }
    const keys = /\bF\d{1,2}\b|\bCtrl\b|\bAlt \d|\bEnter\b|\bEsc\b|[↑↓]|Phím/;
    found.push(...document.body.innerText.split('\n').filter((line) => keys.test(line)));
    return found;
  });
}

/** Laid out in this window, and drawn once. */
export async function inWindow(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
}
