/** The ways an intake ends: accepted with a code, the citizen guided or refused in writing, or kept as a draft of the desk. Each resolves when it is durably on this device. */
import { useCallback, useState } from 'react';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { readChosenDue } from '@onestop/shared/dossier/intake-fields/due.ts';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState, Intake } from '@onestop/shared/dossier/state.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { useServices } from '../../kit/services-context.tsx';
import { intake as texts } from '../../texts/vi/intake.ts';
import { actProblemText } from '../../kit/act-problem.ts';
import { formToIntake } from './form-to-intake.ts';
import { type IntakeForm, missingPapers } from './intake-form.ts';
import type { Purpose } from '@onestop/shared/dossier/intake-fields/intake.ts';

/** The three ways of an intake, the one where all is done while the citizen waits, and the one where nothing is taken in. */
export type Ending = Purpose | 'instant' | 'refuse';

/** Why nothing is taken in; signed by the officer at the desk. */
export type Refusing = Pick<CommandInput<'refuseIntake'>, 'class' | 'reason' | 'ground'>;

export interface IntakeOutcome {
  readonly purpose: Ending;
  readonly dossier: DossierId;
  readonly state: DossierState;
}

interface IntakeActs {
  readonly busy: boolean;
  /** Why the last act was not done. */
  readonly problem: string | undefined;
  readonly perform: (purpose: Ending, form: IntakeForm, refusing?: Refusing) => Promise<IntakeOutcome | undefined>;
}

export function useIntakeActs(draftId: string, dossier: DossierId | undefined): IntakeActs {
  const { dossiers, now } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const perform = useCallback(
    async (purpose: Ending, form: IntakeForm, refusing?: Refusing): Promise<IntakeOutcome | undefined> => {
      const at = now();
      const intake = formToIntake(form, at);
      if (!intake) return undefined;
      const place = { ...(dossier === undefined ? {} : { dossier }), intakeDraft: draftId };
      setBusy(true);
      setProblem(undefined);
      const done =
        purpose === 'accept'
          ? await dossiers.perform({ command: 'accept', ...place, input: acceptInput(form, intake, at) })
          : purpose === 'instant'
            ? await dossiers.perform({ command: 'acceptAndFinish', ...place, input: instantInput(form, intake, at) })
            : refusing !== undefined
              ? await dossiers.perform({ command: 'refuseIntake', ...place, input: { ...refusing, intake } })
              : purpose === 'guide'
                ? await dossiers.perform({ command: 'guide', ...place, input: guideInput(form, intake) })
                : await dossiers.perform({ command: 'draft', ...place, input: { intake } });
      setBusy(false);
      if (done.ok) return { purpose, ...done.value };
      setProblem(actProblemText(done.error));
      return undefined;
    },
    [dossiers, now, dossier, draftId],
  );
  return { busy, problem, perform };
}

/** The officer's own date counts only where none can be counted; elsewhere the rules take no notice of it. */
function acceptInput(form: IntakeForm, intake: Intake, at: Instant): CommandInput<'accept'> {
  const due = readChosenDue(form, instantToPlainDate(at));
  return {
    intake,
    ...(due ? { due } : {}),
    ...(form.extended ? { extended: true } : {}),
    ...(form.databaseConfirmed ? { databasePapersConfirmed: true } : {}),
  };
}

/** The result is handed to who stands at the desk, and what is owed is paid now (NĐ 118/2025 Đ17.4). */
function instantInput(form: IntakeForm, intake: Intake, at: Instant): CommandInput<'acceptAndFinish'> {
  const { owner, submitter } = intake;
  const isOwner = submitter === undefined;
  return {
    ...acceptInput(form, intake, at),
    result: { outcome: 'GRANTED' },
    returned: {
      receiver: (submitter ?? owner).fullName,
      receiverIsOwner: isOwner,
      proof: isOwner ? 'IDENTITY' : 'AUTHORISATION',
      payment: { method: form.paymentMethod },
    },
  };
}

function guideInput(form: IntakeForm, intake: Intake): CommandInput<'guide'> {
  const t = texts.guide;
  const missing = missingPapers(form).map(({ component, name, why }) => ({
    ...(component === undefined ? {} : { component }),
    name: nfc(name),
    note: nfc(why ?? '') || t.reasons[0],
  }));
  const reason = [...missing.map((paper) => t.paperReason(paper.name, paper.note)), nfc(form.guideReason)].filter(Boolean).join('; ');
  return { intake, missing, class: 'PAPERS_MISSING', reason: reason.slice(0, 2000) };
}
