/** Nobody came to the call. */
import * as z from 'zod/mini';
import { ticketNumber } from '../../dossier/fields.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineDayAct } from '../define-act.ts';
import { openTicket, ticketRoles, withTicket } from '../tickets.ts';

const data = z.strictObject({ number: ticketNumber });

export const passTicket = defineDayAct({
  type: 'TicketPassed',
  version: 1,
  input: data,
  schema: data,
  ...ticketRoles,
  decide: (state, input) => {
    const found = openTicket(state, input.number);
    if (!found.ok) return found;
    return found.value.status === 'CALLED' ? ok(input) : err({ code: 'day/ticket-not-called' });
  },
  evolve: (state, { data: { number } }) => withTicket(state, number, (ticket) => ({ ...ticket, status: 'PASSED' })),
});
