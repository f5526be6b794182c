/**
 * Serial ranges a device holds for one agency identifier (domain §3.2, design §5). A range is valid every day from `validFrom` until
 * `retiredOn`; inside an agency ranges of live devices are disjoint. `kind: 'OVERFLOW'` has longer serials, so intake never blocks.
 */
import type { PlainDate } from '../kernel/plain-date.ts';

export interface Lease {
  readonly agencyId: string;
  readonly kind: 'RANGE' | 'OVERFLOW';
  /** Inclusive serial numbers; printed with `digits` digits. */
  readonly from: number;
  readonly to: number;
  readonly digits: 4 | 5 | 6 | 7;
  readonly validFrom: PlainDate;
  readonly retiredOn?: PlainDate | undefined;
}
