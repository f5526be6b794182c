/** Tickets (số thứ tự): their numbers, who is next, how long people waited. */
import { permit } from '../dossier/command.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { DayRefusal } from './define-act.ts';
import type { DayState, Ticket } from './state.ts';

/** Letters that are told apart when called out and on a screen. */
const letters = 'ABCDEGHKLMNPQRSTUVXY';
const serialDigits = 3;

/** Everybody who works at the desk; the page for citizens stands open in the session of one of them. */
export const ticketRoles = permit({
  COMMUNE: ['clerk', 'specialist', 'signer', 'seal', 'commune_admin'],
  CENTRE: ['district_clerk', 'district_specialist', 'district_admin'],
});

/** Of the device's number in its office (from 1), which no other device of the office has: 1 → A, 21 → AA. */
export function ticketPrefix(bookNumber: number): string {
  let rest = Math.max(1, bookNumber);
  let prefix = '';
  while (rest > 0) {
    prefix = (letters[(rest - 1) % letters.length] as string) + prefix;
    rest = Math.floor((rest - 1) / letters.length);
  }
  return prefix;
}

/** The next one of this device on this day. */
export function nextNumber({ tickets }: DayState, bookNumber: number): string {
  const prefix = ticketPrefix(bookNumber);
  let last = 0;
  for (const { number } of tickets) if (number.replace(/\d+$/, '') === prefix) last = Math.max(last, Number(number.slice(prefix.length)));
  return prefix + String(last + 1).padStart(serialDigits, '0');
}

/** Who has waited longest. */
export function nextTicket({ tickets }: DayState): Ticket | undefined {
  return tickets.find((ticket) => ticket.status === 'WAITING');
}

/** Still to be served: what an act may be about. */
export function openTicket({ tickets }: DayState, number: string): Result<Ticket, DayRefusal> {
  const ticket = tickets.find((one) => one.number === number);
  if (ticket === undefined) return err({ code: 'day/no-such-ticket' });
  return ticket.status === 'DONE' ? err({ code: 'day/ticket-done' }) : ok(ticket);
}

/** What an act about an open ticket writes: its input as it came. */
export function ofOpenTicket<I extends { readonly number: string }>(state: DayState, input: I): Result<I, DayRefusal> {
  const found = openTicket(state, input.number);
  return found.ok ? ok(input) : found;
}

/** The day with one ticket changed; what is done stays done, whoever called it unseen. */
export function withTicket(state: DayState, number: string, change: (ticket: Ticket) => Ticket): DayState {
  return { ...state, tickets: state.tickets.map((one) => (one.number === number && one.status !== 'DONE' ? change(one) : one)) };
}

export interface Waits {
  readonly taken: number;
  /** Those that were called. */
  readonly called: number;
  /** From taking a ticket to its first call, in milliseconds; undefined where none was called. */
  readonly averageMs: number | undefined;
  readonly longestMs: number | undefined;
}

/** Waits over any number of days, of one office or of several: a report's figure. */
export function waitsOf(days: Iterable<Pick<DayState, 'tickets'>>): Waits {
  let taken = 0;
  const waits: number[] = [];
  for (const { tickets } of days) {
    taken += tickets.length;
    for (const ticket of tickets) {
      const wait = waitOf(ticket);
      if (wait !== undefined) waits.push(wait);
    }
  }
  const sum = waits.reduce((total, wait) => total + wait, 0);
  const called = waits.length;
  return {
    taken,
    called,
    averageMs: called === 0 ? undefined : Math.round(sum / called),
    longestMs: called === 0 ? undefined : waits.reduce((longest, wait) => Math.max(longest, wait), 0),
  };
}

function waitOf({ takenAt, calls }: Ticket): Instant | undefined {
  const first = calls[0];
  return first === undefined ? undefined : Math.max(0, first.at - takenAt);
}
