/** Tickets at the desk: call the next one, call again, pass, done; who still waits. */
import { useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, NativeSelect } from '@mantine/core';
import type { DayState, Ticket } from '@onestop/shared/daybook/state.ts';
import { nextTicket, waitsOf } from '@onestop/shared/daybook/tickets.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { formatNumber, formatSpan, formatTime } from '../../texts/format.ts';
import { tickets as t } from '../../texts/vi/tickets.ts';
import { useDay, useDayAct, useToday } from './use-day.ts';
import classes from './tickets.module.css';

const desks = 12;

export function TicketsPage() {
  const day = useDay(useToday());
  const me = useLive(useServices().session.current)?.staff.id;
  if (day === undefined || me === undefined) return <Page title={t.title}>{null}</Page>;
  return (
    <Page
      title={t.title}
      tools={
        <>
          <Link to="/so-thu-tu/lay-so">{t.takePage}</Link>
          <Link to="/so-thu-tu/man-hinh">{t.screenPage}</Link>
        </>
      }
    >
      <Calling day={day} me={me} />
      <div className={classes.two}>
        <TicketList title={t.waiting} tickets={day.tickets.filter(({ status }) => status === 'WAITING')} desk={lastDesk(day, me)} />
        <TicketList title={t.passed} tickets={day.tickets.filter(({ status }) => status === 'PASSED')} desk={lastDesk(day, me)} />
      </div>
      <Waited day={day} />
    </Page>
  );
}

/** Where the officer called from last; the first desk to begin with. */
function lastDesk({ tickets }: DayState, me: StaffId): string {
  const own = tickets.flatMap(({ calls }) => calls).filter(({ by }) => by === me);
  return (
    own.reduce<(typeof own)[number] | undefined>((last, call) => (last && last.at > call.at ? last : call), undefined)?.desk ?? t.desk(1)
  );
}

/** What stands before this officer: the ticket he called last, as long as it is not done. */
function currentOf({ tickets }: DayState, me: StaffId): Ticket | undefined {
  return tickets
    .filter(({ status, calls }) => status === 'CALLED' && calls.at(-1)?.by === me)
    .sort((a, b) => (b.calls.at(-1)?.at ?? 0) - (a.calls.at(-1)?.at ?? 0))[0];
}

function Calling({ day, me }: { readonly day: DayState; readonly me: StaffId }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const { busy, problem, run } = useDayAct();
  const desk = chosen ?? lastDesk(day, me);
  const current = currentOf(day, me);
  const next = nextTicket(day);
  const callNext = async () => {
    if (current && (await run({ act: 'finishTicket', input: { number: current.number } })) === undefined) return;
    if (next) await run({ act: 'callTicket', input: { number: next.number, desk } });
  };
  const act = (name: 'passTicket' | 'finishTicket', number: string) => void run({ act: name, input: { number } });
  return (
    <section className={classes.calling} aria-label={t.calling}>
      <NativeSelect
        label={t.deskLabel}
        value={desk}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={Array.from({ length: desks }, (_, i) => t.desk(i + 1))}
      />
      <output className={classes.current}>
        {current ? current.number : <span className="quiet">{t.nobody}</span>}
        {current && <span className={classes.small}>{t.called(formatTime(current.calls.at(-1)?.at ?? 0))}</span>}
      </output>
      <div className={pageClasses.buttons}>
        {current && (
          <>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => void run({ act: 'callTicket', input: { number: current.number, desk } })}
            >
              {t.again}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => act('passTicket', current.number)}>
              {t.pass}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => act('finishTicket', current.number)}>
              {t.done}
            </Button>
            <Button variant="light" onClick={() => void navigate({ to: '/tiep-nhan', search: { ticket: current.number } })}>
              {t.intake}
            </Button>
          </>
        )}
        <Button size="md" loading={busy} disabled={next === undefined} onClick={() => void callNext()}>
          {next === undefined ? t.noNext : t.next(next.number)}
        </Button>
      </div>
      <div aria-live="assertive">{problem !== undefined && <Notice tone="amber">{problem}</Notice>}</div>
    </section>
  );
}

function TicketList({ title, tickets, desk }: { readonly title: string; readonly tickets: readonly Ticket[]; readonly desk: string }) {
  const now = useNow();
  const { busy, run } = useDayAct();
  return (
    <section className={classes.card} aria-label={title}>
      <h2>
        {title} ({formatNumber(tickets.length)})
      </h2>
      <ul className={classes.list}>
        {tickets.map(({ number, takenAt }) => (
          <li key={number}>
            <strong className="num">{number}</strong>
            <span className="quiet">{t.waits(formatTime(takenAt), formatSpan(now - takenAt))}</span>
            <Button
              size="xs"
              variant="default"
              aria-label={t.callThis(number)}
              disabled={busy}
              onClick={() => void run({ act: 'callTicket', input: { number, desk } })}
            >
              {t.call}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waited({ day }: { readonly day: DayState }) {
  const { taken, called, averageMs, longestMs } = waitsOf([day]);
  if (averageMs === undefined || longestMs === undefined) return null;
  return <p className="num">{t.waited(formatNumber(taken), formatNumber(called), formatSpan(averageMs), formatSpan(longestMs))}</p>;
}
