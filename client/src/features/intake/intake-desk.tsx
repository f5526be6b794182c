/** The form of one intake with its four blocks, the live receipt and the primary action. One instance per session; what was typed lives in one reducer. */
import { type Dispatch, lazy, memo, Suspense, useCallback, useMemo, useReducer, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Catalogue } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useStable } from '../../kit/use-stable.ts';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import { blockOfField, nextBlock } from './blocks.ts';
import { dueLine } from './due-block.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { IntakeFieldsContext } from './field-context.tsx';
import {
  type BlockName,
  type IntakeAction,
  type IntakeForm,
  intakeFormReducer,
  isEmptyForm,
  missingPapers,
  papersSeen,
} from './intake-form.ts';
import { IntakeBlocks } from './intake-blocks.tsx';
import type { IntakeSession } from './intake-session.ts';
import { GuideReview } from './guide-review.tsx';
import { InstantReview } from './instant-review.tsx';
import { ReceiptPreview } from './receipt-preview.tsx';
import { SameToday } from './same-today.tsx';
import { useCard } from './use-card.ts';
import { useCardScans } from './use-card-scans.ts';
import { useDuePreview } from './use-due-preview.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useIntakeCheck } from './use-intake-check.ts';
import { type Ending, useIntakeActs, type IntakeOutcome, type Refusing } from './use-intake-acts.ts';
import { type ReviewName, useIntakeEnd } from './use-intake-end.ts';
import { useIntakeDraft } from './use-intake-draft.ts';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';
import classes from './intake.module.css';

const RefuseReview = lazy(() => import('./refuse-review.tsx').then((module) => ({ default: module.RefuseReview })));
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
  const check = useIntakeCheck({ form, procedure, now, calendar: reference.calendar, setsDue: preview.missing !== undefined });
  const acts = useIntakeActs(session.id, session.dossier);
  const title = [procedure?.name, form.owner.fullName.trim()].filter(Boolean).join(' – ');
  const draft = useIntakeDraft({ id: session.id, form, title, actor: staff.id, dossier: session.dossier, active: !acts.busy });
  const card = useCard(form, dispatch);
  const focusField = useFieldFocus(form.open);
  const mostUsed = useMemo(() => dossiers.index.mostUsedProcedures(9), [dossiers]);
  useUnsavedWork(!isEmptyForm(form));

  const open = useCallback((block: BlockName) => dispatch({ type: 'opened', block }), []);
  const goTo = (field: FieldId) => {
    open(blockOfField(field));
    focusField(field);
  };
  const missing = missingPapers(form).length;
  const { finish, lookAt, review, closeReview, nothingMissing } = useIntakeEnd({ form, missing, check, acts, draft, onDone, open });
  const onDraft = useStable(() => void finish('draft'));
  const onInstant = useStable(() => lookAt('INSTANT'));
  const onRefuse = useStable(() => lookAt('REFUSE'));
  const isInstant = procedure?.timeLimit?.unit === 'sameDay';
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (submitter instanceof HTMLButtonElement && submitter.value === 'next')
      open(form.procedure === undefined ? 'procedure' : nextBlock(form.open));
    else void finish('accept');
  };
  useCardScans({ form, dispatch, card, rests: review !== undefined, onTaken: () => setCamera(false) });
  const discard = useStable(() => {
    draft.forget();
    onDiscard();
  });
  useShortcut('F4', () => setCamera(true));
  useShortcut('F6', () => dispatch({ type: 'allRequiredReceived', documents: procedure?.documents ?? [] }));
  useShortcut('F8', () => lookAt('GUIDE'));
  useShortcut('F9', () => void finish('accept'));
  useShortcut('F10', () => lookAt('INSTANT'), isInstant);

  return (
    <IntakeFieldsContext.Provider value={check.fields}>
      <form className={classes.page} onSubmit={onSubmit} noValidate autoComplete="off">
        <Head empty={isEmptyForm(form)} clear={session.restoredAt === undefined ? texts.clear : texts.discard} onClear={discard} />
        <div className={classes.body}>
          <div className={classes.form}>
            {notices}
            <ErrorSummary errors={check.fields.validation.errors} attempt={check.attempt} onGo={goTo} />
            <NotSaved problem={acts.problem} autosaveFailed={draft.failed} />
            {nothingMissing ? <Notice tone="grey">{texts.guide.nothingMissing}</Notice> : null}
            <SameToday form={form} procedure={procedure} now={now} />
            <IntakeBlocks
              {...{ form, dispatch, procedure, preview, procedures, mostUsed, card }}
              wrongBlocks={check.wrongBlocks}
              onCamera={() => setCamera(true)}
              onGuide={() => lookAt('GUIDE')}
            />
          </div>
          <ReceiptPreview {...{ form, procedure, office, now }} settings={reference.settings} clerk={staff} due={preview.due} />
        </div>
        <Foot
          busy={acts.busy}
          line={form.procedure && dueLine(form, preview)}
          left={form.procedure && papersSeen(form) ? missing : 0}
          onDraft={onDraft}
          onRefuse={onRefuse}
          onInstant={isInstant ? onInstant : undefined}
        />
      </form>
      <Review {...{ review, form, dispatch, acts }} onEnd={(...ending) => void finish(...ending)} onClose={closeReview} />
      {camera ? <Camera onClose={() => setCamera(false)} onText={card.take} /> : null}
    </IntakeFieldsContext.Provider>
  );
}

