/**
 * The shape every command file fills in. A command is what an officer can do; `decide` turns it into events or a refusal. It reads no clock:
 * time, actor, reference data and the number to use come in the context, prepared by the caller inside the writing transaction.
 */
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { Role, Staff } from '../reference/staff.ts';
import type { Office } from '../reference/office.ts';
import type { Schema } from './define-event.ts';
import type { DossierState, RegisterLine } from './state.ts';
import type { Refusal } from './refusals.ts';

export interface CommandContext {
  /** Corrected time of the act. */
  readonly at: Instant;
  readonly actor: Staff;
  /** The device's office. */
  readonly office: Office;
  readonly reference: ReferenceData;
  /** Draws the next dossier code of an agency for a date from the device's leased ranges. Draws are final only if the transaction commits. */
  readonly drawCode: (agencyId: string, date: PlainDate) => Result<string, Refusal>;
  /** The next line of this device's register book of that year. */
  readonly drawRegisterLine: (date: PlainDate) => RegisterLine;
}

/** An event before the log gave it its place. */
export interface EventDraft {
  readonly type: string;
  readonly version: number;
  readonly data: { readonly [key: string]: unknown };
}

export interface CommandDefinition<Name extends string, Input> {
  readonly name: Name;
  /** Input schema: the form's and the programmatic caller's. */
  readonly input: Schema<Input>;
  readonly roles: readonly Role[];
  /** Whether the state allows it at all: read by screens (is the button there?) and by `decide`. */
  readonly open: (state: DossierState | undefined) => boolean;
  readonly decide: (state: DossierState | undefined, input: Input, context: CommandContext) => Result<readonly EventDraft[], Refusal>;
}

export function defineCommand<const Name extends string, Input>(definition: CommandDefinition<Name, Input>): CommandDefinition<Name, Input> {
  return definition;
}
