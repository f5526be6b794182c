/** The report of the page: its period and lines as the address says, the rows of the offices it speaks of, and the period before for comparison. */
import { useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, parsePlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { officesBelow } from '@onestop/shared/reference/office-tree.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { figures } from '@onestop/shared/reports/figures.ts';
import { daysOf, periodBefore, periodOf, type ReportPeriod } from '@onestop/shared/reports/period.ts';
import { type Behind, type Grouping, makeReport, type Report, type ReportSource } from '@onestop/shared/reports/report.ts';
import type { Services } from '../../contract/services.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';

/** What the address holds, so that "back" leads from a dossier to the same report. Never anything of a person. */
export interface ReportSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: Grouping | undefined;
  readonly office?: string | undefined;
  /** A list of dossiers is open: of this number. */
  readonly behind?: Behind | undefined;
}

export interface ReportView {
  readonly search: ReportSearch;
  readonly change: (changes: ReportSearch) => void;
  readonly period: ReportPeriod;
  readonly by: Grouping;
  /** Those whose dossiers can be in it: the own office, and those below a centre. */
  readonly offices: readonly Office[];
  readonly reference: ReferenceData | undefined;
  readonly source: ReportSource | undefined;
  readonly report: Report | undefined;
  readonly last: Report | undefined;
}

export function useReport(): ReportView {
  const services = useServices();
  const raw: unknown = useSearch({ strict: false });
  const search = useMemo(() => readSearch(raw), [raw]);
  const navigate = useNavigate();
  const reference = useLive(services.reference);
  const office = useLive(services.office);
  const version = useLive(services.dossiers.index.version);
  const now = useNow(60_000);
  const today = instantToPlainDate(now);
  const { from: first, to: last, by = 'FIELD', office: chosen } = search;
  const period = useMemo(() => periodFrom(first, last, today), [first, last, today]);
  const offices = useMemo(() => officesOf(office, reference), [office, reference]);
  const source = useMemo((): ReportSource | undefined => {
    // The index is read in place; its version stands for its content.
    void version;
    if (reference === undefined || office === undefined) return undefined;
    const rows = rowsOf(services, offices, chosen, now);
    return { rows, procedures: reference.procedures, calendar: reference.calendar, period, now, by };
  }, [services, version, reference, office, offices, chosen, period, now, by]);
  const report = useMemo(() => source && makeReport(source), [source]);
  const before = useMemo(() => source && makeReport({ ...source, period: periodBefore(period) }), [source, period]);
  return {
    search,
    change: (changes) => void navigate({ to: '/bao-cao', search: { ...search, ...changes } }),
    period,
    by,
    offices,
    reference,
    source,
    report,
    last: before,
  };
}

/** An address may be typed by hand: what cannot be meant is left out. */
export function readSearch(raw: unknown): ReportSearch {
  const { from, to, by, office, behind } = (raw ?? {}) as Record<keyof ReportSearch, unknown>;
  return {
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
    ...(by === 'PROCEDURE' || by === 'OFFICE' ? { by } : {}),
    ...(typeof office === 'string' ? { office } : {}),
    ...(isBehind(behind) ? { behind } : {}),
  };
}

function isBehind(raw: unknown): raw is Behind {
  if (typeof raw !== 'object' || raw === null) return false;
  const { figure, level, key, late, rating, serviceLevel, series } = raw as Readonly<Record<string, unknown>>;
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  if (figure !== undefined) return typeof figure === 'string' && Object.hasOwn(figures, figure) && isText(level) && isText(key);
  return [late, rating, serviceLevel].some((value) => typeof value === 'string') || series === null || typeof series === 'string';
}

/** This month by the calendar where the address says nothing that can be read. */
function periodFrom(first: string | undefined, last: string | undefined, today: PlainDate): ReportPeriod {
  const [from, to] = [parsePlainDate(first ?? ''), parsePlainDate(last ?? '')];
  return from && to && from <= to ? { from, to } : daysOf(periodOf('MONTH', 'CALENDAR', today));
}

function officesOf(office: Office | undefined, reference: ReferenceData | undefined): readonly Office[] {
  if (office === undefined || reference === undefined) return [];
  return isCentre(office) ? [office, ...officesBelow(reference.offices, office.id)] : [office];
}

function rowsOf({ dossiers: { index } }: Services, offices: readonly Office[], chosen: string | undefined, now: number) {
  const one = offices.find(({ id }) => id === chosen) ?? (offices.length === 1 ? offices[0] : undefined);
  if (one) return index.query({ queue: 'all', office: one.id, limit: index.size() }, now);
  const covered = new Set<OfficeId>(offices.map(({ id }) => id));
  return index.query({ queue: 'all', limit: index.size() }, now).filter((row) => covered.has(row.office));
}
