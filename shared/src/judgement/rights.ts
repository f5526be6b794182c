/**
 * Who may do what, once: role × duty of the office × command, acts of the home office only, acts from above. Buttons, navigation, the desk's own acts and the
 * server ask here. Who acts and for which office comes from roster and device, never from the body of a message (design §8).
 */
import type { Instant } from '../kernel/instant.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { CommandDefinition } from '../dossier/command.ts';
import type { Refusal } from '../dossier/refusals.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Office } from '../reference/office.ts';
import { dutyOf } from '../reference/office-kinds.ts';
import { isAbove } from '../reference/office-tree.ts';
import type { Staff } from '../reference/staff.ts';

export type CommandRights = Pick<CommandDefinition<string, unknown>, 'rolesAt' | 'homeOnly' | 'heldOnly' | 'handlingOnly' | 'fromAbove'>;

export interface Acting {
  readonly actor: Staff;
  /** The device's office. */
  readonly office: Office;
  readonly offices: readonly Office[];
}

/** What rights ask of a dossier. `holder` is who has the file, where that is known. */
export interface DossierPlace {
  readonly office: OfficeId;
  readonly offices: readonly OfficeId[];
  readonly holder?: { readonly office: OfficeId } | undefined;
}

/** Why this officer may not do it to this dossier from this office, or undefined. `place` is undefined for an act that opens a dossier. */
export function accessRefusal(command: CommandRights, place: DossierPlace | undefined, acting: Acting): Refusal | undefined {
  return acting.actor.active ? pastRefusal(command, place, acting) : { code: 'access/role', needed: rolesNeeded(command, acting.office) };
}

/** The same for what was done already: who was dismissed since may have acted rightly while the desk had no line. */
export function pastRefusal(
  command: CommandRights,
  place: DossierPlace | undefined,
  { actor, office, offices }: Acting,
): Refusal | undefined {
  const needed = rolesNeeded(command, office);
  if (!actor.roles.some((role) => needed.includes(role))) return { code: 'access/role', needed };
  if (actor.office !== office.id) return { code: 'access/office' };
  if (place === undefined) return undefined;
  const hasIt = place.holder === undefined || place.holder.office === office.id;
  if (command.heldOnly === true && !hasIt) return { code: 'access/office' };
  if (command.handlingOnly === true && !hasIt && place.office !== office.id) return { code: 'access/office' };
  if (command.homeOnly === true ? place.office === office.id : place.offices.includes(office.id)) return undefined;
  return command.fromAbove === true && isAbove(offices, office.id, place.office) ? undefined : { code: 'access/office' };
}

/** Why the dossier's state does not allow it at this moment, or undefined. */
export function stateRefusal(
  command: Pick<CommandDefinition<string, unknown>, 'open' | 'barred' | 'whileContradicted' | 'settles'>,
  state: DossierState | undefined,
  at: Instant,
): Refusal | undefined {
  if (state !== undefined && command.whileContradicted !== true && state.contradictions.length > 0) {
    return { code: 'dossier/contradiction-open' };
  }
  if (command.open(state)) return state && command.barred?.(state, at);
  if (state === undefined) return { code: 'dossier/not-found' };
  return command.settles === true ? { code: 'dossier/nothing-to-settle' } : { code: 'dossier/status', status: state.status };
}

/** A dossier is shared with an office that exists and stands above the one that shares it. */
export function mayShareWith(offices: readonly Office[], from: OfficeId, to: OfficeId): boolean {
  return isAbove(offices, to, from);
}

function rolesNeeded({ rolesAt }: CommandRights, office: Office): readonly Staff['roles'][number][] {
  return rolesAt[dutyOf(office)] ?? [];
}
