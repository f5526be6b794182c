/** What the public reads when it looks a dossier up at home. */
import type { PublicPlace, PublicStage } from '@onestop/shared/register/public-status.ts';

export const lookupTexts = {
  title: 'Tra cứu hồ sơ',
  label: 'Mã hồ sơ',
  hint: 'Mã in trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả, ví dụ 000.01.38.H05-261123-0001.',
  find: 'Tra cứu',
  unknown: 'Không tìm thấy hồ sơ có mã này. Xem lại mã trên giấy, hoặc hỏi bộ phận một cửa đã nhận hồ sơ.',
  tooMany: (minutes: number) => `Đã tra cứu quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  stages: {
    IN_PROCESS: 'Đang giải quyết',
    AWAITING_PAPERS: 'Chờ bổ sung giấy tờ: xem phiếu yêu cầu bổ sung hoặc hỏi bộ phận một cửa',
    AWAITING_PAYMENT: 'Chờ thực hiện nghĩa vụ tài chính: xem thông báo hoặc hỏi bộ phận một cửa',
    RESULT_READY: 'Đã có kết quả, mời đến nhận',
    RETURNED: 'Đã trả kết quả',
    ENDED: 'Đã kết thúc: xem giấy thông báo hoặc hỏi bộ phận một cửa',
  } satisfies Record<PublicStage, string>,
  places: {
    DESK: 'hồ sơ đang ở bộ phận một cửa',
    OFFICER: 'hồ sơ đang ở công chức chuyên môn',
    SIGNATURE: 'kết quả đang chờ ký, vào số',
    ABOVE: 'hồ sơ đang ở cấp huyện hoặc đang trên đường luân chuyển',
  } satisfies Record<PublicPlace, string>,
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  stage: 'Tình trạng',
  received: 'Ngày tiếp nhận',
  promised: 'Ngày hẹn trả',
  finished: 'Ngày có kết quả',
  ended: 'Ngày kết thúc',
  returned: 'Ngày trả kết quả',
  freshness: (moment: string) => `Trung tâm đã nhận đủ việc của xã đến ${moment}; việc làm sau đó chưa có ở đây.`,
  noFreshness: 'Có máy của xã chưa gửi gì về trung tâm, nên thông tin có thể chưa đủ.',
  note: 'Trang này chỉ nêu tình trạng và ngày. Chi tiết xin hỏi bộ phận một cửa, mang theo giấy tiếp nhận.',
  hotline: (number: string) => `Đường dây nóng: ${number}`,
} as const;
