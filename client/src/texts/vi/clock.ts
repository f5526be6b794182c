/** The device's clock: what is wrong with it, which way, and what to do; and the dialog where an officer states the time. */
export const clock = {
  /** Before the last exchange: what the clock shows cannot be. */
  beforeExchange: (span: string, floor: string) =>
    `Đồng hồ máy chạy chậm khoảng ${span}: đang sớm hơn lần trao đổi với trung tâm lúc ${floor}. Chưa ghi được việc nào. Hãy chỉnh ngày giờ của máy; nếu không ai chỉnh được, hãy khai ngày giờ.`,
  /** Before an own act: either of the two may be wrong, and a right clock must not be spoilt. */
  beforeOwnAct: (span: string, floor: string) =>
    `Đồng hồ máy đang sớm hơn khoảng ${span} so với việc máy này đã ghi lúc ${floor}. Nếu đồng hồ sai, hãy chỉnh. Nếu đồng hồ đúng thì việc kia bị ghi sai giờ: hãy nối mạng để lấy giờ trung tâm, hoặc khai ngày giờ.`,
  ahead: (span: string) =>
    `Theo đồng hồ máy, đã khoảng ${span} không có việc và không trao đổi với trung tâm. Nếu không phải vậy thì đồng hồ máy chạy nhanh: hãy chỉnh ngày giờ của máy, hoặc khai ngày giờ.`,
  statedNow: (way: string, span: string) =>
    `Đang ghi theo giờ do cán bộ khai vì đồng hồ máy chạy ${way} khoảng ${span}. Các việc được đánh dấu “giờ do cán bộ khai” đến khi chỉnh đồng hồ hoặc nối mạng.`,
  off: (way: string, span: string) =>
    `Đồng hồ máy chạy ${way} khoảng ${span} so với giờ trung tâm, hãy chỉnh ngày giờ của máy. Các việc vẫn được ghi theo giờ trung tâm.`,
  fast: 'nhanh',
  slow: 'chậm',
  state: 'Khai ngày giờ',
  stateAgain: 'Khai lại ngày giờ',
  dialog: {
    title: 'Khai ngày giờ',
    what: 'Khai ngày giờ hiện tại theo đồng hồ khác (giờ Việt Nam). Các việc ghi từ đây được đánh dấu “giờ do cán bộ khai”.',
    date: 'Ngày',
    time: 'Giờ',
    timeHint: 'giờ:phút, ví dụ 8:15',
    submit: 'Ghi theo giờ này',
    badTime: 'Nhập giờ và phút, từ 0:00 đến 23:59.',
    tooEarly: (floor: string) => `Không thể sớm hơn ${floor}.`,
    tooLate: (ceiling: string) => `Không thể muộn hơn ${ceiling}.`,
    beforeOwn: (floor: string) => `Sớm hơn việc máy này đã ghi lúc ${floor}: việc đó khi ấy bị ghi sai giờ.`,
  },
} as const;
