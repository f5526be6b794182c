/** Times as the technician reads them: ISO 8601 in civil time with its offset, the same instant for every program. */
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';

const minuteMs = 60_000;

/** `2026-11-26T01:30:00.000+07:00`. */
export function isoWithOffset(at: Instant): string {
  const { date, minuteOfDay } = instantToCivil(at);
  const ms = ((at % minuteMs) + minuteMs) % minuteMs;
  const seconds = `${pad(Math.floor(ms / 1_000))}.${String(Math.floor(ms % 1_000)).padStart(3, '0')}`;
  return `${date}T${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}:${seconds}+07:00`;
}

/** `2026-11-26-013000`, for names of files. */
export function fileTime(at: Instant): string {
  return isoWithOffset(at).slice(0, 19).replace('T', '-').replaceAll(':', '');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
