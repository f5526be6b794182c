/** The rights (`rights.ts`) asked by name of a command, and of an event that is pushed. */
import { type CommandName, commandNames, commandOf } from '../dossier/commands/index.ts';
import type { DossierState } from '../dossier/state.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Office } from '../reference/office.ts';
import type { Staff } from '../reference/staff.ts';
import { accessRefusal, type Acting, type DossierPlace, pastRefusal, stateRefusal } from './rights.ts';

/** Whether the officer can do this to this dossier now: the buttons of its page. */
export function isAllowed(name: CommandName, state: DossierState | undefined, acting: Acting, at: Instant): boolean {
  const command = commandOf(name);
  return accessRefusal(command, state, acting) === undefined && stateRefusal(command, state, at) === undefined;
}

/** Whether the officer may do this at all in this office, whatever the dossier: the entries of the navigation. */
export function mayPerform(name: CommandName, actor: Staff, office: Office): boolean {
  return accessRefusal(commandOf(name), undefined, { actor, office, offices: [] }) === undefined;
}

export type AppendRefusal = 'event/other-office' | 'event/actor-not-allowed' | 'event/held-elsewhere' | 'event/dossier-not-visible';

/**
 * The server's answer to a pushed event, or undefined where it is welcome: whoever may give a command that makes it, to this dossier from this office, may send it.
 * Types this build does not know are let through for dossiers their office sees: they are kept and judged after an upgrade. `place` is undefined
 * where the event opens the dossier.
 */
export function appendRefusal(type: string, place: DossierPlace | undefined, acting: Acting): AppendRefusal | undefined {
  const { actor, office } = acting;
  if (actor.office !== office.id) return 'event/other-office';
  const commands = commandsByEvent.get(type);
  const isSeen = place === undefined || place.offices.includes(office.id);
  if (commands === undefined) return isSeen ? undefined : 'event/dossier-not-visible';
  if (commands.some((command) => pastRefusal(command, place, acting) === undefined)) return undefined;
  if (place?.holder !== undefined && appendRefusal(type, { ...place, holder: undefined }, acting) === undefined)
    return 'event/held-elsewhere';
  return isSeen || commands.every((command) => pastRefusal(command, undefined, acting) !== undefined)
    ? 'event/actor-not-allowed'
    : 'event/dossier-not-visible';
}

/** Whether who may send it hangs on who has the file. */
export function asksHolder(type: string): boolean {
  return commandsByEvent.get(type)?.every((command) => command.heldOnly === true || command.handlingOnly === true) === true;
}

/** For the server, which keeps the offices of a dossier, home first. `holder` is asked of the events, and only where it matters. */
export function placeOf(offices: readonly OfficeId[] | undefined, holder?: OfficeId): DossierPlace | undefined {
  const home = offices?.[0];
  if (offices === undefined || home === undefined) return undefined;
  return { office: home, offices, ...(holder === undefined ? {} : { holder: { office: holder } }) };
}

const commandsByEvent = new Map<string, readonly ReturnType<typeof commandOf>[]>();
for (const command of commandNames.map(commandOf))
  for (const type of command.emits) commandsByEvent.set(type, [...(commandsByEvent.get(type) ?? []), command]);
