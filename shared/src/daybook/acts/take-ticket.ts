/** A citizen takes a ticket at one of the office's devices. */
import * as z from 'zod/mini';
import { ticketNumber } from '../../dossier/fields.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import { defineDayAct } from '../define-act.ts';
import type { DayState, Ticket } from '../state.ts';
import { nextNumber, ticketRoles } from '../tickets.ts';

export const takeTicket = defineDayAct({
  type: 'TicketTaken',
  version: 1,
  input: z.strictObject({}),
  schema: z.strictObject({ number: ticketNumber }),
  ...ticketRoles,
  decide: (state, _input, { bookNumber }) => ok({ number: nextNumber(state, bookNumber) }),
  // A copied device may give a number twice before it has one of its own: both hear their number called.
  evolve: (state, { at, data: { number } }) => (state.tickets.some((one) => one.number === number) ? state : taken(state, number, at)),
});

function taken(state: DayState, number: string, at: Instant): DayState {
  const ticket: Ticket = { number, status: 'WAITING', takenAt: at, calls: [] };
  return { ...state, tickets: [...state.tickets, ticket].sort(byTaken) };
}

function byTaken(a: Ticket, b: Ticket): number {
  return a.takenAt - b.takenAt || (a.number < b.number ? -1 : 1);
}
