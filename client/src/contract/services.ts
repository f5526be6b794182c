/**
 * Everything a screen may use, as one object in React context (`useServices`). Made once in `main.tsx`. Screens read local data only and never
 * wait for the network; every act resolves when it is durably in IndexedDB.
 */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { AdminApi } from './admin.ts';
import type { Daybook } from './daybook.ts';
import type { Device } from './device.ts';
import type { Dossiers } from './dossiers.ts';
import type { IntakeDrafts } from './drafts.ts';
import type { Live } from './live.ts';
import type { PublicLookup } from './public-lookup.ts';
import type { Session } from './session.ts';
import type { Sync } from './sync-status.ts';

export interface LogFile {
  readonly file: Blob;
  readonly sealed: boolean;
}

export interface Services {
  readonly now: () => Instant;
  readonly dossiers: Dossiers;
  /** What is of no dossier. */
  readonly daybook: Daybook;
  readonly drafts: IntakeDrafts;
  readonly reference: Live<ReferenceData | undefined>;
  /** The device's own office and those below it, from reference data. */
  readonly office: Live<Office | undefined>;
  readonly sync: Sync;
  readonly publicLookup: PublicLookup;
  readonly device: Device;
  readonly session: Session;
  /** Online-only calls for administrators (typed `hono/client`); results are shown, never stored. */
  readonly admin: AdminApi;
  /** File with this device's whole log ("Tải bản sao lưu nhật ký"): readable for a signed-in officer, sealed to the server for everybody else. Rejects where it cannot be sealed. */
  readonly exportLog: () => Promise<LogFile>;
}
