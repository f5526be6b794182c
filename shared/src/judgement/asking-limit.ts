/** How long after the acceptance the citizen may be asked for more papers without being told late (NĐ 118/2025 Đ19.5): a warning, never a refusal. */
import { type Calendar, workingDaysBetween } from '../deadlines/calendar.ts';
import { type Instant, instantToPlainDate } from '../kernel/instant.ts';

/** "trong thời hạn 03 ngày làm việc kể từ ngày tiếp nhận", unless the law of the field says otherwise. */
export const askingWorkingDays = 3;

/** The first request would come too late. The day of acceptance does not count; a second request has its own rule. */
export function isAskedTooLate(
  state: { readonly acceptedAt?: Instant | undefined; readonly supplementCount: number },
  now: Instant,
  calendar: Calendar,
): boolean {
  if (state.acceptedAt === undefined || state.supplementCount > 0) return false;
  return workingDaysBetween(calendar, instantToPlainDate(state.acceptedAt), instantToPlainDate(now)) > askingWorkingDays;
}
