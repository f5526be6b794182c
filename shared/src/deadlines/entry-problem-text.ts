/** What is wrong with a year of the calendar as it was typed, for the administrator's screen and the technician's console. Exhaustive over the problems of the entry. */
import type { EntryProblem, EntryProblemCode } from './calendar-entry.ts';

const sentences = {
  'entry/unreadable': (what) => `không đọc được “${what}”. Viết như: 1/1 Tết Dương lịch`,
  'entry/no-such-day': (what) => `“${what}” có ngày không có trong lịch, hoặc ngày cuối trước ngày đầu`,
  'entry/name-missing': (what) => `“${what}” thiếu tên ngày nghỉ`,
  'entry/other-year': (what) => `ngày ${what} không thuộc năm đang nhập`,
  'entry/twice': (what) => `ngày ${what} có hai lần`,
  'entry/not-worked-anyway': (what) => `${what} vốn không phải ngày làm việc, không cần ghi`,
  'entry/worked-anyway': (what) => `ngày ${what} vốn là ngày làm việc, không phải ngày làm bù`,
  'entry/gap': (what) => `phải nhập năm ${what} trước`,
} satisfies Record<EntryProblemCode, (what: string) => string>;

/** "Dòng 3: …" */
export function entryProblemText({ code, line, what }: EntryProblem): string {
  const said = sentences[code](what);
  return `${line === undefined ? said.charAt(0).toUpperCase() + said.slice(1) : `Dòng ${line}: ${said}`}.`;
}
