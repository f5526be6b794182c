/**
 * Puts the copies (liên) of a form on paper in the chosen layout: one A5 sheet each, one A4 sheet each, two A5 side by side on A4 landscape with a cut line, or one
 * piece of an 80 mm roll. Where this machine has no printer, the office's: the sheets are only shown here then.
 */
import type { ReactNode } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import { print } from '../texts/vi/print.ts';
import { Choice } from '../kit/ui/choice.tsx';

const layouts = ['TWO_ON_A4', 'A5', 'A4', 'ROLL', 'OFFICE'] as const;
export type PaperLayout = (typeof layouts)[number];

/** What can be chosen for what is printed: `rolls`, it fits a roll; `queues`, it can be asked of the office's printer. */
export interface LayoutScope {
  readonly rolls: boolean;
  readonly queues: boolean;
}

/**
 * Remembered on this device: it belongs to the printer beside it. Desks have A4 printers, so that is where it starts. A device with a roll printer prints on sheets
 * what fits no roll.
 */
export function usePaperLayout(scope: LayoutScope): readonly [PaperLayout, (layout: PaperLayout) => void] {
  const [layout, setLayout] = useLocalStorage<PaperLayout>({
    key: 'mot-cua.print-layout',
    defaultValue: 'TWO_ON_A4',
    getInitialValueInEffect: false,
  });
  return [usable(scope).find((one) => one === layout) ?? 'TWO_ON_A4', setLayout];
}

function usable({ rolls, queues }: LayoutScope): readonly PaperLayout[] {
  return layouts.filter((one) => (one !== 'ROLL' || rolls) && (one !== 'OFFICE' || queues));
}

interface LayoutChoiceProps {
  readonly layout: PaperLayout;
  readonly scope: LayoutScope;
  readonly onChange: (layout: PaperLayout) => void;
}

export function LayoutChoice({ layout, scope, onChange }: LayoutChoiceProps) {
  const options = usable(scope).map((value) => ({ value, label: print.layouts[value] }));
  return <Choice label={print.layout} options={options} value={layout} onChange={onChange} />;
}

interface CopiesProps {
  readonly layout: PaperLayout;
  /** One for each copy; on a roll the one piece that is given away. */
  readonly sheets: readonly ReactNode[];
}

const pageClasses = { A5: 'print-page-a5', A4: 'print-page-a4', ROLL: 'print-page-roll', OFFICE: 'print-page-a5' } as const;

export function Copies({ layout, sheets }: CopiesProps) {
  if (layout !== 'TWO_ON_A4') {
    return sheets.map((sheet, index) => (
      <section key={index} className={`print-page ${pageClasses[layout]}`}>
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
