/**
 * One sentence for every kind of event, without its time and actor (the line shows those). Exhaustive over `DossierEventType`: a new event
 * without a sentence does not compile. Events of an unknown type have a sentence of their own.
 */
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { DossierEventType, EventData } from '@onestop/shared/dossier/events/index.ts';
import { isDossierEventType } from '@onestop/shared/dossier/events/index.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { Payment } from '@onestop/shared/dossier/fees.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierResult } from '@onestop/shared/dossier/result-paper.ts';
import type { PaperNumber } from '@onestop/shared/dossier/state.ts';
import { type EventRef, eventKey } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { formatDate, formatLongDateTime, formatMoney, formatTime } from './format.ts';
import { returnChannelNames, returnProofNames } from './statuses.ts';
import { noticeCauseNames, noticeChannelNames, noticeOutcomeNames } from './vi/notices.ts';

/** What a sentence may name beyond the event itself. */
export interface TimelineNames {
  readonly office: (id: string) => string;
  readonly staff: (id: string) => string;
  /** Another event of the dossier: what was done, by whom. Undefined where it is not on this device. */
  readonly act: (ref: EventRef) => { readonly what: string; readonly who: string } | undefined;
}

type Sentences = { readonly [T in DossierEventType]: (data: EventData<T>, names: TimelineNames) => string };

const outcomes = { GRANTED: 'đồng ý giải quyết', REFUSED: 'không đồng ý giải quyết' } as const;
const reminders = { CALL: 'gọi điện', SMS: 'nhắn tin', LETTER: 'gửi thư', OTHER: 'cách khác' } as const;
const looks = {
  DETAIL: 'xem chi tiết hồ sơ',
  NUMBERS: 'xem đủ số giấy tờ và điện thoại',
  PRINT: 'in từ hồ sơ',
  EXPORT: 'xuất dữ liệu của hồ sơ',
  SEARCH: 'tìm thấy hồ sơ bằng số giấy tờ đầy đủ',
} as const satisfies Record<LookKind, string>;

const printedForms = {
  RECEIPT_REISSUED: 'giấy hẹn cấp lại',
  RECEIPT: 'giấy tiếp nhận và hẹn trả',
  SUPPLEMENT: 'phiếu yêu cầu bổ sung',
  REFUSAL: 'phiếu từ chối tiếp nhận',
  REFUSAL_RESULT: 'phiếu từ chối giải quyết',
  APOLOGY: 'phiếu xin lỗi',
  STOP_NOTICE: 'thông báo dừng giải quyết',
  WITHDRAWAL: 'phiếu xác nhận rút hồ sơ',
  CONTROL_SLIP: 'phiếu kiểm soát',
  TRANSFER_SLIP: 'phiếu chuyển',
  HANDOVER_LIST: 'bảng kê bàn giao',
} as const;
const ratings = { BAD: 'chưa hài lòng', FAIR: 'bình thường', GOOD: 'hài lòng' } as const;
const complaintWays = { DESK: 'tại quầy', CALL: 'điện thoại', LETTER: 'thư', PORTAL: 'cổng dịch vụ công' } as const;
const linkKinds = { DUPLICATE: 'trùng hồ sơ', HOUSEHOLD: 'cùng hộ', GROUP: 'cùng nhóm thủ tục', FOLLOWS: 'tiếp theo hồ sơ trước' } as const;

