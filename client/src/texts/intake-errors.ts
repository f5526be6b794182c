/** What stands under a wrong field of the intake and in the summary above it: what is wrong and what to do. Exhaustive over the problems of the intake's fields; also the words of the command's refusal. */
import type { CardField, CitizenCard, CitizenQrError } from '@onestop/shared/text/citizen-qr.ts';
import type { KeyboardDamage } from '@onestop/shared/text/keyboard-damage.ts';
import type { IntakeProblem } from '@onestop/shared/dossier/intake-fields/problems.ts';
import { formatLongDate, formatMinute, formatSessions, sentenceCase } from './format.ts';

type Sentences = { readonly [C in IntakeProblem['code']]: (problem: Extract<IntakeProblem, { readonly code: C }>) => string };

const sexNames = { MALE: 'nam', FEMALE: 'nữ' } as const;

const sentences = {
  'procedure/missing': () => 'Chọn thủ tục.',
  'procedure/gone': () => 'Thủ tục đã chọn không còn trong danh mục. Chọn lại thủ tục.',
  'name/missing': () => 'Nhập họ tên chủ hồ sơ (hoặc tên tổ chức).',
  'name/submitter-missing': () => 'Nhập họ tên người nộp thay, hoặc bỏ chọn “Người khác nộp thay”.',
  'name/digits': () => 'Họ tên có chữ số. Kiểm tra lại với giấy tờ.',
  'text/too-long': ({ max }) => `Dài quá ${max} ký tự. Rút gọn lại.`,
  'date/format': ({ partial }) =>
    `Ngày chưa đúng. Nhập ngày trước, tháng sau, như ${partial ? '05/02/1990; giấy tờ chỉ ghi năm sinh thì nhập năm' : '05/02/2026'}.`,
  'date/impossible': () => 'Không có ngày này trong lịch. Kiểm tra lại ngày và tháng.',
  'date/incomplete': () => 'Nhập đủ ngày, tháng và năm.',
  'date/two-digit-year': () => 'Nhập năm đủ bốn chữ số.',
  'date/future': () => 'Ngày ở sau hôm nay. Kiểm tra lại.',
  'date/past': () => 'Ngày này đã qua. Nhập ngày còn ở sau.',
  'date/read-year': ({ year }) => `Năm hai chữ số, đọc là ${year}. Không đúng thì nhập đủ bốn chữ số.`,
  'id/not-digits': () => 'Số này chỉ gồm chữ số. Kiểm tra loại giấy tờ và số.',
  'id/length': ({ found, expected }) => `Có ${found} chữ số, phải là ${expected.join(' hoặc ')}. Kiểm tra loại giấy tờ và số.`,
  'id/missing': () => 'Nhập số giấy tờ tùy thân. Giấy tờ không có số thì chọn “Giấy tờ khác”.',
  'id/none': () => 'Người nộp hồ sơ phải có giấy tờ tùy thân, hoặc có người khác nộp thay. Chọn loại giấy tờ.',
  'id/province-unknown': ({ prefix }) => `Ba số đầu ${prefix} không phải mã tỉnh, thành đã biết. Kiểm tra lại số.`,
  'id/sex-differs': ({ fromNumber }) => `Theo số định danh thì giới tính là ${sexNames[fromNumber]}. Kiểm tra lại.`,
  'id/birth-year-differs': ({ fromNumber }) => `Theo số định danh thì năm sinh là ${fromNumber}. Kiểm tra lại.`,
  'id/passport-shape': () => 'Số hộ chiếu Việt Nam thường gồm một chữ cái và 7 hoặc 8 chữ số. Kiểm tra lại.',
  'tax/missing': () =>
    'Nhập mã số thuế của tổ chức; chưa có thì nhập số quyết định thành lập, hoặc họ tên và số định danh của người đại diện.',
  'tax/format': () => 'Mã số thuế gồm 10 chữ số, hoặc 10 số và 3 số chi nhánh (0314409058-002), hoặc 12 số định danh.',
  'tax/check-digit': () => 'Mã số thuế không khớp số kiểm tra, có thể gõ nhầm. Kiểm tra lại.',
  'tax/branch': () => 'Ba số cuối của mã chi nhánh phải từ 001.',
  'phone/unusual': () => 'Số điện thoại không giống số ở Việt Nam. Kiểm tra lại.',
  'phone/converted': ({ number }) => `Số 11 chữ số cũ, sẽ lưu theo đầu số mới: ${number}.`,
  'email/format': () => 'Email chưa đúng. Nhập như ten@vidu.vn, hoặc để trống.',
  'authorisation/missing': () => 'Ghi giấy ủy quyền hoặc quan hệ của người nộp thay với chủ hồ sơ.',
  'papers/none': () => 'Chưa có giấy tờ nào được nhận. Đánh dấu giấy tờ đã nhận hoặc thêm giấy tờ.',
  'papers/name-missing': () => 'Nhập tên giấy tờ thêm, hoặc bỏ dòng này.',
  'papers/database-unconfirmed': () => 'Xác nhận đã tra cứu các giấy tờ “lấy từ CSDL”, hoặc đổi sang đã nhận bản giấy.',
  'sets/format': () => 'Số bộ hồ sơ là số từ 1 đến 999.',
  'fee/format': () => 'Số tiền chưa đúng. Nhập như 15000 hoặc 15.000, không có số lẻ.',
  'fee/paid-unknown': () => 'Đã đánh dấu “đã nộp” nhưng chưa nhập số tiền.',
  'deadline/day-off': ({ date, name, offers }) =>
    `${sentenceCase(formatLongDate(date))} là ngày nghỉ${name ? ` (${name})` : ''}, không hẹn trả được. Ngày hẹn được gần nhất: ${offers.map((one) => formatLongDate(one.date)).join('; ')}.`,
  'deadline/outside-hours': ({ date, minute, offers }) =>
    `${formatMinute(minute)} ${formatLongDate(date)} quầy không làm việc. Giờ hẹn được: ${offers.map((one) => `${formatLongDate(one.date)} ${formatSessions(one.sessions)}`).join('; ')}.`,
  'due/date-missing': () => 'Nhập ngày hẹn trả kết quả.',
  'due/past': () => 'Ngày giờ hẹn trả phải sau lúc này.',
  'due/time-format': () => 'Nhập giờ như 16:30, hoặc để trống là cuối giờ làm việc.',
  'due/reason-missing': () => 'Ghi căn cứ của ngày hẹn (quyết định công bố, phiếu chuyển…).',
  'return/address-missing': () => 'Nhập địa chỉ để gửi kết quả qua bưu chính.',
} satisfies Sentences;

