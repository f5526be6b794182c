/** What is wrong with a list of units or officers, where, and what to do. Exhaustive over the problems. */
import type { RosterColumn, RosterProblem } from '@onestop/shared/reference/roster-table.ts';
import { tableProblemText } from './table-file.ts';

const columnNames: Readonly<Record<RosterColumn, string>> = {
  code: 'Mã',
  name: 'Tên',
  kind: 'Cấp',
  agencyId: 'Mã định danh',
  fullName: 'Họ tên',
  login: 'Đăng nhập',
  office: 'Đơn vị',
  roles: 'Vai trò',
  title: 'Chức danh',
  phone: 'Điện thoại',
};

const advice: Readonly<Partial<Record<RosterColumn, string>>> = {
  code: 'Mã xã gồm 5 chữ số; định dạng cột là Văn bản để không mất số 0 đầu.',
  kind: 'Ghi xã, phường hoặc thị trấn.',
  agencyId: 'Viết như 000.01.38.H05 hoặc H05.38.1; chưa có thì để trống.',
  login: 'Chữ thường không dấu và số, ví dụ: lan, hung2.',
  office: 'Ghi tên hoặc mã của một đơn vị dùng hệ thống này và chưa ngừng.',
  roles: 'Ghi tên vai trò như trong hộp “Thêm cán bộ”, cách nhau bằng dấu phẩy hoặc chấm phẩy.',
};

export function rosterProblemText(problem: RosterProblem): string {
  switch (problem.code) {
    case 'roster/no-header':
      return `Không thấy dòng tiêu đề. Cần các cột: ${problem.columns.map((one) => columnNames[one]).join(', ')}.`;
    case 'roster/no-rows':
      return 'Không có dòng nào dưới dòng tiêu đề.';
    case 'roster/too-many':
      return `Nhiều quá ${problem.max} dòng. Chia thành nhiều lần.`;
    case 'roster/missing':
      return `Dòng ${problem.line}, cột “${columnNames[problem.column]}”: còn trống. Điền ô này.`;
    case 'roster/bad':
      return `Dòng ${problem.line}, cột “${columnNames[problem.column]}”: có “${problem.what}”, không dùng được. ${advice[problem.column] ?? 'Sửa ô này.'}`;
    case 'roster/twice':
      return `Dòng ${problem.line}, cột “${columnNames[problem.column]}”: “${problem.what}” đã có ở dòng ${problem.first}. Sửa hoặc bỏ một dòng.`;
    default:
      return tableProblemText(problem);
  }
}
