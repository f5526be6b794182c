/** Why the centre did not take an event, and what the officer does about it. Nothing refused is ever lost: it stays on this device. */
import type { RefusedCode } from '@onestop/shared/protocol/messages.ts';

export interface RefusedText {
  readonly reason: string;
  readonly todo: string;
}

export const refusedTexts = {
  'event/malformed': {
    reason: 'Nội dung ghi bị hỏng, trung tâm không đọc được.',
    todo: 'Mở hồ sơ, làm lại việc này; báo quản trị huyện kèm bản sao lưu nhật ký.',
  },
  'event/other-office': {
    reason: 'Việc được ghi cho một đơn vị khác với đơn vị của máy này.',
    todo: 'Kiểm tra máy có đúng của đơn vị mình; làm lại việc trên máy của đơn vị đó.',
  },
  'event/actor-unknown': {
    reason: 'Người thực hiện không có trong danh sách cán bộ của trung tâm.',
    todo: 'Báo quản trị thêm cán bộ, rồi người đó làm lại việc này.',
  },
  'event/actor-not-allowed': {
    reason: 'Người thực hiện không có quyền làm việc này.',
    todo: 'Nhờ người có quyền làm lại, hoặc báo quản trị cấp quyền.',
  },
  'event/dossier-not-visible': {
    reason: 'Hồ sơ không thuộc đơn vị này hoặc chưa được bàn giao cho đơn vị này.',
    todo: 'Liên hệ đơn vị đang giữ hồ sơ để được bàn giao.',
  },
  'event/held-elsewhere': {
    reason: 'Hồ sơ đang ở đơn vị khác khi việc này được ghi; chỉ đơn vị đang giữ hồ sơ mới được làm.',
    todo: 'Liên hệ đơn vị đang giữ hồ sơ; làm lại việc này sau khi hồ sơ được chuyển về.',
  },
  'event/share-not-allowed': {
    reason: 'Đơn vị được chuyển đến không có hoặc không phải cấp trên của đơn vị này',
    todo: 'Chuyển lại hồ sơ cho trung tâm cấp trên; nếu trung tâm đã đổi, báo quản trị cập nhật đơn vị.',
  },
  'event/unknown-type': {
    reason: 'Trung tâm chưa hiểu loại việc này vì dùng bản phần mềm cũ hơn.',
    todo: 'Không phải làm gì: trung tâm sẽ xử lý sau khi nâng cấp.',
  },
  'event/newer-version': {
    reason: 'Việc được ghi bằng bản phần mềm mới hơn bản của trung tâm.',
    todo: 'Không phải làm gì: trung tâm sẽ xử lý sau khi nâng cấp.',
  },
  'event/time-impossible': {
    reason: 'Thời điểm ghi không thể có: đồng hồ của máy bị sai.',
    todo: 'Sửa ngày giờ của máy, rồi làm lại việc này.',
  },
  'event/time-before-own': {
    reason: 'Thời điểm ghi sớm hơn việc máy này đã ghi trước đó: khi ghi, đồng hồ của máy bị lùi.',
    todo: 'Chỉnh ngày giờ của máy, rồi làm lại việc này.',
  },
  'numbers/duplicate-code': {
    reason: 'Mã hồ sơ trùng với một hồ sơ đã có.',
    todo: 'Giữ giấy hẹn của người dân, báo ngay quản trị huyện để cấp mã và in lại.',
  },
  'numbers/not-leased': {
    reason: 'Mã hồ sơ không nằm trong các số đã cấp cho máy này.',
    todo: 'Báo quản trị huyện; giữ giấy hẹn của người dân để đối chiếu.',
  },
} satisfies Record<RefusedCode, RefusedText>;

/** The same reasons as the administration reads them, with that of an event that only waits. */
export function setAsideReason(code: RefusedCode | 'event/past-missing'): string {
  return code === 'event/past-missing' ? 'Chờ các việc trước đó của hồ sơ, máy khác chưa gửi lên lại.' : refusedTexts[code].reason;
}
