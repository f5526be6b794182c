/**
 * Before the guidance slip (Mẫu 02) is written: what is missing, paper by paper with the reason, as the citizen will read it. It is given once and completely
 * (NĐ 118/2025 Đ16.3), so it is looked through, never made by a key on the page.
 */
import type { Dispatch, FormEvent } from 'react';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { type IntakeAction, type IntakeForm, missingPapers } from './intake-form.ts';
import classes from './intake.module.css';

interface GuideReviewProps {
  readonly form: IntakeForm;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onGuide: () => void;
  readonly onClose: () => void;
}

export function GuideReview({ form, dispatch, busy, problem, onGuide, onClose }: GuideReviewProps) {
  const t = texts.guide;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands in the form's tree, not in its form.
    event.stopPropagation();
    if (!busy) onGuide();
  };
  return (
    <Modal opened onClose={onClose} title={t.title} size="lg">
      <form onSubmit={submit} noValidate className={classes.stack}>
        <p>{t.hint(form.owner.fullName.trim())}</p>
        <datalist id="guide-reasons">
          {t.reasons.map((reason) => (
            <option key={reason} value={reason} />
          ))}
        </datalist>
        {missingPapers(form).map((paper, place) => (
          <TextInput
            key={paper.id}
            data-autofocus={place === 0 || undefined}
            label={`${place + 1}. ${paper.name}`}
            list="guide-reasons"
            maxLength={500}
            value={paper.why ?? t.reasons[0]}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) =>
              dispatch({ type: 'paperSet', index: form.papers.indexOf(paper), patch: { why: event.currentTarget.value } })
            }
          />
        ))}
        <Textarea
          id="guideReason"
          label={t.more}
          autosize
          minRows={1}
          maxLength={1500}
          value={form.guideReason}
          onChange={(event) => dispatch({ type: 'fieldsChanged', patch: { guideReason: event.currentTarget.value } })}
        />
        <div aria-live="assertive">{problem === undefined ? null : <Notice tone="red">{problem}</Notice>}</div>
        <div className={pageClasses.buttons}>
          <Button type="button" variant="default" onClick={onClose}>
            {t.back}
          </Button>
          <Button type="submit" loading={busy}>
            {t.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
