/** A form as the printer gets it, without the app around: its sheets with the product's own style sheet and fonts, rendered to PDF by Chromium. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Browser } from 'playwright-core';
import { Copies, type PaperLayout } from '../../client/src/print/copies.tsx';

const require = createRequire(new URL('../../client/package.json', import.meta.url));

/** The fonts inside the style sheet, because a page without an address loads nothing. */
function styles(): string {
  const css = readFileSync(new URL('../../client/src/print/print.css', import.meta.url), 'utf8');
  return css.replaceAll(
    /url\('([^']+\.woff2)'\)/g,
    (_all, name: string) => `url(data:font/woff2;base64,${readFileSync(require.resolve(name)).toString('base64')})`,
  );
}

/** Sheets of a dossier's form in the layout that is asked for. */
export function copiesOf(sheets: readonly ReactNode[], layout: PaperLayout): ReactNode {
  return createElement(Copies, { layout, sheets });
}

export async function pdfOf(browser: Browser, paper: readonly ReactNode[]): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    const body = renderToStaticMarkup(createElement('div', { className: 'print-root print-paper' }, ...paper));
    await page.setContent(
      `<!doctype html><html lang="vi"><head><style>*{box-sizing:border-box}body{margin:0}${styles()}</style></head><body>${body}</body></html>`,
    );
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}
