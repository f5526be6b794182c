/** One officer on the roster. `verifier` travels only to devices of the officer's own office. */
import type { OfficeId, StaffId } from '../kernel/ids.ts';

export const roles = [
  'clerk',
  'specialist',
  'signer',
  'seal',
  'commune_admin',
  'district_clerk',
  'district_specialist',
  'district_monitor',
  'district_admin',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export interface Staff {
  readonly id: StaffId;
  readonly office: OfficeId;
  /** What is typed to sign in, lower case ASCII. */
  readonly login: string;
  readonly fullName: string;
  /** Title on paper: "Công chức Tư pháp – hộ tịch". */
  readonly title: string;
  readonly phone?: string | undefined;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** argon2id PHC string of the PIN or passphrase. */
  readonly verifier?: string | undefined;
}
