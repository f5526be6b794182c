/** Events → the day, the same code on every device and on the server. The day depends on the set of events only. */
import type { EventEnvelope } from '../dossier/envelope.ts';
import { orderEvents } from '../dossier/order.ts';
import type { ReadOptions } from '../dossier/read-event.ts';
import { type DayState, emptyDay } from './state.ts';
import { readDayEvent } from './read-day-event.ts';
import type { OfficeDay } from './stream.ts';

export function foldDay({ office, date }: OfficeDay, events: readonly EventEnvelope[], options: ReadOptions = {}): DayState {
  let state = emptyDay(office, date);
  for (const event of orderEvents(events)) {
    const read = readDayEvent(event, options);
    state =
      read.kind === 'KNOWN'
        ? read.act.evolve(state, read.event)
        : { ...state, unknownEvents: [...state.unknownEvents, { device: event.device, seq: event.seq }] };
  }
  return state;
}
