/**
 * Days off and worked Saturdays of civil servants, 2017–2027, as data (domain §4.4). Legal base: Labour Code 2012 until 2020 (2 September = 1
 * day); Labour Code 2019, articles 111 and 112, from 2021 (2 September = 2 days, the second fixed by the Prime Minister; a holiday on a
 * rest day gives the next working day off); Resolution 28/2026/QH16 for 24 November. Only weekdays off are listed. Each date was checked
 * against a public holiday library and, from 2021, against notes citing the yearly notices; the gazette itself was not read.
 *
 * 2027 is a proposal: the notice is not issued, so its days are unconfirmed and the calendar's `confirmedTo` ends with 2026. The swap of
 * 23/11 for 28/11/2026 was proposed only and is left out.
 */
import { must } from '../kernel/assert.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import type { Calendar, CalendarException, DayPattern, Session } from './calendar.ts';

const library = 'thư viện ngày nghỉ công khai, khớp với trí nhớ; chưa đối chiếu công báo';
const notices = 'thư viện ngày nghỉ công khai và tài liệu dẫn thông báo hằng năm; chưa đối chiếu công báo';
const notices2025 = 'tài liệu dẫn thông báo nghỉ lễ năm 2025; chưa đối chiếu công báo';
const recalled = 'nhớ lại, chưa đối chiếu';
const proposal2027 = 'phương án, chưa có thông báo chính thức cho năm 2027';

interface YearOfHolidays {
  readonly year: number;
  readonly source: string;
  readonly confirmed: boolean;
  /** `d/m` of each weekday off, by holiday. */
  readonly off: Readonly<Record<string, string>>;
  /** `d/m` of each worked Saturday → what it is worked for. */
  readonly worked?: Readonly<Record<string, string>>;
  /** Days whose mark differs from the year's. */
  readonly unconfirmed?: readonly string[];
}

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const hungKings = 'Giỗ Tổ Hùng Vương';
const april = 'Nghỉ lễ 30/4 và 1/5';
const september = 'Quốc khánh 2/9';
const culture = 'Ngày Văn hóa Việt Nam';

const years: readonly YearOfHolidays[] = [
  {
    year: 2017,
    source: library,
    confirmed: true,
    off: { [newYear]: '2/1', [tet]: '26/1 27/1 30/1 31/1 1/2', [hungKings]: '6/4', [april]: '1/5 2/5', [september]: '4/9' },
  },
  {
    year: 2018,
    source: library,
    confirmed: true,
    off: { [newYear]: '1/1 31/12', [tet]: '14/2 15/2 16/2 19/2 20/2', [hungKings]: '25/4', [april]: '30/4 1/5', [september]: '3/9' },
  },
  {
    year: 2019,
    source: library,
    confirmed: true,
    off: { [newYear]: '1/1', [tet]: '4/2 5/2 6/2 7/2 8/2', [hungKings]: '15/4', [april]: '29/4 30/4 1/5', [september]: '2/9' },
    worked: { '5/1': 'Làm bù cho 31/12/2018', '4/5': 'Làm bù cho 29/4/2019' },
  },
  {
    year: 2020,
    source: library,
    confirmed: true,
    off: { [newYear]: '1/1', [tet]: '23/1 24/1 27/1 28/1 29/1', [hungKings]: '2/4', [april]: '30/4 1/5', [september]: '2/9' },
  },
  {
    year: 2021,
    source: notices,
    confirmed: true,
    off: { [newYear]: '1/1', [tet]: '10/2 11/2 12/2 15/2 16/2', [hungKings]: '21/4', [april]: '30/4 3/5', [september]: '2/9 3/9' },
  },
  {
    year: 2022,
    source: notices,
    confirmed: true,
    off: { [newYear]: '3/1', [tet]: '31/1 1/2 2/2 3/2 4/2', [hungKings]: '11/4', [april]: '2/5 3/5', [september]: '1/9 2/9' },
  },
  {
    year: 2023,
    source: notices,
    confirmed: true,
    off: { [newYear]: '2/1', [tet]: '20/1 23/1 24/1 25/1 26/1', [`${hungKings}, 30/4 và 1/5`]: '1/5 2/5 3/5', [september]: '1/9 4/9' },
  },
  {
    year: 2024,
    source: notices,
    confirmed: true,
    off: { [newYear]: '1/1', [tet]: '8/2 9/2 12/2 13/2 14/2', [hungKings]: '18/4', [april]: '29/4 30/4 1/5', [september]: '2/9 3/9' },
    worked: { '4/5': 'Làm bù cho 29/4/2024' },
  },
  {
    year: 2025,
    source: notices2025,
    confirmed: true,
    off: { [newYear]: '1/1', [tet]: '27/1 28/1 29/1 30/1 31/1', [hungKings]: '7/4', [april]: '30/4 1/5 2/5', [september]: '1/9 2/9' },
    worked: { '26/4': 'Làm bù cho 2/5/2025' },
  },
  {
    year: 2026,
    source: notices,
    confirmed: true,
    off: {
      [newYear]: '1/1 2/1',
      [tet]: '16/2 17/2 18/2 19/2 20/2',
      [hungKings]: '27/4',
      [april]: '30/4 1/5',
      [september]: '31/8 1/9 2/9',
      [culture]: '24/11',
    },
    worked: { '10/1': 'Làm bù cho 2/1/2026', '22/8': 'Làm bù cho 31/8/2026' },
    unconfirmed: ['10/1', '22/8'],
  },
  {
    year: 2027,
    source: proposal2027,
    confirmed: false,
    off: {
      [newYear]: '1/1',
      [tet]: '4/2 5/2 8/2 9/2 10/2',
      [hungKings]: '16/4',
      [april]: '30/4 3/5',
      [september]: '2/9 3/9',
      [culture]: '24/11',
    },
  },
];

