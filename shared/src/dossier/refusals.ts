/**
 * Domain refusals: plain objects with a literal code and data, worded by the interface (`texts/refusals.ts`). The list is open to growth by adding a
 * member to this union; the compiler then names the missing text.
 */
import type { CalendarUnknown } from '../deadlines/due-date.ts';
import type { Unpromisable } from '../deadlines/promisable.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Role } from '../reference/staff.ts';
import type { FieldProblem } from './intake-fields/problems.ts';
import type { DossierStatus } from './state.ts';

export type Refusal =
  | { readonly code: 'input/invalid'; readonly fields: readonly { readonly path: string; readonly problem: string }[] }
  /** What the rules of the intake's fields say, in their own words. */
  | { readonly code: 'intake/invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly code: 'access/role'; readonly needed: readonly Role[] }
  | { readonly code: 'access/office' }
  /** The unit's last day of intake is over; `successor` is the name of who goes on with its work. */
  | { readonly code: 'office/closed'; readonly lastDay: PlainDate; readonly successor?: string | undefined }
  | { readonly code: 'dossier/not-found' }
  | { readonly code: 'dossier/status'; readonly status: DossierStatus }
  | { readonly code: 'dossier/contradiction-open' }
  | { readonly code: 'dossier/papers-missing'; readonly components: readonly number[] }
  | { readonly code: 'dossier/reason-needed' }
  | { readonly code: 'dossier/supplement-already-requested' }
  | { readonly code: 'dossier/apology-already-made' }
  | { readonly code: 'dossier/new-due-not-later' }
  | { readonly code: 'dossier/void-not-same-day'; readonly acceptedAt: Instant }
  | { readonly code: 'dossier/fee-unpaid'; readonly dueVnd: number }
  | { readonly code: 'dossier/not-interconnected' }
  /** Only a procedure done while the citizen waits can be accepted and finished in one act. */
  | { readonly code: 'dossier/not-instant' }
  | { readonly code: 'dossier/too-early'; readonly from: Instant }
  | { readonly code: 'dossier/told-already' }
  | { readonly code: 'dossier/nothing-to-settle' }
  | { readonly code: 'dossier/not-your-act' }
  | { readonly code: 'dossier/other-agency' }
  | { readonly code: 'dossier/nothing-to-refund'; readonly paidVnd: number }
  /** Said by the device before any command is asked: its clock stands before the last exchange or its own newest act. */
  | { readonly code: 'clock/too-early'; readonly floor: Instant }
  | { readonly code: 'procedure/not-found'; readonly key: string }
  | { readonly code: 'procedure/not-in-force'; readonly key: string }
  | CalendarUnknown
  | Unpromisable
  | { readonly code: 'numbers/none-left'; readonly agencyId: string }
  | { readonly code: 'numbers/no-lease'; readonly agencyId: string };
