/** One dossier: what it is, when it is due, what happened as sentences, what can be done now. A contradiction comes before everything else. */
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { report } from '../../kit/report.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue } from '../../kit/use-reference.ts';
import { StatusMark } from '../../kit/ui/row-words.tsx';
import { stepNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import type { DossierView, Dossiers } from '../../contract/dossiers.ts';
import { dossierActs, type DossierAct } from './actions/index.ts';
import { isAllowed } from './allowed-acts.ts';
import { ContradictionCard } from './contradiction-card.tsx';
import { CopyCode } from './copy-code.tsx';
import { DossierFacts, DossierPapers } from './dossier-facts.tsx';
import { DueLine } from './due-line.tsx';
import { Timeline } from './timeline.tsx';
import { useActing } from './use-acting.ts';
import { useDossier } from './use-dossier.ts';
import classes from './dossier-page.module.css';

export function DossierPage({ id }: { readonly id: DossierId }) {
  const t = vi.dossier;
  const view = useDossier(id);
  useRecordedView(id, view);
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

function DossierBody({ view }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const { state, timeline } = view;
  const acting = useActing();
  const catalogue = useCatalogue();
  const procedure = state.intake && catalogue.find(state.intake.procedure);
  const open = state.contradictions.filter((one) => one.settled === undefined);
  const canSettle = acting !== undefined && isAllowed('settleContradiction', state, acting);
  return (
    <Page
      title={
        <span className={classes.top}>
          {state.code ? <CopyCode code={state.code} /> : t.noCode}
          <StatusMark status={state.status} />
          {state.step && <span className="quiet">{stepNames[state.step]}</span>}
        </span>
      }
    >
      {open.map((one) => (
        <ContradictionCard
          key={`${one.event.device}:${one.event.seq}`}
          state={state}
          contradiction={one}
          timeline={timeline}
          canSettle={canSettle}
        />
      ))}
      {state.unknownEvents.length > 0 && (
        <Notice tone="violet" title={t.unknown.title}>
          {t.unknown.text(state.unknownEvents.length)}
        </Notice>
      )}
      <p className={classes.procedure}>
        <strong>{state.intake?.owner.fullName}</strong>
        {state.intake && ' · '}
        {procedure?.name ?? state.intake?.procedure.key}
      </p>
      <DueLine state={state} />
      <div className={classes.columns}>
        <section className={classes.card} aria-labelledby="dien-bien">
          <h2 id="dien-bien">{t.timeline}</h2>
          <Timeline timeline={timeline} state={state} />
        </section>
        <div className={classes.side}>
          <Acts view={view} />
          <DossierFacts state={state} />
          <DossierPapers state={state} procedure={procedure} />
        </div>
      </div>
    </Page>
  );
}

function Acts({ view }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const { state } = view;
  const acting = useActing();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<DossierAct>();
  const acts = acting ? dossierActs.filter((act) => isAllowed(act.command, state, acting)) : [];
  const Dialog = opened?.dialog;
  const canContinue = state.status === 'DRAFT' && acting !== undefined && isAllowed('accept', state, acting);
  const primary = canContinue || acts[0]?.command === 'voidDossier' ? undefined : acts[0];
  const goOn = () => void navigate({ to: '/tiep-nhan', search: { dossier: state.id } });
  useShortcut('F9', () => (canContinue ? goOn() : setOpened(primary)), (canContinue || primary !== undefined) && opened === undefined);
  return (
    <section className={classes.card} aria-labelledby="viec-tiep">
      <h2 id="viec-tiep">{t.acts}</h2>
      {acts.length === 0 && !canContinue && <p className="quiet">{t.noActs}</p>}
      {canContinue && (
        <Button size="md" onClick={goOn}>
          {t.continueIntake} · F9
        </Button>
      )}
      {acts.map((act) => (
        <Button
          key={act.command}
          size={act === primary ? 'md' : 'sm'}
          variant={act === primary ? 'filled' : 'default'}
          onClick={() => setOpened(act)}
        >
          {act.label}
          {act === primary && ' · F9'}
        </Button>
      ))}
      <Prints view={view} />
      {Dialog && <Dialog state={state} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

/** The official forms that can be made of this dossier now. */
function Prints({ view: { state, timeline } }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const guided = timeline.some(
    ({ event, sync }) => sync !== 'REFUSED' && (event.type === 'CitizenGuided' || event.type === 'SupplementRequested'),
  );
  // A voided dossier's receipt must not be handed out again.
  const hasReceipt = state.code !== undefined && state.status !== 'VOID';
  if (!hasReceipt && !guided) return null;
  return (
    <>
      <h3>{t.prints}</h3>
      {hasReceipt && (
        <Link to="/in/$form/$dossier" params={{ form: 'receipt', dossier: state.id }}>
          {t.receipt}
        </Link>
      )}
      {guided && (
        <Link to="/in/$form/$dossier" params={{ form: 'supplement', dossier: state.id }}>
          {t.supplement}
        </Link>
      )}
    </>
  );
}

/** A centre officer who opens a commune's dossier leaves a trace, once per opening (design §8). */
function useRecordedView(id: DossierId, view: DossierView | null | undefined): void {
  const { dossiers } = useServices();
  const acting = useActing();
  const recorded = useRef<DossierId>(undefined);
  const mustRecord =
    view !== undefined &&
    view !== null &&
    acting !== undefined &&
    acting.office.kind === 'CENTRE' &&
    view.state.office !== acting.office.id;
  useEffect(() => {
    if (!mustRecord || recorded.current === id) return;
    recorded.current = id;
    void recordView(dossiers, id);
  }, [mustRecord, id, dossiers]);
}

async function recordView(dossiers: Dossiers, id: DossierId): Promise<void> {
  const result = await dossiers.perform({ command: 'viewDossier', dossier: id, input: { what: 'DETAIL' } });
  if (!result.ok) report('The look at a dossier was not recorded', result.error.code);
}
