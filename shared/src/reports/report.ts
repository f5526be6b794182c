/**
 * The desk's report over a period, from list rows alone: the table II.06a by level and field, procedure or office, and the figures beside it. One walk over the rows;
 * nothing is folded. `dossiersOf` names the dossiers behind any number by asking the same question again.
 * Invariants: a total is the sum of its groups; received = finished + open (`sumsHold`); what is open at the end of a period is what the next one carries over.
 */
import { procedureToShow } from '../catalogue/catalogue.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { workingDaysBetween } from '../deadlines/calendar.ts';
import type { ServiceLevel } from '../dossier/acceptance.ts';
import type { RatingScore } from '../dossier/state.ts';
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';
import type { DossierRow } from '../register/row.ts';
import {
  type Figure,
  figureNames,
  otherFigureNames,
  isIn,
  type LateClass,
  lateClassOf,
  type TableFigure,
  tableFigureNames,
} from './figures.ts';
import { createMoneyTally, type MoneyTaken, receiptParts } from './money.ts';
import { boundsOf, type PeriodBounds, type ReportPeriod } from './period.ts';
import { type Counted, type Reported, reportedIn } from './reported.ts';

export type Grouping = 'FIELD' | 'PROCEDURE' | 'OFFICE';
export type Level = Procedure['level'];
/** As the form lists them. */
export const reportLevels: readonly Level[] = ['province', 'district', 'commune'];

export interface ReportSource {
  readonly rows: readonly DossierRow[];
  readonly procedures: readonly Procedure[];
  readonly calendar: Calendar;
  readonly period: ReportPeriod;
  readonly now: Instant;
  readonly by: Grouping;
}

export type Counts = Readonly<Record<TableFigure, number>>;

/** Whose numbers a line of the table has; absent members are not asked. */
export interface GroupRef {
  readonly level?: Level | undefined;
  /** The field's name, the procedure's key or the office; a procedure nobody knows any more has the empty field. */
  readonly key?: string | undefined;
}
export interface ReportGroup extends GroupRef {
  readonly level: Level;
  readonly key: string;
  readonly counts: Counts;
}

export interface DayCounts {
  readonly day: string;
  readonly received: number;
  readonly done: number;
}

export interface Report {
  readonly period: ReportPeriod;
  readonly bounds: PeriodBounds;
  /** By level as the form lists them, then by key; only those with a dossier. */
  readonly groups: readonly ReportGroup[];
  readonly levels: readonly { readonly level: Level; readonly counts: Counts }[];
  readonly figures: Readonly<Record<Figure, number>>;
  /** Working days from acceptance to the end of processing, without those it waited for the citizen; undefined where nothing was finished. */
  readonly averageDays?: number | undefined;
  readonly lateReasons: ReadonlyMap<LateClass, number>;
  /** Of those received in the period, as far as the acceptance says. */
  readonly serviceLevels: ReadonlyMap<ServiceLevel | 'UNSAID', number>;
  /** Given in the period. */
  readonly ratings: ReadonlyMap<RatingScore, number>;
  readonly money: MoneyTaken;
  /** Days of the period on which something was received or finished, in order. */
  readonly days: readonly DayCounts[];
}

export function makeReport(source: ReportSource): Report {
  const bounds = boundsOf(source.period, source.now);
  const [groupOf, columnsOf] = [grouper(source), createColumns()];
  const groups = new Map<string, { readonly level: Level; readonly key: string; readonly counts: Record<TableFigure, number> }>();
  const figures = Object.fromEntries(figureNames.map((name) => [name, 0])) as Record<Figure, number>;
  const [lateReasons, serviceLevels, ratings] = [
    new Map<LateClass, number>(),
    new Map<ServiceLevel | 'UNSAID', number>(),
    new Map<RatingScore, number>(),
  ];
  const [money, days, time] = [createMoneyTally(), createDayTally(), createTimeTally(source.calendar)];
  for (const row of source.rows) {
    const dossier = reportedIn(row, bounds);
    for (const name of otherFigureNames) if (isIn(name, dossier, bounds)) figures[name]++;
    money.add(dossier, bounds);
    if (isRated(dossier, bounds)) count(ratings, dossier.told.rating?.score as RatingScore);
    if (dossier.counted === undefined) continue;
    const { level, key } = groupOf(row);
    const name = `${level} ${key}`;
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { level, key, counts: noCounts() }));
    for (const figure of columnsOf(dossier, dossier.counted, bounds)) {
      group.counts[figure]++;
      figures[figure]++;
    }
    const late = lateClassOf(dossier);
    if (late !== undefined) count(lateReasons, late);
    if (dossier.counted.isNew) count(serviceLevels, dossier.told.serviceLevel ?? 'UNSAID');
    days.add(dossier, bounds);
    if (isIn('done', dossier, bounds)) time.add(dossier);
  }
  const list = [...groups.values()].sort(byLevelAndKey);
  return {
    period: source.period,
    bounds,
    groups: list,
    levels: reportLevels.flatMap((level) => {
      const own = list.filter((one) => one.level === level);
      return own.length === 0 ? [] : [{ level, counts: totalOf(own.map(({ counts }) => counts)) }];
    }),
    figures,
    averageDays: time.average(),
    lateReasons,
    serviceLevels,
    ratings,
    money: money.taken(),
    days: days.list(),
  };
}

/** What a number is made of: a figure of all or of one line, a reason of lateness, a rating. */
export type Behind =
  | ({ readonly figure: Figure } & GroupRef)
  | { readonly late: LateClass }
  | { readonly rating: RatingScore }
  | { readonly serviceLevel: ServiceLevel | 'UNSAID' }
  /** Money that came in with a receipt of that book; null: without a receipt. */
  | { readonly series: string | null };

