/** The office's own day, closed by the officer and judged by the head of the desk. */
import { useMemo, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { mayDoOfDay } from '@onestop/shared/daybook/acts/index.ts';
import { type DayReview, reviewDay } from '@onestop/shared/daybook/closing-figures.ts';
import { newestClosing } from '@onestop/shared/daybook/judge-closing.ts';
import type { Closing, FreezeLift } from '@onestop/shared/daybook/state.ts';
import { nextWorkingDay } from '@onestop/shared/deadlines/calendar.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { ClosingSheet } from '../../print/closing-sheet.tsx';
import { printNow } from '../../print/print-root.tsx';
import { formatBytes, formatLongDate, formatMoney, formatNumber, formatTime } from '../../texts/format.ts';
import { daybook } from '../../texts/vi/daybook.ts';
import { tooOld } from '../../texts/vi/too-old.ts';
import { Difference, useCashCount } from './cash-count.tsx';
import { LeftRows } from './closing-lists.tsx';
import { JudgeClosing } from './judge-closing.tsx';
import { useDay, useDayAct } from './use-day.ts';
import classes from './daybook.module.css';

const t = daybook.closing;

export function OwnClosing({ office, date }: { readonly office: Office; readonly date: PlainDate }) {
  const { session } = useServices();
  const names = useNames();
  const day = useDay({ office: office.id, date });
  const { nextDay, ...review } = useReview(office, date);
  const me = useLive(session.current)?.staff;
  const newest = day && newestClosing(day);
  const isWaiting = newest !== undefined && newest.verdict === undefined;
  const mayClose = me !== undefined && mayDoOfDay('closeDay', me, office);
  return (
    <Page
      title={t.titleOf(formatLongDate(date))}
      tools={
        newest && (
          <Button variant="default" onClick={() => void printNow()}>
            {t.print}
          </Button>
        )
      }
    >
      {day?.closings.map((closing) => (
        <ClosingLine key={closing.ref.seq} closing={closing} />
      ))}
      {day && <FreezeLifts lifts={day.freezeLifts} />}
      {newest && isOutdated(newest, review) && <Notice tone="amber">{t.changedSince}</Notice>}
      {isWaiting && <JudgeClosing key={newest.ref.seq} closing={newest} date={date} />}
      <OfDay review={review} />
      <div className={classes.two}>
        <LeftRows title={t.papersHere(formatNumber(review.papersHere.length))} rows={review.papersHere} nothing={t.papersNothing} />
        {nextDay === undefined ? (
          <Notice tone="amber">{t.dueNextUnknown}</Notice>
        ) : (
          <LeftRows
            title={t.dueNext(formatLongDate(nextDay), formatNumber(review.dueNext.length))}
            rows={review.dueNext}
            nothing={t.dueNothing}
          />
        )}
      </div>
      <CashBox review={review} date={date} again={newest !== undefined} mayClose={mayClose} />
      {newest && (
        <ClosingSheet
          day={{ office: office.id, date }}
          office={office}
          closing={newest}
          lifts={day.freezeLifts}
          review={review}
          names={names}
        />
      )}
    </Page>
  );
}

function useReview(office: Office, date: PlainDate): DayReview & { readonly nextDay: PlainDate | undefined } {
  const { dossiers, reference, sync, now } = useServices();
  const version = useLive(dossiers.index.version);
  const calendar = useLive(reference)?.calendar;
  const { pendingEvents, pendingBytes } = useLive(sync.status);
  const nextDay = useMemo(() => calendar && nextWorkingDay(calendar, date), [calendar, date]);
  return useMemo(() => {
    void version;
    // Every row once: the page of the end of the day is opened once a day.
    const rows = dossiers.index.query({ queue: 'all', sort: 'newest', limit: dossiers.index.size() }, now());
    const unsent = { events: pendingEvents, bytes: pendingBytes, photos: 0, photoBytes: 0 };
    return { ...reviewDay(rows, { office: office.id, date, nextDay, unsent }), nextDay };
  }, [dossiers, version, office, date, nextDay, pendingEvents, pendingBytes, now]);
}

/** Something was done since that the closing does not count. */
function isOutdated({ figures }: Closing, { figures: current }: DayReview): boolean {
  return (['received', 'finished', 'returned', 'cashVnd'] as const).some((name) => figures[name] !== current[name]);
}

function ClosingLine({ closing }: { readonly closing: Closing }) {
  const names = useNames();
  const { by, at, counted, figures, reason, verdict } = closing;
  const said =
    verdict === undefined
      ? t.waiting
      : (verdict.kind === 'APPROVED' ? t.approved : t.sentBack)(names.staff(verdict.by), formatTime(verdict.at));
  const tone = verdict === undefined ? 'amber' : verdict.kind === 'APPROVED' ? 'green' : 'violet';
  return (
    <Notice tone={tone} title={said}>
      <p>
        {t.closedBy(names.staff(by), formatTime(at))}, {t.counted(formatMoney(counted.totalVnd))}{' '}
        <Difference cashVnd={figures.cashVnd} countedVnd={counted.totalVnd} />
      </p>
      {[reason, verdict?.reason].filter(Boolean).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

function FreezeLifts({ lifts }: { readonly lifts: readonly FreezeLift[] }) {
  const names = useNames();
  if (lifts.length === 0) return null;
  return (
    <Notice tone="amber" title={tooOld.inClosing.title}>
      {lifts.map(({ device, at, by, reason }) => (
        <p key={`${device} ${at}`}>{tooOld.inClosing.line(names.staff(by), formatTime(at), reason)}</p>
      ))}
    </Notice>
  );
}

function OfDay({ review: { figures } }: { readonly review: DayReview }) {
  const { unsent } = figures;
  return (
    <section className={classes.card} aria-label={t.dayFigures}>
      <dl className={classes.figures}>
        {(['received', 'finished', 'returned'] as const).map((name) => (
          <div key={name}>
            <dt>{t[name]}</dt>
            <dd>{formatNumber(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="num">
        {t.unsent}: {unsent.events === 0 ? t.unsentNothing : t.unsentText(formatNumber(unsent.events), formatBytes(unsent.bytes))}.{' '}
        {t.photos(formatNumber(unsent.photos), `${formatNumber(unsent.photoBytes / 1_000_000)} MB`)}.
      </p>
    </section>
  );
}

interface CashBoxProps {
  readonly review: DayReview;
  readonly date: PlainDate;
  readonly again: boolean;
  readonly mayClose: boolean;
}

function CashBox({ review: { figures }, date, again, mayClose }: CashBoxProps) {
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const { counted, field } = useCashCount(tried);
  const { busy, problem, run } = useDayAct();
  const differs = counted !== undefined && counted.totalVnd !== figures.cashVnd;
  useUnsavedWork(reason !== '' || note !== '' || (counted?.totalVnd ?? 0) > 0);
  const close = async () => {
    setTried(true);
    if (busy || counted === undefined) return;
    await run({ act: 'closeDay', input: { figures, counted, ...(differs ? { reason } : {}), note }, date });
  };
  return (
    <section className={classes.card} aria-labelledby="tien-mat">
      <h2 id="tien-mat">{t.cash}</h2>
      <Books figures={figures} />
      {mayClose ? (
        <OwnForm
          onSubmit={() => void close()}
          problem={problem}
          buttons={
            <div className={pageClasses.buttons}>
              <Button type="submit" loading={busy}>
                {again ? t.closeAgain : t.close}
              </Button>
            </div>
          }
        >
          {field}
          {counted !== undefined && (
            <output className="num">
              {t.total}: {formatMoney(counted.totalVnd)} <Difference cashVnd={figures.cashVnd} countedVnd={counted.totalVnd} />
            </output>
          )}
          {differs && <TextInput label={t.reason} required value={reason} onChange={(e) => setReason(e.currentTarget.value)} />}
          <TextInput label={t.note} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
        </OwnForm>
      ) : (
        <p className="quiet">{t.notYours}</p>
      )}
    </section>
  );
}

function Books({ figures: { books, refundedVnd, cashVnd } }: { readonly figures: DayReview['figures'] }) {
  if (books.length === 0 && refundedVnd === 0) return <p className="quiet">{t.nothingTaken}</p>;
  return (
    <>
      <div className={pageClasses.scrollx}>
        <table className={pageClasses.table}>
          <thead>
            <tr>
              {[t.book, t.payments, t.cashTaken, t.otherTaken].map((caption) => (
                <th key={caption} scope="col">
                  {caption}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {books.map((one) => (
              <tr key={one.book ?? ''}>
                <th scope="row">{one.book ?? t.noBook}</th>
                <td>{formatNumber(one.payments)}</td>
                <td>{formatMoney(one.cashVnd)}</td>
                <td>{formatMoney(one.otherVnd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="num">
        {refundedVnd > 0 && `${t.refunded}: ${formatMoney(refundedVnd)}. `}
        {t.expected}: <strong>{formatMoney(cashVnd)}</strong>
      </p>
    </>
  );
}
