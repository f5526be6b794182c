/** How far a commune's figures go: the time of its slowest device, and where that is too long ago, which device it is and what it last said. */
import type { ReactNode } from 'react';
import { completeTo, type OfficeAge } from '@onestop/shared/judgement/freshness.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceContact, Freshness } from '@onestop/shared/protocol/messages.ts';
import { formatAgo, formatMoment, formatNumber } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import classes from './morning-page.module.css';

const fullBarMs = 24 * 3_600_000;

interface FreshnessCellProps {
  readonly freshness: Freshness | undefined;
  readonly age: OfficeAge;
  readonly now: Instant;
}

export function FreshnessCell({ freshness, age, now }: FreshnessCellProps) {
  const t = vi.centre;
  const slowest = freshness?.slowest;
  if (freshness === undefined || slowest === undefined) return <span>{t.noDevice}</span>;
  const to = completeTo(slowest);
  return (
    <div className={classes.fresh}>
      <span>
        {age === 'STALE' && <Mark tone="amber">{t.staleNote}</Mark>}{' '}
        {age === 'STALE' ? (
          <LateDevice device={slowest} now={now} />
        ) : (
          <Small before={t.freshness(formatAgo(slowest.lastExchangeAt ?? now, now))}>
            {[t.devices(freshness.devices), freshness.pendingEvents > 0 ? t.pending(formatNumber(freshness.pendingEvents)) : '']
              .filter(Boolean)
              .join(' · ')}
          </Small>
        )}
      </span>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} style={{ width: `${freshnessWidth(to, now)}%` }} />
      </div>
    </div>
  );
}

/** Named, since when, and what it said then: nobody knows what it holds now. */
function LateDevice({ device, now }: { readonly device: DeviceContact; readonly now: Instant }) {
  const t = vi.centre;
  const { name, lastExchangeAt, pendingEvents = 0, oldestPendingAt } = device;
  if (lastExchangeAt === undefined) return <Small before={name}>{t.never}</Small>;
  const at = formatMoment(lastExchangeAt, now);
  const said =
    pendingEvents === 0
      ? t.saidNothing(at)
      : t.saidWaiting(formatNumber(pendingEvents), oldestPendingAt === undefined ? undefined : formatMoment(oldestPendingAt, now), at);
  return (
    <Small before={name}>
      {t.freshness(formatAgo(lastExchangeAt, now))} · {said}
    </Small>
  );
}

function Small({ before, children }: { readonly before: string; readonly children: ReactNode }) {
  return (
    <>
      {before} <span className={classes.small}>· {children}</span>
    </>
  );
}

/** A full bar is "just now", an empty one a day or more. */
function freshnessWidth(to: Instant | undefined, now: Instant): number {
  return to === undefined ? 0 : Math.round(Math.min(1, Math.max(0, 1 - (now - to) / fullBarMs)) * 100);
}
