/** The office's print queue: on the machine with the printer, and on the tablet that asks it. */
export const printQueue = {
  title: 'In chờ',
  hint: 'Giấy tờ do máy tính bảng gửi đến, in ở máy này. Mỗi yêu cầu chỉ cần in một lần.',
  empty: 'Không có giấy tờ nào chờ in. Máy tính bảng gửi đến bằng cách chọn khổ giấy “Máy in của cơ quan”.',
  printAll: (count: number) => `In tất cả (${count})`,
  print: 'In',
  printAnyway: 'Vẫn in ở đây',
  cancel: 'Bỏ',
  asked: (who: string, at: string) => `${who} gửi ${at}`,
  takenElsewhere: (who: string, at: string) => `${who} đã lấy về in ở máy khác ${at}. Chỉ in ở đây nếu bên ấy không in được.`,
  send: 'Gửi in',
  sent: (count: number) =>
    `Đã gửi ${count} giấy tờ vào hàng chờ in. Máy tính có máy in mở mục In chờ để in; chưa có mạng thì gửi đi khi có mạng lại.`,
  twice: 'Giấy này đã được in ở hai máy cùng lúc. Hãy bỏ bớt một bản, giao một bản.',
} as const;
