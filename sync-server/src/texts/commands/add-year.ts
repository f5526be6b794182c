/** Sentences of the command `add-year`. */
export const addYearTexts = {
  help: 'Nhập ngày nghỉ, ngày làm bù của một năm vào lịch làm việc',
  year: 'năm',
  file: 'tệp',
  sourceValue: 'căn cứ',
  sourceHelp: 'số và ngày của thông báo nghỉ lễ (tệp JSON có sẵn thì không cần)',
  provisionalHelp: 'thông báo chưa ban hành chính thức: ngày hẹn rơi vào năm này là tạm tính',
  noYear: (typed: string) => `“${typed}” không phải năm. Ghi như 2028.`,
  sourceMissing: 'Thiếu căn cứ. Thêm --source "TB 12/TB-BNV ngày 01/10/2027".',
  noFile: (file: string) => `Không đọc được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.`,
  badJson: (year: number) => `Tệp JSON không phải lịch năm ${year}. Chưa có gì thay đổi.`,
  typeLines: (year: number) =>
    `Ghi lịch năm ${year}, mỗi dòng một ngày, ví dụ: 1/1 Tết Dương lịch · 4/2 - 10/2 Tết Nguyên đán · làm 20/2 Làm bù cho 5/2. Dòng trống là hết.`,
  noLines: 'Chưa ghi ngày nào, lịch không thay đổi.',
  problems: (count: number) => `Có ${count} chỗ cần sửa, lịch không thay đổi.`,
  done: (year: number, days: number, confirmed: boolean) =>
    `Đã nhập lịch năm ${year} (${days} ngày${confirmed ? '' : ', tạm tính'}); các máy nhận ở lần đồng bộ tới.`,
} as const;
