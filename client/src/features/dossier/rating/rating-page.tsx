/**
 * The citizen's rating, in his own hand: three faces, reasons that may be left out, one press to send. Whoever opened it from the desk is locked out at once, so the
 * only way back is the PIN. It tells nothing of a person or of the dossier, keeps nothing until it is sent, and goes back to the officer's lock by itself.
 */
import { useEffect, useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { commandOf } from '@onestop/shared/dossier/commands/index.ts';
import { stateRefusal } from '@onestop/shared/judgement/rights.ts';
import { type RatingScore, ratingScores } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { useDossier } from '../../../kit/use-dossier.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useIdle } from '../../../kit/use-idle.ts';
import { useLive } from '../../../kit/use-live.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { vi } from '../../../texts/vi.ts';
import { rating as t } from '../../../texts/vi/rating.ts';
import { Face } from './face.tsx';
import classes from './rating.module.css';

const idleMs = 60_000;
/** Long enough to read the thanks. */
const thanksMs = 6_000;

export function RatingPage({ id }: { readonly id: DossierId }) {
  const { session, office, now } = useServices();
  const current = useLive(session.current);
  const unit = useLive(office);
  const navigate = useNavigate();
  const view = useDossier(id);
  const [sent, setSent] = useState(false);
  const isOpen = current !== undefined && !current.locked;
  useEffect(() => {
    if (isOpen) session.lock();
  }, [isOpen, session]);
  const mayRate = view ? stateRefusal(commandOf('recordRating'), view.state, now()) === undefined : false;
  const isOver = sent || (view !== undefined && !mayRate);
  useIdle(isOver ? thanksMs : idleMs, () => void navigate({ to: '/ho-so/$dossier', params: { dossier: id }, replace: true }));
  return (
    <div className={classes.page}>
      <p className={classes.unit}>{unit?.name}</p>
      <main className={classes.main}>
        {view === undefined ? (
          <output className="sr-only">{vi.common.loading}</output>
        ) : isOver ? (
          <Over title={sent || view?.state.rating ? t.thanks : t.closed} />
        ) : (
          <Faces id={id} onSent={() => setSent(true)} />
        )}
      </main>
      <footer className={classes.foot}>
        <Link to="/ho-so/$dossier" params={{ dossier: id }} replace className={classes.staff}>
          {t.staff}
        </Link>
      </footer>
    </div>
  );
}

function Over({ title }: { readonly title: string }) {
  return (
    <div role="status">
      <h1>{title}</h1>
      <p>{t.giveBack}</p>
    </div>
  );
}

const order = ratingScores.toReversed();

function Faces({ id, onSent }: { readonly id: DossierId; readonly onSent: () => void }) {
  const { dossiers } = useServices();
  const [score, setScore] = useState<RatingScore>();
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const send = async (said: RatingScore) => {
    setBusy(true);
    const problem = await dossiers.rate(id, { score: said, ...(reasons.length === 0 ? {} : { reasons: [...reasons] }) });
    setBusy(false);
    setFailed(problem !== undefined);
    if (problem === undefined) onSent();
  };
  const choose = (one: RatingScore) => {
    setScore(one);
    setReasons([]);
  };
  const toggle = (reason: string) =>
    setReasons((chosen) => (chosen.includes(reason) ? chosen.filter((one) => one !== reason) : [...chosen, reason]));
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.hint}</p>
      <div className={classes.faces} role="group" aria-label={t.title}>
        {order.map((one) => (
          <button key={one} type="button" className={classes.face} aria-pressed={one === score} onClick={() => choose(one)}>
            <Face score={one} />
            {t.faces[one]}
          </button>
        ))}
      </div>
      {score && (
        <>
          <div className={classes.reasons} role="group" aria-label={t.why}>
            <p>{t.why}</p>
            {t.reasons[score].map((reason) => (
              <button
                key={reason}
                type="button"
                className={classes.reason}
                aria-pressed={reasons.includes(reason)}
                onClick={() => toggle(reason)}
              >
                {reason}
              </button>
            ))}
          </div>
          <button type="button" className={classes.send} disabled={busy} onClick={() => void send(score)}>
            {t.send}
          </button>
        </>
      )}
      {failed && (
        <Notice tone="red" alert>
          {t.failed}
        </Notice>
      )}
    </>
  );
}
