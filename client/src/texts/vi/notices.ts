/** Notices to citizens: what is told, how, and the page "Tin báo". Imported by that page and the timeline. */
import type { Notice, NoticeCause, NoticeOutcome } from '@onestop/shared/dossier/notices.ts';

export const noticeCauseNames = {
  RESULT_READY: 'đã có kết quả',
  SUPPLEMENT: 'cần bổ sung giấy tờ',
  APOLOGY: 'xin lỗi, hẹn lại ngày trả',
  UNCOLLECTED: 'nhắc đến nhận kết quả',
} satisfies Record<NoticeCause, string>;

export const noticeOutcomeNames = {
  REACHED: 'Đã báo người dân',
  SENT: 'Đã nhắn người dân',
  NOT_REACHED: 'Chưa gặp người dân',
} satisfies Record<NoticeOutcome, string>;

export const noticeChannelNames = { CALL: 'gọi điện', SMS: 'SMS', ZALO: 'Zalo', LETTER: 'thư', OTHER: 'cách khác' } satisfies Record<
  Notice['channel'],
  string
>;

export const notices = {
  title: 'Tin báo',
  intro:
    'Việc người dân cần biết và chưa ai báo. Đọc hoặc nhắn đúng lời ghi sẵn: chỉ có mã, cơ quan và ngày, vì người nghe máy có thể là người khác.',
  owed: 'Cần báo',
  uncollected: 'Chưa đến nhận, nhắc lại',
  empty: 'Không có việc nào cần báo: mọi kết quả, yêu cầu bổ sung và lời xin lỗi đều đã báo.',
  noneUncollected: (days: number) => `Không có kết quả nào báo quá ${days} ngày mà chưa ai đến nhận.`,
  more: (count: string) => `Còn ${count} việc nữa, hiện ra khi các việc trên đã báo.`,
  tries: (count: number) => `đã gọi ${count} lần chưa gặp`,
  noPhone: 'Chưa có số điện thoại',
  addPhone: 'Mở hồ sơ để thêm số',
  called: 'Đã gọi, đã báo',
  missed: 'Không gặp',
  sms: 'Đã nhắn SMS',
  zalo: 'Đã nhắn Zalo',
  actOn: (act: string, name: string) => `${act}: ${name}`,
  notYours: 'Việc báo người dân dành cho cán bộ một cửa của xã.',
  again: 'việc này đã được báo trước đó',
} as const;
