/** Sentences of the command `devices`. */
export const devicesTexts = {
  help: 'Liệt kê thiết bị: đơn vị, tên, phiên bản, lần liên lạc cuối, số việc chờ gửi, sai giờ',
  office: 'mã hoặc tên đơn vị',
  officeHelp: 'chỉ các thiết bị của đơn vị này',
  title: 'đơn vị\ttên\tmáy\ttình trạng\tphiên bản\tliên lạc cuối\tchờ gửi\tsai giờ',
  active: 'đang dùng',
  revoked: (at: string) => `thu hồi ${at}`,
  never: 'chưa lần nào',
  seconds: (seconds: number) => `${seconds > 0 ? '+' : ''}${seconds} giây`,
  none: (office: string | undefined) =>
    `${office === undefined ? 'Chưa có thiết bị nào' : `Chưa có thiết bị nào của ${office}`}. Cấp mã ghi danh: npm run admin -- issue-code.`,
  done: (active: number, revoked: number, waiting: number) =>
    `${active} thiết bị đang dùng, ${revoked} đã thu hồi; ${waiting} thiết bị còn việc chờ gửi theo lần báo cuối.`,
} as const;
