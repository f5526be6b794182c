/** Words of choosing many rows of a list; apart from what is then done to them, which comes when it is asked for. */
export const choosingTexts = {
  box: 'Chọn',
  isChosen: 'đã chọn',
  notChosen: 'chưa chọn',
  begin: 'Chọn nhiều',
  beginKey: 'Space',
  chosen: (n: number) => (n === 0 ? 'Chưa chọn hồ sơ nào' : `Đã chọn ${n} hồ sơ`),
  how: 'Space chọn · Shift+↑↓ chọn liền · Ctrl+A chọn hết · Esc thôi chọn',
  all: 'Chọn hết',
  stop: 'Thôi chọn',
} as const;
