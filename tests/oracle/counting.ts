/**
 * A second way of counting that shares nothing with the product: a table of days off of its own, working days as one sorted list searched by bisection, office minutes
 * as one running sum with a closed inverse. Moments are civil minutes since 1/1/1970 in Vietnam.
 */

/** Weekdays off, `*` a Saturday worked in exchange; typed from the yearly table of the domain, not taken from the product. */
const table: Readonly<Record<number, string>> = {
  2017: '2/1 26/1 27/1 30/1 31/1 1/2 6/4 1/5 2/5 4/9',
  2018: '1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12',
  2019: '1/1 *5/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 *4/5 2/9',
  2020: '1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9',
  2021: '1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9',
  2022: '3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9',
  2023: '2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9',
  2024: '1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 *4/5 2/9 3/9',
  2025: '1/1 27/1 28/1 29/1 30/1 31/1 7/4 *26/4 30/4 1/5 2/5 1/9 2/9',
  2026: '1/1 2/1 *10/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 *22/8 31/8 1/9 2/9 24/11',
  2027: '1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11',
};

const dayMs = 86_400_000;
export const firstYear = 2017;
const lastYear = 2027;

const special = new Map<number, boolean>();
for (const [year, days] of Object.entries(table))
  for (const word of days.split(' ')) {
    const [day = 0, month = 1] = word.replace('*', '').split('/').map(Number);
    special.set(Date.UTC(Number(year), month - 1, day) / dayMs, word.startsWith('*'));
  }

const worked: number[] = [];
for (let day = Date.UTC(firstYear, 0, 1) / dayMs; day <= Date.UTC(lastYear, 11, 31) / dayMs; day++) {
  const weekday = new Date(day * dayMs).getUTCDay();
  if (special.get(day) ?? (weekday > 0 && weekday < 6)) worked.push(day);
}

/** How many working days there are up to and with that day. */
function rank(day: number): number {
  let [low, high] = [0, worked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((worked[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const isWorked = (day: number): boolean => worked[rank(day) - 1] === day;
const workingDayAfter = (day: number, count: number): number => worked[rank(day) + count - 1] ?? Number.NaN;

/** 07:30–11:30 and 13:30–17:00: 450 minutes a day. */
const [opens, noon, afternoon, closes, perDay, perMorning] = [450, 690, 810, 1020, 450, 240];

function officeMinutesBefore(moment: number): number {
  const [day, minute] = split(moment);
  const whole = rank(day - 1) * perDay;
  if (!isWorked(day)) return whole;
  return whole + Math.min(Math.max(minute - opens, 0), perMorning) + Math.min(Math.max(minute - afternoon, 0), perDay - perMorning);
}

/** The first moment by which so many office minutes have passed. */
function momentOfOfficeMinute(minutes: number): number {
  const days = Math.ceil(minutes / perDay);
  const rest = minutes - (days - 1) * perDay;
  return (worked[days - 1] as number) * 1440 + (rest <= perMorning ? opens + rest : afternoon + rest - perMorning);
}

export function isOffice(minute: number): boolean {
  return (minute >= opens && minute <= noon) || (minute >= afternoon && minute <= closes);
}

export const endOf = (day: number): number => day * 1440 + closes;
export const dayOf = (moment: number): number => Math.floor(moment / 1440);
const split = (moment: number): [number, number] => [dayOf(moment), moment - dayOf(moment) * 1440];

export type Unit = 'sameDay' | 'workingDays' | 'workingHours' | 'clockHours' | 'days' | 'months';

export interface Counting {
  readonly carry: boolean;
  readonly cutoff: number;
  readonly shift: boolean;
}

function intoOffice(day: number, minute: number): number {
  const inside = minute <= noon ? Math.max(minute, opens) : minute <= closes ? Math.max(minute, afternoon) : closes;
  return day * 1440 + inside;
}

const movedOn = (day: number): number => endOf(isWorked(day) ? day : workingDayAfter(day, 1));

/** Where counting starts: the receipt, or the opening of the next working day. */
function startOf(moment: number, { cutoff, shift }: Counting): number {
  const [day, minute] = split(moment);
  const isLate = !isWorked(day) || minute > Math.min(cutoff, closes);
  return shift && isLate ? workingDayAfter(day, 1) * 1440 + opens : moment;
}

export function dueOf(unit: Unit, amount: number, received: number, how: Counting): number {
  const [day, minute] = split(received);
  if (unit === 'sameDay') return endOf(isWorked(day) && minute <= Math.min(how.cutoff, closes) ? day : workingDayAfter(day, 1));
  if (unit === 'clockHours') return received + amount * 60;
  const start = startOf(received, how);
  const [from, at] = split(start);
  if (unit === 'workingHours') return momentOfOfficeMinute(officeMinutesBefore(start) + amount * 60);
  if (unit === 'days') return movedOn(from + amount);
  if (unit === 'months') return movedOn(sameDayOfMonth(from, amount));
  const due = workingDayAfter(from, amount);
  return how.carry && isWorked(from) ? intoOffice(due, at) : endOf(due);
}

function sameDayOfMonth(day: number, months: number): number {
  const date = new Date(day * dayMs);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return (target.getTime() - dayMs + Math.min(date.getUTCDate(), last) * dayMs) / dayMs;
}

/** The promise after a wait for payment; `seconds` of the request, for a limit in hours is missed by the second. */
export function afterPayment(unit: Unit, due: number, asked: number, isMissed: boolean, paid: number, how: Counting): number {
  const moved = Math.max(due, remainder(unit, due, asked, isMissed, paid, how));
  return Number.isNaN(moved) ? due : moved;
}

function remainder(unit: Unit, due: number, asked: number, isMissed: boolean, paid: number, how: Counting): number {
  if (unit === 'clockHours') return isMissed ? Number.NaN : paid + due - asked;
  if (unit === 'workingHours') {
    const left = officeMinutesBefore(due) - officeMinutesBefore(asked);
    return isMissed || left === 0 ? Number.NaN : momentOfOfficeMinute(officeMinutesBefore(startOf(paid, how)) + left);
  }
  if (dayOf(asked) > dayOf(due)) return Number.NaN;
  const inDays = unit === 'days' || unit === 'months';
  const left = inDays ? dayOf(due) - dayOf(asked) : rank(dayOf(due)) - rank(dayOf(asked));
  if (left === 0) return dueOf('sameDay', 0, paid, how);
  const [from] = split(startOf(paid, how));
  const day = dayOf(inDays ? movedOn(from + left) : endOf(workingDayAfter(from, left)));
  const [, hour] = split(due);
  return isWorked(dayOf(due)) && hour < closes ? intoOffice(day, hour) : endOf(day);
}

/** The next working day on or after. */
export const workedFrom = (day: number): number => (isWorked(day) ? day : workingDayAfter(day, 1));
