/** Help inside: for each screen what it is for, its keys, what goes on without a line, and what its marks mean. Short, in the words of the office; fetched when it is opened. */
import { acts } from './acts.ts';
import { choosingTexts } from './choosing.ts';
import { centre } from './centre.ts';
import { dossier } from './dossier.ts';
import { register } from './register.ts';

export interface HelpTopic {
  readonly title: string;
  /** What the screen is for, and the usual way through it. */
  readonly what: readonly string[];
  /** The key as its cap says it, and what it does here. */
  readonly keys: readonly (readonly [key: string, does: string])[];
  /** What goes on, and what waits, when the line is away. */
  readonly offline: string;
  /** A mark as the screen shows it, and what it means. */
  readonly marks: readonly (readonly [mark: string, meaning: string])[];
}

const rowKeys = [
  ['↑ ↓', 'chọn dòng'],
  ['Enter', 'mở hồ sơ của dòng đang chọn'],
  ['Home', 'về dòng đầu'],
  ['End', 'đến dòng cuối'],
  [choosingTexts.beginKey, 'chọn nhiều hồ sơ để làm một lần'],
] as const;

const rowMarks = [
  [register.pending, 'việc mới nhất của hồ sơ còn ở máy này, trung tâm chưa nhận. Không có dấu là trung tâm đã nhận.'],
  [register.contradiction, 'hai nơi đã làm trái nhau khi chưa thấy việc của nhau: mở hồ sơ, chọn một bên, ghi lý do.'],
  [register.needsUpdate, 'có việc do máy dùng bản mới hơn ghi: cập nhật ứng dụng ở máy này rồi xem lại.'],
  [register.pausedShort, 'thời hạn đang dừng vì chờ người dân bổ sung hoặc nộp tiền.'],
  ['LT-', 'hồ sơ liên thông, mã do cấp trên quản lý.'],
] as const;

const localWork = 'Vẫn làm đủ như khi có mạng: mọi việc lưu trên máy này và tự gửi khi có mạng lại.';

