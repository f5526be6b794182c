/**
 * What everybody's work rests on and nobody's act changes. It travels in the exchange in parts (`parts.ts`): a device says which version it has and
 * gets the parts that changed since, already cut to its office by the server.
 */
import type { Procedure } from '../catalogue/procedure.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import type { Office } from './office.ts';
import type { Settings } from './settings.ts';
import type { Staff } from './staff.ts';

export interface ReferenceData {
  readonly procedures: readonly Procedure[];
  readonly calendar: Calendar;
  readonly offices: readonly Office[];
  readonly staff: readonly Staff[];
  readonly settings: Settings;
}
export type ReferenceKind = keyof ReferenceData;
export const referenceKinds = ['procedures', 'calendar', 'offices', 'staff', 'settings'] as const satisfies readonly ReferenceKind[];
