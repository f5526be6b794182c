/** Words for an officer's own secret: the first one changed, or any later. */
export const ownSecret = {
  title: 'Đổi mã PIN của mình',
  titlePassphrase: 'Đổi cụm mật khẩu của mình',
  secret: 'Mã đang dùng',
  next: 'Mã mới',
  again: 'Nhập lại mã mới',
  pinRule: 'Ít nhất 6 số, không lặp lại hay liền nhau.',
  passphraseRule: 'Người quản trị: cụm mật khẩu từ 12 ký tự hoặc 4 từ.',
  different: 'Hai lần nhập mã mới không giống nhau.',
  show: 'Hiện mã mới',
  submit: 'Đổi mã',
  needsLine: 'Cần có mạng: trung tâm đổi mã, rồi mọi máy của đơn vị nhận mã mới. Mã cũ thôi dùng ngay trên máy này.',
  done: 'Đã đổi mã. Từ lần sau vào làm việc bằng mã mới.',
  close: 'Đóng',
  first: {
    title: 'Đặt mã PIN của riêng mình',
    why: (name: string) =>
      `${name} đang dùng mã do trung tâm cấp trên giấy, người khác có thể đã thấy. Đặt mã của riêng anh/chị rồi vào làm việc.`,
    noLine: 'Chưa có mạng nên chưa đổi được. Cứ làm việc bằng mã trên phiếu, máy sẽ hỏi lại ở lần vào sau.',
    later: 'Làm việc trước, đổi sau khi có mạng',
    other: 'Chọn người khác',
  },
} as const;
