/** `/tiep-nhan`: receiving a dossier at the counter. Holds the session (new, restored draft, continued draft dossier) and what comes after the act. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { createCatalogue } from '@onestop/shared/catalogue/catalogue.ts';
import { levelOfOffice } from '@onestop/shared/reference/office-kinds.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import type { IntakeDraft } from '../../contract/drafts.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { formatMoment } from '../../texts/format.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { intakeToForm } from './form-to-intake.ts';
import { IntakeDesk } from './intake-desk.tsx';
import { type IntakeSession, firstSession, newSession, sessionOfDraft } from './intake-session.ts';
import { SuccessPanel } from './success-panel.tsx';
import type { IntakeOutcome } from './use-intake-acts.ts';
import classes from './intake.module.css';

export function IntakePage() {
  const { reference, office, session } = useServices();
  const referenceData = useLive(reference);
  const ownOffice = useLive(office);
  const signedIn = useLive(session.current);
  // Both optional: the page opens empty, or with one of the officer's own half-typed forms.
  const search: IntakeSearch = useSearch({ strict: false });
  if (!referenceData || !ownOffice || !signedIn) {
    return (
      <Page title={texts.title}>
        <Notice tone="amber">{texts.loadingReference}</Notice>
      </Page>
    );
  }
  return (
    <Intake
      key={`${search.draft ?? ''} ${search.dossier ?? ''} ${search.ticket ?? ''}`}
      search={search}
      reference={referenceData}
      office={ownOffice}
      staff={signedIn.staff}
    />
  );
}

interface IntakeSearch {
  readonly draft?: string | undefined;
  readonly dossier?: string | undefined;
  readonly ticket?: string | undefined;
}

interface IntakeProps {
  readonly search: IntakeSearch;
  readonly reference: ReferenceData;
  readonly office: Office;
  readonly staff: Staff;
}

function Intake({ search, reference, office, staff }: IntakeProps) {
  const { drafts, dossiers, now } = useServices();
  const list = useLive(drafts.list);
  const [session, setSession] = useState<IntakeSession>(() =>
    // Who was called begins a form of his own; a half-typed one waits in its list.
    search.ticket === undefined ? firstSession(drafts.list.get(), staff.id, search.draft) : newSession(search.ticket),
  );
  const [outcome, setOutcome] = useState<IntakeOutcome>();
  const [discarded, setDiscarded] = useState<IntakeDraft>();
  const catalogue = useMemo(() => createCatalogue(reference.procedures), [reference.procedures]);
  const today = instantToPlainDate(now());
  const procedures = useMemo(
    () => catalogue.inForceOn(today).filter((one) => one.level === levelOfOffice(office)),
    [catalogue, today, office],
  );

  const continueDossier = useEffectEvent((id: DossierId, view: DossierView | undefined): void => {
    const intake = view?.state.intake;
    if (view?.state.status !== 'DRAFT' || !intake) return;
    setSession({ ...newSession(), dossier: id, form: intakeToForm(intake, catalogue.find(intake.procedure)?.documents ?? []) });
  });
  useEffect(() => {
    if (search.dossier === undefined) return;
    const id = search.dossier as DossierId; // Checked by the look-up itself: an unknown id opens nothing.
    void dossiers.open(id).then((view) => continueDossier(id, view));
  }, [dossiers, search.dossier]);

  const restart = () => {
    setOutcome(undefined);
    setSession(newSession());
  };
  const discard = () => {
    const draft = list.find((one) => one.id === session.id);
    setDiscarded(draft);
    void drafts.remove(session.id);
    setSession(newSession());
  };
  const undo = async () => {
    const draft = must(discarded, 'undo is offered only after a discard');
    setDiscarded(undefined);
    await drafts.save(draft);
    setSession((current) => sessionOfDraft(draft) ?? current);
  };

  if (outcome) {
    return (
      <div className={classes.body}>
        <SuccessPanel outcome={outcome} reference={reference} onNext={restart} />
      </div>
    );
  }
  return (
    <IntakeDesk
      key={session.id}
      session={session}
      reference={reference}
      catalogue={catalogue}
      procedures={procedures}
      office={office}
      staff={staff}
      onDone={(done) => {
        setDiscarded(undefined);
        setOutcome(done);
      }}
      onDiscard={discard}
      notices={
        <>
          {discarded ? (
            <Notice>
              <div className={classes.restored}>
                <span>{texts.discarded}</span>
                <Button type="button" size="compact-md" variant="default" onClick={() => void undo()}>
                  {texts.undo}
                </Button>
              </div>
            </Notice>
          ) : null}
          {session.restoredAt === undefined ? null : <Notice tone="teal">{texts.restored(formatMoment(session.restoredAt, now()))}</Notice>}
          <OtherDrafts
            drafts={list.filter((draft) => draft.id !== session.id && draft.actor === staff.id)}
            onOpen={(draft) => setSession((current) => sessionOfDraft(draft) ?? current)}
          />
        </>
      }
    />
  );
}

function OtherDrafts({ drafts, onOpen }: { readonly drafts: readonly IntakeDraft[]; readonly onOpen: (draft: IntakeDraft) => void }) {
  const { now } = useServices();
  if (drafts.length === 0) return null;
  return (
    <details>
      <summary>{texts.otherDrafts(drafts.length)}</summary>
      <ul className={classes.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Button
              type="button"
              variant="default"
              size="compact-md"
              onClick={() => onOpen(draft)}
            >{`${formatMoment(draft.updatedAt, now())} · ${draft.title || texts.untitled}`}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