interface HeadProps {
  readonly empty: boolean;
  readonly clear: string;
  readonly onClear: () => void;
}

const Head = memo(function Head({ empty, clear, onClear }: HeadProps) {
  return (
    <div className={classes.head}>
      <h1>{texts.title}</h1>
      {empty ? null : (
        <Button type="button" variant="subtle" onClick={onClear}>
          {clear}
        </Button>
      )}
    </div>
  );
});

interface ReviewProps {
  readonly review: ReviewName | undefined;
  readonly form: IntakeForm;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly acts: { readonly busy: boolean; readonly problem: string | undefined };
  readonly onEnd: (ending: Ending, refusing?: Refusing) => void;
  readonly onClose: () => void;
}

/** What is looked through before it becomes official, beside the acceptance itself. */
function Review({ review, form, dispatch, acts: { busy, problem }, onEnd, onClose }: ReviewProps) {
  switch (review) {
    case 'GUIDE':
      return <GuideReview {...{ form, dispatch, busy, problem, onClose }} onGuide={() => onEnd('guide')} />;
    case 'INSTANT':
      return <InstantReview {...{ form, busy, problem, onClose }} onDone={() => onEnd('instant')} />;
    case 'REFUSE':
      return (
        <Suspense>
          <RefuseReview {...{ form, busy, problem, onClose }} onRefuse={(refusing) => onEnd('refuse', refusing)} />
        </Suspense>
      );
    case undefined:
      return null;
  }
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
  readonly busy: boolean;
  /** The promise in a line; undefined before a procedure is picked. */
  readonly line: string | undefined;
  /** Papers nobody marked yet, where they were looked at. */
  readonly left: number;
  readonly onDraft: () => void;
  readonly onRefuse: () => void;
  /** Where it is done while the citizen waits. */
  readonly onInstant: (() => void) | undefined;
}

const Foot = memo(function Foot({ busy, line, left, onDraft, onRefuse, onInstant }: FootProps) {
  return (
    <div className={classes.foot}>
      <p className={`${classes.footText} ${classes.quiet}`}>
        {busy ? texts.working : [line, left > 0 && texts.leftToMark(left)].filter(Boolean).join(' · ')}
      </p>
      {line === undefined ? null : (
        <>
          <Button type="button" variant="subtle" size="md" disabled={busy} onClick={onRefuse}>
            {texts.refuse}
          </Button>
          <Button type="button" variant="default" size="md" disabled={busy} onClick={onDraft}>
            {texts.saveDraft}
          </Button>
        </>
      )}
      {onInstant === undefined ? null : (
        <Button type="button" variant="default" size="md" disabled={busy} onClick={onInstant}>
          {texts.instant.open}&nbsp;<kbd className={classes.key}>{texts.instant.key}</kbd>
        </Button>
      )}
      <Button type="submit" value="primary" size="md" disabled={busy}>
        {texts.primary.accept}&nbsp;<kbd className={classes.key}>{texts.primaryKey}</kbd>
      </Button>
    </div>
  );
});

function Camera({ onClose, onText }: { readonly onClose: () => void; readonly onText: (text: string) => void }) {
  // It must not read on behind the lock.
  const locked = useLive(useServices().session.current)?.locked ?? true;
  if (locked) return null;
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
