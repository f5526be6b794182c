/** Navigation, header, palette. */
export const shell = {
  skip: 'Đến nội dung chính',
  navigation: 'Điều hướng',
  search: 'Tìm hồ sơ, người, thủ tục…',
  authority: (office: string) => `UBND ${office}`,
  searchShort: 'Tìm',
  help: 'Trợ giúp',
  newDossier: 'Tiếp nhận',
  lock: 'Khóa máy',
  signOut: 'Đổi người dùng',
  ownSecret: 'Đổi mã PIN',
  firstSecret: 'Anh/chị đang dùng mã PIN do trung tâm cấp trên giấy. Đổi mã của riêng mình khi có mạng.',
  more: 'Thêm',
  account: 'Người đang làm việc',
  practice: 'Chế độ tập huấn: dữ liệu ở đây không phải hồ sơ thật.',
  officeLife: {
    closing: (day: string, next: string) =>
      `Đơn vị này tiếp nhận đến hết ngày ${day}; từ hôm sau người dân nộp ở ${next}. Hồ sơ đã nhận vẫn giải quyết và trả ở đây.`,
    closed: (day: string, next: string) =>
      `Đơn vị này đã thôi tiếp nhận từ sau ngày ${day}; người dân nộp ở ${next}. Hồ sơ đã nhận vẫn giải quyết và trả ở đây.`,
  },
  scan: {
    unknown: 'Đây không phải mã QR của thẻ CCCD, cũng không phải mã trên giấy tờ của bộ phận một cửa. Không có gì được nhập.',
    noDossier: (code: string) => `Máy này không có hồ sơ ${code}.`,
    dialogOpen: 'Đóng hộp thoại đang mở rồi quét lại.',
    damaged: 'Thẻ quét được bị lỗi chữ. Mở Tiếp nhận (F2) rồi quét lại để xem cách sửa.',
  },
  palette: {
    title: 'Tìm',
    hint: 'Gõ tên không dấu, mã hồ sơ, bốn số cuối, số giấy tờ, điện thoại hoặc tên thủ tục',
    dossiers: 'Hồ sơ',
    people: 'Người có nhiều hồ sơ',
    procedures: 'Thủ tục',
    personDossiers: (count: number) => `${count} hồ sơ`,
    near: (group: string) => `${group} (gần giống từ đã gõ)`,
    nothing: 'Không thấy gì trùng với từ đã gõ. Danh sách trên máy gồm hồ sơ đã đồng bộ đến lần gần nhất.',
    keys: '↑ ↓ chọn · Enter mở · Esc đóng',
    results: (count: number) => `${count} kết quả`,
  },
} as const;
