/** The head of a sheet of the desk's own, without a form number: whose it is on the left, the country's title on the right. */
import type { ReactNode } from 'react';
import { NationalTitle } from './national-header.tsx';

export function PlainHead({ children }: { readonly children: ReactNode }) {
  return (
    <header className="print-header">
      <div className="print-header-left">{children}</div>
      <div className="print-header-right">
        <NationalTitle />
      </div>
    </header>
  );
}

/** Agency and desk, as lists and books name them. */
export function DeskHead({ authorityName, deskName }: { readonly authorityName: string; readonly deskName: string }) {
  return (
    <PlainHead>
      <p className="print-authority">{authorityName}</p>
      <p className="print-desk">{deskName}</p>
    </PlainHead>
  );
}
