/**
 * The words a citizen reads or hears, as every district begins with them. Least data: code, office, day. There is no place for the name of a person or of the matter, so that
 * no district puts one in by mistake: who picks up the telephone may be anybody.
 */
import { nfc } from './fold.ts';

export const firstNoticeTexts = {
  RESULT_READY: '{noi}: hồ sơ {ma} đã có kết quả ngày {ngay}. Mời ông/bà mang giấy hẹn đến nhận.',
  SUPPLEMENT: '{noi}: hồ sơ {ma} cần bổ sung giấy tờ theo phiếu ngày {ngay}. Mời ông/bà liên hệ bộ phận một cửa.',
  APOLOGY: '{noi} xin lỗi ông/bà: hồ sơ {ma} chưa xong đúng hẹn. Ngày hẹn mới là {ngay}.',
  UNCOLLECTED: '{noi}: kết quả của hồ sơ {ma} có từ ngày {ngay}, chưa có người đến nhận. Mời ông/bà mang giấy hẹn đến nhận.',
} as const;

const places = ['ma', 'noi', 'ngay'] as const;
type Place = (typeof places)[number];

/** Only the three places can be filled in. */
export function isNoticeTemplate(template: string): boolean {
  return !/[{}]/.test(template.replace(/\{(?:ma|noi|ngay)\}/g, ''));
}

export function fillNotice(template: string, facts: Readonly<Record<Place, string>>): string {
  return nfc(template.replace(/\{(ma|noi|ngay)\}/g, (_, place: Place) => facts[place]));
}
