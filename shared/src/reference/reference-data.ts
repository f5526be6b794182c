/**
 * Reference data travels in the exchange, versioned as whole documents per kind (design §4). A device asks with the versions it
 * has and gets the documents that changed. What a device receives is already cut to its office by the server.
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

export interface ReferenceDocument<K extends ReferenceKind = ReferenceKind> {
  readonly kind: K;
  readonly version: number;
  readonly value: ReferenceData[K];
}
