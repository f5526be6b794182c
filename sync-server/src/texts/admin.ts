/** What the frame of the technician's commands says (`npm run admin`); each command has its own sentences in `commands/`. */
export const adminTexts = {
  listTitle: 'Lệnh của kỹ thuật viên. Cách dùng: npm run admin -- <lệnh> [tùy chọn]',
  listNote: 'Chi tiết từng lệnh: npm run admin -- <lệnh> --help. Dùng cùng DATA_DIR hoặc DATABASE_URL với máy chủ.',
  usage: 'Cách dùng',
  unknownCommand: (name: string) => `Không có lệnh "${name}". Hãy chọn một lệnh trong danh sách trên.`,
  unknownOption: (name: string) => `Không có tùy chọn ${name}. Hãy dùng các tùy chọn nêu trên.`,
  optionNeedsValue: (name: string) => `Tùy chọn ${name} cần một giá trị đi kèm.`,
  optionTakesNothing: (name: string) => `Tùy chọn ${name} không nhận giá trị.`,
  missing: (places: readonly string[]) => `Còn thiếu: ${places.join(', ')}.`,
  tooMuch: (word: string) => `Thừa "${word}". Giá trị có dấu cách phải đặt trong dấu ngoặc kép.`,
  configTitle: 'Không chạy được lệnh: cấu hình sai.',
  noDistrict: (where: string) =>
    `Không có huyện nào tại ${where}. Lệnh này không tạo mới: hãy kiểm tra DATA_DIR hoặc DATABASE_URL cho giống máy chủ, hoặc mở máy chủ (npm start) để lập huyện.`,
  newerDatabase: (where: string) =>
    `Dữ liệu tại ${where} do phiên bản mới hơn tạo ra. Hãy dùng đúng phiên bản ấy; không có gì bị thay đổi.`,
  olderDatabase: (where: string) =>
    `Dữ liệu tại ${where} còn ở phiên bản cũ hơn. Hãy mở máy chủ (npm start) một lần để nâng cấp, rồi chạy lại lệnh này.`,
  cannotOpen: (where: string, detail: string) =>
    `Không mở được cơ sở dữ liệu tại ${where}: ${detail}. Kiểm tra đường dẫn, quyền đọc ghi hoặc địa chỉ máy chủ PostgreSQL; dữ liệu đang có không bị thay đổi.`,
  officeUnknown: (typed: string) => `Không có đơn vị "${typed}". Hãy dùng mã hoặc tên trong danh sách trên.`,
  officeAmbiguous: (typed: string) => `"${typed}" có thể là nhiều đơn vị. Hãy dùng mã của đơn vị trong danh sách trên.`,
  broke: (command: string, detail: string) =>
    `Lệnh ${command} không làm xong: ${detail}. Chạy lại với LOG_LEVEL=debug để xem lỗi nằm ở đâu.`,
} as const;
