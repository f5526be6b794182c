/**
 * The figures of the desk's reports, each as the question whether one dossier is among them (or how much of it): a number on paper and the list of dossiers behind it
 * come from the same question. The columns of II.06a are those of TT 01/2020/TT-VPCP; the rest is what the district asks for beside it (domain §6.2).
 */
import type { PeriodBounds } from './period.ts';
import type { Reported } from './reported.ts';

type Question = (dossier: Reported, bounds: PeriodBounds) => boolean;

const during = (at: number | undefined, { starts, asOf }: PeriodBounds): boolean => at !== undefined && at >= starts && at <= asOf;
const isDone = ({ counted }: Reported): boolean => counted?.law === 'EARLY' || counted?.law === 'ON_TIME' || counted?.law === 'LATE';
const isOpen = ({ counted }: Reported): boolean => counted?.law === 'OPEN_IN_TIME' || counted?.law === 'OPEN_LATE';

/** Columns 3 to 13 of II.06a in its order. */
export const tableFigures = {
  received: ({ counted }) => counted !== undefined,
  receivedOnline: ({ counted }) => counted?.isNew === true && counted.isOnline,
  receivedDirect: ({ counted }) => counted?.isNew === true && !counted.isOnline,
  carriedOver: ({ counted }) => counted?.isNew === false,
  done: isDone,
  doneEarly: ({ counted }) => counted?.law === 'EARLY',
  doneOnTime: ({ counted }) => counted?.law === 'ON_TIME',
  doneLate: ({ counted }) => counted?.law === 'LATE',
  open: isOpen,
  openInTime: ({ counted }) => counted?.law === 'OPEN_IN_TIME',
  openLate: ({ counted }) => counted?.law === 'OPEN_LATE',
} as const satisfies Readonly<Record<string, Question>>;

/** Beside the table. */
export const otherFigures = {
  /** By law: finished on or before the day of the promise. */
  lawInTime: (dossier) => isDone(dossier) && dossier.counted?.law !== 'LATE',
  /** By the score: finished in time, or open and still within. */
  scoreInTime: ({ counted }) => counted !== undefined && counted.score !== 'LATE' && counted.score !== 'OPEN_LATE',
  receivedNew: ({ counted }) => counted?.isNew === true,
  guided: ({ row, told }, bounds) => row.status !== 'VOID' && during(told.guidedAt, bounds),
  supplemented: ({ row, told }, bounds) =>
    row.status !== 'VOID' && told.waits.some(({ kind, from }) => kind === 'SUPPLEMENT' && during(from, bounds)),
  refusedAtIntake: ({ row, told }, bounds) => told.endedAs === 'REFUSED_INTAKE' && during(row.endedAt, bounds),
  refused: (dossier, bounds) => isDone(dossier) && dossier.told.refused && during(dossier.told.closedAt, bounds),
  withdrawn: (dossier, bounds) => dossier.told.endedAs === 'WITHDRAWN' && isDone(dossier) && during(dossier.row.endedAt, bounds),
  stopped: (dossier, bounds) => dossier.told.endedAs === 'STOPPED' && isDone(dossier) && during(dossier.row.endedAt, bounds),
  apologised: ({ row, told }, bounds) => row.status !== 'VOID' && during(told.apology?.at, bounds),
  lateApologised: (dossier) => isLate(dossier) && dossier.told.apology !== undefined,
  lateNotApologised: (dossier) => isLate(dossier) && dossier.told.apology === undefined,
  returned: ({ row }, bounds) => during(row.returnedAt, bounds),
  uncollected: ({ row }, bounds) => row.status === 'RESULT_READY' && row.finishedAt !== undefined && row.finishedAt <= bounds.asOf,
  external: ({ told, counted }) => counted?.isNew === true && told.isExternal,
  voided: ({ row }, bounds) => row.status === 'VOID' && during(row.acceptedAt, bounds),
} as const satisfies Readonly<Record<string, Question>>;

function isLate({ counted }: Reported): boolean {
  return counted?.law === 'LATE' || counted?.law === 'OPEN_LATE';
}

export const figures = { ...tableFigures, ...otherFigures };
export type TableFigure = keyof typeof tableFigures;
export type OtherFigure = keyof typeof otherFigures;
export type Figure = keyof typeof figures;
export const tableFigureNames = Object.keys(tableFigures) as readonly TableFigure[];
export const otherFigureNames = Object.keys(otherFigures) as readonly OtherFigure[];
export const figureNames = Object.keys(figures) as readonly Figure[];

export function isIn(figure: Figure, dossier: Reported, bounds: PeriodBounds): boolean {
  return figures[figure](dossier, bounds);
}

/** Why a dossier is late: as said at its end, else as said in the apology; 'UNSAID' where nobody said. Undefined where it is not late. */
export type LateClass = NonNullable<Reported['told']['lateReason']> | 'UNSAID';
export function lateClassOf(dossier: Reported): LateClass | undefined {
  return isLate(dossier) ? (dossier.told.lateReason ?? dossier.told.apology?.class ?? 'UNSAID') : undefined;
}
