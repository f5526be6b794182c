/** What backup, restore and rehearsal say to the technician: what is wrong, and what to do about it. */
const mebi = 1_048_576;
const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / mebi)).toLocaleString('vi-VN')} MB`;

interface Counted {
  readonly events: number;
  readonly dossiers: number;
  readonly devices: number;
}

const counted = ({ events, dossiers, devices }: Counted): string => `${events} sự kiện, ${dossiers} hồ sơ, ${devices} thiết bị`;
const engines = { sqlite: 'SQLite (tệp .db)', postgresql: 'PostgreSQL (tệp .dump)' } as const;

export const keepingTexts = {
  folderMissing: (folder: string) =>
    `Không có thư mục ${folder}. Hãy tạo thư mục hoặc gắn ổ sao lưu rồi làm lại: phần mềm không tự tạo, vì ổ đĩa có thể chưa được gắn.`,
  folderIsFile: (folder: string) => `${folder} là một tệp, không phải thư mục. Hãy chọn thư mục khác để sao lưu.`,
  folderDenied: (folder: string, detail: string) =>
    `Không ghi được vào ${folder} (${detail}). Hãy cấp quyền ghi thư mục này cho người dùng chạy phần mềm.`,
  noRoom: (where: string) => `Hết chỗ trống khi ghi (${where}). Bản dở dang đã được xóa; hãy dọn đĩa rồi làm lại.`,
  notEnoughRoom: (folder: string, free: number, needed: number) =>
    `Đĩa của ${folder} chỉ còn ${megabytes(free)}, cần ít nhất ${megabytes(needed)}. Hãy dọn đĩa rồi làm lại; chưa có gì thay đổi.`,
  exists: (file: string) => `Tệp ${file} (hoặc tệp kê đi kèm) đã có, không ghi đè. Hãy chọn tên khác.`,
  noDatabase: (file: string) => `Không thấy tệp dữ liệu ${file}. Hãy kiểm tra DATA_DIR.`,
  noDistrictHere: 'Cơ sở dữ liệu này chưa có dữ liệu của Một Cửa. Hãy kiểm tra DATABASE_URL.',
  noBackup: (file: string) => `Không thấy bản sao lưu ${file}. Hãy kiểm tra đường dẫn.`,
  noDistrict: (file: string) => `Tệp ${file} không đọc được hoặc không phải bản sao lưu của Một Cửa. Chưa có gì thay đổi.`,
  cannotRead: (file: string, detail: string) => `Không đọc được ${file} (${detail}).`,
  manifestWrong: (file: string) => `Tệp kê ${file} bị hỏng nên không biết bản sao lưu có nguyên vẹn hay không. Hãy dùng bản khác.`,
  damaged: (file: string) => `Bản sao lưu ${file} bị hỏng hoặc không đủ. Không dùng bản này; hãy lấy bản khác.`,
  otherEngine: (file: string, engine: keyof typeof engines) =>
    `Tệp ${file} không phải bản sao lưu của ${engines[engine]}, là loại cơ sở dữ liệu đang cấu hình. Hãy kiểm tra tệp và DATABASE_URL.`,
  newerBackup: (file: string) =>
    `Bản sao lưu ${file} do phiên bản phần mềm mới hơn tạo ra. Hãy nâng cấp phần mềm trước rồi phục hồi; chưa có gì thay đổi.`,
  inUse:
    'Máy chủ (hoặc một lệnh khác) đang chạy trên cơ sở dữ liệu này. Hãy dừng mọi máy chủ (ví dụ: systemctl stop motcua) rồi làm lại; chưa có gì thay đổi.',
  copyFailed: (detail: string) => `Không sao chép được cơ sở dữ liệu (${detail}).`,
  programMissing: (program: string) =>
    `Máy này không có chương trình ${program}. Hãy cài bộ công cụ PostgreSQL (Debian, Ubuntu: apt-get install postgresql-client) rồi làm lại.`,
  programFailed: (program: string, detail: string) => `Chương trình ${program} báo lỗi: ${detail}. Chưa có gì thay đổi.`,
  mayNotCreateDatabase:
    'Người dùng PostgreSQL này không được tạo cơ sở dữ liệu, nên không diễn tập được. Hãy cấp quyền: ALTER ROLE <người dùng> CREATEDB.',
  countsDiffer: (expected: number, found: number) =>
    `Bản sao lưu kê ${expected} sự kiện nhưng phục hồi ra ${found}. Không dùng bản này; hãy lấy bản khác.`,
  chainsBroken: (devices: readonly string[]) =>
    `Nhật ký của ${devices.length} thiết bị trong bản sao lưu không còn nguyên vẹn: ${devices.join(', ')}. Hãy lấy bản khác.`,
  backedUp: (file: string, counts: Counted, bytes: number, removed: number) =>
    `Đã sao lưu vào ${file} (${counted(counts)}; ${megabytes(bytes)}; đã kiểm tra).${removed === 0 ? '' : ` Đã xóa ${removed} bản quá hạn giữ.`}`,
  restoreNeedsYes: (file: string, where: string) =>
    `Lệnh này thay toàn bộ dữ liệu tại ${where} bằng bản sao lưu ${file}. Dữ liệu đang có được giữ lại bên cạnh. Nếu chắc chắn, chạy lại với --yes.`,
  restored: (counts: Counted, keptAs: string | undefined) =>
    [
      `Đã phục hồi: ${counted(counts)}.`,
      ...(keptAs === undefined ? [] : [`Dữ liệu trước đó được giữ tại: ${keptAs}.`]),
      'Khởi động lại máy chủ: các thiết bị tự gửi lại những gì bản sao lưu chưa có.',
    ].join('\n'),
  rehearsed: (file: string, counts: Counted) =>
    `Diễn tập đạt: ${file} phục hồi được và mở được bằng phiên bản này (${counted(counts)}; mọi chuỗi nhật ký nguyên vẹn). Bản thử đã được xóa.`,
  planned: (folder: string, minuteOfDay: number) =>
    `Sao lưu hằng ngày lúc ${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')} vào ${folder}.`,
  noFolder: 'Chưa biết sao lưu vào đâu. Hãy đặt BACKUP_DIR hoặc nêu thư mục.',
  backupHelp: 'Sao lưu khi máy chủ đang chạy (SQLite và PostgreSQL), kiểm tra lại sau khi ghi; không nêu chỗ thì vào BACKUP_DIR',
  backupPlace: 'thư mục hoặc tệp',
  backupFile: 'tệp sao lưu',
  restoreHelp: 'Thay dữ liệu đang có bằng một bản sao lưu; máy chủ phải dừng, dữ liệu cũ được giữ lại bên cạnh',
  yesHelp: 'đồng ý thay dữ liệu đang có',
  rehearseHelp: 'Phục hồi thử một bản sao lưu vào chỗ tạm, kiểm tra rồi xóa; không nêu tệp thì dùng bản mới nhất trong BACKUP_DIR',
  noBackupIn: (folder: string) => `Trong ${folder} chưa có bản sao lưu nào.`,
} as const;
