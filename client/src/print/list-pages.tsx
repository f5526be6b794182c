/** Sheets of lists, on A4 landscape. */
import type { ReactNode } from 'react';

export function ListPages({ pages }: { readonly pages: readonly ReactNode[] }) {
  return pages.map((page, index) => (
    <section key={index} className="print-page print-page-register">
      {page}
    </section>
  ));
}
