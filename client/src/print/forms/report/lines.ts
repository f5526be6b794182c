/** The table II.06a as lines with words: headed by level as the form wants it, then by field, procedure or unit; the same for screen, paper and spreadsheet. */
import type { TableFigure } from '@onestop/shared/reports/figures.ts';
import { type Counts, type GroupRef, type Grouping, type Level, type Report, totalOf } from '@onestop/shared/reports/report.ts';

export interface ReportColumn {
  readonly figure: TableFigure;
  readonly caption: string;
  /** Of the columns beside each other under one heading. */
  readonly group: 'Số hồ sơ nhận giải quyết' | 'Số lượng hồ sơ đã giải quyết' | 'Số lượng hồ sơ đang giải quyết';
  /** A second heading between. */
  readonly within?: 'Trong kỳ';
}

const received = 'Số hồ sơ nhận giải quyết';
const done = 'Số lượng hồ sơ đã giải quyết';
const open = 'Số lượng hồ sơ đang giải quyết';

/** Columns (3) to (13). */
export const reportColumns: readonly ReportColumn[] = [
  { figure: 'received', caption: 'Tổng số', group: received },
  { figure: 'receivedOnline', caption: 'Trực tuyến', group: received, within: 'Trong kỳ' },
  { figure: 'receivedDirect', caption: 'Trực tiếp, dịch vụ bưu chính', group: received, within: 'Trong kỳ' },
  { figure: 'carriedOver', caption: 'Từ kỳ trước', group: received },
  { figure: 'done', caption: 'Tổng số', group: done },
  { figure: 'doneEarly', caption: 'Trước hạn', group: done },
  { figure: 'doneOnTime', caption: 'Đúng hạn', group: done },
  { figure: 'doneLate', caption: 'Quá hạn', group: done },
  { figure: 'open', caption: 'Tổng số', group: open },
  { figure: 'openInTime', caption: 'Trong hạn', group: open },
  { figure: 'openLate', caption: 'Quá hạn', group: open },
];

export const levelNames: Readonly<Record<Level, string>> = {
  province: 'Thủ tục hành chính cấp tỉnh',
  district: 'Thủ tục hành chính cấp huyện',
  commune: 'Thủ tục hành chính cấp xã',
};

/** Heading of column (2). */
export const groupingCaption: Readonly<Record<Grouping, string>> = {
  FIELD: 'Lĩnh vực, công việc giải quyết theo cấp',
  PROCEDURE: 'Thủ tục hành chính theo cấp',
  OFFICE: 'Đơn vị',
};

export interface ReportLine extends GroupRef {
  readonly kind: 'LEVEL' | 'GROUP' | 'TOTAL';
  /** "I", "1"; empty for the total. */
  readonly number: string;
  readonly label: string;
  readonly counts: Counts;
}

const roman = ['I', 'II', 'III'];

/** `nameOf`: how a group is called; a group nobody can name any more is told as such. */
export function reportLines({ groups, levels }: Report, nameOf: (key: string) => string): readonly ReportLine[] {
  const lines = levels.flatMap(({ level, counts }, index): readonly ReportLine[] => [
    { kind: 'LEVEL', number: roman[index] ?? '', label: levelNames[level], counts, level },
    ...groups
      .filter((one) => one.level === level)
      .map(({ key, counts: own }) => ({ label: key === '' ? 'Chưa rõ' : nameOf(key), key, counts: own }))
      .sort((a, b) => byName.compare(a.label, b.label))
      .map(({ label, key, counts: own }, place): ReportLine => ({ kind: 'GROUP', number: `${place + 1}`, label, counts: own, level, key })),
  ]);
  return [...lines, { kind: 'TOTAL', number: '', label: 'Tổng cộng', counts: totalOf(levels.map(({ counts }) => counts)) }];
}

const byName = new Intl.Collator('vi');
