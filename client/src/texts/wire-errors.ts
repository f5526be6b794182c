/** One sentence and one action for everything that can go wrong on the line. Exhaustive over the wire errors, the two network ones and this device's own. */
import type { WireErrorCode } from '@onestop/shared/protocol/errors.ts';
import type { LocalErrorCode } from '@onestop/shared/sync/sync-machine.ts';

export interface WireErrorText {
  /** What happened. */
  readonly said: string;
  /** What to do. */
  readonly todo: string;
}

export const wireErrorTexts = {
  'network/unreachable': { said: 'Không liên lạc được với trung tâm.', todo: 'Việc vẫn được lưu trên máy và tự gửi khi có mạng.' },
  'network/not-ours': {
    said: 'Mạng đang chặn: nhận được trang của nhà mạng hoặc trang đăng nhập Wi-Fi, không phải của trung tâm.',
    todo: 'Mở trang đăng nhập Wi-Fi, hoặc đổi sang mạng khác.',
  },
  'wire/malformed': { said: 'Trung tâm không đọc được gói dữ liệu.', todo: 'Tải lại ứng dụng; nếu còn lỗi, báo quản trị huyện.' },
  'wire/too-large': { said: 'Gói dữ liệu quá lớn.', todo: 'Máy tự chia nhỏ và gửi lại.' },
  'wire/protocol-too-old': {
    said: 'Ứng dụng trên máy này đã cũ so với trung tâm.',
    todo: 'Cập nhật ứng dụng; dữ liệu trên máy được giữ nguyên.',
  },
  'wire/protocol-too-new': {
    said: 'Trung tâm đang dùng bản cũ hơn máy này.',
    todo: 'Không phải làm gì: máy gửi lại sau khi trung tâm nâng cấp.',
  },
  'wire/device-unknown': {
    said: 'Trung tâm không nhận ra máy này.',
    todo: 'Xin quản trị một mã ghi danh mới; dữ liệu trên máy được giữ nguyên.',
  },
  'wire/device-revoked': { said: 'Máy này đã bị thu hồi quyền.', todo: 'Liên hệ quản trị huyện. Việc chưa gửi vẫn còn trên máy.' },
  'wire/device-mismatch': {
    said: 'Danh tính của máy không khớp với trung tâm.',
    todo: 'Liên hệ quản trị huyện để ghi danh lại; dữ liệu trên máy được giữ nguyên.',
  },
  'wire/upload-gone': { said: 'Lần gửi trước bị đứt giữa chừng.', todo: 'Máy tự gửi lại từ đầu.' },
  'wire/proof-invalid': {
    said: 'Chữ ký của máy không được trung tâm chấp nhận.',
    todo: 'Liên hệ quản trị huyện để ghi danh lại; dữ liệu trên máy được giữ nguyên.',
  },
  'wire/busy': { said: 'Trung tâm đang bận.', todo: 'Máy tự thử lại sau ít phút.' },
  'wire/internal': { said: 'Trung tâm gặp sự cố.', todo: 'Máy tự thử lại; việc vẫn được lưu trên máy.' },
  'wire/not-found': { said: 'Trung tâm không có địa chỉ này.', todo: 'Kiểm tra địa chỉ của ứng dụng, hoặc báo quản trị huyện.' },
  'enrol/code-unknown': { said: 'Mã ghi danh không đúng.', todo: 'Kiểm tra lại từng ký tự, hoặc xin quản trị mã mới.' },
  'enrol/code-used': { said: 'Mã ghi danh này đã được dùng.', todo: 'Mỗi mã chỉ dùng cho một máy. Xin quản trị mã mới.' },
  'enrol/code-expired': { said: 'Mã ghi danh đã hết hạn.', todo: 'Xin quản trị mã mới.' },
  'enrol/too-many-tries': { said: 'Đã thử sai quá nhiều lần.', todo: 'Chờ ít phút rồi thử lại.' },
  'session/wrong': { said: 'Tên đăng nhập hoặc mã PIN không đúng.', todo: 'Kiểm tra rồi nhập lại.' },
  'session/locked': { said: 'Đã nhập sai quá nhiều lần, tài khoản tạm khóa.', todo: 'Chờ hết thời gian khóa rồi nhập lại.' },
  'session/needed': { said: 'Cần xác nhận lại người quản trị với trung tâm.', todo: 'Nhập lại mã PIN để tiếp tục.' },
  'access/denied': { said: 'Anh/chị không có quyền làm việc này.', todo: 'Nhờ quản trị huyện thực hiện.' },
  'admin/invalid': { said: 'Có ô chưa đúng.', todo: 'Sửa các ô được nêu rồi lưu lại.' },
  'admin/last-administrator': {
    said: 'Đây là quản trị huyện cuối cùng đang làm việc nên không thể cho nghỉ, bỏ vai trò hay chuyển đơn vị.',
    todo: 'Trao vai trò quản trị huyện cho một người khác ở trung tâm trước.',
  },
  'admin/changed': { said: 'Dữ liệu ở trung tâm vừa thay đổi so với lúc xem.', todo: 'Xem lại rồi làm lại.' },
  'admin/device-waiting': {
    said: 'Máy này còn việc chưa gửi, hoặc chưa từng báo là đã gửi hết.',
    todo: 'Mở máy, để máy đồng bộ xong rồi làm lại; nếu máy đã hỏng hoặc mất thì chọn “Báo mất” hoặc “Thu hồi”.',
  },
  'setup/closed': {
    said: 'Việc thiết lập ban đầu đã xong, đường dẫn này không dùng được nữa.',
    todo: 'Đăng nhập bằng tài khoản quản trị đã tạo.',
  },
  'local/storage': {
    said: 'Máy này chưa đọc hoặc ghi được dữ liệu của mình.',
    todo: 'Máy tự thử lại; nếu không hết, đóng các thẻ khác rồi tải lại trang.',
  },
  'local/log-broken': {
    said: 'Nhật ký trên máy này không khớp với trung tâm.',
    todo: 'Tải bản sao lưu về, rồi liên hệ quản trị huyện.',
  },
  'local/locked': {
    said: 'Trung tâm cấp danh tính mới cho máy này.',
    todo: 'Đăng nhập một lần để máy ghi lại những việc chưa gửi.',
  },
} satisfies Record<WireErrorCode | LocalErrorCode | 'network/unreachable' | 'network/not-ours', WireErrorText>;

export type LineErrorCode = keyof typeof wireErrorTexts;

export function wireErrorSentence(code: LineErrorCode): string {
  const { said, todo } = wireErrorTexts[code];
  return `${said} ${todo}`;
}
