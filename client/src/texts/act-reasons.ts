/** Classes of reasons of acts, as the officer chooses them; they are counted in the reports. Exhaustive by type. */
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';

export const closingReasonNames = {
  NOTHING_BROUGHT: 'Người nộp không bổ sung gì',
  BROUGHT_INCOMPLETE: 'Đã bổ sung nhưng vẫn chưa đủ',
  REFUSED_TO_BRING: 'Người nộp từ chối bổ sung',
  OTHER: 'Lý do khác',
} as const satisfies Record<CommandInput<'closeUnsupplemented'>['class'], string>;

export const delayReasonNames = {
  VERIFICATION: 'Chờ kết quả xác minh',
  CONSULTATION: 'Chờ ý kiến cơ quan khác',
  WORKLOAD: 'Quá nhiều việc, thiếu người',
  RULES: 'Quy định thay đổi hoặc chưa rõ',
  SYSTEM: 'Phần mềm, đường truyền, máy móc',
  OTHER: 'Lý do khác',
} as const satisfies Record<CommandInput<'apologise'>['class'], string>;

export const stopReasonNames = {
  DISPUTE: 'Có tranh chấp, khiếu nại',
  COURT_OR_INSPECTION: 'Theo yêu cầu của tòa án, cơ quan thanh tra, điều tra',
  SUBJECT_GONE: 'Người hoặc việc của hồ sơ không còn',
  OBLIGATION_UNMET: 'Nghĩa vụ phải thực hiện trước chưa thực hiện',
  OTHER: 'Lý do khác',
} as const satisfies Record<CommandInput<'stop'>['class'], string>;

export const withdrawalReasonNames = {
  NO_LONGER_NEEDED: 'Không còn nhu cầu',
  WRONG_PROCEDURE: 'Nộp nhầm thủ tục',
  GOES_ELSEWHERE: 'Nộp ở nơi khác',
  PAPERS_NOT_OBTAINABLE: 'Không có được giấy tờ cần thiết',
  OTHER: 'Lý do khác',
} as const satisfies Record<CommandInput<'withdraw'>['class'], string>;
