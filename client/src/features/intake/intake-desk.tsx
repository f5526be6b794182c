/** The form of one intake with its four blocks, the live receipt and the primary action. One instance per session; what was typed lives in one reducer. */
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useReducer, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Catalogue } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useNow } from '../../kit/use-live.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import { ApplicantBlock, partyLine } from './applicant-block.tsx';
import { blockOfField, nextBlock } from './blocks.ts';
import { DueBlock, dueLine } from './due-block.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { IntakeFieldsContext } from './field-context.tsx';
import { formToIntake } from './form-to-intake.ts';
import { type BlockName, blockNames, intakeFormReducer, isEmptyForm, missingPapers, papersSeen } from './intake-form.ts';
import type { IntakeSession } from './intake-session.ts';
import { PapersBlock, papersLine } from './papers-block.tsx';
import { ProcedureBlock } from './procedure-block.tsx';
import { ReceiptPreview } from './receipt-preview.tsx';
import { Section } from './section.tsx';
import { useCard } from './use-card.ts';
import { useCardInput } from './use-card-input.ts';
import { useDuePreview } from './use-due-preview.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useIntakeActs, type IntakeOutcome } from './use-intake-acts.ts';
import { useIntakeDraft } from './use-intake-draft.ts';
import { type FieldId, type Purpose, validateIntake } from './validate.ts';
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
  const [visited, setVisited] = useState<ReadonlySet<FieldId>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const [lastPurpose, setLastPurpose] = useState<Purpose>('accept');
  const [camera, setCamera] = useState(false);
  const procedure = form.procedure && catalogue.find(form.procedure);
  const preview = useDuePreview(form, procedure, reference, now);
  const purpose: Purpose = missingPapers(form).length > 0 && papersSeen(form) ? 'guide' : 'accept';
  const { calendarUnknownYear } = preview;
  const validation = useMemo(
    () =>
      validateIntake(form, { procedure, now, purpose: attempt > 0 && lastPurpose === 'draft' ? 'draft' : purpose, calendarUnknownYear }),
    [form, procedure, now, purpose, attempt, lastPurpose, calendarUnknownYear],
  );
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
    setLastPurpose(wanted);
    setAttempt((n) => n + 1);
    if (validateIntake(form, { procedure, now, purpose: wanted, calendarUnknownYear }).errors.length > 0) return;
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
  useShortcut('F4', () => setCamera(true));
  useShortcut('F6', () => dispatch({ type: 'allRequiredReceived', documents: procedure?.documents ?? [] }));
  useShortcut('F9', () => void finish(purpose));

  const fields = useMemo(
    () => ({
      validation,
      tried: attempt > 0,
      visited,
      visit: (field: FieldId) => setVisited((old) => (old.has(field) ? old : new Set([...old, field]))),
    }),
    [validation, attempt, visited],
  );
  const lines: Readonly<Record<BlockName, string>> = {
    procedure: procedure?.name ?? '',
    applicant: partyLine(form.owner, form.owner.idNumber && maskIdNumber(form.owner.idNumber.trim())),
    papers: form.procedure ? papersLine(form) : '',
    due: form.procedure ? dueLine(form, preview) : '',
  };
  const body = (name: BlockName): ReactNode => {
    switch (name) {
      case 'procedure':
        return (
          <ProcedureBlock
            procedures={procedures}
            mostUsed={mostUsed}
            onPick={(picked) => dispatch({ type: 'procedurePicked', procedure: picked })}
          />
        );
      case 'applicant':
        return <ApplicantBlock form={form} dispatch={dispatch} cardNote={card.note} onCard={card.take} onCamera={() => setCamera(true)} />;
      case 'papers':
        return <PapersBlock form={form} procedure={procedure} dispatch={dispatch} />;
      case 'due':
        return <DueBlock form={form} procedure={procedure} preview={preview} dispatch={dispatch} />;
    }
  };
  const wrongBlocks = new Set(attempt > 0 ? validation.errors.map((one) => blockOfField(one.field)) : []);

  return (
    <IntakeFieldsContext.Provider value={fields}>
      <form className={classes.page} onSubmit={onSubmit} noValidate autoComplete="off">
        <div className={classes.head}>
          <h1>{texts.title}</h1>
          {isEmptyForm(form) ? null : (
            <Button
              type="button"
              variant="subtle"
              onClick={() => {
                draft.forget();
                onDiscard();
              }}
            >
              {session.restoredAt === undefined ? texts.clear : texts.discard}
            </Button>
          )}
        </div>
        <div className={classes.body}>
          <div className={classes.form}>
            {notices}
            <ErrorSummary errors={validation.errors} attempt={attempt} onGo={goTo} />
            {acts.problem === undefined ? null : (
              <Notice tone="red" alert title={texts.notSaved}>
                <p>{acts.problem}</p>
                <p>{texts.nothingLost}</p>
              </Notice>
            )}
            {draft.failed ? (
              <Notice tone="red" alert>
                {texts.autosaveFailed}
              </Notice>
            ) : null}
            {blockNames.map((name, index) => (
              <Section
                key={name}
                block={name}
                number={index + 1}
                name={texts.blocks[name]}
                open={form.open === name}
                line={lines[name]}
                wrong={wrongBlocks.has(name)}
                onOpen={() => open(name)}
                hasNext={name !== 'due' && name !== 'procedure'}
              >
                {form.open === name ? body(name) : null}
              </Section>
            ))}
          </div>
          <ReceiptPreview
            intake={intake}
            procedure={procedure}
            office={office}
            settings={reference.settings}
            clerk={staff}
            now={now}
            due={preview.due}
          />
        </div>
        <div className={classes.foot}>
          <p className={`${classes.footText} ${classes.quiet}`}>
            {acts.busy ? texts.working : form.procedure ? dueLine(form, preview) : ''}
          </p>
          {form.procedure ? (
            <Button type="button" variant="default" size="md" disabled={acts.busy} onClick={() => void finish('draft')}>
              {texts.saveDraft}
            </Button>
          ) : null}
          <Button type="submit" value="primary" size="md" disabled={acts.busy}>
            {purpose === 'guide' ? texts.primary.guide : texts.primary.accept}&nbsp;<kbd className={classes.key}>{texts.primaryKey}</kbd>
          </Button>
        </div>
      </form>
      {camera ? (
        <Suspense fallback={null}>
          <CameraScanner
            onClose={() => setCamera(false)}
            onText={(text) => {
              setCamera(false);
              card.take(text);
            }}
          />
        </Suspense>
      ) : null}
    </IntakeFieldsContext.Provider>
  );
}
