/** The citizen was served, or went away for good. */
import * as z from 'zod/mini';
import { ticketNumber } from '../../dossier/fields.ts';
import { defineDayAct } from '../define-act.ts';
import { ofOpenTicket, ticketRoles, withTicket } from '../tickets.ts';

const data = z.strictObject({ number: ticketNumber });

export const finishTicket = defineDayAct({
  type: 'TicketDone',
  version: 1,
  input: data,
  schema: data,
  ...ticketRoles,
  decide: ofOpenTicket,
  evolve: (state, { at, data: { number } }) => withTicket(state, number, (ticket) => ({ ...ticket, status: 'DONE', doneAt: at })),
});
