/** What the server says to the technician who starts it. The desk's own texts are the client's; the wire carries codes only. */
export const operatorTexts = {
  configTitle: 'Không khởi động được máy chủ: cấu hình sai.',
  portProblem: (value: string) => `PORT phải là số nguyên từ 0 đến 65535, đang là "${value}".`,
  hostProblem: 'HOST không được để trống (ví dụ 127.0.0.1 hoặc 0.0.0.0).',
  dataDirProblem: 'DATA_DIR không được để trống (thư mục chứa tệp dữ liệu SQLite).',
  databaseUrlProblem: 'DATABASE_URL phải có dạng postgresql://người_dùng:mật_khẩu@máy:cổng/tên_cơ_sở_dữ_liệu.',
  environmentProblem: (value: string) => `NODE_ENV phải là development, test hoặc production, đang là "${value}".`,
  logLevelProblem: (value: string) => `LOG_LEVEL phải là trace, debug, info, warn, error, fatal hoặc silent, đang là "${value}".`,
  publicUrlProblem: (value: string) =>
    `PUBLIC_URL phải là địa chỉ http(s) đầy đủ, ví dụ https://motcua.luongtai.gov.vn, đang là "${value}".`,
  demoProblem: (value: string) => `DEMO phải là on hoặc off, đang là "${value}".`,
  demoInProduction: 'DEMO=on không được phép khi NODE_ENV=production: dữ liệu thử không bao giờ được tạo ở máy chủ thật.',
  backupAtProblem: (value: string) => `BACKUP_AT phải là giờ trong ngày dạng 01:30, đang là "${value}".`,
  backupKeepProblem: (value: string) =>
    `BACKUP_KEEP phải có dạng 14d hoặc 14d,8w (giữ bản của 14 ngày và 8 tuần gần nhất), đang là "${value}".`,
  backupDirMissing: 'BACKUP_DIR chưa đặt mà BACKUP_AT hoặc BACKUP_KEEP đã đặt: hãy nêu thư mục sao lưu.',
  misspelt: (found: string, meant: string) =>
    `${found} không phải là biến của Một Cửa: có phải ${meant}? Hãy sửa tên, hoặc bỏ biến ấy đi nếu nó của chương trình khác.`,
  newerDatabase: (where: string) =>
    `Dữ liệu tại ${where} do phiên bản mới hơn của Một Cửa tạo ra. Hãy chạy lại phiên bản ấy, hoặc phục hồi bản sao lưu trước khi nâng cấp. Không có gì bị thay đổi.`,
  demoAsProduction: (where: string) =>
    `Dữ liệu tại ${where} là của huyện thử nghiệm: cán bộ không có thật, cùng một mã PIN ai cũng biết. Dữ liệu ấy không bao giờ chạy như máy chủ thật.\nĐể lập huyện thật: đặt DATA_DIR là một thư mục khác (hoặc DATABASE_URL là một cơ sở dữ liệu khác) rồi khởi động lại. Để dùng tiếp bản thử: bỏ NODE_ENV=production.`,
  portInUse: (host: string, port: number) =>
    `Cổng ${port} trên ${host} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác, ví dụ PORT=${port + 1}.`,
  portDenied: (host: string, port: number) =>
    `Không được phép mở cổng ${port} trên ${host}. Hãy chọn cổng từ 1024 trở lên, ví dụ PORT=8787.`,
  hostUnknown: (host: string) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST (ví dụ 127.0.0.1 hoặc 0.0.0.0).`,
  cannotListen: (host: string, port: number, detail: string) => `Không mở được cổng ${port} trên ${host}: ${detail}.`,
  cannotOpenDatabase: (where: string, detail: string) =>
    `Không mở được cơ sở dữ liệu tại ${where}: ${detail}.\nKiểm tra đường dẫn, quyền ghi, dung lượng đĩa hoặc địa chỉ máy chủ PostgreSQL. Dữ liệu đang có không bị thay đổi.`,
  started: (address: string) => `Một Cửa đang chạy tại ${address}`,
  dataAt: (where: string) => `Dữ liệu nằm tại: ${where}`,
  noClient: 'Chưa có giao diện (client/dist): hãy chạy "npm run build" rồi mở lại.',
  noClientPage: 'Chưa dựng giao diện. Hãy chạy "npm run build" trên máy chủ rồi tải lại trang.',
  demoTitle: 'HUYỆN THỬ NGHIỆM (dữ liệu không có thật)',
  demoCodes: 'Mã ghi danh thiết bị (mỗi mã dùng một lần, hạn 30 ngày):',
  demoStaff: (pin: string) =>
    `Đăng nhập bằng tên ở đầu dòng (xã nào cũng có cùng tên đăng nhập, nhưng là người khác), mã PIN của mọi cán bộ thử nghiệm: ${pin}`,
  demoCodesGone: 'Các mã ghi danh thử nghiệm đã dùng hết: tạo mã mới bằng: npm run admin -- issue-code.',
  setupTitle: 'Cơ sở dữ liệu trống. Mở liên kết sau MỘT LẦN để lập đơn vị và quản trị viên đầu tiên:',
  setupNote: 'Liên kết đổi mỗi lần khởi động cho đến khi dùng xong. Không gửi cho người khác.',
  rebuilding: (done: number, total: number) =>
    `Phiên bản mới đang dựng lại bảng tra cứu: ${done}/${total} hồ sơ. Các thiết bị chờ, không mất gì.`,
  rebuildBroke: (detail: string) => `Việc dựng lại bị dừng (${detail}), sẽ tự làm tiếp từ chỗ đang dở.`,
  rebuilt: 'Đã dựng lại xong, các thiết bị trao đổi bình thường.',
  stopping: 'Đang dừng máy chủ, chờ các lần trao đổi đang dở…',
  stopped: 'Đã dừng. Mọi dữ liệu đã nhận đều đã ghi xuống đĩa.',
  demoDeviceNames: { desk: 'Máy tính quầy', tablet: 'Máy tính bảng', centre: 'Máy trung tâm' },
} as const;
