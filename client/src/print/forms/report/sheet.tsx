/** Biểu II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP) on A4 landscape: thirteen columns, numbered, sums by level, signed by who made it. */
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Grouping } from '@onestop/shared/reports/report.ts';
import { shortDay } from '../../parts/wording.ts';
import { MadeAndHeld } from '../../parts/made-and-held.tsx';
import { PlainHead } from '../../parts/plain-head.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { periodWords } from '../../../texts/vi/report.ts';
import type { Period } from '../register/period.ts';
import { ReportHead } from './head.tsx';
import { reportColumns, type ReportLine } from './lines.ts';

interface ReportSheetProps {
  readonly office: Office;
  /** Who the report goes to. */
  readonly receiver: string;
  readonly period: Period;
  readonly by: Grouping;
  readonly lines: readonly ReportLine[];
  /** "Số liệu đến …". */
  readonly freshness: string;
}

export function ReportSheet({ office, receiver, period, by, lines, freshness }: ReportSheetProps) {
  return (
    <Sheet label="Biểu II.06a" footer={`${office.authorityName} · Biểu II.06a/VPCP/KSTT · ${periodWords(period)} · ${freshness}`}>
      <div className="print-register print-report">
        <PlainHead>
          <p className="print-authority">Biểu số II.06a/VPCP/KSTT</p>
          <p>Đơn vị báo cáo: {office.authorityName}</p>
          <p>Đơn vị nhận báo cáo: {receiver}</p>
        </PlainHead>
        <h1 className="print-title">TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI {office.authorityName}</h1>
        <p className="print-subtitle">
          Kỳ báo cáo: {periodWords(period)} (Từ ngày {shortDay(period.from)} đến ngày {shortDay(period.to)}) · Đơn vị tính: Số hồ sơ TTHC
        </p>
        <table className="print-table">
          <colgroup>
            <col style={{ width: '4%' }} />
            <col style={{ width: '25%' }} />
            {reportColumns.map(({ figure }) => (
              <col key={figure} style={{ width: '6.4%' }} />
            ))}
          </colgroup>
          <ReportHead by={by} />
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.kind} ${line.level} ${line.key}`} className={line.kind === 'GROUP' ? undefined : 'print-strong'}>
                <td>{line.number}</td>
                <td>{line.label}</td>
                {reportColumns.map(({ figure }) => (
                  <td key={figure} className="print-figure">
                    {line.counts[figure]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <footer>
          <MadeAndHeld maker="Người làm báo cáo" place={office.place} />
        </footer>
      </div>
    </Sheet>
  );
}
