/** Mẫu 06 (2018) / Mẫu 07 (2025) "Sổ theo dõi hồ sơ" on A4 landscape: the columns of the one list, numbered as they stand. */
import { Fragment } from 'react';
import { deskTitle } from '../../parts/lines.ts';
import { DeskHead } from '../../parts/plain-head.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { paperColumns } from '../../register-columns.ts';
import type { PeriodSource } from '../form.ts';
import type { RegisterBook } from './data.ts';
import { BookEnd, BookStart } from './book-lines.tsx';

interface RegisterSheetProps extends Pick<PeriodSource, 'office' | 'reference' | 'period' | 'field' | 'officer' | 'now'> {
  readonly book: RegisterBook;
}

const widthOfAll = paperColumns.reduce((sum, column) => sum + column.width, 0);

export function RegisterSheet({ office, reference: { procedures }, book, period, field, officer, now }: RegisterSheetProps) {
  const when = period.words;
  return (
    <Sheet
      label={`Sổ theo dõi hồ sơ, quyển ${book.book}`}
      footer={`${office.authorityName} · Sổ theo dõi hồ sơ · Quyển số ${book.book} · ${when}`}
    >
      <div className="print-register">
        <DeskHead {...office} />
        <h1 className="print-title">SỔ THEO DÕI HỒ SƠ</h1>
        <p className="print-subtitle">
          Quyển số: {book.book} · {when} · {deskTitle(office)}
          {field !== undefined && ` · Lĩnh vực: ${field}`}
        </p>
        <BookStart book={book} office={office} officer={officer} />
        <table className="print-table">
          <colgroup>
            {paperColumns.map(({ caption, width }) => (
              <col key={caption} style={{ width: `${(width * 100) / widthOfAll}%` }} />
            ))}
          </colgroup>
          <RegisterHead />
          <tbody>
            {book.rows.map((row) => (
              <tr key={row.id}>
                {paperColumns.map(({ caption, value }) => (
                  <td key={caption}>{value(row, { office, procedures })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <BookEnd book={book} office={office} officer={officer} now={now} isWhole={field === undefined} />
      </div>
    </Sheet>
  );
}

function RegisterHead() {
  return (
    <thead>
      <tr>
        {paperColumns.map(({ caption, group }, index) => (
          <Fragment key={caption}>
            {group === undefined && <th rowSpan={2}>{caption}</th>}
            {group !== undefined && group !== paperColumns[index - 1]?.group && (
              <th colSpan={paperColumns.filter((one) => one.group === group).length}>{group}</th>
            )}
          </Fragment>
        ))}
      </tr>
      <tr>{paperColumns.map(({ caption, group }) => group !== undefined && <th key={caption}>{caption}</th>)}</tr>
      <tr>
        {paperColumns.map(({ caption }, index) => (
          <th key={caption}>({index + 1})</th>
        ))}
      </tr>
    </thead>
  );
}
