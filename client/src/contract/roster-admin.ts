/** The administration's calls about units and officers beyond one saved by hand. */
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { Closing } from '@onestop/shared/reference/office-life.ts';
import type { ProposalRow } from '@onestop/shared/reference/office-proposal.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { StaffRow } from '@onestop/shared/reference/staff-file.ts';
import type { FoundUnit, StatisticsUnit, UnitForm } from '@onestop/shared/reference/unit-list.ts';
import type { AdminError } from './admin.ts';

/** What was read from a file, or sentences of the centre that name the lines. Nothing is written. */
export type ReadRows<T> = { readonly rows: readonly T[] } | { readonly problems: readonly string[] };

/** A secret the centre made: it is here and on the slip, and nowhere else. */
export interface FirstSecret {
  readonly id: StaffId;
  readonly fullName: string;
  readonly login: string;
  readonly office: OfficeId;
  readonly secret: string;
}

export interface RosterApi {
  /** The country's units by name without marks or by code, best first. */
  readonly findUnits: (query: string, form: UnitForm) => Promise<Result<readonly FoundUnit[], AdminError>>;
  /** All communes below a unit; of a commune itself none. */
  readonly communesOf: (code: string, form: UnitForm) => Promise<Result<readonly StatisticsUnit[], AdminError>>;
  readonly readOfficeFile: (file: Blob) => Promise<Result<ReadRows<ProposalRow>, AdminError>>;
  /** All or none; a wrong one is named as `offices.3.agencyId`. */
  readonly saveOffices: (offices: readonly Office[]) => Promise<Result<void, AdminError>>;
  readonly closeOffice: (office: OfficeId, closing: Closing) => Promise<Result<void, AdminError>>;
  /** Takes a closing back while its last day is not over. */
  readonly reopenOffice: (office: OfficeId) => Promise<Result<void, AdminError>>;
  readonly readStaffFile: (file: Blob) => Promise<Result<ReadRows<StaffRow>, AdminError>>;
  /** All or none; a wrong one is named as `staff.3.login`. */
  readonly addStaff: (rows: readonly StaffRow[]) => Promise<Result<readonly FirstSecret[], AdminError>>;
  readonly makeFirstSecret: (staff: StaffId) => Promise<Result<FirstSecret, AdminError>>;
}
