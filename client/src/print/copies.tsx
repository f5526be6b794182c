/** Puts the copies (liên) of a form on paper in the chosen layout: one A5 sheet each, one A4 sheet each, or two A5 side by side on A4 landscape with a cut line. */
import type { ReactNode } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import { print } from '../texts/vi/print.ts';
import { Choice } from '../kit/ui/choice.tsx';

const layouts = ['TWO_ON_A4', 'A5', 'A4'] as const;
export type PaperLayout = (typeof layouts)[number];

/** Remembered on this device: it belongs to the printer beside it. Desks have A4 printers, so that is where it starts. */
export function usePaperLayout(): readonly [PaperLayout, (layout: PaperLayout) => void] {
  const [layout, setLayout] = useLocalStorage<PaperLayout>({
    key: 'mot-cua.print-layout',
    defaultValue: 'TWO_ON_A4',
    getInitialValueInEffect: false,
  });
  return [layouts.find((one) => one === layout) ?? 'TWO_ON_A4', setLayout];
}

const layoutOptions = layouts.map((value) => ({ value, label: print.layouts[value] }));

export function LayoutChoice({ layout, onChange }: { readonly layout: PaperLayout; readonly onChange: (layout: PaperLayout) => void }) {
  return <Choice label={print.layout} options={layoutOptions} value={layout} onChange={onChange} />;
}

interface CopiesProps {
  readonly layout: PaperLayout;
  /** One for each copy. */
  readonly sheets: readonly ReactNode[];
}

export function Copies({ layout, sheets }: CopiesProps) {
  if (layout !== 'TWO_ON_A4') {
    return sheets.map((sheet, index) => (
      <section key={index} className={`print-page ${layout === 'A5' ? 'print-page-a5' : 'print-page-a4'}`}>
        {sheet}
      </section>
    ));
  }
  return pairs(sheets).map(([first, second], index) => (
    <section key={index} className="print-page print-page-two">
      <div className="print-half">{first}</div>
      <div className="print-half">{second}</div>
    </section>
  ));
}

function pairs<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, index) => all.slice(2 * index, 2 * index + 2));
}
