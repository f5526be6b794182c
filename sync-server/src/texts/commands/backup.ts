/** Sentences of the command `backup`. */
export const backupTexts = {
  help: 'Sao lưu tệp dữ liệu SQLite khi máy chủ đang chạy, kiểm tra lại sau khi ghi',
  file: 'tệp sao lưu',
  postgres: 'Cơ sở dữ liệu là PostgreSQL: hãy sao lưu bằng pg_dump --format=custom "$DATABASE_URL" > motcua.dump.',
  exists: (file: string) => `Tệp ${file} đã có, không ghi đè. Hãy chọn tên khác.`,
  damaged: (file: string) => `Bản sao ${file} không qua được kiểm tra toàn vẹn. Kiểm tra đĩa rồi sao lưu lại.`,
  done: (file: string, events: number) => `Đã sao lưu vào ${file} (${events} sự kiện, đã kiểm tra toàn vẹn).`,
} as const;
