/** What is of no dossier: the day of an office with its tickets and its closing, and the only door to its acts. */
import type { DayActInput, DayActName } from '@onestop/shared/daybook/acts/index.ts';
import type { DayRefusal } from '@onestop/shared/daybook/define-act.ts';
import type { DayState } from '@onestop/shared/daybook/state.ts';
import type { OfficeDay } from '@onestop/shared/daybook/stream.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from './faults.ts';
import type { SignInError } from './session.ts';

export type DayError =
  | DayRefusal
  | StorageFault
  | SignInError
  | { readonly code: 'session/locked' }
  | { readonly code: 'clock/too-early'; readonly floor: Instant };

export interface DayRequest<N extends DayActName> {
  readonly act: N;
  readonly input: DayActInput<N>;
  /** Absent: today. */
  readonly date?: PlainDate | undefined;
  /** A second person who does it here with his own secret, without putting the first out. */
  readonly as?: { readonly login: string; readonly secret: string } | undefined;
}

export interface Daybook {
  readonly perform: <N extends DayActName>(request: DayRequest<N>) => Promise<Result<DayState, DayError>>;
  /** As this device knows it; the centre holds the days of the communes below it too. */
  readonly open: (day: OfficeDay) => Promise<DayState>;
  /** Calls back whenever something happened on the day (this tab, another tab, a pull). */
  readonly watch: (day: OfficeDay, listener: () => void) => () => void;
}
