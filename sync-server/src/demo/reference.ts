/**
 * Everything the demo district starts with, checked by the same schemas as any reference document. `procedures.json` holds one procedure a
 * line (176 of commune, 244 of district level) with its provenance; it is a starter catalogue, not an official list.
 */
import { readFileSync } from 'node:fs';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { referenceSchemas } from '@onestop/shared/reference/schemas.ts';
import { demoOffices } from './offices.ts';
import { demoSettings } from './settings.ts';
import { demoStaff } from './staff.ts';

export function demoReference(): ReferenceData {
  const parsed = referenceSchemas.procedures.safeParse(JSON.parse(readFileSync(new URL('./procedures.json', import.meta.url), 'utf8')));
  if (!parsed.success) throw new Error(`procedures.json: ${parsed.error.message}`);
  return { procedures: parsed.data, calendar: vietnamCalendar(), offices: demoOffices, staff: demoStaff, settings: demoSettings };
}
