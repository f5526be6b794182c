/**
 * The two lists of the country's units that the product ships (`units/`, source and licence in their first lines), read when they are first asked for: a server that never opens
 * a district's set-up never reads them.
 */
import { readFileSync } from 'node:fs';
import { type UnitForm, type UnitList, createUnitList, readUnitLines } from '@onestop/shared/reference/unit-list.ts';

const files: Readonly<Record<UnitForm, string>> = {
  BEFORE_2025_07: './units/before-2025-07.txt',
  SINCE_2025_07: './units/since-2025-07.txt',
};

export type CountryUnits = (form: UnitForm) => UnitList;

export function createCountryUnits(): CountryUnits {
  const read = new Map<UnitForm, UnitList>();
  return (form) => {
    const known = read.get(form);
    if (known !== undefined) return known;
    const units = readUnitLines(readFileSync(new URL(files[form], import.meta.url), 'utf8'));
    if (!units.ok) throw new Error(`${files[form]}: line ${units.error} cannot be read`);
    const list = createUnitList(units.value);
    read.set(form, list);
    return list;
  };
}