export const holidayExceptions: readonly CalendarException[] = years.flatMap(exceptionsOfYear).sort((a, b) => (a.date < b.date ? -1 : 1));

/** Office hours are configuration: a commune's notice, not law. 07:30–11:30 and 13:30–17:00, Monday to Friday. */
export const defaultSessions: readonly Session[] = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];

/** The rest days of the week: closed, not counted. */
const closed: DayPattern = { open: [], counts: false };

export interface VietnamCalendarOptions {
  readonly version?: number;
  readonly sessions?: readonly Session[];
  /** A desk that is open on Saturday; the day does not count. */
  readonly saturday?: readonly Session[];
  /** Decisions the district enters later; one for a date replaces the shipped one. */
  readonly exceptions?: readonly CalendarException[];
}

export function vietnamCalendar(options: VietnamCalendarOptions = {}): Calendar {
  const worked: DayPattern = { open: options.sessions ?? defaultSessions, counts: true };
  const saturday = options.saturday === undefined ? closed : { open: options.saturday, counts: false };
  const byDate = new Map([...holidayExceptions, ...(options.exceptions ?? [])].map((exception) => [exception.date, exception]));
  return {
    version: options.version ?? 1,
    week: [closed, worked, worked, worked, worked, worked, saturday],
    exceptions: [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    knownFrom: date(2017, '1/1'),
    knownTo: date(2027, '31/12'),
    confirmedTo: date(2026, '31/12'),
  };
}

function exceptionsOfYear({ year, source, confirmed, off, worked = {}, unconfirmed = [] }: YearOfHolidays): CalendarException[] {
  const one = (dayMonth: string, kind: CalendarException['kind'], name: string): CalendarException => {
    const sure = confirmed && !unconfirmed.includes(dayMonth);
    return { date: date(year, dayMonth), kind, name, source: sure || !confirmed ? source : recalled, confirmed: sure };
  };
  return [
    ...Object.entries(off).flatMap(([name, days]) => days.split(' ').map((day) => one(day, 'OFF', name))),
    ...Object.entries(worked).map(([day, name]) => one(day, 'WORK', name)),
  ];
}

function date(year: number, dayMonth: string): PlainDate {
  const [day = '', month = ''] = dayMonth.split('/');
  return must(parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), `no such day: ${dayMonth}/${year}`);
}
