/** Names of statuses and steps. Status names are the national ones, word for word (domain §5.1, §5.2). Exhaustive by type. */
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { PaymentMethod } from '@onestop/shared/dossier/fees.ts';
import type { PaperState } from '@onestop/shared/dossier/papers.ts';
import type {
  Channel,
  DossierStatus,
  IdentityEvidence,
  ProcessStep,
  ReceiverRelation,
  ReturnChannel,
  Returned,
} from '@onestop/shared/dossier/state.ts';
import type { RefusalReason } from '@onestop/shared/dossier/slips.ts';

export const statusNames = {
  DRAFT: 'Nháp tại quầy',
  SUBMITTED: 'Mới đăng ký',
  REFUSED_INTAKE: 'Không được tiếp nhận',
  ACCEPTED: 'Được tiếp nhận',
  IN_PROCESS: 'Đang xử lý',
  AT_DISTRICT: 'Đang xử lý (liên thông)',
  SUPPLEMENT_REQUESTED: 'Yêu cầu bổ sung giấy tờ',
  AWAITING_PAYMENT: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  WITHDRAWN: 'Công dân yêu cầu rút hồ sơ',
  STOPPED: 'Dừng xử lý',
  RESULT_READY: 'Đã xử lý xong',
  RETURNED: 'Đã trả kết quả',
  ARCHIVED: 'Đã lưu trữ',
  VOID: 'Đã hủy',
} satisfies Record<DossierStatus, string>;

export const stepNames = {
  AT_DESK: 'ở bộ phận một cửa',
  AT_SPECIALIST: 'ở công chức chuyên môn',
  VERIFYING: 'đang xác minh',
  CONSULTING: 'đang lấy ý kiến',
  AWAITING_SIGNATURE: 'chờ ký',
  SIGNED_NUMBERING: 'đã ký, chờ vào số',
  IN_TRANSIT_UP: 'đang chuyển lên huyện',
  RECEIVED_UP: 'huyện đã nhận',
  PROCESSING_UP: 'huyện đang giải quyết',
  IN_TRANSIT_DOWN: 'đang chuyển kết quả về xã',
} satisfies Record<ProcessStep, string>;

export const evidenceNames = {
  CCCD: 'Căn cước công dân',
  CAN_CUOC: 'Thẻ căn cước',
  VNEID: 'VNeID',
  PASSPORT: 'Hộ chiếu',
  CMND: 'Chứng minh nhân dân',
  OTHER: 'Giấy tờ khác',
  NONE: 'Không có giấy tờ',
} satisfies Record<IdentityEvidence, string>;

export const channelNames = {
  COUNTER: 'Trực tiếp',
  ONLINE: 'Trực tuyến',
  POST: 'Bưu chính công ích',
} satisfies Record<Channel, string>;

export const returnChannelNames = {
  DESK: 'Nhận tại bộ phận một cửa',
  POST: 'Qua bưu chính công ích',
  ELECTRONIC: 'Bản điện tử',
} satisfies Record<ReturnChannel, string>;

export const paperStateNames = {
  RECEIVED: 'đã nhận',
  PRESENTED: 'đã xuất trình, trả lại ngay',
  MISSING: 'còn thiếu',
  FROM_DATABASE: 'lấy từ cơ sở dữ liệu',
  NOT_NEEDED: 'không cần',
} satisfies Record<PaperState, string>;

export const paymentMethodNames = {
  CASH: 'Tiền mặt',
  TRANSFER: 'Chuyển khoản',
  CARD: 'Thẻ ngân hàng',
  ONLINE: 'Trực tuyến',
  POST: 'Qua bưu điện',
} satisfies Record<PaymentMethod, string>;

export const returnProofNames = {
  RECEIPT: 'Thu lại giấy tiếp nhận và hẹn trả',
  IDENTITY: 'Đối chiếu giấy tờ tùy thân (mất giấy hẹn)',
  AUTHORISATION: 'Có giấy ủy quyền',
  POST_BILL: 'Số hiệu bưu gửi',
} satisfies Record<Returned['proof'], string>;

export const relationNames = {
  SPOUSE: 'Vợ, chồng',
  PARENT: 'Cha, mẹ',
  CHILD: 'Con',
  SIBLING: 'Anh, chị, em',
  AUTHORISED: 'Người được ủy quyền',
  COLLEAGUE: 'Người cùng cơ quan, tổ chức',
  OTHER: 'Quan hệ khác',
} satisfies Record<ReceiverRelation, string>;

export const askingReasonNames = {
  PAPERS_MISSING: 'Thiếu giấy tờ',
  PAPERS_WRONG: 'Giấy tờ sai hoặc không hợp lệ',
  FORM_WRONG: 'Tờ khai ghi chưa đúng',
  OTHER: 'Lý do khác',
} as const satisfies Record<CommandInput<'requestSupplement'>['class'], string>;

export const refusalReasonNames = {
  NOT_ELIGIBLE: 'Không đủ điều kiện theo quy định',
  NOT_COMPETENT: 'Không thuộc thẩm quyền giải quyết',
  NOT_IN_SCOPE: 'Không thuộc phạm vi, đối tượng',
  PAPERS_NOT_VALID: 'Giấy tờ không hợp lệ',
  OTHER: 'Lý do khác',
} satisfies Record<RefusalReason, string>;
