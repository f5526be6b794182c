/**
 * Role × kind of office × command, read from the command registry: the same table for the buttons of the screens and for the server.
 * The roster and the device say who acts and for which office, never the body of a message (design §8).
 */
import type { OfficeId } from '../kernel/ids.ts';
import { type CommandName, accessRefusal, commandNames, commandOf, eventsAllowedFor, stateRefusal } from '../dossier/commands/index.ts';
import type { CommandContext } from '../dossier/command.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Office } from '../reference/office.ts';
import type { Staff } from '../reference/staff.ts';

/** Whether the officer may do this at all in this office, whatever the dossier. */
export function mayPerform(staff: Staff, office: Office, command: CommandName): boolean {
  const needed = commandOf(command).rolesAt[office.kind] ?? [];
  return staff.active && staff.office === office.id && staff.roles.some((role) => needed.includes(role));
}

/** What the officer can do with this dossier now: the buttons of its page, in the registry's order. */
export function commandsFor(
  state: DossierState | undefined,
  context: Pick<CommandContext, 'actor' | 'office' | 'reference'>,
): readonly CommandName[] {
  return commandNames.filter((name) => {
    const command = commandOf(name);
    return accessRefusal(command, state, context) === undefined && stateRefusal(command, state) === undefined;
  });
}

export type AppendRefusal = 'event/other-office' | 'event/actor-not-allowed' | 'event/dossier-not-visible';

export interface AppendQuestion {
  /** From the roster, by the event's actor. */
  readonly staff: Staff;
  /** The device's office. */
  readonly office: Office;
  readonly type: string;
  /** Offices of the dossier before this event; empty or undefined where the event opens it. */
  readonly dossierOffices: readonly OfficeId[] | undefined;
  /** To find whether the centre stands above the dossier's home. */
  readonly offices: readonly Office[];
}

/**
 * The server's answer to a pushed event, or undefined where it is welcome. An officer who was deactivated since may have acted rightly while
 * offline, so `active` is not asked here. Types this build does not know are let through: they are kept and judged after an upgrade.
 */
export function appendRefusal({ staff, office, type, dossierOffices, offices }: AppendQuestion): AppendRefusal | undefined {
  if (staff.office !== office.id) return 'event/other-office';
  const permission = eventsAllowedFor(type);
  if (permission !== undefined) {
    const needed = permission.rolesAt[office.kind] ?? [];
    if (!staff.roles.some((role) => needed.includes(role))) return 'event/actor-not-allowed';
  }
  if (dossierOffices === undefined || dossierOffices.length === 0 || dossierOffices.includes(office.id)) return undefined;
  const home = dossierOffices[0];
  const isAbove = office.kind === 'CENTRE' && offices.some((one) => one.id === home && one.parent === office.id);
  return isAbove && permission?.fromAbove === true ? undefined : 'event/dossier-not-visible';
}
