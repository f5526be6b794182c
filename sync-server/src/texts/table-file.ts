/** What is wrong with a file before anything in it is looked at: what, and what to do. Exhaustive over the problems. */
import type { TableProblem } from '@onestop/shared/table/table.ts';

const guesses = { WINDOWS_1258: 'Windows-1258', LEGACY: 'TCVN3, VNI hoặc bảng mã cũ khác' } as const;

export function tableProblemText(problem: TableProblem): string {
  switch (problem.code) {
    case 'table/empty':
      return 'Tệp trống. Chọn tệp có danh mục.';
    case 'table/too-large':
      return 'Tệp lớn quá 6 MB (hoặc quá 60.000 dòng). Bỏ hình ảnh, trang tính khác; hoặc chia nhỏ tệp.';
    case 'table/encoding':
      return `Tệp không theo Unicode (có lẽ ${guesses[problem.guess]}). Mở bằng Excel, chọn “Lưu thành”, kiểu “CSV UTF-8”, hoặc lưu thành .xlsx.`;
    case 'table/old-workbook':
      return 'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu thành kiểu .xlsx.';
    case 'table/not-a-workbook':
      return 'Tệp không phải bảng tính .xlsx hoặc đã hỏng. Mở bằng Excel rồi lưu lại thành .xlsx.';
    case 'table/open-quote':
      return `Dòng ${problem.line}: dấu ngoặc kép (") mở ra mà không đóng. Thêm dấu đóng.`;
  }
}
