/**
 * The shape every command file fills in. A command is what an officer can do; `decide` turns it into events or a refusal. It reads no clock:
 * time, actor, reference data and the number to use come in the context, prepared by the caller inside the writing transaction.
 */
import type { DeviceId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { Role, Staff } from '../reference/staff.ts';
import type { Office } from '../reference/office.ts';
import type { OfficeDuty } from '../reference/office-kinds.ts';
import type { Schema } from './define-event.ts';
import type { DossierState, PaperNumber } from './state.ts';
import type { SlipKind } from './numbers.ts';
import type { Refusal } from './refusals.ts';

export interface CommandContext {
  /** Corrected time of the act. */
  readonly at: Instant;
  readonly actor: Staff;
  /** The device that writes. */
  readonly device: DeviceId;
  /** The device's office. */
  readonly office: Office;
  readonly reference: ReferenceData;
  /** Draws the next dossier code of an agency for a date from the device's leased ranges. Draws are final only if the transaction commits. */
  readonly drawCode: (agencyId: string, date: PlainDate) => Result<string, Refusal>;
  /** The next line of this device's register book of that year. */
  readonly drawRegisterLine: (date: PlainDate) => PaperNumber;
  /** The next number of this device's own book of that kind of slip and that year. */
  readonly drawSlipNumber: (kind: SlipKind, date: PlainDate) => PaperNumber;
}

/** An event before the log gave it its place. */
export interface EventDraft {
  readonly type: string;
  readonly version: number;
  readonly data: { readonly [key: string]: unknown };
}

export type RolesAt = { readonly [Duty in OfficeDuty]?: readonly Role[] | undefined };

export interface CommandDefinition<Name extends string, Input> {
  readonly name: Name;
  /** Input schema: the form's and the programmatic caller's. */
  readonly input: Schema<Input>;
  /** Who may do it, by the duty of the office: absent = nobody there. */
  readonly rolesAt: RolesAt;
  /** The event types it can give; the server derives from it who may send them. */
  readonly emits: readonly string[];
  /** True where only the office that opened the dossier may act (its paper, its register), not those it was handed to. */
  readonly homeOnly?: boolean | undefined;
  /** True where only the office that has the file now may act. */
  readonly heldOnly?: boolean | undefined;
  /** True where only the home office and the office that has the file may act, not one that had it before. */
  readonly handlingOnly?: boolean | undefined;
  /** True where the centre above may do it to a dossier that was never handed to it. */
  readonly fromAbove?: boolean | undefined;
  /** True where the act stays possible while a contradiction waits to be settled. */
  readonly whileContradicted?: boolean | undefined;
  /** True where the act is about a contradiction, not about the dossier's status. */
  readonly settles?: boolean | undefined;
  /** Whether the state allows it at all: read by screens (is the button there?) and by `decide`. */
  readonly open: (state: DossierState | undefined) => boolean;
  /** What bars it here and now although the status allows it (the day, an apology made before), in its own words; asked with `open` by screens and by `decide`. */
  readonly barred?: ((state: DossierState, at: Instant) => Refusal | undefined) | undefined;
  readonly decide: (state: DossierState | undefined, input: Input, context: CommandContext) => Result<readonly EventDraft[], Refusal>;
}

export function defineCommand<const Name extends string, Input>(
  definition: CommandDefinition<Name, Input>,
): CommandDefinition<Name, Input> {
  return definition;
}

/** Spread into a definition. */
export function permit(rolesAt: RolesAt): { readonly rolesAt: RolesAt } {
  return { rolesAt };
}

/** The desk's own acts: the one-stop officer of the commune, the counter officer of the centre. */
export const desk = permit({ COMMUNE: ['clerk'], CENTRE: ['district_clerk'] });
/** Appraisal: the specialist, or the desk that writes down what the specialist decided. */
export const deskOrSpecialist = permit({ COMMUNE: ['clerk', 'specialist'], CENTRE: ['district_clerk', 'district_specialist'] });
