/** One valid data for every event of an office's day, and a day's events. */
import type { DayEventData } from '@onestop/shared/daybook/acts/index.ts';
import { findDayAct } from '@onestop/shared/daybook/acts/index.ts';
import type { DayEventType } from '@onestop/shared/daybook/event-types.ts';
import type { DayFigures } from '@onestop/shared/daybook/state.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DeviceId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { at, communeId, day, type EventPlace, staff } from './builders.ts';

export const sampleFigures: DayFigures = {
  received: 12,
  finished: 9,
  returned: 8,
  unsent: { events: 3, bytes: 12_000, photos: 0, photoBytes: 0 },
  papersHere: 2,
  dueNext: 4,
  books: [{ book: 'BL 01/2026', payments: 5, cashVnd: 40_000, otherVnd: 16_000 }],
  refundedVnd: 3_000,
  cashVnd: 37_000,
};

/** The compiler names a type that is missing here. */
export const sampleDayData: { readonly [T in DayEventType]: DayEventData<T> } = {
  TicketTaken: { number: 'A001' },
  TicketCalled: { number: 'A001', desk: 'Quầy 1' },
  TicketPassed: { number: 'A001' },
  TicketDone: { number: 'A001' },
  DayClosed: {
    figures: sampleFigures,
    counted: {
      totalVnd: 35_000,
      notes: [
        { valueVnd: 20_000, count: 1 },
        { valueVnd: 5_000, count: 3 },
      ],
    },
    reason: 'trả lại thừa cho dân',
    note: 'còn một hồ sơ chờ ký',
  },
  ClosingApproved: { closing: { device: 'bd-1' as DeviceId, seq: 5 } },
  ClosingSentBack: { closing: { device: 'bd-1' as DeviceId, seq: 5 }, reason: 'đếm lại tiền' },
  PersonsLookedAt: { what: 'EXPORT', of: 'REGISTER', count: 120 },
  FreezeLifted: { reason: 'mất mạng cả tuần, dân đang chờ' },
};

export const sampleDayId = dayIdOf(communeId, day('23/11/2026'));

export function dayEventOf<T extends DayEventType>(type: T, place: EventPlace, data: DayEventData<T> = sampleDayData[type]): EventEnvelope {
  return {
    device: (place.device ?? 'bd-1') as DeviceId,
    seq: place.seq,
    dossier: sampleDayId,
    after: place.after ?? [],
    type,
    version: must(findDayAct(type), 'a known type').version,
    at: place.at ?? at('23/11/2026 08:00') + place.seq * 60_000,
    clockOffsetMs: 0,
    actor: place.actor ?? (staff.commune.id as StaffId),
    office: place.office ?? communeId,
    // Plain JSON; the event's own type knows it more exactly.
    data: data as unknown as EventEnvelope['data'],
  };
}