const sentences = {
  DossierDrafted: (d) => `Lưu nháp tại quầy${note(d.note)}`,
  CitizenGuided: (d) => `Hướng dẫn bổ sung ${d.missing.length} giấy tờ${slipNo(d.slip)}, chưa nhận hồ sơ: ${d.reason}`,
  DossierSubmittedOnline: (d) => `Nộp trực tuyến${d.reference ? `, mã tham chiếu ${d.reference}` : ''}`,
  IntakeRefused: (d) => `Từ chối tiếp nhận${slipNo(d.slip)}: ${d.reason}`,
  DossierAccepted: (d) => `Tiếp nhận hồ sơ, hẹn trả ${due(d.due.dueAt)}`,
  DossierForwarded: (d) => `Chuyển hồ sơ cho ${d.to.name}${step(d.stepDue)}${note(d.note)}`,
  SupplementRequested: (d) =>
    `Yêu cầu bổ sung ${d.missing.length} giấy tờ${slipNo(d.slip)}, hạn ${formatDate(d.bringBy)}${d.askedBy ? `, theo đề nghị của ${d.askedBy.name}` : ''}: ${d.reason}${d.override ? ` (lần nữa, ${d.override.by.name} đồng ý: ${d.override.reason})` : ''}`,
  SupplementCompleted: (d) => `Nhận đủ giấy tờ bổ sung, tính lại thời hạn, hẹn trả ${due(d.due.dueAt)}${note(d.note)}`,
  UnsupplementedClosed: (d) => `Đóng hồ sơ vì quá thời gian bổ sung${slipNo(d.slip)}: ${d.reason}`,
  PaymentRequired: (d) => `Yêu cầu thực hiện nghĩa vụ tài chính ${formatMoney(d.amountVnd)}: ${d.reason}`,
  PaymentMade: (d) =>
    `Đã thực hiện nghĩa vụ tài chính ${formatMoney(d.amountVnd)}${receipt(d.receipt)}${d.due ? `, hẹn trả ${due(d.due.dueAt)}` : ''}${note(d.note)}`,
  FeePaid: (d) => `Thu phí, lệ phí ${formatMoney(d.amountVnd)}${receipt(d.receipt)}${note(d.note)}`,
  DossierForwardedUp: (d, names) =>
    `Chuyển hồ sơ lên ${names.office(d.toOffice)}${d.to ? `, gửi ${d.to.name}` : ''}${step(d.stepDue)}${note(d.note)}`,
  UpTransferAcknowledged: (d) => `Huyện xác nhận đã nhận đủ hồ sơ${note(d.note)}`,
  UpTransferProcessing: (d) => `Huyện chuyển ${d.to.name} giải quyết${step(d.stepDue)}${note(d.note)}`,
  UpTransferSentBack: (d) => `Huyện chuyển trả hồ sơ về xã: ${d.reason}`,
  ResultSentDown: (d) => `Huyện chuyển kết quả về xã, ${resultOf(d.result)}`,
  SignatureRequested: (d) => `Trình ký${d.to ? ` ${d.to.name}` : ''}${note(d.note)}`,
  ResultSigned: (d) => `${d.signer.name} đã ký kết quả${note(d.note)}`,
  ResultNumbered: (d) => `Vào số kết quả${resultPaper(d)}${note(d.note)}`,
  ReworkRequested: (d) => `Trả lại để làm lại dự thảo: ${d.reason}`,
  RefusedAfterAppraisal: (d) => `Không đủ điều kiện giải quyết, trả lời bằng văn bản${slipNo(d.slip)}${resultPaper(d)}: ${d.reason}`,
  ApologyMade: (d) => `Xin lỗi và hẹn lại${slipNo(d.slip)}, hẹn trả ${due(d.due.dueAt)}: ${d.reason}`,
  DossierWithdrawn: (d) => `Công dân yêu cầu rút hồ sơ${slipNo(d.slip)}: ${d.reason}`,
  DossierStopped: (d) => `Dừng xử lý hồ sơ${slipNo(d.slip)}, căn cứ ${d.slip.ground}: ${d.reason}`,
  DossierFinished: (d) => `Đã xử lý xong, ${resultOf(d.result)}${d.late ? `. Lý do chậm: ${d.late.reason}` : ''}`,
  ResultReturned: (d) =>
    `Trả kết quả ${d.channel === 'ELECTRONIC' ? 'bản điện tử ' : ''}cho ${d.receiver}${d.receiverIsOwner ? ' (chủ hồ sơ)' : ''}. ${returnProofNames[d.proof]}${paid(d.payment)}${note(d.note)}`,
  ResultPosted: (d) => `Gửi kết quả qua bưu chính cho ${d.receiver}, số hiệu bưu gửi ${d.bill}${paid(d.payment)}${note(d.note)}`,
  UncollectedReminded: (d) => `Nhắc đến nhận kết quả: ${reminders[d.by]}${note(d.note)}`,
  CitizenTold: (d) =>
    `${noticeOutcomeNames[d.outcome]} (${noticeChannelNames[d.channel]}): ${noticeCauseNames[d.cause]}${d.text ? `. “${d.text}”` : ''}${note(d.note)}`,
  ResultCorrectionOpened: (d) => `Mở lại để sửa sai sót của kết quả, hẹn trả ${due(d.due.dueAt)}: ${d.reason}`,
  DossierArchived: (d) => `Lưu trữ hồ sơ, số ${d.archiveNumber}${note(d.note)}`,
  DossierVoided: (d) => `Hủy hồ sơ nhập nhầm${d.approvedBy ? `, ${d.approvedBy.name} đồng ý` : ''}: ${d.reason}`,
  ContradictionSettled: (d, names) => `Đối chiếu: giữ ${acts(d.kept, names)}; không lấy ${acts(d.dropped, names)}. Lý do: ${d.reason}`,
  ContradictionReopened: (d) => `Mở lại việc đối chiếu. Lý do: ${d.reason}`,
  DossierViewed: (d) => `Cán bộ ngoài đơn vị ${looks[d.what]}`,
  NoteAdded: (d) => `Ghi chú: ${d.note}`,
  ContactCorrected: (d) =>
    `Sửa thông tin liên hệ: ${[d.phone && 'điện thoại', d.email && 'thư điện tử', d.address && 'địa chỉ', d.returnAddress && 'nơi nhận kết quả'].filter(Boolean).join(', ') || 'xóa ô đã ghi sai'}`,
  ResultReopened: (d) => `Đưa kết quả trở lại xử lý, chưa trả: ${d.reason}`,
  PostDelivered: (d) =>
    `Bưu chính đã phát ${formatLongDateTime(d.deliveredAt)}${d.receiver ? `, người nhận ${d.receiver}` : ''}${note(d.note)}`,
  PostCameBack: (d) => `Bưu gửi bị trả lại, kết quả về bộ phận một cửa: ${d.reason}`,
  HandoverAcknowledged: (d) => `Xác nhận đã nhận hồ sơ giấy${note(d.note)}`,
  HandedBack: (d) => `Trả hồ sơ về bộ phận một cửa: ${d.reason}`,
  Reassigned: (d) => `Giao lại cho ${d.to.name}${step(d.stepDue)}: ${d.reason}`,
  FeeAssessed: (d) => `Tính lại phí, lệ phí: ${d.fees.length} khoản. Lý do: ${d.reason}`,
  FeeRefunded: (d) => `Hoàn lại ${formatMoney(d.amountVnd)}${d.voucher ? `, phiếu chi ${d.voucher}` : ''}: ${d.reason}`,
  ReturnChannelChanged: (d) =>
    `Đổi cách nhận kết quả: ${returnChannelNames[d.returnChannel]}${d.returnAddress ? `, ${d.returnAddress}` : ''}${note(d.note)}`,
  IdentityCorrected: (d) => `Sửa thông tin chủ hồ sơ${d.fullName ? ` thành ${d.fullName}` : ''}: ${d.reason}`,
  FormPrinted: (d) => `${d.again ? 'In lại' : 'In'} ${printedForms[d.form]}, ${d.copies} bản${d.job ? ', theo hàng chờ in' : ''}`,
  PrintRequested: (d) => `Gửi ${printedForms[d.form]} vào hàng chờ in của cơ quan`,
  PrintTaken: () => 'Lấy giấy tờ trong hàng chờ về in ở máy này',
  PrintCancelled: () => 'Bỏ giấy tờ khỏi hàng chờ in',
  FileAttached: (d) => `Đính kèm ${d.name}${d.kind === 'RESULT' ? ' (kết quả)' : ''}`,
  CitizenRated: (d) =>
    `Người dân tự đánh giá trên trang dành cho người dân: ${ratings[d.score]}${d.reasons ? ` (${d.reasons.join(', ')})` : ''}${note(d.note)}`,
  ComplaintReceived: (d) =>
    `Phản ánh, kiến nghị (${complaintWays[d.by]}): ${d.content}${d.answerBy ? `, trả lời trước ${formatDate(d.answerBy)}` : ''}`,
  DossierLinked: (d) => `Liên kết với hồ sơ khác: ${linkKinds[d.kind]}${note(d.note)}`,
  PapersAdded: (d) => `Thêm hoặc sửa ${d.papers.length} giấy tờ: ${d.reason}`,
  PromiseChanged: (d) => `Đổi ngày hẹn theo ${d.regulation}, hẹn trả ${due(d.due.dueAt)}: ${d.reason}`,
  VerificationSent: (d) => `Gửi xác minh ${d.to}: ${d.question}${d.answerBy ? `, trả lời trước ${formatDate(d.answerBy)}` : ''}`,
  VerificationAnswered: (d) => `Nhận kết quả xác minh${resultPaper(d)}: ${d.answer}`,
  ProcedureChanged: (d) => `Đổi thủ tục thành “${d.name}”, hẹn trả ${due(d.due.dueAt)}: ${d.reason}`,
  LastActUndone: (d, names) => `Rút lại ${acts([d.event], names)}${note(d.note)}`,
} satisfies Sentences;

