/** A desk calls a ticket, or calls it again. Two desks that call the same one unseen are both shown: the citizen goes to either. */
import * as z from 'zod/mini';
import { text, ticketNumber } from '../../dossier/fields.ts';
import { defineDayAct } from '../define-act.ts';
import { ofOpenTicket, ticketRoles, withTicket } from '../tickets.ts';

const data = z.strictObject({ number: ticketNumber, desk: text(30) });

export const callTicket = defineDayAct({
  type: 'TicketCalled',
  version: 1,
  input: data,
  schema: data,
  ...ticketRoles,
  decide: ofOpenTicket,
  evolve: (state, { at, actor, data: { number, desk } }) =>
    withTicket(state, number, (ticket) => ({ ...ticket, status: 'CALLED', calls: [...ticket.calls, { at, desk, by: actor }] })),
});
