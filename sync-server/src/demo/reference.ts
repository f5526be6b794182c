/** Everything the demo district starts with: the shipped catalogue and a made-up district. */
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { starterCatalogue } from '../reference/starter-catalogue.ts';
import { demoOffices } from './offices.ts';
import { demoSettings } from './settings.ts';
import { demoStaff } from './staff.ts';

export function demoReference(): ReferenceData {
  return { procedures: starterCatalogue(), calendar: vietnamCalendar(), offices: demoOffices, staff: demoStaff, settings: demoSettings };
}
