/** What the public reads of a dossier, at home and at the tablet by the door: the same words in both places. Keys are those of `register/public-status.ts`. */
export const publicWords = {
  label: 'Mã hồ sơ',
  hint: 'Mã in trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả, ví dụ 000.01.38.H05-261123-0001.',
  find: 'Tra cứu',
  stages: {
    IN_PROCESS: 'Đang giải quyết',
    AWAITING_PAPERS: 'Chờ bổ sung giấy tờ: xem phiếu yêu cầu bổ sung hoặc hỏi bộ phận một cửa',
    AWAITING_PAYMENT: 'Chờ thực hiện nghĩa vụ tài chính: xem thông báo hoặc hỏi bộ phận một cửa',
    RESULT_READY: 'Đã có kết quả, mời đến nhận',
    RETURNED: 'Đã trả kết quả',
    ENDED: 'Đã kết thúc: xem giấy thông báo hoặc hỏi bộ phận một cửa',
  },
  places: {
    DESK: 'hồ sơ đang ở bộ phận một cửa',
    OFFICER: 'hồ sơ đang ở công chức chuyên môn',
    SIGNATURE: 'kết quả đang chờ ký, vào số',
    ABOVE: 'hồ sơ đang ở cấp huyện hoặc đang trên đường luân chuyển',
  },
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  received: 'Ngày tiếp nhận',
  promised: 'Ngày hẹn trả',
  finished: 'Ngày có kết quả',
  ended: 'Ngày kết thúc',
  returned: 'Ngày trả kết quả',
} as const;
