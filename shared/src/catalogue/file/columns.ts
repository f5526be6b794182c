/**
 * The columns of a catalogue kept in a spreadsheet: the title we write, and the names under which lists of other systems have them. Headers are compared without marks, case
 * and punctuation, so "Mã TTHC", "MA TTHC" and "ma-tthc" are one. One procedure may take several rows: a paper, a fee item each.
 */
import { foldVietnamese } from '../../text/fold.ts';

const columnDefinitions = {
  key: { title: 'Khóa', names: ['key', 'khoa he thong'] },
  code: {
    title: 'Mã thủ tục',
    names: ['code', 'procedure code', 'ma', 'ma tthc', 'ma so', 'ma so tthc', 'ma so thu tuc', 'ma thu tuc hanh chinh'],
  },
  aliases: { title: 'Mã khác', names: ['aliases', 'ma cu', 'ma dia phuong'] },
  name: {
    title: 'Tên thủ tục',
    names: ['name', 'procedure', 'procedure name', 'ten', 'ten tthc', 'thu tuc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh'],
  },
  field: { title: 'Lĩnh vực', names: ['field', 'linh vuc tthc', 'nhom linh vuc'] },
  level: { title: 'Cấp thực hiện', names: ['level', 'cap', 'cap giai quyet', 'cap tthc', 'cap thu tuc'] },
  limitText: {
    title: 'Thời hạn giải quyết',
    names: ['limit text', 'time limit text', 'thoi han', 'thoi gian giai quyet', 'thoi han theo van ban'],
  },
  limitAmount: { title: 'Số thời hạn', names: ['limit', 'time limit', 'limit amount', 'thoi han so', 'so ngay'] },
  limitUnit: { title: 'Đơn vị thời hạn', names: ['limit unit', 'unit of limit', 'don vi tinh thoi han'] },
  extendedAmount: { title: 'Kéo dài đến', names: ['extension', 'extended', 'extended amount', 'thoi han keo dai'] },
  extendedUnit: { title: 'Đơn vị kéo dài', names: ['extension unit', 'extended unit'] },
  extendedGround: { title: 'Trường hợp kéo dài', names: ['extension ground', 'extended ground', 'ly do keo dai'] },
  limitSource: { title: 'Nguồn thời hạn', names: ['limit source'] },
  feeText: { title: 'Phí, lệ phí', names: ['fee', 'fee text', 'phi le phi theo van ban', 'phi', 'le phi', 'muc phi'] },
  feeName: { title: 'Khoản thu', names: ['fee item', 'fee name', 'ten khoan thu', 'ten phi'] },
  feeKind: { title: 'Loại khoản thu', names: ['fee kind', 'phi hay le phi'] },
  feeVnd: { title: 'Đơn giá (đồng)', names: ['fee vnd', 'unit price', 'price', 'don gia', 'so tien', 'muc thu'] },
  feeUnit: { title: 'Tính theo', names: ['fee unit', 'don vi tinh phi'] },
  feePer: { title: 'Chữ in sau đơn giá', names: ['fee per', 'per'] },
  feeAfterPages: { title: 'Giá khác sau số trang', names: ['fee after pages'] },
  feeFurtherVnd: { title: 'Đơn giá các trang sau', names: ['fee further vnd'] },
  feeMostVnd: { title: 'Tối đa một bản', names: ['fee most vnd', 'toi da'] },
  feeWhen: { title: 'Trường hợp thu', names: ['fee when'] },
  paper: {
    title: 'Thành phần hồ sơ',
    names: ['paper', 'papers', 'document', 'documents', 'giay to', 'ten giay to', 'thanh phan', 'ten thanh phan ho so'],
  },
  paperRequired: { title: 'Bắt buộc', names: ['required', 'giay to bat buoc'] },
  paperOriginal: { title: 'Số bản chính', names: ['original', 'originals', 'ban chinh'] },
  paperCopies: { title: 'Số bản sao', names: ['copies', 'ban sao'] },
  paperForm: { title: 'Mẫu đơn, tờ khai', names: ['form', 'forms', 'mau don', 'to khai', 'bieu mau', 'mau'] },
  paperNote: { title: 'Ghi chú giấy tờ', names: ['paper note', 'note', 'ghi chu'] },
  paperWhen: { title: 'Trường hợp phải có', names: ['when', 'paper when', 'truong hop'] },
  paperDatabase: { title: 'Tra cứu thay ở', names: ['database', 'co so du lieu'] },
  paperShown: { title: 'Chỉ xuất trình', names: ['shown', 'xuat trinh'] },
  result: { title: 'Kết quả', names: ['result', 'ket qua giai quyet', 'ket qua thuc hien', 'ket qua thu tuc'] },
  legalBasis: { title: 'Căn cứ pháp lý', names: ['legal basis', 'can cu', 'can cu phap ly thu tuc', 'van ban phap ly'] },
  interconnected: { title: 'Liên thông', names: ['interconnected', 'tthc lien thong'] },
  handledBy: { title: 'Cơ quan thực hiện', names: ['handled by', 'agency', 'co quan giai quyet', 'don vi thuc hien'] },
  source: { title: 'Nguồn', names: ['source', 'provenance', 'quyet dinh cong bo', 'nguon du lieu'] },
  sureCode: { title: 'Độ chắc: mã', names: ['sure code'] },
  sureLimit: { title: 'Độ chắc: thời hạn', names: ['sure limit'] },
  surePapers: { title: 'Độ chắc: hồ sơ', names: ['sure papers'] },
  sureFee: { title: 'Độ chắc: phí', names: ['sure fee'] },
  sureForms: { title: 'Độ chắc: mẫu đơn', names: ['sure forms'] },
  validFrom: { title: 'Hiệu lực từ', names: ['valid from', 'effective', 'effective from', 'ngay hieu luc', 'ngay co hieu luc'] },
} as const satisfies Record<string, { readonly title: string; readonly names: readonly string[] }>;

export type Column = keyof typeof columnDefinitions;
export const columns = Object.keys(columnDefinitions) as readonly Column[];
export const neededColumns = ['name', 'field', 'level'] as const satisfies readonly Column[];
export const paperColumns = columns.filter((one) => one.startsWith('paper'));
export const feeColumns = columns.filter((one) => one.startsWith('fee') && one !== 'feeText');

export function titleOf(column: Column): string {
  return columnDefinitions[column].title;
}

const columnByName = new Map<string, Column>(
  columns.flatMap((column) =>
    [columnDefinitions[column].title, ...columnDefinitions[column].names].map((name) => [headerKey(name), column] as const),
  ),
);

/** Undefined for a column that is none of ours ("STT", "Ghi chú nội bộ"). */
export function columnOfHeader(header: string): Column | undefined {
  return columnByName.get(headerKey(header));
}

/** Without marks, case and punctuation. */
export function headerKey(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
