/** How the groups of a report are called. */
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Grouping } from '@onestop/shared/reports/report.ts';

export function groupName(by: Grouping, { procedures, offices }: ReferenceData): (key: string) => string {
  if (by === 'FIELD') return (key) => key;
  if (by === 'OFFICE') return (key) => offices.find(({ id }) => id === key)?.name ?? key;
  const names = new Map(procedures.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
}
