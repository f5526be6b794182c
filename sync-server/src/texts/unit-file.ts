/** What is wrong with a file of units, where, and what to do. Exhaustive over the problems. */
import type { UnitColumn, UnitProblem } from '@onestop/shared/reference/unit-file.ts';
import { tableProblemText } from './table-file.ts';

const columnNames: Readonly<Record<UnitColumn, string>> = { code: 'Mã', name: 'Tên', kind: 'Cấp', parent: 'Mã cấp trên' };

export function unitProblemText(problem: UnitProblem): string {
  switch (problem.code) {
    case 'unit/no-header':
      return 'Không thấy dòng tiêu đề. Cần các cột: Mã, Tên, Cấp, Mã cấp trên.';
    case 'unit/no-rows':
      return 'Tệp không có đơn vị nào dưới dòng tiêu đề.';
    case 'unit/missing':
      return `Dòng ${problem.line}, cột “${columnNames[problem.column]}”: còn trống. Điền ô này.`;
    case 'unit/bad-code':
      return `Dòng ${problem.line}, cột “Mã”: có “${problem.what}”. Mã tỉnh 2 số, huyện 3 số, xã 5 số; định dạng cột là Văn bản để không mất số 0 đầu.`;
    case 'unit/kind':
      return `Dòng ${problem.line}, cột “Cấp”: có “${problem.what}”, không hiểu. Ghi Tỉnh, Huyện hoặc Xã.`;
    case 'unit/twice':
      return `Dòng ${problem.line}: mã ${problem.what} đã có ở dòng ${problem.first}. Bỏ bớt một dòng.`;
    case 'unit/no-parent':
      return `Dòng ${problem.line}, cột “Mã cấp trên”: không có đơn vị ${problem.what} trong tệp. Thêm dòng của đơn vị ấy hoặc sửa mã.`;
    case 'unit/merged':
      return `Dòng ${problem.line}: các ô ${problem.what} bị gộp. Bỏ gộp ô, ghi giá trị vào từng dòng.`;
    default:
      return tableProblemText(problem);
  }
}
