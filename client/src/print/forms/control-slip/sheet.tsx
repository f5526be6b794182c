/** The control slip: a row for each hand-over, the cells of its signatures, and empty rows where the way goes on on paper. */
import type { Timeliness } from '@onestop/shared/judgement/lateness.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { FieldLine } from '../../parts/field-line.tsx';
import type { PartyLines } from '../../parts/lines.ts';
import { NationalHeader } from '../../parts/national-header.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import type { SlipHead } from '../../parts/slip-lines.ts';
import { formDateTime } from '../../parts/wording.ts';
import type { Move } from './moves.ts';

export interface ControlSlipData extends SlipHead {
  readonly code: string | undefined;
  readonly owner: PartyLines;
  readonly acceptedAt: Instant;
  readonly due: string;
  readonly decidedBy: string;
  readonly moves: readonly Move[];
  readonly finishedAt: Instant | undefined;
  /** Of the whole dossier, once its result is at the desk. */
  readonly timeliness: Timeliness | undefined;
  /** Steps may still come: there are empty rows for them. */
  readonly open: boolean;
}

const timelinessNames: { readonly [T in Timeliness]?: string } = { EARLY: 'Trước hạn', ON_TIME: 'Đúng hạn', LATE: 'Quá hạn' };
/** As many rows as an A5 page holds under its head. */
const rowsMin = 4;
const emptyRowsMin = 2;

export function ControlSlip({ data }: { readonly data: ControlSlipData }) {
  const empty = data.open ? Math.max(emptyRowsMin, rowsMin - data.moves.length) : 0;
  return (
    <Sheet label="Phiếu kiểm soát quá trình giải quyết hồ sơ" footer={data.code}>
      <NationalHeader {...data} />
      <h1 className="print-title">PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ</h1>
      <FieldLine caption="Mã hồ sơ:" value={data.code} strong />
      <FieldLine caption="Chủ hồ sơ ông (bà):" value={data.owner.name} strong />
      <FieldLine caption="Địa chỉ:" value={data.owner.address} />
      <FieldLine caption="Loại thủ tục:" value={data.request} />
      <FieldLine caption="Thời gian nhận hồ sơ:" value={formDateTime(data.acceptedAt)} />
      <FieldLine caption="Thời gian trả kết quả giải quyết hồ sơ:" value={data.due} />
      <FieldLine caption="Cơ quan (bộ phận) giải quyết hồ sơ:" value={data.decidedBy} />
      <table className="print-table print-moves">
        <colgroup>
          <col style={{ width: '27%' }} />
          <col style={{ width: '37%' }} />
          <col style={{ width: '18%' }} />
          <col style={{ width: '18%' }} />
        </colgroup>
        <thead>
          <tr>
            <th>TÊN CƠ QUAN</th>
            <th>THỜI GIAN GIAO, NHẬN HỒ SƠ</th>
            <th>KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/Đúng hạn/Quá hạn)</th>
            <th>GHI CHÚ</th>
          </tr>
        </thead>
        <tbody>
          {data.moves.map((move, index) => (
            // The way of a file only grows: a row's place is its identity.
            <MoveRow key={index} move={move} />
          ))}
          {Array.from({ length: empty }, (_, index) => (
            <MoveRow key={`trống ${index}`} />
          ))}
        </tbody>
      </table>
      <FieldLine
        caption="Kết thúc xử lý:"
        value={
          data.finishedAt === undefined
            ? ''
            : [formDateTime(data.finishedAt), data.timeliness && timelinessNames[data.timeliness]].filter(Boolean).join(' – ')
        }
        optional
      />
    </Sheet>
  );
}

function MoveRow({ move }: { readonly move?: Move }) {
  return (
    <tr>
      <td>
        <p>1. Giao: {move?.giverUnit ?? '…………………'}</p>
        <p>2. Nhận: {move ? move.receiverUnit || move.receiver : '…………………'}</p>
      </td>
      <td>
        <p>{formDateTime(move?.at)}</p>
        {move?.receivedAt === undefined ? null : <p>Nhận lúc {formDateTime(move.receivedAt)}</p>}
        <div className="print-hands">
          <div>
            <p>Người giao</p>
            <p className="print-hand">{bare(move?.giver)}</p>
          </div>
          <div>
            <p>Người nhận</p>
            <p className="print-hand">{bare(move?.receiver)}</p>
          </div>
        </div>
      </td>
      <td className="print-move-result">{move?.timeliness && timelinessNames[move.timeliness]}</td>
      <td>
        {move?.stepDue === undefined ? null : <p>Hạn: {formDateTime(move.stepDue)}</p>}
        {move?.note ? <p>{move.note}</p> : null}
      </td>
    </tr>
  );
}

/** Under the room for a hand there is place for a name, not for a title. */
function bare(name: string | undefined): string | undefined {
  return name?.split(',')[0];
}
