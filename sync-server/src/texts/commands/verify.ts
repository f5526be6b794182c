/** Sentences of the command `verify`. */
export const verifyTexts = {
  help: 'Kiểm tra nhật ký của mọi thiết bị: chuỗi băm, thứ tự, số lượng',
  whole: (devices: number, events: number, dossiers: number) =>
    `Nhật ký toàn vẹn: ${devices} thiết bị, ${events} sự kiện, ${dossiers} hồ sơ.`,
  place: (seq: number, head: number) => `thiếu hoặc sai thứ tự từ sự kiện ${seq} (trong ${head})`,
  unreadable: (seq: number) => `sự kiện ${seq} không đọc được`,
  length: (found: number, head: number) => `có ${found} sự kiện, máy chủ đã xác nhận ${head}`,
  link: (head: number) => `chuỗi băm không khớp: một sự kiện trong 1–${head} đã bị sửa`,
  stray: (events: number) => `${events} sự kiện không thuộc thiết bị nào`,
  broken: (faults: number) =>
    `Nhật ký có ${faults} chỗ hỏng, nêu ở trên. Hãy giữ nguyên bản này, thử bản sao lưu gần nhất, và báo người phụ trách phần mềm.`,
} as const;
