/** Sentences of the command `export`. */
export const exportTexts = {
  help: 'Xuất toàn bộ dữ liệu của huyện ra một tệp JSON từng dòng, nén gzip (không có mật khẩu, khóa)',
  file: 'tệp xuất (.jsonl.gz)',
  exists: (file: string) => `Tệp ${file} đã có, không ghi đè. Hãy chọn tên khác.`,
  cannotWrite: (file: string, detail: string) => `Không ghi được ${file}: ${detail}. Kiểm tra thư mục, quyền ghi và dung lượng đĩa.`,
  done: (file: string, events: number, devices: number, audit: number) =>
    `Đã xuất ra ${file}: ${events} sự kiện của ${devices} thiết bị, ${audit} dòng nhật ký quản trị. Tệp có dữ liệu cá nhân: hãy giữ như hồ sơ mật.`,
} as const;
