/** Printing many forms as one job. */
export const printBatch = {
  title: (count: number) => `In ${count} giấy tờ`,
  nothing: 'Chưa chọn giấy tờ nào để in. Hãy chọn hồ sơ trong danh sách rồi bấm In.',
  opening: (done: number, all: number) => `Đang mở hồ sơ ${done}/${all}…`,
  left: (count: number) => `${count} giấy tờ không in được`,
  unknown: 'Hồ sơ chưa có trên máy này',
  printed: (count: number) => `Đã gửi ${count} giấy tờ ra máy in và ghi vào từng hồ sơ.`,
  back: 'Quay lại',
} as const;
