/** The sheets of the letters that end a dossier: the same letter, each with its own sentence. */
import type { FormCopy } from '../../parts/copy-names.ts';
import { FieldLine } from '../../parts/field-line.tsx';
import { type NoticeData, NoticeSheet } from '../../parts/notice-sheet.tsx';

interface NoticeProps<Data = NoticeData> {
  readonly data: Data;
  readonly copy: FormCopy;
}

export const stopTitle = 'Thông báo dừng giải quyết hồ sơ';
export const refusedTitle = 'Phiếu từ chối giải quyết hồ sơ';
export const withdrawalTitle = 'Phiếu xác nhận rút hồ sơ';

export function StopNotice({ data, copy }: NoticeProps<NoticeData & { readonly closed: boolean }>) {
  const statement = data.closed
    ? `Đã hết thời hạn bổ sung mà hồ sơ chưa đủ giấy tờ theo phiếu yêu cầu. ${data.deskTitle} thông báo dừng giải quyết hồ sơ này.`
    : `${data.authorityName} thông báo dừng giải quyết hồ sơ này.`;
  return (
    <NoticeSheet data={data} copy={copy} title={stopTitle} statement={statement}>
      <p className="print-line">Ông/Bà mang giấy hẹn đến {data.deskTitle} để nhận lại giấy tờ đã nộp.</p>
    </NoticeSheet>
  );
}

export function RefusedAfterAppraisal({ data, copy }: NoticeProps) {
  return (
    <NoticeSheet
      data={data}
      copy={copy}
      title={refusedTitle}
      statement={`Qua thẩm định, hồ sơ không đủ điều kiện giải quyết. ${data.authorityName} trả lại hồ sơ.`}
    >
      <p className="print-line">Ông/Bà mang giấy hẹn đến {data.deskTitle} để nhận lại hồ sơ cùng phiếu này.</p>
    </NoticeSheet>
  );
}

export function WithdrawalSlip({ data, copy }: NoticeProps<NoticeData & { readonly signer: string; readonly papers: readonly string[] }>) {
  return (
    <NoticeSheet
      data={data}
      copy={copy}
      title={withdrawalTitle}
      statement={`Theo yêu cầu của Ông/Bà, ${data.deskTitle} dừng giải quyết và trả lại hồ sơ.`}
      citizenSigns={{ as: ['NGƯỜI NHẬN LẠI HỒ SƠ'], name: data.signer }}
    >
      <FieldLine caption="Giấy tờ trả lại:" value={data.papers.join('; ')} />
    </NoticeSheet>
  );
}