/** Short names of acts, for contradiction cards and lists. */
export const eventNames = {
  DossierDrafted: 'lưu nháp',
  CitizenGuided: 'hướng dẫn bổ sung',
  DossierSubmittedOnline: 'nộp trực tuyến',
  IntakeRefused: 'từ chối tiếp nhận',
  DossierAccepted: 'tiếp nhận',
  DossierForwarded: 'chuyển xử lý',
  SupplementRequested: 'yêu cầu bổ sung',
  SupplementCompleted: 'nhận giấy tờ bổ sung',
  UnsupplementedClosed: 'đóng vì không bổ sung',
  PaymentRequired: 'yêu cầu nghĩa vụ tài chính',
  PaymentMade: 'ghi đã nộp nghĩa vụ tài chính',
  FeePaid: 'thu phí, lệ phí',
  DossierForwardedUp: 'chuyển lên huyện',
  UpTransferAcknowledged: 'huyện xác nhận nhận hồ sơ',
  UpTransferProcessing: 'huyện chuyển giải quyết',
  UpTransferSentBack: 'huyện chuyển trả hồ sơ',
  ResultSentDown: 'huyện chuyển kết quả về',
  SignatureRequested: 'trình ký',
  ResultSigned: 'ký kết quả',
  ResultNumbered: 'vào số kết quả',
  ReworkRequested: 'trả lại làm lại',
  RefusedAfterAppraisal: 'từ chối giải quyết',
  ApologyMade: 'xin lỗi và hẹn lại',
  DossierWithdrawn: 'rút hồ sơ',
  DossierStopped: 'dừng xử lý',
  DossierFinished: 'ghi đã xử lý xong',
  ResultReturned: 'trả kết quả',
  ResultPosted: 'gửi kết quả qua bưu chính',
  UncollectedReminded: 'nhắc nhận kết quả',
  CitizenTold: 'báo người dân',
  ResultCorrectionOpened: 'mở lại sửa sai sót',
  DossierArchived: 'lưu trữ',
  DossierVoided: 'hủy hồ sơ',
  ContradictionSettled: 'đối chiếu',
  ContradictionReopened: 'đối chiếu lại',
  DossierViewed: 'xem hồ sơ',
  ContactCorrected: 'sửa thông tin liên hệ',
  NoteAdded: 'thêm ghi chú',
  ResultReopened: 'đưa kết quả trở lại xử lý',
  PostDelivered: 'ghi bưu chính đã phát',
  PostCameBack: 'ghi bưu gửi bị trả lại',
  HandoverAcknowledged: 'xác nhận nhận hồ sơ giấy',
  HandedBack: 'trả hồ sơ về một cửa',
  Reassigned: 'giao lại hồ sơ',
  FeeAssessed: 'tính lại phí, lệ phí',
  FeeRefunded: 'hoàn phí, lệ phí',
  ReturnChannelChanged: 'đổi cách nhận kết quả',
  IdentityCorrected: 'sửa thông tin chủ hồ sơ',
  FormPrinted: 'in giấy tờ',
  PrintRequested: 'gửi in',
  PrintTaken: 'lấy về in',
  PrintCancelled: 'bỏ in',
  FileAttached: 'đính kèm tệp',
  CitizenRated: 'ghi đánh giá',
  ComplaintReceived: 'ghi phản ánh, kiến nghị',
  DossierLinked: 'liên kết hồ sơ',
  PapersAdded: 'thêm giấy tờ',
  PromiseChanged: 'đổi ngày hẹn theo quy định',
  VerificationSent: 'gửi xác minh',
  VerificationAnswered: 'nhận kết quả xác minh',
  ProcedureChanged: 'đổi thủ tục',
  LastActUndone: 'rút lại việc vừa làm',
} satisfies Record<DossierEventType, string>;

