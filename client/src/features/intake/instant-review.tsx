/** Done while the citizen waits: what is taken in, what is paid and to whom the result goes, confirmed once (NĐ 118/2025 Đ17.4). */
import type { FormEvent } from 'react';
import { Button, Modal } from '@mantine/core';
import { parseMoney } from '@onestop/shared/text/money-input.ts';
import { formatMoney } from '../../texts/format.ts';
import { paymentMethodNames } from '../../texts/statuses.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import type { IntakeForm } from './intake-form.ts';
import classes from './intake.module.css';

interface InstantReviewProps {
  readonly form: IntakeForm;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function InstantReview({ form, busy, problem, onDone, onClose }: InstantReviewProps) {
  const t = texts.instant;
  const fee = parseMoney(form.fee);
  const receiver = (form.byProxy ? form.submitter : form.owner).fullName.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <form noValidate onSubmit={submit} className={classes.stack}>
        <ul>
          <li>{t.granted}</li>
          <li>{typeof fee === 'number' && fee > 0 ? t.paid(formatMoney(fee), paymentMethodNames[form.paymentMethod]) : t.nothingToPay}</li>
          <li>{form.byProxy ? t.toProxy(receiver) : t.toOwner(receiver)}</li>
        </ul>
        {fee === undefined ? <Notice tone="amber">{t.feeUnknown}</Notice> : null}
        <div aria-live="assertive">{problem === undefined ? null : <Notice tone="red">{problem}</Notice>}</div>
        <div className={pageClasses.buttons}>
          <Button type="button" variant="default" onClick={onClose}>
            {t.back}
          </Button>
          <Button type="submit" loading={busy} data-autofocus>
            {t.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
