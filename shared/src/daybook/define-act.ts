/**
 * The shape every act of the day fills in: what an officer can do, the one event it gives, and what that makes of the day. Simpler than a dossier's: nothing
 * here contradicts, because whatever two devices do without sight of each other has one outcome (a ticket is done once, a closing is judged once).
 */
import type { EventWith, Schema } from '../dossier/define-event.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { Refusal } from '../dossier/refusals.ts';
import type { RolesAt } from '../dossier/command.ts';
import type { Staff } from '../reference/staff.ts';
import type { DayState } from './state.ts';

export interface DayContext {
  /** Corrected time of the act. */
  readonly at: Instant;
  readonly actor: Staff;
  /** The device's number in its office, for the letter of its tickets. */
  readonly bookNumber: number;
}

export type DayRefusal =
  | Extract<Refusal, { readonly code: 'input/invalid' | 'access/role' | 'access/office' }>
  | { readonly code: 'day/no-such-ticket' }
  | { readonly code: 'day/ticket-done' }
  | { readonly code: 'day/ticket-not-called' }
  /** The denominations do not come to the total. */
  | { readonly code: 'day/count-does-not-add-up'; readonly notesVnd: number }
  | { readonly code: 'day/difference-needs-reason'; readonly differenceVnd: number }
  | { readonly code: 'day/nothing-to-judge' }
  | { readonly code: 'day/second-person-needed' };

export interface DayAct<Type extends string, Input, Data> {
  /** Of the event, past tense. */
  readonly type: Type;
  readonly version: number;
  readonly input: Schema<Input>;
  readonly schema: Schema<Data>;
  readonly rolesAt: RolesAt;
  readonly decide: (state: DayState, input: Input, context: DayContext) => Result<Data, DayRefusal>;
  /** Total: also on a day that never expected it. */
  readonly evolve: (state: DayState, event: EventWith<Data>) => DayState;
}

export function defineDayAct<const Type extends string, Input, Data>(act: DayAct<Type, Input, Data>): DayAct<Type, Input, Data> {
  return act;
}
