/** A moment as a technician reads it: Vietnam's day and clock, whatever zone the machine has. */
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';

/** "26/11/2026 07:05". */
export function showMoment(at: Instant): string {
  const { date, minuteOfDay } = instantToCivil(at);
  const [year, month, day] = date.split('-');
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}/${month}/${year} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
