/** Words of papers that were checked before and are offered again. Imported by the intake's papers alone. */
export const earlierPapers = {
  title: 'Giấy tờ đã kiểm tra ở hồ sơ trước',
  checked: (day: string, code: string) => `đã kiểm tra ngày ${day} ở hồ sơ ${code}`,
  valid: (day: string) => `còn giá trị đến ${day}`,
  over: (day: string) => `hết giá trị từ sau ngày ${day}: phải nộp lại`,
  use: 'Dùng lại',
  againOf: (paper: string) => `Dùng lại ${paper}`,
  used: (paper: string, source: string) => `${paper}: dùng lại từ ${source}, ghi vào hồ sơ này.`,
  validTo: (paper: string) => `Còn giá trị đến ngày (không bắt buộc): ${paper}`,
  source: (code: string) => `hồ sơ ${code}`,
  answer: (day: string) => `đã kiểm tra ngày ${day}`,
} as const;
