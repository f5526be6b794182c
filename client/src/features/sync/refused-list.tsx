/** What the centre did not take, with the reason and what to do; nothing leaves this list by itself, nothing is lost. */
import { Link } from '@tanstack/react-router';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { capitalise, formatMoment } from '../../texts/format.ts';
import { refusedTexts } from '../../texts/refused-codes.ts';
import { eventName } from '../../texts/timeline.ts';
import { vi } from '../../texts/vi.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import classes from './sync-page.module.css';

export function RefusedList() {
  const t = vi.sync;
  const { dossiers, sync } = useServices();
  const refused = useLive(sync.refused);
  useLive(dossiers.index.version);
  const now = useNow();
  if (refused.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="bi-tu-choi">
      <h2 id="bi-tu-choi">{t.refused}</h2>
      <p className="quiet">{t.kept}</p>
      <ul style={{ margin: 0, paddingLeft: '1.1rem', display: 'grid', gap: '0.7rem' }}>
        {refused.map(({ event, code, kind }) => (
          <li key={eventKey(event)}>
            <strong>{t.eventLine(capitalise(eventName(event.type)), formatMoment(event.at, now))}</strong>{' '}
            <Mark tone={kind === 'REFUSED' ? 'red' : 'violet'}>{kind === 'REFUSED' ? vi.dossier.marks.REFUSED : t.quarantined}</Mark>
            <p>{refusedTexts[code].reason}</p>
            <p>
              {t.todo}: {refusedTexts[code].todo}
            </p>
            {/* A dossier whose only event was not taken is no dossier any more. */}
            {dossiers.index.get(event.dossier) && (
              <Link to="/ho-so/$dossier" params={{ dossier: event.dossier }}>
                {t.openDossier}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
