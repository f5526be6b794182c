/** What the technician's command-line tools say. */
export const toolTexts = {
  issueCodeUsage: 'Cách dùng: node sync-server/tools/issue-code.ts <mã đơn vị> "<tên thiết bị>". Các đơn vị:',
  issuedCode: (code: string, office: string, device: string, until: string) =>
    `Mã ghi danh: ${code}\nĐơn vị: ${office}; thiết bị: ${device}; dùng một lần, đến ${until}.`,
  rebuilding: (done: number, total: number) => `Đang dựng lại: ${done}/${total} hồ sơ`,
  rebuilt: (dossiers: number) => `Đã dựng lại xong ${dossiers} hồ sơ từ nhật ký sự kiện.`,
  refusedTitle: 'thời điểm\tđơn vị\tmáy\tsố thứ tự\tloại việc\ttình trạng\tlý do\ttên máy',
  noneRefused: 'Không có việc nào bị từ chối hoặc đang chờ.',
  backupUsage: 'Cách dùng: node sync-server/tools/backup.ts <tệp sao lưu>',
  backupPostgres: 'Cơ sở dữ liệu là PostgreSQL: hãy sao lưu bằng pg_dump --format=custom "$DATABASE_URL" > motcua.dump',
  backupExists: (file: string) => `Tệp ${file} đã có, không ghi đè.`,
  backupNoSource: (file: string) => `Không thấy tệp dữ liệu ${file}. Kiểm tra DATA_DIR.`,
  backupDone: (file: string, events: number) => `Đã sao lưu vào ${file} (${events} sự kiện, đã kiểm tra toàn vẹn).`,
} as const;
