/**
 * Reference data in parts, so that one changed procedure or officer is a few hundred bytes on the line and one record on the disk. A part has a name
 * of its own (`staff/09529-lan`, `procedures/chung-thuc@2`, `calendar/2026`); cutting and putting together are each other's opposite, up to the
 * order of lists, which is that of the names. A part of a kind this build does not know is kept and shown by nobody.
 */
import { groupBy } from '../kernel/group-by.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Calendar, CalendarException } from '../deadlines/calendar.ts';
import type { Office } from './office.ts';
import { type ReferenceData, type ReferenceKind, referenceKinds } from './reference-data.ts';
import type { Settings } from './settings.ts';
import type { Staff } from './staff.ts';

export type PartValues = ReadonlyMap<string, unknown>;

export function kindOfPart(key: string): ReferenceKind | undefined {
  const name = key.split('/', 1)[0];
  return referenceKinds.find((kind) => kind === name);
}

export function staffPart(id: string): string {
  return `staff/${id}`;
}

export function officePart(id: string): string {
  return `offices/${id}`;
}

export function procedurePart({ key, version }: Pick<Procedure, 'key' | 'version'>): string {
  return `procedures/${key}@${version}`;
}

export function cutReference(data: Partial<ReferenceData>): Map<string, unknown> {
  const parts = new Map<string, unknown>();
  for (const procedure of data.procedures ?? []) parts.set(procedurePart(procedure), procedure);
  for (const office of data.offices ?? []) parts.set(officePart(office.id), office);
  for (const staff of data.staff ?? []) parts.set(staffPart(staff.id), staff);
  if (data.settings !== undefined) parts.set('settings', data.settings);
  if (data.calendar !== undefined) {
    const { exceptions, ...rest } = data.calendar;
    parts.set('calendar', rest);
    for (const [year, days] of groupBy(exceptions, (day) => day.date.slice(0, 4))) parts.set(`calendar/${year}`, days);
  }
  return parts;
}

/** Undefined until everything a desk needs is there. Kinds that did not change stay the same object, so that nothing built on them is built again. */
export function assembleReference(
  parts: PartValues,
  before?: ReferenceData,
  changed: ReadonlySet<ReferenceKind> = new Set(referenceKinds),
): ReferenceData | undefined {
  if (!parts.has('settings') || !parts.has('calendar')) return undefined;
  const byKind = groupBy([...parts.keys()].sort(), kindOfPart);
  const listOf = <T>(kind: ReferenceKind): readonly T[] => (byKind.get(kind) ?? []).map((key) => parts.get(key) as T);
  const keep = <K extends ReferenceKind>(kind: K, make: () => ReferenceData[K]): ReferenceData[K] =>
    before === undefined || changed.has(kind) ? make() : before[kind];
  const offices = keep('offices', () => listOf<Office>('offices'));
  if (offices.length === 0) return undefined;
  return {
    procedures: keep('procedures', () => listOf<Procedure>('procedures')),
    calendar: keep('calendar', () => assembleCalendar(parts)),
    offices,
    staff: keep('staff', () => listOf<Staff>('staff')),
    settings: keep('settings', () => parts.get('settings') as Settings),
  };
}

/** Parts of other kinds are not looked at. */
export function assembleCalendar(parts: PartValues): Calendar {
  const years = [...parts.keys()].filter((key) => key.startsWith('calendar/')).sort();
  const exceptions = years.flatMap((key) => parts.get(key) as readonly CalendarException[]);
  return { ...(parts.get('calendar') as Omit<Calendar, 'exceptions'>), exceptions };
}
