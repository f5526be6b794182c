/** The print screen (not the forms: their wording stays in `print/forms/`). */
export const print = {
  titles: {
    receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    supplement: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    register: 'Sổ theo dõi hồ sơ',
  },
  print: 'In',
  layout: 'Khổ giấy',
  layouts: { A5: 'A5, mỗi liên một tờ', TWO_ON_A4: 'A4 ngang, hai liên một tờ' },
  layoutHint: 'Trong hộp thoại in, chọn đúng khổ giấy này và tỉ lệ 100%.',
  registerHint: 'Khổ A4 ngang, tỉ lệ 100%.',
  period: 'Tháng',
  loading: 'Đang mở hồ sơ…',
  unknownForm: 'Không có mẫu in này.',
  notFound: 'Không thấy hồ sơ này trên máy. Hãy đồng bộ rồi mở lại.',
  notAccepted: 'Hồ sơ chưa được tiếp nhận nên chưa có giấy hẹn để in.',
  noGuidance: 'Hồ sơ này không có phiếu yêu cầu bổ sung nào.',
  noReference: 'Máy chưa có danh mục dùng chung. Hãy nối mạng và đồng bộ một lần.',
  badPeriod: 'Kỳ in không đúng. Chọn một tháng.',
  emptyPeriod: 'Kỳ này chưa có hồ sơ nào trong sổ.',
  back: 'Về hồ sơ',
  home: 'Về trang đầu',
} as const;
