/** Who stands above whom, over any depth. A broken tree (a parent that is not there, a ring) ends the walk, never the program. */
import type { OfficeId } from '../kernel/ids.ts';
import type { Office } from './office.ts';
import { isCentre } from './office-kinds.ts';

/** Nearest first, without the office itself. */
export function officesAbove(offices: readonly Office[], id: OfficeId): readonly Office[] {
  const above: Office[] = [];
  let at = offices.find((one) => one.id === id);
  while (at?.parent !== undefined) {
    const parent: Office | undefined = offices.find((one) => one.id === at?.parent);
    if (parent === undefined || parent.id === id || above.includes(parent)) break;
    above.push(parent);
    at = parent;
  }
  return above;
}

export function isAbove(offices: readonly Office[], upper: OfficeId, lower: OfficeId): boolean {
  return officesAbove(offices, lower).some((one) => one.id === upper);
}

/** All that stand below, at any depth. */
export function officesBelow(offices: readonly Office[], id: OfficeId): readonly Office[] {
  return offices.filter((one) => isAbove(offices, id, one.id));
}

/** The centre that answers for an office: itself, or the nearest above. */
export function centreOf(office: Office, offices: readonly Office[]): Office | undefined {
  return isCentre(office) ? office : officesAbove(offices, office.id).find(isCentre);
}
