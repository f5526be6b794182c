/** Sentences of the command `open-parcel`. */
export const openParcelTexts = {
  help: 'Mở nhật ký niêm phong của một máy (tệp tải về khi chưa đăng nhập)',
  file: 'tệp-niêm-phong',
  target: 'tệp-mở-ra',
  problems: {
    'parcel/not-ours': (file: string) => `${file} không phải tệp nhật ký niêm phong của hệ thống này.`,
    'parcel/cannot-open': (file: string) => `Không mở được ${file}: tệp bị hỏng, bị cắt, hoặc niêm phong cho một huyện khác.`,
  },
  cannotRead: (file: string) => `Không đọc được tệp ${file}. Kiểm tra đường dẫn.`,
  cannotWrite: (file: string) => `Không ghi được ${file}: tệp đã có, hoặc không có quyền ghi. Chọn tên khác.`,
  done: (file: string) => `Đã mở vào ${file}. Tệp có dữ liệu cá nhân: xóa khi không cần nữa.`,
} as const;
