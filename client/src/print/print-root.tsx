/**
 * What goes to the printer, as a direct child of `body`: while it is mounted, print media shows it and nothing else of the app, whatever
 * shell is around. On screen it is not shown; screens show their own likeness of the paper.
 */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

export function PrintRoot({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <div className="print-root print-paper" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}

/** Opens the browser's print dialog once the form's fonts are there, so that the first print is not set in a fallback font. */
export async function printNow(): Promise<void> {
  await document.fonts.ready;
  fitRolls();
  window.print();
}

/** A roll is cut where the text ends: each piece gets a page of its own height. Rules made by script, because the policy of the page allows no written style. */
let rollPages: CSSStyleSheet | undefined;

function fitRolls(): void {
  const pieces = [...document.querySelectorAll<HTMLElement>('.print-root .print-page-roll')];
  if (pieces.length === 0) return;
  if (rollPages === undefined) {
    rollPages = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rollPages];
  }
  rollPages.replaceSync(
    pieces.map((piece, index) => `@page ${rollPage(index)} { size: 80mm ${heightMm(piece)}mm; margin: 3mm 4mm; }`).join('\n'),
  );
  pieces.forEach((piece, index) => piece.style.setProperty('page', rollPage(index)));
}

const rollPage = (index: number): string => `form-roll-${index}`;

/** As it stands beside the screen, padding included; CSS has 96 pixels an inch. A line more than the text, so that no last line falls on a second piece. */
function heightMm(piece: HTMLElement): number {
  return Math.ceil((piece.offsetHeight * 25.4) / 96) + 4;
}