export function dossiersOf(source: ReportSource, behind: Behind): readonly DossierRow[] {
  const bounds = boundsOf(source.period, source.now);
  const groupOf = grouper(source);
  return source.rows.filter((row) => isBehind(behind, reportedIn(row, bounds), bounds, () => groupOf(row)));
}

function isBehind(behind: Behind, dossier: Reported, bounds: PeriodBounds, groupOf: () => { level: Level; key: string }): boolean {
  if ('late' in behind) return lateClassOf(dossier) === behind.late;
  if ('rating' in behind) return isRated(dossier, bounds) && dossier.told.rating?.score === behind.rating;
  if ('serviceLevel' in behind) return dossier.counted?.isNew === true && (dossier.told.serviceLevel ?? 'UNSAID') === behind.serviceLevel;
  if ('series' in behind) return isPaidInto(behind.series, dossier, bounds);
  if (!isIn(behind.figure, dossier, bounds)) return false;
  if (behind.level === undefined) return true;
  const { level, key } = groupOf();
  return level === behind.level && (behind.key === undefined || key === behind.key);
}

/** The four sums of II.06a: 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11. */
export function sumsHold(counts: Counts): readonly [boolean, boolean, boolean, boolean] {
  return [
    counts.received === counts.receivedOnline + counts.receivedDirect + counts.carriedOver,
    counts.done === counts.doneEarly + counts.doneOnTime + counts.doneLate,
    counts.open === counts.openInTime + counts.openLate,
    counts.received === counts.done + counts.open,
  ];
}

export function totalOf(list: readonly Counts[]): Counts {
  const total = noCounts();
  for (const counts of list) for (const name of tableFigureNames) total[name] += counts[name];
  return total;
}

/** Which columns of the table a dossier is in follows from how it is counted alone: asked once for each way, not once a dossier. */
function createColumns() {
  const known = new Map<number, readonly TableFigure[]>();
  return (dossier: Reported, { isNew, isOnline, law }: Counted, bounds: PeriodBounds): readonly TableFigure[] => {
    const way = timelinesses.indexOf(law) * 4 + (isNew ? 2 : 0) + (isOnline ? 1 : 0);
    let columns = known.get(way);
    if (columns === undefined) known.set(way, (columns = tableFigureNames.filter((name) => isIn(name, dossier, bounds))));
    return columns;
  };
}

const timelinesses: readonly Counted['law'][] = ['EARLY', 'ON_TIME', 'LATE', 'OPEN_IN_TIME', 'OPEN_LATE'];

function noCounts(): Record<TableFigure, number> {
  return Object.fromEntries(tableFigureNames.map((name) => [name, 0])) as Record<TableFigure, number>;
}

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function grouper({ procedures, by }: ReportSource): (row: DossierRow) => { readonly level: Level; readonly key: string } {
  return (row) => {
    const procedure = procedureToShow(procedures, { key: row.procedure, version: row.procedureVersion });
    const level = procedure?.level ?? 'commune';
    if (by === 'OFFICE') return { level, key: row.office };
    return { level, key: by === 'PROCEDURE' ? (row.procedure ?? '') : (procedure?.field ?? '') };
  };
}

function byLevelAndKey(a: GroupRef & { readonly level: Level; readonly key: string }, b: typeof a): number {
  return reportLevels.indexOf(a.level) - reportLevels.indexOf(b.level) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function isRated({ row, told }: Reported, { starts, asOf }: PeriodBounds): boolean {
  return told.rating !== undefined && row.status !== 'VOID' && told.rating.at >= starts && told.rating.at <= asOf;
}

function isPaidInto(series: string | null, { told }: Reported, { starts, asOf }: PeriodBounds): boolean {
  return told.payments.some(({ at, receipt }) => at >= starts && at <= asOf && (receiptParts(receipt).series ?? null) === series);
}

function createTimeTally(calendar: Calendar) {
  let [sum, done] = [0, 0];
  const between = (from: Instant, to: Instant): number => workingDaysBetween(calendar, instantToPlainDate(from), instantToPlainDate(to));
  return {
    add: ({ row, told }: Reported): void => {
      if (row.acceptedAt === undefined || row.processedAt === undefined || row.processedAt < row.acceptedAt) return;
      const until = row.processedAt;
      const waited = told.waits.reduce((days, { from, to }) => days + (from < until ? between(from, Math.min(to ?? until, until)) : 0), 0);
      sum += Math.max(0, between(row.acceptedAt, until) - waited);
      done++;
    },
    average: (): number | undefined => (done === 0 ? undefined : sum / done),
  };
}

function createDayTally() {
  const days = new Map<string, { received: number; done: number }>();
  const add = (at: Instant, what: 'received' | 'done'): void => {
    const day = instantToPlainDate(at);
    const known = days.get(day) ?? { received: 0, done: 0 };
    known[what]++;
    days.set(day, known);
  };
  return {
    add: (dossier: Reported, bounds: PeriodBounds): void => {
      const { row, told, counted } = dossier;
      if (counted?.isNew && row.acceptedAt !== undefined) add(row.acceptedAt, 'received');
      if (isIn('done', dossier, bounds) && told.closedAt !== undefined) add(Math.max(told.closedAt, bounds.starts), 'done');
    },
    list: (): readonly DayCounts[] =>
      [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}

/** Columns 2 to 13 as they stand on the form, a line for each group and the sum at the end. */
export function tableOf({ groups, figures }: Report): readonly (readonly (string | number)[])[] {
  const line = (key: string, counts: Counts): readonly (string | number)[] => [key, ...tableFigureNames.map((name) => counts[name])];
  return [...groups.map(({ key, counts }) => line(key, counts)), line('', figures)];
}
