/**
 * "Bảng kê giao nhận hồ sơ": what of many dossiers was given to one receiver, in one list with one number. It is made of plain lines, by whoever gave them; neither
 * set has a form for it. The QR holds what the giver's program puts there and nothing of a person.
 */
import type { ReactNode } from 'react';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { QrCode } from '../../parts/code-marks.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { type ListColumn, type ListHead, ListSheet } from '../../parts/list-sheet.tsx';
import { formDateTime, pad2, shortDate } from '../../parts/wording.ts';
import { formMark, formSetOn, markedSheet } from '../form.ts';

export interface HandoverListLine {
  readonly code: string;
  readonly owner: string;
  readonly procedure: string;
  readonly sets: number;
  /** Limit of this step, else the promise to the citizen. */
  readonly due?: Instant | undefined;
  readonly note?: string | undefined;
}

export interface HandoverListData {
  readonly head: Omit<ListHead, 'date' | 'formNumber'>;
  /** "01-4", as `formatPaperNumber` writes it; empty: printed ahead, with dots to write on. */
  readonly number: string;
  readonly at: Instant;
  readonly giver: string;
  readonly receiver: string;
  readonly lines: readonly HandoverListLine[];
  /** What the receiver's device reads: ids only. */
  readonly qr?: string | undefined;
}

export const handoverListTitle = 'Bảng kê giao nhận hồ sơ';
const numbers = { 2018: null, 2025: null } as const;

const columns: readonly ListColumn<HandoverListLine>[] = [
  { caption: 'TT', width: 3, value: (_line, index) => index + 1 },
  { caption: 'Mã hồ sơ', width: 13, value: ({ code }) => code },
  { caption: 'Tên cá nhân, tổ chức', width: 14, value: ({ owner }) => owner },
  { caption: 'Tên thủ tục hành chính', width: 22, value: ({ procedure }) => procedure },
  { caption: 'Số bộ', width: 4, value: ({ sets }) => sets },
  { caption: 'Thời hạn', width: 8, value: ({ due }) => due && shortDate(due) },
  { caption: 'Ghi chú', width: 12, value: ({ note }) => note },
  // Ticked by hand where the receiver has no device.
  { caption: 'Đã nhận', width: 6, value: () => '' },
];

export function handoverListPages(data: HandoverListData): readonly ReactNode[] {
  const { head, number, at, giver, receiver, lines, qr } = data;
  const date = instantToPlainDate(at);
  const formNumber = number === '' ? '' : `${number}/BK`;
  return [
    markedSheet(
      formNumber,
      formMark(numbers, formSetOn(date)),
      <ListSheet
        head={{ ...head, date, formNumber }}
        title={handoverListTitle}
        subtitle={formDateTime(at)}
        footer={[`${handoverListTitle} ${formNumber}`, `${lines.length} hồ sơ`].join(' · ')}
        columns={columns}
        lines={lines}
        left={{ as: ['NGƯỜI GIAO'], name: giver }}
        right={{ as: ['NGƯỜI NHẬN'], name: receiver }}
      >
        <div className="print-code">
          <div>
            <FieldLine caption="Bên giao:" value={giver} />
            <FieldLine caption="Bên nhận:" value={receiver} />
            <FieldLine caption="Tổng số hồ sơ:" value={pad2(lines.length)} />
          </div>
          {qr === undefined || qr === '' ? null : <QrCode code={qr} label="Mã QR của bảng kê" large />}
        </div>
      </ListSheet>,
    ),
  ];
}
