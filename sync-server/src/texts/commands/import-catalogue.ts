/** Sentences of the command `import-catalogue`. */
interface Counts {
  readonly procedures: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
}

export const importCatalogueTexts = {
  help: 'Nhập danh mục thủ tục từ tệp XLSX, CSV hoặc JSON',
  file: 'tệp danh mục',
  day: 'YYYY-MM-DD',
  effectiveHelp: 'ngày có hiệu lực; không ghi thì từ ngày mai',
  wholeHelp: 'tệp là toàn bộ danh mục: thủ tục không có trong tệp hết hiệu lực',
  dryRunHelp: 'chỉ kiểm tra và báo, không ghi gì',
  noDay: (typed: string) => `“${typed}” không phải ngày có thật. Ghi như 2026-12-01.`,
  past: (typed: string) => `Ngày ${typed} đã qua. Chọn hôm nay hoặc một ngày sau.`,
  noFile: (file: string) => `Không đọc được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.`,
  problems: (count: number) => `Tệp có ${count} chỗ cần sửa, chưa ghi gì. Sửa rồi chạy lại lệnh này.`,
  ignored: (columns: string) => `Cột không dùng đến: ${columns}`,
  added: (key: string, name: string) => `+ ${key} ${name}`,
  changed: (key: string, name: string) => `~ ${key} ${name}`,
  ends: (key: string, name: string) => `- ${key} ${name}`,
  counts: ({ procedures, added, changed, unchanged, missing }: Counts) =>
    `Đọc được ${procedures} thủ tục: ${added} mới, ${changed} thay đổi, ${unchanged} giống hiện có; ${missing} không có trong tệp.`,
  nothingWritten: 'Chạy thử, chưa ghi gì.',
  published: (day: string) => `Đã công bố, có hiệu lực từ ${day}; các máy nhận ở lần đồng bộ tới.`,
  meanwhile: 'Danh mục vừa được người khác thay đổi. Chạy lại lệnh để xem theo danh mục mới.',
} as const;
