/**
 * The catalogue the product ships: `procedures.json` holds one procedure a line (176 of commune, 244 of district level), each marked by its source and how sure its
 * parts are. A start for a district, not an official list: it is taken over when the district says so, whole or by level.
 */
import { readFileSync } from 'node:fs';
import { type CatalogueEntry, entryOf } from '@onestop/shared/catalogue/file/entry.ts';
import { currentProcedures } from '@onestop/shared/catalogue/file/plan.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { referenceSchemas } from '@onestop/shared/reference/schemas.ts';

export const starterLevels = ['commune', 'district'] as const satisfies readonly Procedure['level'][];
export type StarterLevel = (typeof starterLevels)[number];

export function starterCatalogue(): readonly Procedure[] {
  const parsed = referenceSchemas.procedures.safeParse(JSON.parse(readFileSync(new URL('./procedures.json', import.meta.url), 'utf8')));
  if (!parsed.success) throw new Error(`procedures.json: ${parsed.error.message}`);
  return parsed.data;
}

/** Those of the levels that the district does not have in force. What it has stays as it is, whatever the shipped row says by now. */
export function lackingOfStarter(stored: readonly Procedure[], levels: readonly StarterLevel[], on: PlainDate): readonly CatalogueEntry[] {
  const has = new Set(currentProcedures(stored, on).flatMap(({ key, code }) => (code === null ? [key] : [key, code])));
  return starterCatalogue()
    .filter(({ key, code, level }) => levels.some((each) => each === level) && !has.has(key) && !(code !== null && has.has(code)))
    .map(entryOf);
}