export const unknownEventSentence = 'Việc được ghi bằng bản phần mềm mới hơn; cần cập nhật ứng dụng để đọc. Nội dung được giữ nguyên.';

/** Names that also know the dossier's other events, for sentences that speak about them. */
export function namesAmong(events: readonly EventEnvelope[], names: Pick<TimelineNames, 'office' | 'staff'>): TimelineNames {
  const byKey = new Map(events.map((event) => [eventKey(event), event]));
  const act: TimelineNames['act'] = (ref) => {
    const event = byKey.get(eventKey(ref));
    return event && { what: eventName(event.type), who: names.staff(event.actor) };
  };
  return { ...names, act };
}

export function timelineSentence(event: EventEnvelope, names: TimelineNames): string {
  const read = readEvent(event);
  if (read.kind !== 'KNOWN') return unknownEventSentence;
  // The reader pairs type and data; the compiler cannot follow the pair through the table.
  const sentence = sentences[read.type] as (data: unknown, names: TimelineNames) => string;
  return sentence(read.data, names);
}

export function eventName(type: string): string {
  return isDossierEventType(type) ? eventNames[type] : 'việc chưa đọc được';
}

/** "chuyển xử lý, trả kết quả (Lê Hữu Hùng)", by who did them, in order. */
function acts(refs: readonly EventRef[], names: TimelineNames): string {
  if (refs.length === 0) return 'hồ sơ như khi đó';
  const known = refs.flatMap((ref) => names.act(ref) ?? []);
  const told = [...Map.groupBy(known, ({ who }) => who)].map(([who, list]) => `${list.map(({ what }) => what).join(', ')} (${who})`);
  const missing = refs.length - known.length;
  return [...told, ...(missing > 0 ? [`${missing} việc không có trên máy này`] : [])].join('; ');
}

