/** Text of a printed PDF, and what a Mẫu 01 receipt must say. */
import { extractText, getDocumentProxy } from 'unpdf';

export async function pdfText(pdf: Uint8Array): Promise<{ readonly text: string; readonly pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text: text.normalize('NFC').replace(/\s+/g, ' '), pages: totalPages };
}

/** Width and height of every page, in millimetres. */
export async function pdfPages(pdf: Uint8Array): Promise<readonly (readonly [number, number])[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const millimetres = (points: number) => Math.round((points * 25.4) / 72);
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  return pages.map(
    ({ view: [left = 0, top = 0, right = 0, bottom = 0] }) => [millimetres(right - left), millimetres(bottom - top)] as const,
  );
}

/** Captions of Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 01/2018/TT-VPCP), in their order. */
export const receiptCaptions: readonly string[] = [
  'Mã hồ sơ:',
  'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  'Bộ phận tiếp nhận và trả kết quả:',
  'Tiếp nhận hồ sơ của:',
  'Địa chỉ:',
  'Số điện thoại:',
  'Email (nếu có):',
  'Nội dung yêu cầu giải quyết:',
  '1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:',
  'Tên giấy tờ, tài liệu',
  'Bản chính',
  'Bản sao có chứng thực',
  '2. Số lượng hồ sơ:',
  '3. Thời gian giải quyết hồ sơ theo quy định là:',
  '4. Thời gian nhận hồ sơ:',
  '5. Thời gian trả kết quả giải quyết hồ sơ:',
  '6. Đăng ký nhận kết quả tại:',
  'Vào Sổ theo dõi hồ sơ, Quyển số:',
  'Số thứ tự:',
  'NGƯỜI NỘP HỒ SƠ',
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
];
