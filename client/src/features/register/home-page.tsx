/** The day of the desk: four figures, then what has to be done first by the hour that was promised, with the next act of each dossier one press away. */
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { DossierIndex, QueueName } from '../../contract/dossier-index.ts';
import { nextActOf } from '../../kit/next-act.ts';
import { queueViews } from '../../kit/queues.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useProcedureName } from '../../kit/use-reference.ts';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatLongDate, formatNumber } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Page } from '../../kit/ui/page.tsx';
import { SyncMark } from '../../kit/ui/row-words.tsx';
import { DueCell, OwnerCell, ProcedureCell, RowCode } from './row-cells.tsx';
import classes from './home-page.module.css';

const figures = ['today', 'dueAhead', 'overdue', 'toReturn'] as const satisfies readonly QueueName[];
/** What presses, in the order of the promise; forms begun and never finished come last. */
const pressing = ['overdue', 'dueAhead', 'toReturn', 'drafts'] as const satisfies readonly QueueName[];
const rowsMax = 40;

export function HomePage() {
  const t = vi.register.home;
  const { dossiers } = useServices();
  const now = useNow();
  useLive(dossiers.index.version);
  const counts = dossiers.index.counts(now);
  const rows = firstRows(dossiers.index, now);
  const others = pressing.reduce((sum, queue) => sum + counts[queue], 0) - rows.length;
  return (
    <Page title={t.title(formatLongDate(instantToPlainDate(now)))}>
      <ul className={classes.figures} aria-label={t.figures}>
        {figures.map((queue) => (
          <li key={queue}>
            <Link
              to="/danh-sach/$queue"
              params={{ queue: slugs.get(queue) ?? '' }}
              className={classes.figure}
              data-urgent={queue === 'overdue' && counts.overdue > 0 ? true : undefined}
            >
              <span className={classes.number}>{formatNumber(counts[queue])}</span>
              <span>{queue === 'today' ? t.received : t[queue]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <section className={classes.card} aria-labelledby="can-lam-truoc">
        <h2 id="can-lam-truoc">{t.first}</h2>
        {rows.length === 0 ? <p className="quiet">{t.nothing}</p> : <FirstRows rows={rows} />}
        {others > 0 && <p className="quiet">{t.more(formatNumber(others))}</p>}
      </section>
    </Page>
  );
}

const slugs: ReadonlyMap<QueueName, string> = new Map(queueViews.map(({ queue, slug }) => [queue, slug]));

/** A dossier in two queues is one thing to do. */
function firstRows(index: DossierIndex, now: Instant): readonly DossierRow[] {
  const found = pressing.flatMap((queue) => index.query({ queue, sort: 'due', limit: rowsMax }, now));
  const due = (row: DossierRow) => row.dueAt ?? Number.MAX_SAFE_INTEGER;
  return [...new Map(found.map((row) => [row.id, row])).values()].sort((a, b) => due(a) - due(b)).slice(0, rowsMax);
}

function FirstRows({ rows }: { readonly rows: readonly DossierRow[] }) {
  const procedureName = useProcedureName();
  const { dossiers } = useServices();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('a')?.focus({ preventScroll: true }), []);
  return (
    <ul ref={list} className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <Link to="/ho-so/$dossier" params={{ dossier: row.id }} className={classes.link}>
            <DueCell row={row} />
            <OwnerCell row={row} />
            <ProcedureCell name={procedureName(row.procedure)} />
            <RowCode row={row} />
            <SyncMark row={row} pending={dossiers.index.isPending(row.id)} />
          </Link>
          <RowAct row={row} />
        </li>
      ))}
    </ul>
  );
}

/** The one act that comes next; where it is not this officer's, only a look. */
function RowAct({ row }: { readonly row: DossierRow }) {
  const t = vi.register.home;
  const services = useServices();
  const navigate = useNavigate();
  const staff = useLive(services.session.current)?.staff;
  const office = useLive(services.office);
  const next = nextActOf(row);
  const act = next && staff && office && mayPerform(next.command, staff, office) ? next : undefined;
  const words = act?.words ?? t.open;
  return (
    <Button
      className={classes.act}
      size="sm"
      variant={act ? 'light' : 'default'}
      aria-label={t.actOn(words, row.name ?? row.code ?? vi.register.noCode)}
      onClick={() => void navigate({ to: '/ho-so/$dossier', params: { dossier: row.id }, ...(act ? { state: { act: act.command } } : {}) })}
    >
      {words}
    </Button>
  );
}
