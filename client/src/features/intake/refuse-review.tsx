/**
 * Before a refusal is written (Mẫu 03): who wanted what, and why it is not taken in, in a class for the reports and in words for the citizen (NĐ 118/2025
 * Đ17.1c). What was typed on the page stays where the dialog is closed.
 */
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { useClassedReason } from '../../kit/classed-reason.tsx';
import { useProcedureName } from '../../kit/use-reference.ts';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { refusalReasonNames } from '../../texts/statuses.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { refuseTexts as t } from '../../texts/vi/intake-refuse.ts';
import type { IntakeForm } from './intake-form.ts';
import type { Refusing } from './use-intake-acts.ts';

interface RefuseReviewProps {
  readonly form: IntakeForm;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onRefuse: (refusing: Refusing) => void;
  readonly onClose: () => void;
}

export function RefuseReview({ form, busy, problem, onRefuse, onClose }: RefuseReviewProps) {
  const nameOf = useProcedureName();
  const reason = useClassedReason(refusalReasonNames, { label: t.reason });
  const [ground, setGround] = useState('');
  const refuse = () => {
    if (!busy) onRefuse({ ...reason.input, ...(ground.trim() === '' ? {} : { ground: ground.trim() }) });
  };
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <OwnForm
        onSubmit={refuse}
        problem={problem}
        buttons={
          <div className={pageClasses.buttons}>
            <Button type="button" variant="default" onClick={onClose}>
              {texts.guide.back}
            </Button>
            <Button type="submit" color="red.9" loading={busy}>
              {t.act}
            </Button>
          </div>
        }
      >
        <p>{t.who(form.owner.fullName.trim(), nameOf(form.procedure?.key))}</p>
        <Notice tone="amber">{t.hint}</Notice>
        {reason.fields}
        <TextInput
          label={t.ground}
          placeholder={t.groundExample}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
      </OwnForm>
    </Modal>
  );
}
