/** What is wrong with a catalogue file, for the administrator's screen and for the console: where, what, and what to do. Exhaustive over the problems. */
import { type Column, titleOf } from '@onestop/shared/catalogue/file/columns.ts';
import type { CatalogueFileProblem, CellProblem, CellProblemCode } from '@onestop/shared/catalogue/file/problems.ts';
import type { TableProblem } from '@onestop/shared/table/table.ts';
import { tableProblemText } from './table-file.ts';

type Says<T> = (problem: T) => string;
type Of<C> = Extract<CatalogueFileProblem, { readonly code: C }>;

const cellSentences = {
  'cell/missing': () => 'còn trống. Điền ô này.',
  'cell/too-long': ({ hint }) => `dài quá ${hint} ký tự. Rút gọn lại.`,
  'cell/word': ({ what, hint }) => `có “${what}”, không hiểu. Chỉ dùng: ${hint}.`,
  'cell/number': ({ what, hint }) => `có “${what}”, cần một số nguyên trong khoảng ${hint}.`,
  'cell/money': ({ what }) => `có “${what}”, không đọc được số tiền. Ghi như 15.000 hoặc 15000.`,
  'cell/date': ({ what }) => `có “${what}”, không phải ngày có thật. Ghi như 01/12/2026.`,
  'cell/date-as-number': ({ what, hint }) =>
    `có số “${what}”: bảng tính đã đổi ngày thành số${hint === undefined ? '' : ` (có lẽ là ${dayFirst(hint)})`}. Định dạng cột là Ngày hoặc ghi như 01/12/2026.`,
  'cell/error': ({ what }) => `có lỗi công thức “${what}”. Thay bằng giá trị.`,
  'cell/legacy-letters': ({ what }) => `có “${what}”: chữ theo bảng mã cũ (TCVN3, VNI). Chuyển cả tệp sang Unicode rồi nhập lại.`,
  'cell/merged': ({ what }) => `các ô ${what} bị gộp. Bỏ gộp ô, ghi giá trị vào từng dòng.`,
  'code/shortened': ({ what, hint }) =>
    `có “${what}”: bảng tính coi mã là số và bỏ số 0 cuối (có lẽ là ${hint}). Định dạng cột là Văn bản rồi ghi đủ mã.`,
  'code/no-dot': ({ what, hint }) => `có “${what}”, thiếu dấu chấm (có lẽ là ${hint}). Ghi lại đúng mã.`,
  'code/twice': ({ what, hint }) => `“${what}” đã có ở dòng ${hint}. Mỗi thủ tục chỉ ghi một lần; bỏ bớt hoặc sửa mã.`,
  'key/characters': ({ what }) => `có “${what}”. Khóa chỉ gồm chữ không dấu, số, dấu chấm, gạch; có thể để trống.`,
  'limit/unit-missing': () => 'còn trống dù có số. Ghi đơn vị, ví dụ “Ngày làm việc”.',
  'limit/amount-missing': () => 'còn trống dù có đơn vị. Ghi số, hoặc bỏ đơn vị nếu thời hạn chưa rõ.',
  'limit/same-day-amount': ({ what }) => `có “${what}” trong khi đơn vị là “Trong ngày”. Để trống ô này.`,
  'limit/extension-incomplete': () =>
    'chưa đủ. Thời hạn kéo dài cần đủ số, đơn vị (không phải “Trong ngày”) và trường hợp; hoặc để trống cả ba.',
  'paper/name-missing': () => 'còn trống dù dòng này có ghi về giấy tờ. Ghi tên giấy tờ.',
  'paper/lines': ({ hint }) =>
    `phải để trống hoặc có đúng ${hint} dòng, như ô “${titleOf('paper')}”. Hoặc ghi mỗi giấy tờ một dòng của bảng.`,
  'fee/incomplete': () =>
    'còn trống. Một khoản thu cần tên và đơn giá; giá các trang sau cần cả số trang. Không thu thì ghi “Không thu” ở ô tên.',
  'row/differs': ({ what, hint }) => `ghi “${what}”, khác dòng đầu của thủ tục này (“${hint ?? ''}”). Sửa cho giống hoặc để trống.`,
  'row/no-procedure': () => 'dòng này không thuộc thủ tục nào. Ghi tên thủ tục, hoặc xóa dòng.',
} satisfies Record<CellProblemCode, Says<CellProblem>>;

const fileSentences = {
  'header/none': ({ found }) =>
    `Không thấy dòng tiêu đề. Cần ít nhất các cột: ${titles(['name', 'field', 'level'])}. Dòng đầu của tệp: ${found.join(' | ') || 'trống'}.`,
  'header/missing': ({ line, columns, found }) => `Dòng ${line}: thiếu cột ${titles(columns)}. Các cột đang có: ${found.join(' | ')}.`,
  'header/twice': ({ line, column }) => `Dòng ${line}: cột “${titleOf(column)}” có hai lần. Bỏ bớt một cột hoặc đổi tên.`,
  'file/no-procedures': () => 'Tệp không có thủ tục nào dưới dòng tiêu đề.',
  'json/unreadable': () => 'Tệp JSON hỏng, không đọc được. Tải lại danh mục JSON hiện có để làm mẫu.',
  'json/no-list': () => 'Tệp JSON phải là một danh sách thủ tục. Tải danh mục JSON hiện có để làm mẫu.',
  'json/invalid': ({ at, key, path }) =>
    `Thủ tục thứ ${at}${key === '' ? '' : ` (${key})`}: mục “${path || 'toàn bộ'}” thiếu hoặc sai. Sửa theo mẫu JSON tải về.`,
  'json/twice': ({ at, key, first }) => `Thủ tục thứ ${at}: “${key}” đã có ở thứ ${first}. Bỏ bớt một.`,
} satisfies { readonly [C in Exclude<CatalogueFileProblem['code'], CellProblemCode | TableProblem['code']>]: Says<Of<C>> };

function titles(columns: readonly Column[]): string {
  return columns.map((column) => `“${titleOf(column)}”`).join(', ');
}

function dayFirst(iso: string): string {
  return iso.split('-').toReversed().join('/');
}

/** A whole sentence: "Dòng 7, cột “Mã thủ tục”: …". */
export function catalogueProblemText(problem: CatalogueFileProblem): string {
  if (Object.hasOwn(cellSentences, problem.code)) {
    const cell = problem as CellProblem;
    const column = cell.column === undefined ? '' : `, cột “${titleOf(cell.column)}”`;
    return `Dòng ${cell.line}${column}: ${cellSentences[cell.code](cell)}`;
  }
  if (!Object.hasOwn(fileSentences, problem.code)) return tableProblemText(problem as TableProblem);
  const says = fileSentences as Readonly<Record<string, Says<CatalogueFileProblem>>>;
  return says[problem.code]?.(problem) ?? problem.code;
}
