/** Sentences of the command `new-administrator`. */
export const newAdministratorTexts = {
  help: 'Tạo quản trị viên huyện, hoặc đặt lại mật khẩu và quyền khi không ai đăng nhập quản trị được nữa',
  login: 'tên đăng nhập',
  fullName: 'họ và tên, khi là người mới',
  office: 'mã hoặc tên trung tâm',
  officeHelp: 'trung tâm của quản trị viên; không cần khi huyện chỉ có một',
  title: 'chức danh',
  titleHelp: 'chức danh của người mới',
  defaultTitle: 'Quản trị viên',
  reason: 'Lệnh new-administrator trên máy chủ',
  askPassphrase: 'Mật khẩu (từ 12 ký tự có chữ, hoặc 4 từ; gõ không hiện ra):',
  askAgain: 'Gõ lại mật khẩu:',
  noCentre: 'Dữ liệu chưa có trung tâm nào. Hãy mở máy chủ và lập huyện trước.',
  whichCentre: (names: readonly string[]) => `Có nhiều trung tâm (${names.join(', ')}). Hãy chọn một bằng --office.`,
  unknownNeedsName: (login: string, office: string) =>
    `${office} chưa có ai tên đăng nhập "${login}". Để tạo người mới, hãy thêm họ và tên.`,
  wrongPerson: 'Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm hoặc gạch; họ tên và chức danh không quá dài.',
  noPassphrase: 'Chưa có mật khẩu, không có gì thay đổi. Chạy lại lệnh và gõ mật khẩu.',
  weakPassphrase: 'Mật khẩu quá yếu, không có gì thay đổi. Cần từ 12 ký tự có chữ, hoặc 4 từ khác nhau.',
  notTheSame: 'Hai lần gõ không giống nhau, không có gì thay đổi. Chạy lại lệnh.',
  made: (name: string, login: string, office: string) =>
    `Đã tạo quản trị viên ${name} của ${office}: đăng nhập bằng "${login}" trên một thiết bị của trung tâm sau lần đồng bộ tới.`,
  armed: (name: string, login: string, office: string) =>
    `Đã đặt mật khẩu mới và quyền quản trị cho ${name} của ${office}: đăng nhập bằng "${login}" trên một thiết bị của trung tâm sau lần đồng bộ tới.`,
} as const;
