/**
 * The receipt on an 80 mm roll (72 mm printable), for the tablet on the move: what the citizen needs to come back, with the code as text and QR. The copy that stays
 * with the file is printed at the desk. Number of the ID masked, as on every copy that is carried about; nothing of a person in the QR.
 */
import { QrCode } from '../../parts/code-marks.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { RollPiece } from '../../parts/roll-piece.tsx';
import { StatedLine } from '../../parts/stated-line.tsx';
import { formDateTime, pad2 } from '../../parts/wording.ts';
import type { ReceiptData } from './data.ts';

export function ReceiptRoll({ data }: { readonly data: ReceiptData }) {
  const again = data.issuedAt !== data.acceptedAt;
  return (
    <RollPiece label="Giấy tiếp nhận hồ sơ và hẹn trả kết quả, cuộn 80 mm">
      <p className="print-roll-head">{data.authorityName}</p>
      <p className="print-roll-head">
        <strong>{data.deskName}</strong>
      </p>
      <p className="print-roll-head">Số: {data.formNumber || '……/………'}</p>
      <h1 className="print-title">GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ</h1>
      {again && <p className="print-subtitle">cấp lại theo thời gian hẹn trả mới</p>}
      <p className="print-roll-code">{data.code ?? '……………………………'}</p>
      {data.code === undefined ? null : <QrCode code={data.code} label={`Mã QR ${data.code}`} large />}
      <FieldLine caption="Hồ sơ của:" value={data.owner.name} strong />
      <FieldLine caption="Người nộp:" value={data.submitter?.name} optional />
      <FieldLine caption="Giấy tờ tùy thân:" value={data.owner.organisation ? '' : data.owner.idMasked} optional />
      <FieldLine caption="Thủ tục:" value={[data.request, data.summary].filter(Boolean).join(' – ')} />
      <p className="print-line">Giấy tờ đã nhận ({pad2(data.sets)} bộ):</p>
      <ol className="print-roll-papers">
        {data.papers.map((paper, index) => (
          // The list of one printed dossier never changes order: its place is its identity.
          <li key={index}>
            {paper.name}
            {countsOf(paper)}
          </li>
        ))}
      </ol>
      <FieldLine caption="Nhận lúc:" value={formDateTime(data.acceptedAt)} />
      <FieldLine caption="Hẹn trả:" value={data.due} strong />
      <FieldLine caption="Hẹn trả lần đầu:" value={data.dueFirst && formDateTime(data.dueFirst)} optional />
      <FieldLine caption="Nhận kết quả tại:" value={data.returnPlace} />
      <FieldLine caption="Phí, lệ phí:" value={data.fees.join('; ')} />
      <p className="print-line">
        Sổ theo dõi: quyển {data.book || '…………'}, số {data.line || '…………'}
      </p>
      <StatedLine by={data.statedBy} />
      <FieldLine caption="Người tiếp nhận:" value={[data.clerkName, data.clerkPhone].filter(Boolean).join(', ')} />
      {data.notes.map((note) => (
        <p key={note} className="print-line">
          {note}
        </p>
      ))}
      <FieldLine caption="Đường dây nóng:" value={data.hotline} optional />
      <FieldLine caption="Tra cứu theo mã tại:" value={data.publicLookup} optional />
    </RollPiece>
  );
}

/** " (1 chính, 2 sao)". */
function countsOf({ originals, certified, copies, fromDatabase }: ReceiptData['papers'][number]): string {
  const counts = [
    originals > 0 && `${originals} chính`,
    certified > 0 && `${certified} chứng thực`,
    copies > 0 && `${copies} sao`,
    fromDatabase && 'từ CSDL',
  ];
  const said = counts.filter(Boolean).join(', ');
  return said === '' ? '' : ` (${said})`;
}
