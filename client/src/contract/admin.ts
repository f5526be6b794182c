/** Online-only calls for administrators; results are shown, never stored. */
import type { CataloguePlan } from '@onestop/shared/catalogue/file/plan.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import type { CalendarYear } from '@onestop/shared/deadlines/calendar-entry.ts';
import type { WatchedDevice } from '@onestop/shared/judgement/device-health.ts';
import type { DeviceId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { WireErrorCode } from '@onestop/shared/protocol/errors.ts';
import type { RefusedCode, RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import type { GraveGrant } from '@onestop/shared/judgement/grants.ts';
import type { AuditChange, AuditKind } from '@onestop/shared/reference/audit.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { RosterApi } from './roster-admin.ts';

/** An event the centre did not take, or not yet. */
export interface SetAsideRow {
  readonly device: DeviceId;
  readonly deviceName: string;
  readonly office: OfficeId;
  readonly seq: number;
  readonly type: string;
  /** HELD: it waits for what its officer had seen; QUARANTINED: the centre does not understand it yet. */
  readonly kind: RefusedEvent['kind'] | 'HELD';
  readonly code: RefusedCode | 'event/past-missing';
  readonly at: Instant;
}

/** A device as the centre knows it. What it reported is as old as its last exchange. */
export interface DeviceRow extends WatchedDevice {
  readonly id: DeviceId;
  readonly office: OfficeId;
  readonly createdAt: Instant;
  readonly revokedAt?: Instant | undefined;
  /** Who reported it lost. */
  readonly outNote?: string | undefined;
}

/** One line of the record of administration and looks. */
export interface AuditRow {
  readonly id: number;
  readonly at: Instant;
  readonly actor?: StaffId | undefined;
  readonly device?: DeviceId | undefined;
  readonly office?: OfficeId | undefined;
  readonly otherOffice?: OfficeId | undefined;
  readonly what: AuditKind;
  readonly target?: string | undefined;
  readonly changes?: readonly AuditChange[] | undefined;
  readonly reason?: string | undefined;
  readonly grave?: readonly GraveGrant[] | undefined;
  readonly detail?: string | undefined;
  readonly seenAt?: Instant | undefined;
  readonly seenBy?: StaffId | undefined;
}

export interface AuditFilter {
  readonly actor?: string | undefined;
  /** A kind, or the part before the stroke for all of its group. */
  readonly what?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
  /** The page after this entry. */
  readonly before?: number | undefined;
  /** Only dangerous grants the director has not seen. */
  readonly unseen?: boolean | undefined;
}

export interface AuditPage {
  readonly entries: readonly AuditRow[];
  readonly more: boolean;
}

export interface AdminApi extends RosterApi {
  /** Opens the signed-in officer's session on the server with the secret entered again; needed after `session/needed`. */
  readonly openSession: (secret: string) => Promise<Result<void, AdminError>>;
  readonly listDevices: () => Promise<Result<readonly DeviceRow[], AdminError>>;
  readonly issueEnrolCode: (input: {
    readonly office: OfficeId;
    readonly deviceName: string;
    /** 1 to 14; two days where nothing is said. */
    readonly validDays?: number | undefined;
  }) => Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, AdminError>>;
  readonly revokeDevice: (device: DeviceId) => Promise<Result<void, AdminError>>;
  readonly renameDevice: (device: DeviceId, name: string) => Promise<Result<void, AdminError>>;
  /** Out of use; refused while something waits on it. */
  readonly retireDevice: (device: DeviceId) => Promise<Result<void, AdminError>>;
  /** Out of use for another one of its office that was enrolled later, whatever waits on it. */
  readonly replaceDevice: (device: DeviceId, by: DeviceId) => Promise<Result<void, AdminError>>;
  /** Revoked, with who reported it; the director sees it. */
  readonly reportDeviceLost: (device: DeviceId, note: string) => Promise<Result<void, AdminError>>;
  /** Retires it here and gives the code with which it joins there; refused while something waits on it. */
  readonly moveDevice: (
    device: DeviceId,
    office: OfficeId,
  ) => Promise<Result<{ readonly code: string; readonly expiresAt: Instant }, AdminError>>;
  readonly saveStaff: (input: {
    readonly staff: Omit<Staff, 'verifier'>;
    readonly secret?: string | undefined;
    /** Why, for a dangerous grant. */
    readonly reason?: string | undefined;
  }) => Promise<Result<void, AdminError>>;
  /** Newest first, of the offices this administrator manages. */
  readonly listRefused: () => Promise<Result<readonly SetAsideRow[], AdminError>>;
  /** Newest first. */
  readonly listAudit: (filter: AuditFilter) => Promise<Result<AuditPage, AdminError>>;
  /** All that the filter finds, up to the centre's bound; the export is itself recorded. */
  readonly exportAudit: (filter: AuditFilter) => Promise<Result<AuditPage, AdminError>>;
  readonly markAuditSeen: (ids: readonly number[]) => Promise<Result<void, AdminError>>;
  readonly saveOffice: (office: Office) => Promise<Result<void, AdminError>>;
  /** Days off and worked Saturdays of one year; the calendar gets the next version. */
  readonly saveCalendarYear: (year: CalendarYear) => Promise<Result<void, AdminError>>;
  /** When the desks are open on which weekday, and which days count. */
  readonly saveCalendarWeek: (week: Calendar['week']) => Promise<Result<void, AdminError>>;
  /** The district's switches, whole; the centre writes down on which day they were looked through. */
  readonly saveSettings: (settings: Omit<Settings, 'reviewedOn'>) => Promise<Result<void, AdminError>>;
  readonly catalogue: () => Promise<Result<CatalogueState, AdminError>>;
  /** As a file that can be brought in again. */
  readonly catalogueFile: (format: 'csv' | 'json') => Promise<Result<{ readonly name: string; readonly text: string }, AdminError>>;
  readonly takeOverCatalogue: (levels: readonly ('commune' | 'district')[]) => Promise<Result<{ readonly added: number }, AdminError>>;
  /** `problems`: sentences of the centre with line and column. Nothing is written. */
  readonly previewCatalogue: (
    file: Blob,
    asked: CataloguePublication,
  ) => Promise<Result<{ readonly report: CatalogueReport } | { readonly problems: readonly string[] }, AdminError>>;
  readonly publishCatalogue: (
    file: Blob,
    asked: CataloguePublication & { readonly preview: string },
  ) => Promise<Result<{ readonly added: number; readonly changed: number }, AdminError>>;
}

/** What is in force at the centre, and what the product ships that is lacking there. */
export interface CatalogueState {
  readonly inForce: Readonly<Record<Procedure['level'], number>>;
  readonly changed?: { readonly at: Instant } | undefined;
  readonly shipped: readonly { readonly level: 'commune' | 'district'; readonly all: number; readonly lacking: number }[];
}

export interface CataloguePublication {
  /** The first day it counts. */
  readonly effective: PlainDate;
  /** The file is the whole catalogue: what it lacks ends. */
  readonly endMissing: boolean;
}

/** What a file would do; `preview` names exactly that. */
export interface CatalogueReport extends Omit<CataloguePlan, 'next'> {
  readonly preview: string;
  readonly procedures: number;
  readonly ignoredColumns: readonly string[];
}

export type AdminError = {
  readonly code: WireErrorCode | 'network/unreachable' | 'network/not-ours';
  readonly fields?: readonly { readonly path: string; readonly problem: string }[] | undefined;
};
