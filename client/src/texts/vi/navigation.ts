/** Names of the pages and queues in the navigation, and of its groups. Imported by the shell alone: who signs in does not wait for it. */
import type { QueueName } from '../../contract/dossier-index.ts';

export const navigation = {
  queues: {
    today: 'Hôm nay',
    inProcess: 'Đang xử lý',
    dueToday: 'Hẹn hôm nay',
    dueSoon: 'Sắp đến hạn',
    dueAhead: 'Hẹn hôm nay, sắp đến hạn',
    overdue: 'Quá hạn',
    awaitingSupplement: 'Chờ bổ sung',
    awaitingPayment: 'Chờ thanh toán',
    awaitingSignature: 'Chờ ký',
    atDistrict: 'Ở huyện',
    toReturn: 'Chờ trả',
    contradictions: 'Cần đối chiếu',
    toPrint: 'In chờ',
    toSend: 'Chờ gửi',
    drafts: 'Nháp',
    toTell: 'Tin báo',
    all: 'Tất cả hồ sơ',
  } satisfies Record<QueueName, string>,
  pages: {
    home: 'Việc trong ngày',
    centre: 'Các xã',
    notices: 'Tin báo',
    register: 'Sổ theo dõi',
    report: 'Báo cáo',
    handover: 'Bàn giao',
    closing: 'Chốt ca',
    procedures: 'Thủ tục',
    board: 'Bảng niêm yết',
    admin: 'Quản trị',
    device: 'Máy này',
  },
  groups: { work: 'Việc cần làm', books: 'Sổ và báo cáo', office: 'Quầy và máy' },
  all: 'Mọi danh sách và trang',
} as const;
