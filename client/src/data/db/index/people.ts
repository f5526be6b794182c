/** Earlier dossiers of the same person, and what a desk does most. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierIndex } from '../../../contract/dossier-index.ts';
import type { Parts } from './parts.ts';
import { rowAt } from './rows.ts';

const mostUsedDays = 90;
const dayMs = 86_400_000;

/** By ID number, else by folded name and birth year; newest first. */
export function samePerson(parts: Parts, person: Parameters<DossierIndex['samePerson']>[0]): readonly DossierRow[] {
  const { rows, numbers, orders } = parts;
  const byId = person.idNumber === undefined || person.idNumber === '' ? [] : numbers.exactId(person.idNumber);
  const found = new Set(byId.length > 0 ? byId : namesakes(parts, person.name, person.birthYear));
  return [...found].sort(orders.compare('newest')).map((slot) => rowAt(rows, slot));
}

function namesakes({ rows, names }: Parts, name: string | undefined, birthYear: number | undefined): readonly number[] {
  if (name === undefined || birthYear === undefined) return [];
  const folded = names.foldName(name);
  const tokens = folded.split(' ').filter((token) => token !== '');
  const rarest = tokens.map((token) => names.slotsOfPrefix(token)).sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? [];
  return rarest.flat().filter((slot) => rows.foldedNames[slot] === folded && rows.list[slot]?.birthYear === birthYear);
}

function sizeOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((size, list) => size + list.length, 0);
}

/** Of the newest ninety days, most used first; of one office where it is named. */
export function mostUsedProcedures({ rows, orders }: Parts, office: OfficeId | undefined): readonly string[] {
  const slots = orders.byOpened.slots();
  const last = slots.at(-1);
  const since = last === undefined ? 0 : (rows.opened[last] as number) - mostUsedDays * dayMs;
  const uses = new Map<string, number>();
  for (let i = slots.length - 1; i >= 0; i--) {
    const row = rowAt(rows, slots[i] as number);
    if (row.openedAt < since) break;
    if (row.procedure === undefined || (office !== undefined && row.office !== office)) continue;
    uses.set(row.procedure, (uses.get(row.procedure) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}
