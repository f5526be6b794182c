/** What the officer reads when the rules refuse an act: what happened, and what to do. Exhaustive over `Refusal`. */
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import { fieldProblemsText } from './field-problems.ts';
import { formatDate, formatDateTime, formatLongDateTime, formatMoney } from './format.ts';
import { intakeProblemText } from './intake-errors.ts';
import { roleNames } from './roles.ts';
import { statusNames } from './statuses.ts';

type Sentences = { readonly [C in Refusal['code']]: (refusal: Extract<Refusal, { readonly code: C }>) => string };

const sentences = {
  'input/invalid': ({ fields }) => {
    const told = fieldProblemsText(fields);
    return told === '' ? 'Có ô chưa đúng. Xem lại các ô vừa nhập rồi thực hiện lại.' : `${told}. Sửa rồi thực hiện lại.`;
  },
  'intake/invalid': ({ problems }) => [...new Set(problems.map((one) => intakeProblemText(one.problem)))].join(' '),
  'access/role': ({ needed }) =>
    `Việc này dành cho ${needed.map((r) => roleNames[r]).join(', ')}. Nhờ người có quyền đăng nhập để thực hiện.`,
  'access/office': () => 'Hồ sơ này không thuộc đơn vị của anh/chị, nên không thực hiện được ở đây.',
  'office/closed': ({ lastDay, successor }) =>
    `Đơn vị này chỉ tiếp nhận đến hết ngày ${formatDate(lastDay)}.${successor === undefined ? '' : ` Hướng dẫn người nộp đến ${successor}.`} Hồ sơ đã nhận vẫn được giải quyết và trả ở đây.`,
  'dossier/not-found': () => 'Không thấy hồ sơ này trên máy. Hãy đồng bộ rồi mở lại.',
  'dossier/status': ({ status }) => `Hồ sơ đang ở trạng thái “${statusNames[status]}” nên không thực hiện được việc này.`,
  'dossier/contradiction-open': () => 'Hồ sơ có hai việc trái nhau cần đối chiếu. Hãy chọn việc được giữ ở thẻ trên cùng trước.',
  'dossier/papers-missing': ({ components }) =>
    `Còn thiếu ${components.length} giấy tờ bắt buộc. Hướng dẫn người nộp bổ sung trước khi nhận.`,
  'dossier/reason-needed': () => 'Cần ghi lý do.',
  'dossier/supplement-already-requested': () =>
    'Đã yêu cầu bổ sung một lần. Chỉ được yêu cầu bổ sung không quá một lần; lần nữa phải có lãnh đạo đồng ý và lý do.',
  'dossier/apology-already-made': () => 'Đã xin lỗi và hẹn lại một lần. Không được hẹn lại lần thứ hai.',
  'dossier/new-due-not-later': () => 'Ngày hẹn mới phải sau ngày hẹn cũ.',
  'dossier/void-not-same-day': ({ acceptedAt }) =>
    `Chỉ hủy được trong ngày tiếp nhận; hồ sơ này nhận lúc ${formatDateTime(acceptedAt)}. Hãy dùng “Dừng xử lý”.`,
  'dossier/fee-unpaid': ({ dueVnd }) => `Chưa thu đủ phí, lệ phí: còn ${formatMoney(dueVnd)}. Thu và ghi biên lai rồi mới trả kết quả.`,
  'dossier/not-interconnected': () => 'Thủ tục này không liên thông lên huyện.',
  'dossier/not-instant': () => 'Thủ tục này không phải loại trả kết quả ngay. Hãy nhận hồ sơ và hẹn ngày trả.',
  'dossier/too-early': ({ from }) => `Chưa đến lúc: việc này thực hiện được từ ${formatLongDateTime(from)}.`,
  'dossier/nothing-to-refund': ({ paidVnd }) => `Chỉ hoàn được số đã thu, hiện là ${formatMoney(paidVnd)}.`,
  'dossier/not-your-act': () => 'Chỉ rút lại được việc mới nhất của chính mình, làm trên máy này. Việc khác: ghi sửa hoặc hủy hồ sơ.',
  'dossier/other-agency': () =>
    'Thủ tục này do cơ quan khác giải quyết nên phải có mã hồ sơ khác. Hãy hủy hồ sơ này rồi tiếp nhận lại theo đúng thủ tục.',
  'dossier/told-already': () => 'Người dân đã được báo việc này rồi, không báo lần nữa.',
  'dossier/nothing-to-settle': () => 'Việc này đã được đối chiếu xong, không còn gì phải chọn.',
  'clock/too-early': ({ floor }) =>
    `Đồng hồ của máy đang sớm hơn ${formatDateTime(floor)}, lúc đã biết chắc, nên chưa ghi được việc này. Chỉnh ngày giờ của máy; nếu không ai chỉnh được, bấm “Khai ngày giờ” ở dòng báo trên đầu màn hình.`,
  'procedure/not-found': ({ key }) => `Không thấy thủ tục ${key} trong danh mục trên máy. Hãy đồng bộ danh mục.`,
  'procedure/not-in-force': ({ key }) => `Thủ tục ${key} hiện không còn hiệu lực. Hãy chọn thủ tục thay thế trong danh mục.`,
  'deadline/calendar-unknown': ({ year, estimate }) =>
    `Chưa có lịch làm việc năm ${year} nên ngày hẹn chỉ tạm tính được${estimate === undefined ? '' : `: ${formatLongDateTime(estimate)}`}. Nhập ngày hẹn và căn cứ để nhận hồ sơ; báo quản trị huyện nhập lịch năm ${year}.`,
  'deadline/day-off': (refusal) => intakeProblemText(refusal),
  'deadline/outside-hours': (refusal) => intakeProblemText(refusal),
  'numbers/none-left': () => 'Máy này đã dùng hết số hồ sơ được cấp. Hãy nối mạng để nhận thêm số; hồ sơ đang nhập được giữ nguyên.',
  'numbers/no-lease': () =>
    'Máy này chưa được cấp số hồ sơ cho cơ quan giải quyết thủ tục này. Hãy nối mạng một lần để nhận số; hồ sơ đang nhập được giữ nguyên.',
} satisfies Sentences;

export function refusalText(refusal: Refusal): string {
  // The map is exhaustive by type; the union is narrowed by its own code, which the compiler cannot follow through an index.
  return (sentences[refusal.code] as (value: Refusal) => string)(refusal);
}