export function intakeProblemText(problem: IntakeProblem): string {
  // The map is exhaustive by type; the union is narrowed by its own code, which the compiler cannot follow through an index.
  return (sentences[problem.code] as (value: IntakeProblem) => string)(problem);
}

const damageWords: Readonly<Record<KeyboardDamage, string>> = {
  TELEX: 'Bộ gõ tiếng Việt đang bật kiểu Telex nên làm hỏng chữ máy quét gõ vào. Tắt bộ gõ (chuyển sang E / tiếng Anh) rồi quét lại.',
  VNI: 'Bộ gõ tiếng Việt đang bật kiểu VNI nên làm hỏng chữ máy quét gõ vào. Tắt bộ gõ (chuyển sang E / tiếng Anh) rồi quét lại.',
  SEPARATOR: 'Dấu ngăn “|” bị bàn phím đổi mất. Chuyển bàn phím máy tính sang tiếng Anh (Mỹ) rồi quét lại.',
  CHARACTERS:
    'Chữ có dấu bị máy quét đổi thành ký tự khác. Đặt máy quét gửi mã UTF-8 / Unicode (xem hướng dẫn của máy), hoặc quét bằng máy ảnh (F4), hoặc nhập tay.',
  LETTERS:
    'Chữ có dấu không đến đủ. Đặt máy quét ở chế độ gõ Unicode (không dùng ALT + bàn phím số) hoặc nối qua cổng COM; lúc này quét bằng máy ảnh (F4), hoặc nhập tay.',
};

/** Where letters cannot be trusted, or came damaged, because of the way they took. */
export const scanWayTexts = {
  IME: 'Bộ gõ tiếng Việt của máy đang bật và sửa chữ máy quét gõ vào. Tắt bộ gõ (chuyển sang E / tiếng Anh) rồi quét lại. Không có gì được lưu từ lần quét này.',
  ALT: 'Máy quét gửi chữ có dấu bằng phím ALT + bàn phím số nên chữ không đến đủ. Đặt máy quét sang chế độ gõ Unicode hoặc nối qua cổng COM (xem hướng dẫn của máy); lúc này quét bằng máy ảnh (F4), hoặc nhập tay. Không có gì được lưu từ lần quét này.',
} as const;

export function citizenQrErrorText(error: CitizenQrError): string {
  switch (error.code) {
    case 'qr/empty':
      return 'Chưa có gì được quét.';
    case 'qr/not-a-card':
      return 'Đây không phải mã QR của thẻ CCCD. Quét mã ở mặt thẻ có ảnh.';
    case 'qr/too-few-fields':
      return `Chuỗi trên thẻ bị thiếu: chỉ có ${error.found} phần. Quét lại cho trọn, hoặc nhập tay.`;
    case 'qr/id-number':
      return 'Số CCCD trong chuỗi không đủ 12 chữ số. Quét lại, hoặc nhập tay.';
    case 'qr/name-missing':
      return 'Chuỗi trên thẻ không có họ tên. Quét lại, hoặc nhập tay.';
    case 'qr/keyboard-method':
      return `${damageWords[error.damage]} Không có gì được lưu từ lần quét này.`;
  }
}

const cardFieldNames: Readonly<Record<CardField, string>> = {
  oldIdNumber: 'số CMND cũ',
  birthDate: 'ngày sinh',
  sex: 'giới tính',
  address: 'địa chỉ',
  issuedOn: 'ngày cấp',
};

/** What is to be entered or compared after a card was taken; empty for one that was read without a doubt. */
export function cardDoubtsText({ unread, doubts }: CitizenCard): string {
  const words = doubts.flatMap((doubt) => (doubt.kind === 'word' ? [`“${doubt.word}”`] : []));
  return [
    unread.length > 0 ? `Không đọc được ${unread.map((field) => cardFieldNames[field]).join(', ')}: nhập tay.` : '',
    words.length > 0 ? `Đối chiếu với thẻ các chữ ${words.join(', ')}: có thể máy quét hoặc bộ gõ làm sai.` : '',
    doubts.some(({ kind }) => kind === 'no-marks') ? 'Cả thẻ không có chữ nào có dấu: đối chiếu họ tên, địa chỉ với thẻ.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
