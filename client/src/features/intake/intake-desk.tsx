/** The form of one intake with its four blocks, the live receipt and the primary action. One instance per session; what was typed lives in one reducer. */
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useReducer, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Catalogue } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useNow } from '../../kit/use-live.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import { blockOfField, nextBlock } from './blocks.ts';
import { dueLine } from './due-block.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { IntakeFieldsContext } from './field-context.tsx';
import { formToIntake } from './form-to-intake.ts';
import { type BlockName, intakeFormReducer, isEmptyForm, missingPapers, papersSeen } from './intake-form.ts';
import { IntakeBlocks } from './intake-blocks.tsx';
import type { IntakeSession } from './intake-session.ts';
import { ReceiptPreview } from './receipt-preview.tsx';
import { useCard } from './use-card.ts';
import { useCardInput } from './use-card-input.ts';
import { useDuePreview } from './use-due-preview.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useIntakeCheck } from './use-intake-check.ts';
import { useIntakeActs, type IntakeOutcome } from './use-intake-acts.ts';
import { useIntakeDraft } from './use-intake-draft.ts';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';
import type { Purpose } from '@onestop/shared/dossier/intake-fields/intake.ts';
import classes from './intake.module.css';

const CameraScanner = lazy(() => import('./camera-scanner.tsx').then((module) => ({ default: module.CameraScanner })));

interface IntakeDeskProps {
  readonly session: IntakeSession;
  readonly reference: ReferenceData;
  readonly catalogue: Catalogue;
  /** In force today and taken in by this desk. */
  readonly procedures: readonly Procedure[];
  readonly office: Office;
  readonly staff: Staff;
  readonly onDone: (outcome: IntakeOutcome) => void;
  readonly onDiscard: () => void;
  /** Shown above the form: restored draft, other drafts. */
  readonly notices: ReactNode;
}

export function IntakeDesk(props: IntakeDeskProps) {
  const { session, reference, catalogue, procedures, office, staff, onDone, onDiscard, notices } = props;
  const { dossiers } = useServices();
  const now = useNow(20_000);
  const [form, dispatch] = useReducer(intakeFormReducer, session.form);
  const [camera, setCamera] = useState(false);
  const procedure = form.procedure && catalogue.find(form.procedure);
  const preview = useDuePreview(form, procedure, reference, now);
  const purpose: Purpose = missingPapers(form).length > 0 && papersSeen(form) ? 'guide' : 'accept';
  const check = useIntakeCheck({ form, procedure, now, purpose, calendar: reference.calendar, setsDue: preview.missing !== undefined });
  // The paper may lag a moment behind the keys, never the other way round.
  const shownForm = useDeferredValue(form);
  const intake = useMemo(() => formToIntake(shownForm, now), [shownForm, now]);
  const acts = useIntakeActs(session.id, session.dossier);
  const title = [procedure?.name, form.owner.fullName.trim()].filter(Boolean).join(' – ');
  const draft = useIntakeDraft({ id: session.id, form, title, actor: staff.id, dossier: session.dossier, active: !acts.busy });
  const card = useCard(form, dispatch);
  const focusField = useFieldFocus(form.open);
  const mostUsed = useMemo(() => dossiers.index.mostUsedProcedures(9), [dossiers]);
  useUnsavedWork(!isEmptyForm(form));
  useCardInput(!camera, card.take);

  const open = useCallback((block: BlockName) => dispatch({ type: 'opened', block }), []);
  const goTo = (field: FieldId) => {
    open(blockOfField(field));
    focusField(field);
  };
  const finish = async (wanted: Purpose): Promise<void> => {
    if (acts.busy) return;
    if (wanted === 'accept' && missingPapers(form).length > 0) return open('papers');
    if (!check.isReadyFor(wanted)) return;
    const outcome = await acts.perform(wanted, form);
    if (!outcome) return;
    draft.forget();
    onDone(outcome);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (submitter instanceof HTMLButtonElement && submitter.value === 'next') open(nextBlock(form.open));
    else void finish(purpose);
  };
  const discard = () => {
    draft.forget();
    onDiscard();
  };
  useShortcut('F4', () => setCamera(true));
  useShortcut('F6', () => dispatch({ type: 'allRequiredReceived', documents: procedure?.documents ?? [] }));
  useShortcut('F9', () => void finish(purpose));

  return (
    <IntakeFieldsContext.Provider value={check.fields}>
      <form className={classes.page} onSubmit={onSubmit} noValidate autoComplete="off">
        <div className={classes.head}>
          <h1>{texts.title}</h1>
          {isEmptyForm(form) ? null : (
            <Button type="button" variant="subtle" onClick={discard}>
              {session.restoredAt === undefined ? texts.clear : texts.discard}
            </Button>
          )}
        </div>
        <div className={classes.body}>
          <div className={classes.form}>
            {notices}
            <ErrorSummary errors={check.fields.validation.errors} attempt={check.attempt} onGo={goTo} />
            <NotSaved problem={acts.problem} autosaveFailed={draft.failed} />
            <IntakeBlocks
              {...{ form, dispatch, procedure, preview, procedures, mostUsed, card }}
              wrongBlocks={check.wrongBlocks}
              onCamera={() => setCamera(true)}
            />
          </div>
          <ReceiptPreview {...{ intake, procedure, office, now }} settings={reference.settings} clerk={staff} due={preview.due} />
        </div>
        <Foot purpose={purpose} busy={acts.busy} line={form.procedure && dueLine(form, preview)} onDraft={() => void finish('draft')} />
      </form>
      {camera ? <Camera onClose={() => setCamera(false)} onText={card.take} /> : null}
    </IntakeFieldsContext.Provider>
  );
}

function NotSaved({ problem, autosaveFailed }: { readonly problem: string | undefined; readonly autosaveFailed: boolean }) {
  return (
    <>
      {problem === undefined ? null : (
        <Notice tone="red" alert title={texts.notSaved}>
          <p>{problem}</p>
          <p>{texts.nothingLost}</p>
        </Notice>
      )}
      {autosaveFailed ? (
        <Notice tone="red" alert>
          {texts.autosaveFailed}
        </Notice>
      ) : null}
    </>
  );
}

interface FootProps {
  readonly purpose: Purpose;
  readonly busy: boolean;
  /** The promise in a line; undefined before a procedure is picked. */
  readonly line: string | undefined;
  readonly onDraft: () => void;
}

function Foot({ purpose, busy, line, onDraft }: FootProps) {
  return (
    <div className={classes.foot}>
      <p className={`${classes.footText} ${classes.quiet}`}>{busy ? texts.working : line}</p>
      {line === undefined ? null : (
        <Button type="button" variant="default" size="md" disabled={busy} onClick={onDraft}>
          {texts.saveDraft}
        </Button>
      )}
      <Button type="submit" value="primary" size="md" disabled={busy}>
        {purpose === 'guide' ? texts.primary.guide : texts.primary.accept}&nbsp;<kbd className={classes.key}>{texts.primaryKey}</kbd>
      </Button>
    </div>
  );
}

function Camera({ onClose, onText }: { readonly onClose: () => void; readonly onText: (text: string) => void }) {
  return (
    <Suspense fallback={null}>
      <CameraScanner
        onClose={onClose}
        onText={(text) => {
          onClose();
          onText(text);
        }}
      />
    </Suspense>
  );
}
