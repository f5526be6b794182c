/** "Xem cách tính": how a due date came about, line by line, in words. Exhaustive over the engine's reasons. */
import type { DayReason, DueExplanation, DueRule, ExplainedDay, StartShift } from '@onestop/shared/deadlines/explanation.ts';
import { formatLongDate, formatMinute, sentenceCase } from './format.ts';

const rules = {
  SAME_DAY: () => 'trả ngay trong ngày',
  NEXT_WORKING_DAY: () => 'trả ngay ngày làm việc tiếp theo',
  WORKING_DAYS: (n) => `${n} ngày làm việc`,
  WORKING_HOURS: (n) => `${n} giờ làm việc`,
  CLOCK_HOURS: (n) => `${n} giờ, tính liên tục cả ngày đêm và ngày nghỉ`,
  DAYS: (n) => `${n} ngày, tính cả ngày nghỉ`,
  MONTHS: (n) => `${n} tháng`,
} satisfies Record<DueRule, (amount: number) => string>;

const shifts = {
  NONE: '',
  AFTER_CUTOFF: 'nhận sau giờ chốt nên tính như nhận vào ngày làm việc tiếp theo',
  DAY_OFF: 'nhận vào ngày nghỉ nên tính từ ngày làm việc tiếp theo',
  BEFORE_OPENING: 'nhận trước giờ mở cửa nên tính từ đầu giờ làm việc',
  LUNCH: 'nhận giờ nghỉ trưa nên tính từ đầu giờ chiều',
  AFTER_CLOSING: 'nhận sau giờ làm việc nên tính từ ngày làm việc tiếp theo',
} satisfies Record<StartShift, string>;

const reasons = {
  FIRST_DAY: () => 'ngày nhận, không tính',
  RECEIVED_LATE: () => 'nhận sau giờ chốt, không tính là ngày nhận',
  COUNTED: (day) => counted(day),
  WORKED_SATURDAY: (day) => `${counted(day)} (làm bù${day.name ? `: ${day.name}` : ''})`,
  WEEKEND: () => 'nghỉ cuối tuần, không tính',
  OPEN_ONLY: () => 'quầy có làm việc nhưng không phải ngày làm việc, không tính',
  HOLIDAY: (day) => `nghỉ${day.name ? ` ${day.name}` : ' lễ'}, không tính`,
  MOVED_HERE: () => 'ngày cuối rơi vào ngày nghỉ nên hẹn vào ngày làm việc này',
} satisfies Record<DayReason, (day: ExplainedDay) => string>;

export interface ExplanationLines {
  readonly summary: string;
  readonly days: readonly { readonly date: string; readonly text: string; readonly counted: boolean }[];
  readonly notes: readonly string[];
}

export function explanationLines(e: DueExplanation): ExplanationLines {
  const notes: string[] = [];
  if (e.rule === 'NEXT_WORKING_DAY') notes.push(nextDayReason(e));
  if (e.start.shift !== 'NONE')
    notes.push(`${sentenceCase(shifts[e.start.shift])} (${formatLongDate(e.start.date)}, ${formatMinute(e.start.minuteOfDay)}).`);
  if (e.cutoffMinute !== undefined) notes.push(`Giờ chốt trong ngày: ${formatMinute(e.cutoffMinute)}.`);
  if (e.nominalDate !== undefined && e.nominalDate !== e.dueDate)
    notes.push(`Ngày cuối theo lịch là ${formatLongDate(e.nominalDate)}, là ngày nghỉ, nên chuyển sang ngày làm việc kế tiếp.`);
  if (e.timeOfDay === 'END_OF_DAY') notes.push('Giờ hẹn là cuối giờ làm việc của ngày hẹn.');
  if (e.timeOfDay === 'CARRIED') notes.push('Giờ hẹn là giờ nhận hồ sơ.');
  notes.push(`Theo lịch làm việc bản ${e.calendarVersion}.`);
  if (e.provisional) notes.push('Có ngày nằm ngoài lịch nghỉ đã công bố: ngày hẹn là tạm tính.');
  return {
    summary: `Nhận ${formatMinute(e.receivedMinute)} ${formatLongDate(e.receivedDate)}; thời hạn ${e.limitText ? `“${e.limitText}”` : rules[e.rule](e.amount)}${e.extended ? ' (trường hợp kéo dài)' : ''}${e.limitText ? `, tức ${rules[e.rule](e.amount)}` : ''}; hẹn trả ${formatMinute(e.dueMinute)} ${formatLongDate(e.dueDate)}.`,
    days: e.days.map((day) => ({
      date: formatLongDate(day.date),
      text: reasons[day.why](day) + (day.unconfirmed ? ' (lịch chưa công bố)' : ''),
      counted: day.counted,
    })),
    notes,
  };
}

/** A same-day procedure that is not for today: by the hour of the receipt, or by its day. */
function nextDayReason({ days, cutoffMinute, receivedMinute }: DueExplanation): string {
  if (days[0]?.why !== 'RECEIVED_LATE') return 'Nhận vào ngày nghỉ nên hẹn trong ngày làm việc tiếp theo.';
  const isAfterCutoff = cutoffMinute !== undefined && receivedMinute > cutoffMinute;
  return `Nhận sau ${isAfterCutoff ? formatMinute(cutoffMinute) : 'giờ làm việc'} nên hẹn trong ngày làm việc tiếp theo.`;
}

function counted(day: ExplainedDay): string {
  const hours =
    day.minutes === undefined ? '' : `, ${Math.floor(day.minutes / 60)} giờ${day.minutes % 60 ? ` ${day.minutes % 60} phút` : ''}`;
  return day.number === undefined ? `tính${hours}` : `tính ngày thứ ${day.number}${hours}`;
}
