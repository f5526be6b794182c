/** The sync sheet: what waits here, what the centre has by receipt, a diary in plain words, what was refused and why, "Đồng bộ ngay". */
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatBytes, formatMoment, formatNumber, formatWait } from '../../texts/format.ts';
import { diarySentence, syncPill } from '../../texts/sync-words.ts';
import { vi } from '../../texts/vi.ts';
import { wireErrorTexts } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { RefusedList } from './refused-list.tsx';
import classes from './sync-page.module.css';

export function SyncPage() {
  const t = vi.sync;
  const { sync } = useServices();
  const status = useLive(sync.status);
  const now = useNow(1000);
  const { problem, progress } = status;
  return (
    <Page title={t.title} tools={<Button onClick={sync.syncNow}>{t.now}</Button>}>
      <output className={classes.big}>{syncPill(status, now).text}</output>
      {progress && progress.total > 0 && (
        <progress className={classes.track} aria-label={syncPill(status, now).text} max={progress.total} value={progress.done} />
      )}
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
