/** Words that stand in the cells of a catalogue file, Vietnamese and English, and the ones we write. The first of each list is written. */
import type { FeeKind, FeeUnit, Procedure, PublishedUnit, Sureness } from '../procedure.ts';
import { headerKey } from './columns.ts';

export interface Words<T> {
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
  /** For saying what may stand there. */
  readonly all: readonly string[];
}

function words<T extends string>(lists: Readonly<Record<T, readonly string[]>>): Words<T> {
  const values = Object.keys(lists) as T[];
  const byText = new Map(values.flatMap((value) => [value, ...lists[value]].map((word) => [headerKey(word), value] as const)));
  return {
    read: (text) => byText.get(headerKey(text)),
    write: (value) => lists[value][0] ?? value,
    all: values.map((value) => lists[value][0] ?? value),
  };
}

export const levelWords = words<Procedure['level']>({
  commune: ['Xã', 'cấp xã', 'xã, phường', 'phường', 'UBND cấp xã', 'ward'],
  district: ['Huyện', 'cấp huyện', 'quận, huyện', 'UBND cấp huyện'],
  province: ['Tỉnh', 'cấp tỉnh', 'tỉnh, thành phố', 'UBND cấp tỉnh', 'sở', 'bộ'],
});

export const unitWords = words<PublishedUnit>({
  sameDay: ['Trong ngày', 'trong ngày làm việc', 'ngay trong ngày', 'ngay trong ngày làm việc', 'same day'],
  workingHours: ['Giờ làm việc', 'working hours', 'working hour'],
  clockHours: ['Giờ', 'giờ đồng hồ', 'clock hours', 'hours'],
  workingDays: ['Ngày làm việc', 'working days', 'working day'],
  days: ['Ngày', 'ngày theo lịch', 'days', 'day', 'calendar days'],
  months: ['Tháng', 'months', 'month'],
});

export const yesWords = words<'yes' | 'no'>({
  yes: ['Có', 'x', 'true', '1', 'đúng', 'bắt buộc'],
  no: ['Không', 'false', '0', 'sai', 'không bắt buộc'],
});

export const feeKindWords = words<FeeKind>({ PHI: ['Phí', 'phi'], LE_PHI: ['Lệ phí', 'le phi'] });

export const feeUnitWords = words<FeeUnit>({
  PAGE: ['Trang', 'page', 'mỗi trang'],
  COPY: ['Bản', 'copy', 'bản sao', 'mỗi bản'],
  CASE: ['Lần', 'case', 'hồ sơ', 'vụ việc', 'trường hợp', 'giao dịch'],
});

export const surenessWords = words<Sureness>({
  SURE: ['Chắc chắn', 'đã đối chiếu', 'sure'],
  CHECK: ['Cần đối chiếu', 'chưa đối chiếu', 'check'],
  UNKNOWN: ['Chưa rõ', 'unknown'],
});

/** In the cell of the fee items: nothing is paid. */
export const freeWord = 'Không thu';
export const isFree = (text: string): boolean => ['khong thu', 'mien', 'mien phi', 'khong', 'free', '0'].includes(headerKey(text));

/** What stands as source where the file names none. */
export const ownSource = 'Theo danh mục của đơn vị, nhập từ tệp';
