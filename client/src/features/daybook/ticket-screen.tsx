/** The big screen in the waiting room: who is called where, who is next. Dark, read from across the room. */
import { Link } from '@tanstack/react-router';
import type { DayState, Ticket, TicketCall } from '@onestop/shared/daybook/state.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatTime } from '../../texts/format.ts';
import { tickets as t } from '../../texts/vi/tickets.ts';
import { useDay, useToday } from './use-day.ts';
import classes from './tickets.module.css';

const calledMax = 6;
const waitingMax = 8;

export function TicketScreen() {
  const day = useDay(useToday());
  const office = useLive(useServices().office);
  const now = useNow(1000);
  const called = day === undefined ? [] : newestCalls(day);
  const waiting = day?.tickets.filter(({ status }) => status === 'WAITING').slice(0, waitingMax) ?? [];
  return (
    <main className={classes.screen}>
      <header>
        <h1>{office?.name}</h1>
        <Link to="/so-thu-tu">{formatTime(now)}</Link>
      </header>
      <section aria-label={t.callingNow} aria-live="polite">
        <h2>{t.callingNow}</h2>
        {called.length === 0 && <p>{t.nobodyCalled}</p>}
        <ul>
          {called.map(({ ticket, call }) => (
            <li key={ticket.number}>
              <span className={classes.called}>{ticket.number}</span> <span className={classes.calledTo}>{call.desk}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t.nextOnes}>
        <h2>{t.nextOnes}</h2>
        <p className={classes.nexts}>{waiting.map(({ number }) => number).join('  ')}</p>
      </section>
    </main>
  );
}

/** Newest call first; a ticket that two desks called stands with the last of them. */
function newestCalls({ tickets }: DayState): readonly { readonly ticket: Ticket; readonly call: TicketCall }[] {
  return tickets
    .flatMap((ticket) => {
      const call = ticket.calls.at(-1);
      return ticket.status === 'CALLED' && call !== undefined ? [{ ticket, call }] : [];
    })
    .sort((a, b) => b.call.at - a.call.at)
    .slice(0, calledMax);
}
