/**
 * How an intake comes to its end. A key has one meaning: what is not marked is shown, never turned into another act, and what leaves the desk as a paper is
 * looked through first.
 */
import { useState } from 'react';
import type { BlockName, IntakeForm } from './intake-form.ts';
import { focusFirst } from './use-field-focus.ts';
import type { Ending, IntakeOutcome, Refusing, useIntakeActs } from './use-intake-acts.ts';
import type { IntakeCheck } from './use-intake-check.ts';

/** What is looked through before it becomes official, beside the acceptance itself. */
export type ReviewName = 'GUIDE' | 'INSTANT' | 'REFUSE';

/** What has to be filled in: who is guided or refused, and what he wanted, is the point of the paper. */
const purposeOf = { accept: 'accept', instant: 'accept', guide: 'guide', refuse: 'guide', draft: 'draft' } as const;

interface IntakeEndInput {
  readonly form: IntakeForm;
  /** Required papers that nobody marked. */
  readonly missing: number;
  readonly check: IntakeCheck;
  readonly acts: ReturnType<typeof useIntakeActs>;
  readonly draft: { readonly forget: () => void };
  readonly onDone: (outcome: IntakeOutcome) => void;
  readonly open: (block: BlockName) => void;
}

interface IntakeEnd {
  readonly finish: (wanted: Ending, refusing?: Refusing) => Promise<void>;
  readonly lookAt: (what: ReviewName) => void;
  readonly review: ReviewName | undefined;
  readonly closeReview: () => void;
  /** A slip was wanted, and there is nothing to write on it. */
  readonly nothingMissing: boolean;
}

export function useIntakeEnd({ form, missing, check, acts, draft, onDone, open }: IntakeEndInput): IntakeEnd {
  const [review, setReview] = useState<ReviewName>();
  const [slipWanted, setSlipWanted] = useState(false);
  const markPapers = () => {
    open('papers');
    focusFirst('papers');
  };
  const finish = async (wanted: Ending, refusing?: Refusing): Promise<void> => {
    if (acts.busy) return;
    if (!check.isReadyFor(purposeOf[wanted])) return;
    if (wanted === 'accept' && missing > 0) return markPapers();
    const outcome = await acts.perform(wanted, form, refusing);
    if (!outcome) return;
    draft.forget();
    onDone(outcome);
  };
  const lookAt = (what: ReviewName) => {
    if (acts.busy || !check.isReadyFor(what === 'INSTANT' ? 'accept' : 'guide')) return;
    if (what === 'GUIDE' && missing === 0) return setSlipWanted(true);
    if (what === 'INSTANT' && missing > 0) return markPapers();
    setReview(what);
  };
  return { finish, lookAt, review, closeReview: () => setReview(undefined), nothingMissing: slipWanted && missing === 0 };
}
