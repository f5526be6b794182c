/** What is said where the desk's unsent work or its reference data are too old, and where new acceptances stop for it. */
export const tooOld = {
  causes: {
    UNSENT: (days: string, limit: string) => `Máy này có việc chưa gửi về trung tâm đã ${days} ngày (huyện cho phép ${limit} ngày).`,
    REFERENCE: (days: string, limit: string) =>
      `Danh mục, lịch và cán bộ trên máy đã ${days} ngày chưa được trung tâm xác nhận (huyện cho phép ${limit} ngày).`,
  },
  next: 'Hãy nối mạng rồi bấm “Đồng bộ ngay”.',
  orTell: (phone: string) => `Không có mạng thì báo trung tâm${phone === '' ? '' : ` (${phone})`}.`,
  orTellAtCentre: 'Không có mạng thì báo người quản trị của huyện.',
  frozen: 'Máy tạm dừng tiếp nhận hồ sơ mới.',
  goesOn: 'Xem, in, giải quyết, trả kết quả vẫn làm được.',
  lifted: (name: string) => `Tiếp nhận mới được ${name} cho phép trên máy này đến hết hôm nay.`,
  sync: 'Đồng bộ ngay',
  lift: 'Mở khẩn cấp',
  refused:
    'Máy tạm dừng tiếp nhận hồ sơ mới vì dữ liệu để quá lâu. Những gì đã nhập vẫn còn. Hãy nối mạng và đồng bộ, hoặc nhờ lãnh đạo bấm “Mở khẩn cấp” ở đầu màn hình.',
  dialog: {
    title: 'Mở tiếp nhận khẩn cấp',
    what: 'Lãnh đạo bộ phận cho tiếp nhận tiếp trên máy này đến hết hôm nay. Việc này được ghi vào sổ của ngày và gửi về trung tâm khi có mạng.',
    who: 'Người cho phép',
    pin: 'Mã PIN của người cho phép',
    reason: 'Lý do',
    submit: 'Cho tiếp nhận hôm nay',
    nobody: 'Trên máy này không có lãnh đạo nào của đơn vị để cho phép. Hãy báo trung tâm.',
  },
  inClosing: {
    title: 'Tiếp nhận khẩn cấp khi dữ liệu quá lâu',
    line: (name: string, time: string, reason: string) => `${name} cho phép lúc ${time}: ${reason}`,
  },
} as const;
