/** A list of dossiers on A4 landscape: head, title, what it is of, one line a dossier in columns that are numbered as they stand, who signs. */
import type { ReactNode } from 'react';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { NationalHeader } from './national-header.tsx';
import { DeskHead } from './plain-head.tsx';
import { Sheet } from './sheet.tsx';
import { type Signature, Signatures } from './signatures.tsx';

export interface ListColumn<Line> {
  readonly caption: string;
  /** Share of the width of the sheet. */
  readonly width: number;
  readonly value: (line: Line, index: number) => ReactNode;
}

export interface ListHead {
  readonly authorityName: string;
  readonly deskName: string;
  readonly place: string;
  readonly date: PlainDate | undefined;
  /** Absent: a list of the desk's own, without a number. */
  readonly formNumber?: string | undefined;
}

interface ListSheetProps<Line> {
  readonly head: ListHead;
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly columns: readonly ListColumn<Line>[];
  readonly lines: readonly Line[];
  readonly left?: Signature;
  readonly right: Signature;
  /** Between title and table. */
  readonly children?: ReactNode;
}

export function ListSheet<Line>({ head, title, subtitle, footer, columns, lines, left, right, children }: ListSheetProps<Line>) {
  const widthOfAll = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <Sheet label={title} footer={footer}>
      <div className="print-register">
        {head.formNumber === undefined ? <DeskHead {...head} /> : <NationalHeader {...head} formNumber={head.formNumber} />}
        <h1 className="print-title">{title.toLocaleUpperCase('vi')}</h1>
        <p className="print-subtitle">{subtitle}</p>
        {children}
        <table className="print-table">
          <colgroup>
            {columns.map(({ caption, width }) => (
              <col key={caption} style={{ width: `${(width * 100) / widthOfAll}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ caption }) => (
                <th key={caption}>{caption}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // A printed list never changes order: its place is its identity.
              <tr key={index}>
                {columns.map(({ caption, value }) => (
                  <td key={caption}>{value(line, index)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Signatures {...(left ? { left } : {})} right={right} />
      </div>
    </Sheet>
  );
}
