/** The reports: what the desk received, finished and still has, over any period. */
import type { OtherFigure } from '@onestop/shared/reports/figures.ts';
import { type NamedPeriod, nameOf, type ReportPeriod } from '@onestop/shared/reports/period.ts';
import type { Grouping } from '@onestop/shared/reports/report.ts';
import type { RatingScore } from '@onestop/shared/dossier/state.ts';
import type { ServiceLevel } from '@onestop/shared/dossier/acceptance.ts';
import { formatDate } from '../format.ts';

export const report = {
  title: 'Báo cáo',
  cut: 'Cách tính kỳ',
  cuts: { CALENDAR: 'Theo lịch', MID_MONTH: 'Từ ngày 15 đến ngày 14' },
  kind: 'Kỳ',
  kinds: { DAY: 'Ngày', MONTH: 'Tháng', QUARTER: 'Quý', HALF: '6 tháng', YEAR: 'Năm', ANY: 'Tự chọn' },
  from: 'Từ ngày',
  to: 'Đến ngày',
  show: 'Xem kỳ này',
  before: 'Lùi một kỳ',
  after: 'Tiến một kỳ',
  by: 'Xếp theo',
  groupings: { FIELD: 'Lĩnh vực', PROCEDURE: 'Thủ tục', OFFICE: 'Đơn vị' } satisfies Record<Grouping, string>,
  scope: 'Đơn vị',
  allOffices: (count: number) => `Tất cả ${count} đơn vị`,
  badPeriod: 'Chọn ngày bắt đầu và ngày kết thúc, ngày kết thúc không trước ngày bắt đầu.',
  empty: 'Kỳ này chưa có hồ sơ nào. Chọn kỳ khác, hoặc đồng bộ để nhận số liệu của máy khác.',
  noReference: 'Máy chưa có danh mục dùng chung. Hãy nối mạng và đồng bộ một lần.',
  print: 'In',
  xlsx: 'Tải Excel',
  csv: 'Tải CSV',
  table: 'Biểu II.06a/VPCP/KSTT',
  sums: 'Kiểm tra: (3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11).',
  sumsHold: 'Khớp',
  sumsFail: 'Không khớp: hãy báo kỹ thuật, đừng gửi biểu này',
  beside: 'Các số liệu khác',
  figure: 'Số liệu',
  thisPeriod: 'Kỳ này',
  lastPeriod: 'Kỳ trước',
  change: 'Tăng, giảm',
  lastIs: (words: string) => `Kỳ trước: ${words}.`,
  lawRate: 'Đúng hạn theo luật (xong không muộn hơn ngày hẹn)',
  scoreRate: 'Đúng hạn theo chấm điểm QĐ 766 (đến giờ hẹn đầu, trừ thời gian chờ dân)',
  averageDays: 'Thời gian giải quyết trung bình (ngày làm việc, trừ thời gian chờ dân)',
  days: (value: string) => `${value} ngày`,
  figures: {
    lawInTime: 'Xong đúng hạn theo luật',
    scoreInTime: 'Đúng hạn theo chấm điểm',
    receivedNew: 'Nhận trong kỳ',
    guided: 'Hướng dẫn bổ sung trước khi nhận',
    supplemented: 'Yêu cầu bổ sung sau khi nhận',
    refusedAtIntake: 'Từ chối tiếp nhận',
    refused: 'Từ chối giải quyết sau thẩm định',
    withdrawn: 'Người dân rút hồ sơ',
    stopped: 'Dừng giải quyết',
    apologised: 'Xin lỗi, hẹn lại',
    lateApologised: 'Quá hạn đã xin lỗi',
    lateNotApologised: 'Quá hạn chưa xin lỗi',
    returned: 'Đã trả kết quả',
    uncollected: 'Đã xong, dân chưa đến nhận (đến nay)',
    external: 'Làm trên hệ thống khác',
    voided: 'Nhập nhầm đã hủy (không tính vào biểu)',
  } satisfies Record<OtherFigure, string>,
  byDay: 'Nhận và giải quyết xong theo thời gian',
  chart: { received: 'Nhận', done: 'Xong' },
  lateTitle: 'Lý do quá hạn',
  unsaid: 'Chưa ghi lý do',
  moneyTitle: 'Phí, lệ phí',
  book: 'Quyển biên lai',
  receipts: 'Số tờ',
  fromTo: 'Từ số, đến số',
  cash: 'Tiền mặt',
  total: 'Tổng tiền',
  noReceipt: 'Không ghi biên lai',
  noSeries: 'Không ghi ký hiệu',
  due: (amount: string) => `Phải thu của hồ sơ nhận trong kỳ: ${amount}.`,
  taken: (amount: string) => `Đã thu: ${amount}.`,
  refunded: (amount: string) => `Đã hoàn lại: ${amount}.`,
  ratingTitle: 'Người dân đánh giá',
  ratings: { GOOD: 'Hài lòng', FAIR: 'Bình thường', BAD: 'Không hài lòng' } satisfies Record<RatingScore, string>,
  levelTitle: 'Mức dịch vụ công của hồ sơ nhận trong kỳ',
  levels: { FULL: 'Toàn trình', PARTIAL: 'Một phần', INFORMATION: 'Cung cấp thông tin', UNSAID: 'Không ghi' } satisfies Record<
    ServiceLevel | 'UNSAID',
    string
  >,
  none: 'Không có',
  open: (label: string, count: string) => `${label}: ${count} hồ sơ, xem danh sách`,
  listTitle: (label: string, count: string) => `${label}: ${count} hồ sơ`,
  backToReport: 'Về báo cáo',
  list: {
    code: 'Mã hồ sơ',
    accepted: 'Nhận lúc',
    owner: 'Chủ hồ sơ',
    procedure: 'Thủ tục',
    due: 'Hẹn trả',
    finished: 'Xong lúc',
    holder: 'Đang ở',
    status: 'Trạng thái',
    office: 'Đơn vị',
    empty: 'Không có hồ sơ nào.',
  },
  atDesk: 'bộ phận một cửa',
  fileName: (what: string, period: ReportPeriod) => `${what}-${period.from}-${period.to}`,
  fileOf: { table: 'bieu-II-06a', list: 'danh-sach', register: 'so-theo-doi' },
  onlyOwn: 'Máy này chỉ giữ hồ sơ của đơn vị mình, nên báo cáo chỉ tính đơn vị mình.',
  notHere: (names: string) => `Không có trong số liệu: ${names}.`,
  stale: (names: string) => `Số liệu cũ: ${names}.`,
  age: {
    own: (now: string) => `Số liệu của máy này đến ${now}`,
    others: (at: string) => `các máy khác của đơn vị đến lần đồng bộ ${at}`,
    never: 'chưa đồng bộ với máy khác lần nào',
    centre: (at: string, name: string) => `Số liệu các xã đến ${at} (chậm nhất: ${name})`,
    waiting: (names: string) => `chưa rõ số liệu của ${names}`,
  },
} as const;

/** "Tháng 11 năm 2026", "Quý 4 năm 2026 (15–14)", "Từ 01/11/2026 đến 12/11/2026", "Ngày 25/11/2026". */
export function periodWords(period: ReportPeriod): string {
  if (period.from === period.to) return `Ngày ${formatDate(period.from)}`;
  const named = nameOf(period);
  if (named === undefined) return `Từ ${formatDate(period.from)} đến ${formatDate(period.to)}`;
  return named.cut === 'CALENDAR' ? namedWords(named) : `${namedWords(named)} (15–14)`;
}

function namedWords({ kind, year, number }: NamedPeriod): string {
  if (kind === 'YEAR') return `Năm ${year}`;
  if (kind === 'HALF') return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return `${kind === 'MONTH' ? 'Tháng' : 'Quý'} ${number} năm ${year}`;
}
