/** What the public reads when it looks a dossier up at home, beside `publicWords`. */
import { publicWords } from '@onestop/shared/text/public-words.ts';

export const lookupTexts = {
  ...publicWords,
  title: 'Tra cứu hồ sơ',
  unknown: 'Không tìm thấy hồ sơ có mã này. Xem lại mã trên giấy, hoặc hỏi bộ phận một cửa đã nhận hồ sơ.',
  tooMany: (minutes: number) => `Đã tra cứu quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  freshness: (moment: string) => `Trung tâm đã nhận đủ việc của xã đến ${moment}; việc làm sau đó chưa có ở đây.`,
  noFreshness: 'Có máy của xã chưa gửi gì về trung tâm, nên thông tin có thể chưa đủ.',
  note: 'Trang này chỉ nêu tình trạng và ngày. Chi tiết xin hỏi bộ phận một cửa, mang theo giấy tiếp nhận.',
  hotline: (number: string) => `Đường dây nóng: ${number}`,
} as const;
