/** The transfer slip: what goes to whom, until when, with which papers; both sign. */
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import { FieldLine } from '../../parts/field-line.tsx';
import type { PaperLine, PartyLines } from '../../parts/lines.ts';
import { NationalHeader } from '../../parts/national-header.tsx';
import { PapersTable } from '../../parts/papers-table.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { Signatures } from '../../parts/signatures.tsx';
import type { SlipHead } from '../../parts/slip-lines.ts';
import { formDateTime, pad2 } from '../../parts/wording.ts';
import type { Move } from '../control-slip/moves.ts';

export interface TransferSlipData extends SlipHead {
  readonly code: string | undefined;
  readonly owner: PartyLines;
  readonly move: Move;
  readonly due: string;
  readonly papers: readonly PaperLine[];
  readonly sets: number;
}

const copyNames = { GIVER: 'bên giao giữ', RECEIVER: 'bên nhận giữ' } as const;

export function TransferSlip({ data, copy }: { readonly data: TransferSlipData; readonly copy: keyof typeof copyNames }) {
  const { move } = data;
  return (
    <Sheet label="Phiếu chuyển xử lý hồ sơ" footer={[data.code, copyNames[copy]].filter(Boolean).join(' · ')}>
      <NationalHeader {...data} />
      <h1 className="print-title">PHIẾU CHUYỂN XỬ LÝ HỒ SƠ</h1>
      <p className="print-subtitle">(Liên: {copyNames[copy]})</p>
      <FieldLine caption="Nơi chuyển:" value={move.giverUnit} />
      <FieldLine caption="Kính chuyển:" value={[move.receiver, move.receiverUnit].filter(Boolean).join(' – ')} strong />
      <FieldLine caption="Mã hồ sơ:" value={data.code} strong />
      <FieldLine caption="Chủ hồ sơ:" value={data.owner.name} />
      <FieldLine caption="Nội dung yêu cầu giải quyết:" value={data.request} />
      <FieldLine caption="Thời hạn của bước này:" value={move.stepDue && formDateTime(move.stepDue)} />
      <FieldLine caption="Thời gian hẹn trả kết quả cho công dân:" value={data.due} />
      <p className="print-line">Giấy tờ chuyển kèm ({pad2(data.sets)} bộ):</p>
      <PapersTable papers={data.papers} />
      <FieldLine caption="Kèm bảng kê giao nhận số:" value={move.list && formatPaperNumber(move.list)} optional />
      <FieldLine caption="Ghi chú:" value={move.note} optional />
      <div className="print-kept">
        <FieldLine caption="Thời gian giao:" value={formDateTime(move.at)} />
        <FieldLine caption="Thời gian nhận:" value={formDateTime(move.receivedAt)} />
        <Signatures left={{ as: ['NGƯỜI GIAO'], name: move.giver }} right={{ as: ['NGƯỜI NHẬN'], name: move.receiver }} />
      </div>
    </Sheet>
  );
}
