/** Which rows are whose work (`DossierRow.officer`): one set an officer, so that nobody's list looks at the rows of others. */
import type { StaffId } from '@onestop/shared/kernel/ids.ts';

export interface Officers {
  /** undefined where nobody by name has it, or the row is gone. */
  readonly set: (slot: number, officer: StaffId | undefined) => void;
  readonly slotsOf: (officer: StaffId | undefined) => ReadonlySet<number>;
}

const nobodys: ReadonlySet<number> = new Set();

export function createOfficers(): Officers {
  const bySlot = new Map<number, StaffId>();
  const sets = new Map<StaffId, Set<number>>();
  return {
    set: (slot, officer) => {
      const before = bySlot.get(slot);
      if (before === officer) return;
      if (before !== undefined) sets.get(before)?.delete(slot);
      if (officer === undefined) {
        bySlot.delete(slot);
        return;
      }
      bySlot.set(slot, officer);
      const own = sets.get(officer);
      if (own === undefined) sets.set(officer, new Set([slot]));
      else own.add(slot);
    },
    slotsOf: (officer) => (officer === undefined ? undefined : sets.get(officer)) ?? nobodys,
  };
}
