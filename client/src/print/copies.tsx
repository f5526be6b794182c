/**
 * Puts the copies (liên) of a form on paper in the chosen layout: one A5 sheet each, one A4 sheet each, two A5 side by side on A4 landscape with a cut line, or one
 * piece of an 80 mm roll.
 */
import type { ReactNode } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import { print } from '../texts/vi/print.ts';
import { Choice } from '../kit/ui/choice.tsx';

const sheetLayouts = ['TWO_ON_A4', 'A5', 'A4'] as const;
const layouts = [...sheetLayouts, 'ROLL'] as const;
export type PaperLayout = (typeof layouts)[number];

/**
 * Remembered on this device: it belongs to the printer beside it. Desks have A4 printers, so that is where it starts. `rolls`: whether what is printed fits a roll;
 * a device with a roll printer prints the rest on sheets.
 */
export function usePaperLayout(rolls: boolean): readonly [PaperLayout, (layout: PaperLayout) => void] {
  const [layout, setLayout] = useLocalStorage<PaperLayout>({
    key: 'mot-cua.print-layout',
    defaultValue: 'TWO_ON_A4',
    getInitialValueInEffect: false,
  });
  const usable: readonly PaperLayout[] = rolls ? layouts : sheetLayouts;
  return [usable.find((one) => one === layout) ?? 'TWO_ON_A4', setLayout];
}

const options = layouts.map((value) => ({ value, label: print.layouts[value] }));
const sheetOptions = options.filter(({ value }) => value !== 'ROLL');

interface LayoutChoiceProps {
  readonly layout: PaperLayout;
  readonly rolls: boolean;
  readonly onChange: (layout: PaperLayout) => void;
}

export function LayoutChoice({ layout, rolls, onChange }: LayoutChoiceProps) {
  return <Choice label={print.layout} options={rolls ? options : sheetOptions} value={layout} onChange={onChange} />;
}

interface CopiesProps {
  readonly layout: PaperLayout;
  /** One for each copy; on a roll the one piece that is given away. */
  readonly sheets: readonly ReactNode[];
}

const pageClasses = { A5: 'print-page-a5', A4: 'print-page-a4', ROLL: 'print-page-roll' } as const;

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
