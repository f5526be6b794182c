/** The citizen's rating: the way to it for the officer, and the page in the citizen's hand. Imported by what shows it alone. */
import type { RatingScore } from '@onestop/shared/dossier/state.ts';

export const rating = {
  ask: 'Mời người dân đánh giá',
  title: 'Ông/bà thấy việc phục vụ thế nào?',
  hint: 'Không bắt buộc. Chọn một khuôn mặt.',
  faces: { GOOD: 'Hài lòng', FAIR: 'Bình thường', BAD: 'Chưa hài lòng' } satisfies Record<RatingScore, string>,
  why: 'Vì sao? Có thể chọn nhiều ý hoặc bỏ qua.',
  reasons: {
    GOOD: ['Cán bộ tận tình', 'Giải quyết nhanh', 'Hướng dẫn rõ ràng', 'Thủ tục đơn giản'],
    FAIR: ['Chờ lâu', 'Hướng dẫn chưa rõ', 'Phải đi lại nhiều lần', 'Thủ tục rườm rà'],
    BAD: ['Chờ lâu', 'Trễ hẹn', 'Hướng dẫn chưa rõ', 'Phải đi lại nhiều lần', 'Thái độ chưa đúng mực', 'Thủ tục rườm rà'],
  } satisfies Record<RatingScore, readonly string[]>,
  send: 'Gửi đánh giá',
  thanks: 'Cảm ơn ông/bà đã đánh giá',
  giveBack: 'Xin gửi lại máy cho cán bộ.',
  closed: 'Chưa đánh giá được hồ sơ này',
  failed: 'Máy chưa ghi được đánh giá. Xin thử lại hoặc báo cán bộ.',
  staff: 'Dành cho cán bộ',
} as const;
