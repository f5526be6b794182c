/** Sentences of the command `issue-code`. */
export const issueCodeTexts = {
  help: 'Cấp mã ghi danh dùng một lần cho một thiết bị',
  office: 'mã hoặc tên đơn vị',
  device: 'tên thiết bị',
  deviceTooLong: (max: number) => `Tên thiết bị dài quá ${max} ký tự. Hãy rút gọn.`,
  code: (code: string) => `Mã ghi danh: ${code}`,
  done: (office: string, device: string, until: string) => `Mã trên dành cho ${device} của ${office}, dùng một lần, đến ${until}.`,
} as const;
