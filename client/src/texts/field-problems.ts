/** Fields that the rules or the centre did not accept, in the words of the forms: `Lý do: chưa nhập`. Addresses of fields never reach the screen. */

interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

const names: Readonly<Record<string, string>> = {
  reason: 'Lý do',
  note: 'Ghi chú',
  to: 'Nơi nhận, người nhận',
  toOffice: 'Đơn vị nhận',
  receiver: 'Người nhận kết quả',
  proof: 'Giấy tờ đối chiếu',
  number: 'Số văn bản',
  date: 'Ngày văn bản',
  documentType: 'Loại văn bản',
  stepDue: 'Hạn của bước này',
  bringBy: 'Hạn bổ sung',
  outcome: 'Kết quả',
  feeReceipt: 'Số biên lai',
  receipt: 'Số biên lai',
  amountVnd: 'Số tiền',
  voucher: 'Số phiếu chi',
  ground: 'Căn cứ',
  feeVnd: 'Phí, lệ phí',
  missing: 'Giấy tờ còn thiếu',
  papers: 'Giấy tờ',
  sets: 'Số bộ hồ sơ',
  procedure: 'Thủ tục',
  owner: 'Chủ hồ sơ',
  submitter: 'Người nộp thay',
  returnAddress: 'Địa chỉ nhận kết quả',
  due: 'Ngày hẹn trả',
  summary: 'Nội dung cụ thể',
  fullName: 'Họ và tên',
  login: 'Tên đăng nhập',
  title: 'Chức danh',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  idNumber: 'Số giấy tờ',
  birthDate: 'Ngày sinh',
  deathDate: 'Ngày mất',
  idIssuedOn: 'Ngày cấp',
  answerBy: 'Hạn trả lời',
  question: 'Nội dung cần xác minh',
  answer: 'Nội dung trả lời',
  content: 'Nội dung phản ánh, kiến nghị',
  deliveredAt: 'Ngày giờ phát',
  archiveNumber: 'Số lưu trữ',
  signer: 'Người ký',
  taxCode: 'Mã số thuế',
  roles: 'Vai trò',
  secret: 'Mã PIN hoặc mật khẩu',
  office: 'Đơn vị',
  deviceName: 'Tên máy',
  id: 'Mã',
  name: 'Tên',
  authorityName: 'Tên cơ quan trên giấy',
  deskName: 'Tên bộ phận trên giấy',
  place: 'Địa danh',
  agencyId: 'Mã định danh điện tử',
  district: 'Đơn vị',
  admin: 'Người quản trị',
  validTo: 'Ngày cuối tiếp nhận',
  successor: 'Đơn vị tiếp nhận thay',
  kind: 'Loại',
  statisticsCode: 'Mã thống kê',
  districtName: 'Tên huyện',
  hotline: 'Đường dây nóng',
  receiptSuffix: 'Đuôi số của giấy tiếp nhận',
  publicLookup: 'Địa chỉ tra cứu',
  noticeResultReady: 'Tin báo có kết quả',
  noticeSupplement: 'Tin báo bổ sung',
  noticeApology: 'Tin báo xin lỗi',
  noticeUncollected: 'Tin báo chưa đến nhận',
  remindAfterDays: 'Số ngày nhắc lại',
  receiptNotes: 'Lưu ý in trên giấy tiếp nhận',
  sameDayCutoffMinute: 'Giờ không còn trả trong ngày',
  supplementCloseDays: 'Số ngày chờ bổ sung',
  dueSoonWorkingDays: 'Số ngày báo sắp đến hạn',
  idleLockMinutes: 'Số phút tự khóa',
  staleAfterMinutes: 'Số phút gọi là số liệu cũ',
  clockErrorSecondsMax: 'Số giây sai đồng hồ',
  storageLeftMegabytesMin: 'Bộ nhớ còn lại',
  unsentDaysMax: 'Số ngày chưa gửi',
  referenceDaysMax: 'Số ngày danh mục',
  lockoutTries: 'Số lần nhập sai PIN',
  lockoutSecondsFirst: 'Số giây tạm khóa',
};

const problems: Readonly<Record<string, string>> = {
  required: 'chưa nhập',
  'too-long': 'dài quá',
  'too-small': 'nhỏ quá',
  'too-big': 'lớn quá',
  too_small: 'chưa nhập hoặc ngắn quá',
  too_big: 'dài quá',
  invalid_format: 'sai định dạng',
  invalid_type: 'chưa nhập',
  date: 'không phải ngày có thật',
  future: 'ở sau hôm nay',
  past: 'phải ở sau hôm nay',
  text: 'có ký tự không dùng được',
  taken: 'đã có người dùng',
  staff: 'không có trong danh sách cán bộ đang làm việc ở đơn vị',
  unknown: 'không có trong danh sách',
  exists: 'đã có trong huyện',
  twice: 'ghi hai lần',
  fixed: 'không đổi được',
  over: 'đã qua',
  self: 'là chính đơn vị này',
  level: 'không cùng cấp',
  closed: 'đã ngừng hoặc sắp ngừng',
  succeeds: 'đơn vị này đang được chọn tiếp nhận thay đơn vị khác',
  above: 'còn đơn vị trực thuộc đang làm việc',
  alone: 'cần lý do nên phải thêm riêng từng người',
  'pin-short': 'cần ít nhất 6 số',
  'pin-trivial': 'dễ đoán quá, tránh số lặp lại và số liền nhau',
  'secret-same': 'giống mã đang dùng, cần một mã khác',
  passphrase: 'người quản trị cần cụm mật khẩu từ 12 ký tự hoặc 4 từ trở lên, không chỉ gồm số',
};

/** The innermost field that has a name; `undefined` where none has. */
function nameOf(path: string): string | undefined {
  const found = path.split('.').findLast((part) => Object.hasOwn(names, part));
  return found === undefined ? undefined : names[found];
}

/** Of one field, for the input itself; undefined where nothing is said of it. */
export function fieldProblemText(fields: readonly FieldProblem[], path: string): string | undefined {
  const found = fields.find((field) => field.path === path);
  return found === undefined ? undefined : (problems[found.problem] ?? 'chưa đúng');
}

/** "Lý do: chưa nhập; Tên đăng nhập: đã có người dùng". Empty where no field can be named. */
export function fieldProblemsText(fields: readonly FieldProblem[]): string {
  // An officer's id is made of the login: one wrong field, told once.
  const wrongLogin = fields.some(({ path }) => path === 'login');
  const told = fields.flatMap(({ path, problem }) => {
    if (wrongLogin && path === 'id') return [];
    const name = nameOf(path);
    return name === undefined ? [] : [`${name}: ${problems[problem] ?? 'chưa đúng'}`];
  });
  return [...new Set(told)].join('; ');
}
