/** The page for citizens at the door: one large button, then the number, large. Nothing of the officer in whose session it stands open. */
import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { formatNumber } from '../../texts/format.ts';
import { tickets as t } from '../../texts/vi/tickets.ts';
import { useDay, useDayAct, useToday } from './use-day.ts';
import classes from './tickets.module.css';

const shownForMs = 12_000;

export function TakeTicketPage() {
  const day = useDay(useToday());
  const office = useLive(useServices().office);
  const [number, setNumber] = useState<string>();
  const { busy, problem, run } = useDayAct();
  useEffect(() => {
    const timer = setTimeout(() => setNumber(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [number]);
  const take = async () => {
    const before = new Set(day?.tickets.map((one) => one.number));
    const after = await run({ act: 'takeTicket', input: {} });
    setNumber(after?.tickets.find((one) => !before.has(one.number))?.number);
  };
  if (day === undefined) return null;
  const ahead = day.tickets.filter(({ status, number: other }) => status === 'WAITING' && other !== number).length;
  return (
    <main className={classes.door}>
      <h1>{office?.name}</h1>
      <div aria-live="assertive">
        {problem}
        {number !== undefined && (
          <>
            <p>{t.yourNumber}</p>
            <p className={classes.huge}>{number}</p>
            <p>{t.ahead(formatNumber(ahead))}</p>
          </>
        )}
      </div>
      {number === undefined ? (
        <button type="button" className={classes.take} disabled={busy} onClick={() => void take()}>
          {t.take}
        </button>
      ) : (
        <button type="button" className={classes.take} data-quiet onClick={() => setNumber(undefined)}>
          {t.nextPerson}
        </button>
      )}
      <Link to="/so-thu-tu" className={classes.leave}>
        {t.leave}
      </Link>
    </main>
  );
}
