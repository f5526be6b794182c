/** The sync sheet: what waits here, what the centre has by receipt, a diary in plain words, what was refused and why, "Đồng bộ ngay". */
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { SyncPhase, SyncStatus } from '../../contract/sync-status.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatBytes, formatMoment, formatNumber, formatTime, formatWait } from '../../texts/format.ts';
import { diarySentence, syncPill } from '../../texts/sync-words.ts';
import { vi } from '../../texts/vi.ts';
import { wireErrorTexts } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { RefusedList } from './refused-list.tsx';
import classes from './sync-page.module.css';

export function SyncPage() {
  const t = vi.sync;
  const { sync, now: clock } = useServices();
  const status = useLive(sync.status);
  const now = useNow(1000);
  const { problem, progress } = status;
  const [askedAt, setAskedAt] = useState<Instant>();
  const syncNow = () => {
    setAskedAt(clock());
    sync.syncNow();
  };
  return (
    <Page title={t.title} tools={<Button onClick={syncNow}>{t.now}</Button>}>
      <output className={classes.big}>{syncPill(status, now).text}</output>
      {progress && progress.total > 0 && (
        <progress className={classes.track} aria-label={syncPill(status, now).text} max={progress.total} value={progress.done} />
      )}
      {askedAt !== undefined && <Answer askedAt={askedAt} status={status} />}
      {problem && (
        <Notice tone="amber" title={wireErrorTexts[problem.code].said}>
          {wireErrorTexts[problem.code].todo}
        </Notice>
      )}
      <div className={classes.two}>
        <section className={classes.card}>
          <h2>{t.onDevice}</h2>
          <p>{t.savedHere}</p>
          <p className="num">
            {status.pendingEvents > 0 ? t.waiting(formatNumber(status.pendingEvents), formatBytes(status.pendingBytes)) : t.nothingWaits}
          </p>
          {status.pendingEvents > 0 && (
            <p>
              <Link to="/danh-sach/$queue" params={{ queue: 'cho-gui' }}>
                {t.pendingList}
              </Link>
            </p>
          )}
        </section>
        <section className={classes.card}>
          <h2>{t.atCentre}</h2>
          <p className="num">{status.lastReceiptAt === undefined ? t.noReceipt : t.lastReceipt(formatMoment(status.lastReceiptAt, now))}</p>
          {status.nextAttemptAt !== undefined && status.nextAttemptAt > now && !status.reachable && (
            <p className="num">{t.next(formatWait(status.nextAttemptAt - now))}</p>
          )}
          {!status.leader && <p className="quiet">{t.otherTab}</p>}
        </section>
      </div>
      <RefusedList />
      <Diary now={now} />
    </Page>
  );
}

const busy: ReadonlySet<SyncPhase> = new Set(['CONTACTING', 'SENDING', 'RECEIVING']);

/** What became of the press: nobody should have to guess why nothing moved. */
function Answer({ askedAt, status }: { readonly askedAt: Instant; readonly status: SyncStatus }) {
  const t = vi.sync.answer;
  const tried = (status.lastAttemptAt ?? 0) >= askedAt && !busy.has(status.phase);
  const told = !tried ? t.trying : status.reachable ? t.reached(formatTime(askedAt)) : t.unreachable(formatTime(askedAt));
  return (
    <output>
      <Notice tone={tried && !status.reachable ? 'amber' : 'teal'}>{told}</Notice>
    </output>
  );
}

function Diary({ now }: { readonly now: number }) {
  const t = vi.sync;
  const lines = useLive(useServices().sync.diary);
  return (
    <section className={classes.card} aria-labelledby="nhat-ky">
      <h2 id="nhat-ky">{t.diary}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{t.diaryEmpty}</p>
      ) : (
        <ol className={classes.diary}>
          {[...lines]
            .sort((a, b) => b.at - a.at)
            .map((line, index) => (
              <li key={`${line.at}-${index}`}>
                <span className="quiet">{formatMoment(line.at, now)}</span>
                <span>{diarySentence(line)}</span>
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}
