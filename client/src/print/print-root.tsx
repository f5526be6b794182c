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
  window.print();
}
