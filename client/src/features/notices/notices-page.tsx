/** "Tin báo": what citizens have to be told and nobody has told them yet, drafted in the district's words, written down with one press. Works offline. */
import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { NoticeCause } from '@onestop/shared/dossier/notices.ts';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { fillNotice, firstNoticeTexts } from '@onestop/shared/text/notice-wording.ts';
import { actProblemText } from '../../kit/act-problem.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { formatDate, formatNumber } from '../../texts/format.ts';
import { noticeCauseNames, notices as t } from '../../texts/vi/notices.ts';
import { vi } from '../../texts/vi.ts';
import classes from './notices.module.css';

/** As many calls as an afternoon holds. */
const shownMax = 60;

export function NoticesPage() {
  const { dossiers, session, office, reference } = useServices();
  const now = useNow();
  useLive(dossiers.index.version);
  const staff = useLive(session.current)?.staff;
  const unit = useLive(office);
  const settings = useLive(reference)?.settings;
  if (!staff || !unit || !settings) return null;
  if (!mayPerform('tellCitizen', staff, unit))
    return (
      <Page title={t.title}>
        <Notice>{t.notYours}</Notice>
      </Page>
    );
  const owed = dossiers.index.query({ queue: 'toTell', sort: 'due', office: unit.id, limit: shownMax }, now);
  const uncollected = dossiers.index.query({ queue: 'uncollected', sort: 'due', office: unit.id, limit: shownMax }, now);
  const left = dossiers.index.counts(now, unit.id).toTell - owed.length;
  return (
    <Page title={t.title}>
      <p className="quiet">{t.intro}</p>
      <Calls
        title={t.owed}
        rows={owed}
        settings={settings}
        authority={vi.shell.authority(unit.name)}
        causeOf={(row) => row.notice}
        empty={t.empty}
      />
      {left > 0 && <p className="quiet">{t.more(formatNumber(left))}</p>}
      <Calls
        title={t.uncollected}
        rows={uncollected}
        settings={settings}
        authority={vi.shell.authority(unit.name)}
        causeOf={() => 'UNCOLLECTED'}
        empty={t.noneUncollected(settings.remindAfterDays)}
      />
    </Page>
  );
}

interface CallsProps {
  readonly title: string;
  readonly rows: readonly DossierRow[];
  readonly settings: Settings;
  readonly authority: string;
  readonly causeOf: (row: DossierRow) => NoticeCause | undefined;
  readonly empty: string;
}

function Calls({ title, rows, settings, authority, causeOf, empty }: CallsProps) {
  const list = useRef<HTMLUListElement>(null);
  const id = `tin-${title.length}`;
  return (
    <section className={pageClasses.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 && <p className="quiet">{empty}</p>}
      <ul ref={list} className={classes.list}>
        {rows.map((row) => {
          const cause = causeOf(row);
          return (
            cause && (
              <Call
                key={row.id}
                row={row}
                cause={cause}
                text={wordsOf(row, cause, settings, authority)}
                // The row is gone; the next one is under the hand.
                onDone={() => requestAnimationFrame(() => list.current?.querySelector('button')?.focus())}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

type Way = Pick<CommandInput<'tellCitizen'>, 'channel' | 'outcome'>;

const ways: readonly (readonly [words: string, way: Way])[] = [
  [t.called, { channel: 'CALL', outcome: 'REACHED' }],
  [t.missed, { channel: 'CALL', outcome: 'NOT_REACHED' }],
  [t.sms, { channel: 'SMS', outcome: 'SENT' }],
  [t.zalo, { channel: 'ZALO', outcome: 'SENT' }],
];

interface CallProps {
  readonly row: DossierRow;
  readonly cause: NoticeCause;
  readonly text: string;
  readonly onDone: () => void;
}

function Call({ row, cause, text, onDone }: CallProps) {
  const { dossiers } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = row.name ?? row.code ?? '';
  const tell = async (way: Way) => {
    setBusy(true);
    const sent = way.outcome === 'SENT' ? { text } : {};
    const done = await dossiers.perform({ command: 'tellCitizen', dossier: row.id, input: { cause, ...way, ...sent } });
    setBusy(false);
    setProblem(done.ok ? undefined : actProblemText(done.error));
    if (done.ok) onDone();
  };
  return (
    <li className={classes.call}>
      <div className={classes.who}>
        <Link to="/ho-so/$dossier" params={{ dossier: row.id }}>
          {name}
        </Link>{' '}
        <span className="quiet">
          {noticeCauseNames[cause]}
          {row.noticeTries === undefined || cause === 'UNCOLLECTED' ? '' : ` · ${t.tries(row.noticeTries)}`}
        </span>
      </div>
      {row.phone === undefined ? (
        <div>
          <Mark tone="amber">{t.noPhone}</Mark>{' '}
          <Link to="/ho-so/$dossier" params={{ dossier: row.id }}>
            {t.addPhone}
          </Link>
        </div>
      ) : (
        <a className={`num ${classes.phone}`} href={`tel:${row.phone}`}>
          {row.phone}
        </a>
      )}
      <p className={classes.text}>{text}</p>
      <div className={classes.acts}>
        {(row.phone === undefined ? [] : ways).map(([words, way], i) => (
          <Button
            key={words}
            size="sm"
            variant={i === 0 ? 'filled' : 'default'}
            disabled={busy}
            aria-label={t.actOn(words, name)}
            onClick={() => void tell(way)}
          >
            {words}
          </Button>
        ))}
      </div>
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
    </li>
  );
}

function wordsOf(row: DossierRow, cause: NoticeCause, settings: Settings, authority: string): string {
  const own = {
    RESULT_READY: settings.noticeResultReady,
    SUPPLEMENT: settings.noticeSupplement,
    APOLOGY: settings.noticeApology,
    UNCOLLECTED: settings.noticeUncollected,
  }[cause];
  const days: Readonly<Record<NoticeCause, Instant | undefined>> = {
    RESULT_READY: row.finishedAt,
    SUPPLEMENT: row.waitingSince,
    APOLOGY: row.dueAt,
    UNCOLLECTED: row.finishedAt,
  };
  const at = days[cause];
  const ngay = at === undefined ? '' : formatDate(instantToPlainDate(at));
  return fillNotice(own ?? firstNoticeTexts[cause], { ma: row.code ?? '', noi: authority, ngay });
}
