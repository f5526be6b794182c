/** The key of the record that holds which official numbers were drawn on a day. */
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';

export function numbersKey(agencyId: string, date: PlainDate): string {
  return `${agencyId}|${date}`;
}
