/** Diễn biến: every event as a sentence with its time, officer, device and where it is (this device, the centre, refused). Newest first. */
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { TimelineEntry } from '../../contract/dossiers.ts';
import { useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatMoment } from '../../texts/format.ts';
import { refusedTexts } from '../../texts/refused-codes.ts';
import { namesAmong, timelineSentence } from '../../texts/timeline.ts';
import { notices } from '../../texts/vi/notices.ts';
import { vi } from '../../texts/vi.ts';
import { newestFirst } from '../../kit/ui/newest-first.ts';
import { Mark, type Tone } from '../../kit/ui/mark.tsx';
import { type SetAside, setAside } from '../../kit/set-aside.ts';
import { useWhere } from './use-where.ts';
import classes from './timeline.module.css';

const markTones = { LOCAL: 'amber', SENT: 'green', RECEIVED: 'green', REFUSED: 'red', QUARANTINED: 'violet' } satisfies Record<
  TimelineEntry['sync'],
  Tone
>;

export function Timeline({ timeline, state }: { readonly timeline: readonly TimelineEntry[]; readonly state: DossierState }) {
  const t = vi.dossier;
  const names = useNames();
  const now = useNow();
  const where = useWhere();
  const told = namesAmong(
    timeline.map(({ event }) => event),
    names,
  );
  const aside = setAside(state);
  const again = new Set(state.notices?.flatMap((one) => (one.again ? [eventKey(one.ref)] : [])));
  return (
    <ol className={classes.list} reversed>
      {newestFirst(timeline).map(({ event, sync, refusedCode }) => (
        <li key={eventKey(event)} className={classes.line}>
          <span className={classes.time}>{formatMoment(event.at, now)}</span>
          <span className={classes.sentence}>{timelineSentence(event, told)}</span>
          <span className={classes.meta}>
            <span>{t.byOn(names.staff(event.actor), where(event))}</span>
            <Mark tone={markTones[sync]} plain={sync === 'SENT' || sync === 'RECEIVED'}>
              {t.marks[sync]}
            </Mark>
            {event.stated && <Mark tone="amber">{t.statedTime}</Mark>}
            {again.has(eventKey(event)) && <Mark tone="amber">{notices.again}</Mark>}
            <AsideMark aside={aside.get(eventKey(event))} />
            {refusedCode !== undefined && <span>{refusedTexts[refusedCode].reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function AsideMark({ aside }: { readonly aside: SetAside | undefined }) {
  return aside && <Mark tone={aside === 'WAITS' ? 'violet' : 'grey'}>{vi.dossier.setAside[aside]}</Mark>;
}
