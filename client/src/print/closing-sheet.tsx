/** The closing of a day on paper, with its totals as a QR code. Rendered for the printer only. */
import { totalsOf, writeClosingQr } from '@onestop/shared/daybook/closing-qr.ts';
import type { DayReview } from '@onestop/shared/daybook/closing-figures.ts';
import type { Closing, FreezeLift } from '@onestop/shared/daybook/state.ts';
import type { OfficeDay } from '@onestop/shared/daybook/stream.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Names } from '../kit/use-reference.ts';
import { QrCode } from '../kit/ui/qr-code.tsx';
import { formatDateTime, formatMoney, formatNumber } from '../texts/format.ts';
import { daybook } from '../texts/vi/daybook.ts';
import { tooOld } from '../texts/vi/too-old.ts';
import { FieldLine } from './parts/field-line.tsx';
import { NationalHeader } from './parts/national-header.tsx';
import { Sheet } from './parts/sheet.tsx';
import { Signatures } from './parts/signatures.tsx';
import { shortDay } from './parts/wording.ts';
import { PrintRoot } from './print-root.tsx';

interface ClosingSheetProps {
  readonly day: OfficeDay;
  readonly office: Office;
  readonly closing: Closing;
  readonly lifts: readonly FreezeLift[];
  /** What is open now, by name; the counts are those of the closing. */
  readonly review: DayReview;
  readonly names: Names;
}

export function ClosingSheet({ day, office, closing, lifts, review, names }: ClosingSheetProps) {
  const { sheet: t, closing: words } = daybook;
  const { figures, counted, verdict, reason, note } = closing;
  const approvedBy = verdict?.kind === 'APPROVED' ? names.staff(verdict.by) : t.notApproved;
  const codes = (rows: DayReview['dueNext']): string => rows.flatMap(({ code }) => code ?? []).join(', ');
  return (
    <PrintRoot>
      <section className="print-page print-page-a4">
        <Sheet label={t.form} footer={`${office.name}, ${shortDay(day.date)}`}>
          <NationalHeader
            authorityName={office.authorityName}
            deskName={office.deskName}
            place={office.place}
            date={day.date}
            formNumber=""
          />
          <h1 className="print-title">{t.title}</h1>
          <p className="print-subtitle">{words.closedBy(names.staff(closing.by), formatDateTime(closing.at))}</p>
          <FieldLine caption={`${words.received}:`} value={formatNumber(figures.received)} />
          <FieldLine caption={`${words.finished}:`} value={formatNumber(figures.finished)} />
          <FieldLine caption={`${words.returned}:`} value={formatNumber(figures.returned)} />
          <FieldLine caption={`${t.unsent}:`} value={formatNumber(figures.unsent.events)} />
          <FieldLine caption={`${t.papersHere}:`} value={`${formatNumber(figures.papersHere)} ${codes(review.papersHere)}`} />
          <FieldLine caption={`${t.dueNext}:`} value={`${formatNumber(figures.dueNext)} ${codes(review.dueNext)}`} />
          <table className="print-table">
            <thead>
              <tr>
                {[words.book, words.payments, words.cashTaken, words.otherTaken].map((caption) => (
                  <th key={caption}>{caption}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.books.map((book) => (
                <tr key={book.book ?? ''}>
                  <td>{book.book ?? words.noBook}</td>
                  <td>{formatNumber(book.payments)}</td>
                  <td>{formatMoney(book.cashVnd)}</td>
                  <td>{formatMoney(book.otherVnd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <FieldLine caption={`${words.refunded}:`} value={formatMoney(figures.refundedVnd)} />
          <FieldLine caption={`${words.expected}:`} value={formatMoney(figures.cashVnd)} />
          <FieldLine caption={`${t.counted}:`} value={formatMoney(counted.totalVnd)} />
          <FieldLine caption={`${t.difference}:`} value={formatMoney(counted.totalVnd - figures.cashVnd)} />
          {reason === undefined ? null : <FieldLine caption={`${words.reason}:`} value={reason} />}
          {note === undefined ? null : <FieldLine caption="" value={note} />}
          {lifts.map(({ device, at, by, reason: why }) => (
            <FieldLine
              key={`${device} ${at}`}
              caption={`${tooOld.inClosing.title}:`}
              value={tooOld.inClosing.line(names.staff(by), formatDateTime(at), why)}
            />
          ))}
          <QrCode text={writeClosingQr({ ...day, totals: totalsOf(closing) })} label={t.qr} />
          <p>{t.qrHint}</p>
          <Signatures left={{ as: [t.clerk], name: names.staff(closing.by) }} right={{ as: [t.head], name: approvedBy }} />
        </Sheet>
      </section>
    </PrintRoot>
  );
}
