/** Mẫu 04 (domain §2.5): the promised day is missed, why, and when instead; the head of the agency that is late signs. */
import type { FormCopy } from '../../parts/copy-names.ts';
import { FieldLine } from '../../parts/field-line.tsx';
import { type NoticeData, NoticeSheet } from '../../parts/notice-sheet.tsx';
import type { FormSet } from '../form.ts';

export const apologyTitles = {
  2018: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  2025: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
} as const satisfies Record<FormSet, string>;

interface ApologyData extends NoticeData {
  /** The promise that is missed, in words. */
  readonly dueBefore: string;
  /** The new one. */
  readonly due: string;
}

interface ApologySlipProps {
  readonly data: ApologyData;
  readonly copy: FormCopy;
  readonly set: FormSet;
}

export function ApologySlip({ data, copy, set }: ApologySlipProps) {
  return (
    <NoticeSheet
      data={data}
      copy={copy}
      title={apologyTitles[set]}
      facts={<FieldLine caption="Thời gian hẹn trả kết quả giải quyết hồ sơ:" value={data.dueBefore} />}
      statement="Đến nay hồ sơ của Ông/Bà chưa thể có kết quả giải quyết đúng thời gian ghi trên giấy hẹn."
    >
      <p className="print-line">{data.authorityName} xin lỗi Ông/Bà vì sự chậm trễ này.</p>
      <FieldLine caption="Thời gian hẹn trả kết quả lại:" value={data.due} strong />
    </NoticeSheet>
  );
}