const topics = {
  general: {
    title: 'Dùng chung trên mọi trang',
    what: [
      'Menu bên trái là các danh sách việc, kèm số hồ sơ đang có. Trên máy tính bảng, những mục thường dùng nằm ở thanh dưới, mục khác ở "Thêm".',
      'Quét mã trên giấy hẹn ở bất cứ trang nào là mở đúng hồ sơ đó. Quét thẻ CCCD là tìm hồ sơ của người có thẻ.',
    ],
    keys: [
      ['F1', 'mở trợ giúp của trang đang xem'],
      ['F2', 'tiếp nhận hồ sơ mới'],
      ['Ctrl K', 'tìm hồ sơ, người, thủ tục'],
      ['F12', 'khóa máy khi rời quầy; việc đang gõ giữ nguyên'],
      ['Esc', 'đóng hộp thoại, không ghi gì'],
    ],
    offline: 'Dòng chữ ở góc trên bên phải cho biết việc đã về trung tâm đến đâu. Mất mạng thì cứ làm tiếp, không cần ghi sổ giấy.',
    marks: [
      ['Đã đồng bộ …, trung tâm đã nhận đủ', 'mọi việc của máy này đã ở trung tâm.'],
      ['Ngoại tuyến · … chờ gửi', 'việc đã lưu chắc trên máy; máy tự gửi khi có mạng.'],
      ['Ngừng gửi, cần xử lý', 'bấm vào dòng chữ để xem vì sao và phải làm gì.'],
    ],
  },
  home: {
    title: 'Việc trong ngày',
    what: [
      'Bốn con số của ngày, rồi đến những hồ sơ cần làm trước, gấp nhất ở trên.',
      'Mỗi dòng có sẵn nút cho việc tiếp theo. Bấm vào con số để xem cả danh sách.',
    ],
    keys: [
      ['F2', 'tiếp nhận hồ sơ mới'],
      ['Enter', 'mở hồ sơ đang chọn'],
    ],
    offline: `${localWork} Hồ sơ máy khác nhận trong lúc mất mạng chưa hiện ở đây.`,
    marks: rowMarks,
  },
  intake: {
    title: 'Tiếp nhận hồ sơ',
    what: [
      'Bốn khối từ trên xuống: thủ tục, người nộp, giấy tờ, hẹn trả. Xem lại bốn dòng tóm tắt rồi bấm "Nhận và in giấy hẹn": máy cấp mã và in.',
      'Thiếu giấy tờ thì in phiếu hướng dẫn; hồ sơ chưa tính hạn. Việc xong ngay trong lúc người dân chờ thì nhận và trả một lần.',
      'Quét thẻ CCCD lúc nào cũng được; chữ của thẻ bị lỗi thì máy nói cách sửa và không ghi gì.',
    ],
    keys: [
      ['F4', 'quét thẻ bằng máy ảnh'],
      ['F6', 'đánh dấu đủ các giấy tờ phải có'],
      ['F8', 'xem và in phiếu hướng dẫn bổ sung'],
      ['F9', 'nhận hồ sơ và in giấy hẹn'],
      ['F10', 'nhận và trả kết quả ngay'],
      ['Alt 1…9', 'lấy thủ tục theo thứ tự trong danh sách'],
      ['↑ ↓', 'chọn thủ tục, chọn giấy tờ'],
      ['Enter', 'lấy thủ tục đang chọn, sang ô tiếp theo'],
    ],
    offline: 'Nhận, cấp mã, in giấy hẹn như thường: mã lấy từ dải số của máy này nên không trùng với máy khác.',
    marks: [
      ['*', 'phải điền hoặc phải chọn.'],
      ['tạm tính', 'lịch nghỉ của năm đó chưa có: ngày hẹn do cán bộ đặt, giấy ghi rõ là tạm tính.'],
    ],
  },
  queue: {
    title: 'Danh sách việc',
    what: [
      'Mỗi danh sách là một loại việc còn phải làm. Hồ sơ tự rời danh sách khi việc đó xong.',
      'Hạn gần nhất ở trên; riêng "Hôm nay" và "Chờ gửi" thì mới nhất ở trên.',
    ],
    keys: rowKeys,
    offline: `${localWork} Danh sách gồm mọi hồ sơ máy này biết đến lần đồng bộ gần nhất.`,
    marks: rowMarks,
  },
  register: {
    title: 'Sổ theo dõi hồ sơ',
    what: [
      'Mọi hồ sơ của đơn vị. Gõ tên không dấu, mã, số giấy tờ hoặc điện thoại để lọc; "In sổ tháng này" in sổ theo mẫu, chọn được kỳ khác.',
      'Tên gần giống chỉ hiện khi không có hồ sơ nào đúng như đã gõ.',
    ],
    keys: rowKeys,
    offline: 'Lọc, xem và in được hết những gì máy này có.',
    marks: rowMarks,
  },
  dossier: {
    title: 'Trang hồ sơ',
    what: [
      'Bên phải là việc làm tiếp: nút đậm là việc chính. "Việc khác" có mọi việc còn lại, gõ vài chữ để tìm; việc chưa làm được thì có ghi vì sao.',
      `Diễn biến cho biết ai làm gì, lúc nào, ở máy nào. Làm nhầm thì dùng "${acts.undoLastAct.act}" khi chưa ai làm tiếp.`,
    ],
    keys: [
      ['F9', 'làm việc chính'],
      ['Enter', 'trong hộp thoại: ghi việc'],
      ['Esc', 'trong hộp thoại: đóng, không ghi'],
    ],
    offline: `${localWork} Giấy tờ vẫn in được. Nếu nơi khác cũng làm hồ sơ này mà chưa thấy việc của nhau, hồ sơ sẽ vào "Cần đối chiếu".`,
    marks: [
      ['nhận từ trung tâm', 'việc do máy khác ghi, trung tâm đã chuyển về.'],
      [dossier.statedTime, 'lúc đó đồng hồ máy sai, cán bộ đã khai ngày giờ.'],
      [dossier.setAside.LEFT_OUT, 'việc không được chọn khi đối chiếu, hoặc đã hoàn tác.'],
      [register.paused, 'thời hạn dừng cho đến khi đủ giấy tờ hoặc đã nộp tiền.'],
    ],
  },
  handover: {
    title: 'Bàn giao hồ sơ',
    what: [
      'Những bảng kê còn dòng chưa xác nhận, do quầy này giao hoặc phải nhận.',
      'Mở bảng kê, hoặc quét mã QR trên bảng kê giấy; đánh dấu từng hồ sơ giấy đã ở trong tay rồi xác nhận. Dòng không đánh dấu vẫn là chưa nhận.',
    ],
    keys: [],
    offline: 'Giao, in bảng kê và xác nhận được khi mất mạng. Hồ sơ máy này chưa biết sẽ xác nhận được sau lần đồng bộ tiếp theo.',
    marks: [],
  },
  closing: {
    title: 'Chốt ca',
    what: [
      'Cuối ngày xem còn gì chưa gửi, giấy tờ nào chưa bàn giao, hồ sơ nào đến hạn ngày làm việc tới, tiền trong két có khớp biên lai không.',
      'Cán bộ một cửa đếm tiền rồi chốt; người thứ hai là lãnh đạo duyệt ngay ở đây bằng mã PIN của mình, hoặc trả lại kèm lý do.',
    ],
    keys: [],
    offline: 'Chốt và duyệt được khi mất mạng. Việc chưa gửi vẫn nằm trên máy và tự gửi sau.',
    marks: [['Chờ lãnh đạo duyệt', 'đã chốt, chưa ai duyệt.']],
  },
  tickets: {
    title: 'Số thứ tự',
    what: [
      'Người dân lấy số ở màn hình lớn; quầy gọi số tiếp theo, gọi lại, cho qua khi không ai đến, hoặc ghi đã xong. Mở tiếp nhận từ số đang gọi thì số ghi theo hồ sơ.',
      'Mỗi máy có chữ cái riêng trước số, nên hai máy không bao giờ phát cùng một số.',
    ],
    keys: [],
    offline: 'Lấy số và gọi số được khi mất mạng. Máy khác của cơ quan thấy số sau khi hai máy đều đồng bộ.',
    marks: [],
  },
  notices: {
    title: 'Tin báo',
    what: [
      'Việc người dân cần biết mà chưa ai báo: có kết quả, cần bổ sung, xin lỗi hẹn lại, nhắc đến nhận. Đọc đúng lời ghi sẵn rồi ghi đã báo hay không gặp.',
      'Một việc chỉ báo một lần; báo trùng từ máy khác được ghi rõ trong diễn biến hồ sơ.',
    ],
    keys: [],
    offline: 'Gọi điện và ghi lại được khi mất mạng. Phần mềm chưa tự gửi tin nhắn: nhắn bằng điện thoại của cơ quan rồi ghi vào đây.',
    marks: [],
  },
  sync: {
    title: 'Đồng bộ',
    what: [
      'Cho biết còn gì trên máy này chưa về trung tâm, lần gửi gần nhất, và việc nào trung tâm không nhận, vì sao.',
      'Không cần bấm gì: máy tự gửi. "Đồng bộ ngay" chỉ để gửi sớm hơn.',
    ],
    keys: [],
    offline: 'Việc chờ ở đây, tắt máy cũng không mất. Đừng xóa dữ liệu trình duyệt khi còn việc chờ gửi.',
    marks: [
      ['trung tâm nhận đủ', 'trung tâm đã ghi xuống đĩa và gửi biên nhận.'],
      ['bị từ chối', 'trung tâm không nhận một việc: đọc lý do trong danh sách rồi làm lại cho đúng.'],
    ],
  },
  centre: {
    title: 'Các xã',
    what: ['Số nhận, đang giải quyết, quá hạn và tỷ lệ đúng hạn của từng xã, kèm số liệu mới đến lúc nào. Bấm tên xã để xem hồ sơ.'],
    keys: [['Enter', 'mở xã đang chọn']],
    offline: 'Hiện số liệu đến lần đồng bộ gần nhất của máy này, có ghi giờ.',
    marks: [[centre.staleNote, 'xã chưa gửi về trong thời gian đã đặt: con số có thể thiếu, hỏi xã trước khi kết luận.']],
  },
  commune: {
    title: 'Một xã',
    what: ['Số liệu và hồ sơ của một xã như trung tâm đang có. Bấm một con số để xem danh sách.'],
    keys: rowKeys,
    offline: 'Xem được đến lần đồng bộ gần nhất của máy này.',
    marks: rowMarks,
  },
  report: {
    title: 'Báo cáo',
    what: [
      'Báo cáo II.06a của kỳ đã chọn, tính từ hồ sơ máy này có. Bấm một con số để xem những hồ sơ làm nên nó.',
      'In, hoặc tải tệp bảng tính để gửi.',
    ],
    keys: [],
    offline: 'Tính và in được; số liệu mới đến lần đồng bộ gần nhất, có ghi trên trang.',
    marks: [],
  },
  catalogue: {
    title: 'Danh mục thủ tục',
    what: ['Tra thủ tục: giấy tờ, thời hạn, phí, biểu mẫu. Gõ không dấu; bấm vào dòng để xem đủ và nguồn của từng thời hạn.'],
    keys: rowKeys,
    offline: 'Cả danh mục nằm trên máy này.',
    marks: [],
  },
  procedure: {
    title: 'Một thủ tục',
    what: ['Thành phần hồ sơ, thời hạn, phí, biểu mẫu và căn cứ của một thủ tục, kèm mức độ chắc chắn của từng mục.'],
    keys: [],
    offline: 'Xem được khi mất mạng.',
    marks: [],
  },
  board: {
    title: 'Bảng niêm yết',
    what: ['Bảng thủ tục cho người dân xem. Mở toàn màn hình trên máy đặt ở cửa; ở đó không vào được hồ sơ nào.'],
    keys: [],
    offline: 'Chạy được khi mất mạng.',
    marks: [],
  },
  admin: {
    title: 'Quản trị',
    what: [
      'Mở huyện, máy, cán bộ, đơn vị, thủ tục, lịch, cấu hình và nhật ký quản trị. Mỗi thay đổi ghi lại ai làm, trước và sau.',
      'Thay đổi tự về các máy ở lần đồng bộ tiếp theo của từng máy.',
    ],
    keys: [],
    offline: 'Trang này làm việc thẳng với trung tâm nên cần mạng. Tiếp nhận và giải quyết hồ sơ thì không.',
    marks: [['chưa xác nhận', 'mã định danh của đơn vị chưa đối chiếu với quyết định.']],
  },
  device: {
    title: 'Máy này',
    what: [
      'Tên, đơn vị, bộ nhớ của máy và những gì đã sẵn sàng để làm việc khi mất mạng.',
      'Bấm "Xin trình duyệt giữ dữ liệu" và cài ứng dụng vào máy để trình duyệt không tự xóa.',
    ],
    keys: [],
    offline: 'Xem được khi mất mạng; tải bản sao lưu nhật ký cũng vậy.',
    marks: [['chưa cam kết', 'trình duyệt có thể tự xóa dữ liệu khi máy đầy: cài ứng dụng vào máy.']],
  },
  print: {
    title: 'Xem và in giấy',
    what: ['Giấy hiện đúng như khi in. Chọn khổ giấy ở trên rồi bấm In. In lần sau thì chân trang tự ghi "In lại".'],
    keys: [['Ctrl P', 'in']],
    offline: 'In được khi mất mạng. Tên, địa danh là của ngày lập giấy, không đổi theo danh sách hôm nay.',
    marks: [['In lại', 'giấy này đã in trước đó, đây là bản in thêm.']],
  },
} as const satisfies Readonly<Record<string, HelpTopic>>;

export type HelpId = keyof typeof topics;

export const help = {
  title: (screen: string) => `Trợ giúp: ${screen}`,
  keys: 'Phím',
  offline: 'Khi mất mạng',
  marks: 'Dấu hiệu trên trang',
  find: 'Tìm trong trợ giúp',
  others: 'Trang khác',
  nothing: 'Không có mục nào có những chữ này. Thử ít chữ hơn.',
  found: (count: number) => `${count} mục`,
  topics: topics as Readonly<Record<HelpId, HelpTopic>>,
} as const;