function due(dueAt: number): string {
  return formatLongDateTime(dueAt);
}

/** The number on the paper the citizen has. */
function slipNo({ number }: { readonly number: PaperNumber }): string {
  return ` (phiếu số ${formatPaperNumber(number)})`;
}

/** The limit of one step of the hand-over. */
function step(due: number | undefined): string {
  return due === undefined ? '' : `, hạn bước này ${formatLongDateTime(due)}`;
}

function note(text: string | undefined): string {
  return text ? `. Ghi chú: ${text}` : '';
}

function receipt(number: string | undefined): string {
  return number ? `, biên lai ${number}` : '';
}

function paid(payment: Payment | undefined): string {
  return payment ? `, thu ${formatMoney(payment.amountVnd)}${receipt(payment.receipt)}` : '';
}

function resultOf(result: DossierResult): string {
  const kind = result.documentType ? `, ${result.documentType}` : '';
  const why = result.outcome === 'REFUSED' ? `: ${result.reason}` : '';
  return `${outcomes[result.outcome]}${kind}${resultPaper(result)}${why}${note(result.note)}`;
}

function resultPaper(paper: { readonly number?: string | undefined; readonly date?: string | undefined }): string {
  const number = paper.number ? ` số ${paper.number}` : '';
  return number || paper.date
    ? `, văn bản${number}${paper.date ? ` ngày ${formatDate(paper.date as Parameters<typeof formatDate>[0])}` : ''}`
    : '';
}

/** "09:25 ngày 23/11/2026", used by contradiction cards. */
export function momentOfEvent(at: number): string {
  return `${formatTime(at)} ngày ${formatDate(instantToPlainDate(at))}`;
}
