/**
 * One dossier: whose it is, what it is, when it is due; beside each other what the receipt says of it, in the order of the receipt, and what can be done now and what
 * happened. A contradiction comes before everything else.
 */
import { Link } from '@tanstack/react-router';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { isAllowed } from '@onestop/shared/judgement/allowed.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { useCatalogue } from '../../kit/use-reference.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { StatusMark } from '../../kit/ui/row-words.tsx';
import { stepNames } from '../../texts/statuses.ts';
import { formatMoment } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import type { DossierView } from '../../contract/dossiers.ts';
import { ActsPanel } from './acts-panel.tsx';
import { ContradictionCard, SettledCard } from './contradiction-card.tsx';
import { CopyCode } from './copy-code.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierPapers } from './dossier-papers.tsx';
import { DossierPromise } from './dossier-promise.tsx';
import { DueLine } from './due-line.tsx';
import { Timeline } from './timeline.tsx';
import { useActing } from '../../kit/use-acting.ts';
import { useNow } from '../../kit/use-live.ts';
import { useDossier } from '../../kit/use-dossier.ts';
import { useLook } from '../../kit/use-look.ts';
import classes from './dossier-page.module.css';

export function DossierPage({ id }: { readonly id: DossierId }) {
  const t = vi.dossier;
  const view = useDossier(id);
  useLook(view ? id : undefined, 'DETAIL');
  if (view === undefined) return <output className="sr-only">{vi.common.loading}</output>;
  if (view === null) {
    return (
      <Page title={t.noCode}>
        <Notice tone="amber">{t.notFound}</Notice>
        <p>
          <Link to="/so-theo-doi">{t.backToList}</Link>
        </p>
      </Page>
    );
  }
  return <DossierBody view={view} />;
}

/** Under the person's name: the code, how the dossier stands and who has it. */
function DossierHead({ view: { state, timeline }, now }: { readonly view: DossierView; readonly now: Instant }) {
  const t = vi.dossier;
  return (
    <section className={classes.top} aria-label={t.standing}>
      {state.code ? <CopyCode code={state.code} /> : <span className="quiet">{t.noCode}</span>}
      <StatusMark status={state.status} guidedAt={state.guidedAt} />
      {timeline.some(({ event }) => event.stated) && <Mark tone="amber">{t.statedTime}</Mark>}
      {state.step && <span className={classes.step}>{whereNow(state, now)}</span>}
    </section>
  );
}

/** Who has the file, by name, and since when; where nobody is named, the step. */
function whereNow({ holder, step }: DossierState, now: Instant): string {
  const name = holder?.to?.name.split(', ')[0];
  if (name !== undefined && holder && step === 'AT_SPECIALIST') return vi.dossier.heldBy(name, formatMoment(holder.since, now));
  return step === undefined ? '' : stepNames[step];
}

function DossierBody({ view }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const { state, timeline } = view;
  const acting = useActing();
  const now = useNow();
  const catalogue = useCatalogue();
  const procedure = state.intake && catalogue.find(state.intake.procedure);
  const canReopen = acting !== undefined && isAllowed('reopenContradiction', state, acting, now);
  const canSettle = acting !== undefined && isAllowed('settleContradiction', state, acting, now);
  return (
    <Page title={state.intake?.owner.fullName || t.noName}>
      <DossierHead view={view} now={now} />
      {state.contradictions.map((one) => (
        <ContradictionCard
          key={`${one.event.device}:${one.event.seq}`}
          state={state}
          contradiction={one}
          timeline={timeline}
          canSettle={canSettle}
        />
      ))}
      {canReopen &&
        state.settlements.map((one) => (
          <SettledCard key={`${one.by.device}:${one.by.seq}`} state={state} settlement={one} timeline={timeline} />
        ))}
      {state.unknownEvents.length > 0 && (
        <Notice tone="violet" title={t.unknown.title}>
          {t.unknown.text(state.unknownEvents.length)}
        </Notice>
      )}
      <p className={classes.procedure}>
        {state.intake && (procedureToShow(catalogue.all, state.intake.procedure)?.name ?? state.intake.procedure.key)}
      </p>
      <DueLine state={state} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <DossierFacts state={state} />
          <DossierPapers state={state} procedure={procedure} />
          <DossierPromise state={state} />
        </div>
        <div className={`${classes.side} ${classes.first}`}>
          <ActsPanel view={view} />
          <section className={classes.card} aria-labelledby="dien-bien">
            <h2 id="dien-bien">{t.timeline}</h2>
            <Timeline timeline={timeline} state={state} />
          </section>
        </div>
      </div>
    </Page>
  );
}
