/** The frame of what is printed on a roll: one column, the marks of the form and of a reprint at its end. */
import { type ReactNode, use } from 'react';
import { FormMark, ReprintMark } from './sheet.tsx';

export function RollPiece({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const foot = [use(ReprintMark), use(FormMark)].filter(Boolean).join(' · ');
  return (
    <div className="print-roll" data-form={label}>
      {children}
      {foot ? <p className="print-roll-foot">{foot}</p> : null}
    </div>
  );
}
