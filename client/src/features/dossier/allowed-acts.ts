/** Which acts this officer may do to this dossier now: the same definitions the rules use, so a button never promises what is refused. */
import { accessRefusal, commandOf, stateRefusal, type CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';

export interface Acting {
  readonly actor: Staff;
  readonly office: Office;
  readonly reference: ReferenceData;
}

export function isAllowed(command: CommandName, state: DossierState | undefined, acting: Acting): boolean {
  const definition = commandOf(command);
  return accessRefusal(definition, state, acting) === undefined && stateRefusal(definition, state) === undefined;
}
