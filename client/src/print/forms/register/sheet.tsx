/** Mẫu 06 (2018) / Mẫu 07 (2025) "Sổ theo dõi hồ sơ": fifteen columns on A4 landscape, a view over the dossiers of a period (domain §2.7). */
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { RegisterBook } from './data.ts';
import { deskTitle } from '../../parts/lines.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { returnChannelShort, shortDate } from '../../parts/wording.ts';

interface RegisterSheetProps {
  readonly office: Office;
  readonly procedures: readonly Procedure[];
  readonly book: RegisterBook;
  readonly period: string;
}

const widths = [3, 11, 14, 4, 10, 12, 8, 7.4, 7.4, 7.4, 7.4, 7.4, 6, 5, 6];

export function RegisterSheet({ office, procedures, book, period }: RegisterSheetProps) {
  const [year, month] = period.split('-');
  const when = month ? `Tháng ${Number(month)} năm ${year}` : `Năm ${year}`;
  return (
    <Sheet
      label={`Sổ theo dõi hồ sơ, quyển ${book.book}`}
      footer={`${office.authorityName} · Sổ theo dõi hồ sơ · Quyển số ${book.book} · ${when}`}
    >
      <div className="print-register">
        <header className="print-header">
          <div className="print-header-left">
            <p className="print-authority">{office.authorityName}</p>
            <p className="print-desk">{office.deskName}</p>
          </div>
          <div className="print-header-right">
            <p className="print-nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
            <p className="print-motto">
              <span>Độc lập - Tự do - Hạnh phúc</span>
            </p>
          </div>
        </header>
        <h1 className="print-title">SỔ THEO DÕI HỒ SƠ</h1>
        <p className="print-subtitle">
          Quyển số: {book.book} · {when} · {deskTitle(office)}
        </p>
        <table className="print-table">
          <colgroup>
            {widths.map((width, index) => (
              <col key={index} style={{ width: `${(width * 100) / 116}%` }} />
            ))}
          </colgroup>
          <RegisterHead />
          <tbody>
            {book.rows.map((row) => (
              <RegisterRow
                key={row.id}
                row={row}
                office={office}
                procedure={procedureToShow(procedures, { key: row.procedure, version: row.procedureVersion })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function RegisterHead() {
  const numbered = Array.from({ length: 15 }, (_, index) => index + 1);
  return (
    <thead>
      <tr>
        <th rowSpan={2}>TT</th>
        <th rowSpan={2}>Mã hồ sơ</th>
        <th rowSpan={2}>Tên thủ tục hành chính</th>
        <th rowSpan={2}>Số lượng hồ sơ (bộ)</th>
        <th rowSpan={2}>Tên cá nhân, tổ chức</th>
        <th rowSpan={2}>Địa chỉ, số điện thoại</th>
        <th rowSpan={2}>Cơ quan chủ trì giải quyết</th>
        <th colSpan={4}>Ngày, tháng, năm</th>
        <th colSpan={3}>Trả kết quả</th>
        <th rowSpan={2}>Ghi chú</th>
      </tr>
      <tr>
        <th>Nhận hồ sơ</th>
        <th>Hẹn trả kết quả</th>
        <th>Chuyển hồ sơ đến cơ quan giải quyết</th>
        <th>Nhận kết quả từ cơ quan giải quyết</th>
        <th>Ngày, tháng, năm</th>
        <th>Phương thức nhận kết quả</th>
        <th>Ký nhận</th>
      </tr>
      <tr>
        {numbered.map((n) => (
          <th key={n}>({n})</th>
        ))}
      </tr>
    </thead>
  );
}

const endNotes: Readonly<Record<string, string>> = {
  VOID: 'Đã hủy',
  WITHDRAWN: 'Đã rút',
  STOPPED: 'Dừng giải quyết',
  REFUSED_INTAKE: 'Không tiếp nhận',
};

function RegisterRow({
  row,
  office,
  procedure,
}: {
  readonly row: DossierRow;
  readonly office: Office;
  readonly procedure: Procedure | undefined;
}) {
  const date = (at: number | undefined) => (at === undefined ? '' : shortDate(at));
  return (
    <tr>
      <td>{row.line}</td>
      <td>{row.code}</td>
      <td>{procedure?.name ?? row.procedure}</td>
      <td>{row.sets ?? 1}</td>
      <td>{row.name}</td>
      <td>{[row.address, row.phone].filter(Boolean).join('; ')}</td>
      <td>{procedure?.handledBy ?? office.authorityName}</td>
      <td>{date(row.acceptedAt)}</td>
      <td>{date(row.dueAt)}</td>
      <td>{date(row.forwardedAt)}</td>
      <td>{row.forwardedAt === undefined ? '' : date(row.finishedAt)}</td>
      <td>{date(row.returnedAt)}</td>
      <td>{row.returnedAt === undefined ? '' : (returnChannelShort[row.returnChannel as keyof typeof returnChannelShort] ?? '')}</td>
      <td>{''}</td>
      <td>{endNotes[row.status] ?? ''}</td>
    </tr>
  );
}
