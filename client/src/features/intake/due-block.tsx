/** Block 4: fee, the promised date with how it was counted, and how the citizen gets the result. */
import { type Dispatch, useState } from 'react';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { type PaymentMethod, paymentMethods } from '@onestop/shared/dossier/fees.ts';
import type { ReturnChannel } from '@onestop/shared/dossier/state.ts';
import { DueExplanationView } from '../../kit/due-explanation.tsx';
import { formatLongDateTime, formatMoney } from '../../texts/format.ts';
import { paymentMethodNames } from '../../texts/statuses.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { IntakeAction, IntakeForm } from './intake-form.ts';
import { ManualDue } from './manual-due.tsx';
import { TextField } from './text-field.tsx';
import type { DuePreview } from './use-due-preview.ts';
import { parseMoney } from '@onestop/shared/text/money-input.ts';
import classes from './intake.module.css';

interface DueBlockProps {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly preview: DuePreview;
  readonly dispatch: Dispatch<IntakeAction>;
}

const t = texts.due;
const channelOptions = (['DESK', 'POST', 'ELECTRONIC'] as const).map((value) => ({ value, label: t.returnChannels[value] }));

const methodOptions = paymentMethods.map((value) => ({ value, label: paymentMethodNames[value] }));

export function DueBlock({ form, procedure, preview, dispatch }: DueBlockProps) {
  const set = (patch: Partial<IntakeForm>) => dispatch({ type: 'fieldsChanged', patch });
  const fee = parseMoney(form.fee);
  const { unitVnd, per } = form.published;
  return (
    <div className={classes.stack}>
      <PromiseLine form={form} procedure={procedure} preview={preview} set={set} />
      <div className={classes.grid}>
        <TextField
          id="fee"
          label={t.fee}
          placeholder={unitVnd === undefined ? t.feeHint : t.feeRate(formatMoney(unitVnd), per ?? '')}
          value={form.fee}
          onChange={(value) => set({ fee: value })}
          inputMode="numeric"
          className={classes.span3}
          autoFocusOnOpen
        />
        {fee === 0 ? null : (
          <Checkbox
            size="md"
            className={`${classes.span2} ${classes.beside}`}
            label={t.feePaid}
            checked={form.feePaid}
            onChange={(event) => set({ feePaid: event.currentTarget.checked })}
          />
        )}
        {form.feePaid && fee !== 0 ? (
          <>
            <NativeSelect
              id="paymentMethod"
              label={t.paymentMethod}
              data={methodOptions}
              value={form.paymentMethod}
              className={classes.span3}
              onChange={(event) => set({ paymentMethod: event.currentTarget.value as PaymentMethod })}
            />
            <TextField
              id="feeReceipt"
              label={t.feeReceipt}
              value={form.feeReceipt}
              onChange={(feeReceipt) => set({ feeReceipt })}
              className={classes.span4}
            />
          </>
        ) : null}
        <NativeSelect
          id="returnChannel"
          label={t.returnChannel}
          data={channelOptions}
          value={form.returnChannel}
          className={classes.span3}
          onChange={(event) => set({ returnChannel: event.currentTarget.value as ReturnChannel })}
        />
        {form.returnChannel === 'POST' ? (
          <TextField
            id="returnAddress"
            label={t.returnAddress}
            placeholder={form.owner.address}
            value={form.returnAddress}
            onChange={(returnAddress) => set({ returnAddress })}
            className={classes.span12}
          />
        ) : null}
        <TextField
          id="note"
          label={t.note}
          value={form.note}
          onChange={(note) => set({ note })}
          className={fee === 0 ? classes.span6 : classes.span4}
        />
      </div>
    </div>
  );
}

function PromiseLine({
  form,
  procedure,
  preview,
  set,
}: Omit<DueBlockProps, 'dispatch'> & { readonly set: (patch: Partial<IntakeForm>) => void }) {
  const [how, setHow] = useState(false);
  const limit = procedure?.timeLimit;
  return (
    <div id="due" tabIndex={-1}>
      <p className={classes.dueLine}>
        <span>{t.due}:</span> <strong className={classes.dueDate}>{preview.due ? formatLongDateTime(preview.due.dueAt) : '—'}</strong>
        {preview.due?.provisional ? <span>{t.provisional}</span> : null}
        {preview.explanation ? (
          <Button type="button" variant="subtle" size="compact-md" aria-expanded={how} onClick={() => setHow(!how)}>
            {how ? t.hideHow : t.how}
          </Button>
        ) : null}
      </p>
      {preview.explanation && how ? <DueExplanationView explanation={preview.explanation} /> : null}
      {limit?.extended ? (
        <Checkbox
          size="md"
          mt="xs"
          label={t.extended(limit.extended.ground)}
          checked={form.extended}
          onChange={(event) => set({ extended: event.currentTarget.checked })}
        />
      ) : null}
      {procedure && (!limit || preview.missing) ? <ManualDue form={form} missing={preview.missing} set={set} /> : null}
    </div>
  );
}

/** "thứ Hai 23/11/2026, 17:00 · lệ phí 0 đ" for the folded line. */
export function dueLine(form: IntakeForm, preview: DuePreview): string {
  const fee = parseMoney(form.fee);
  return [preview.due ? formatLongDateTime(preview.due.dueAt) : '', typeof fee === 'number' ? t.feeShort(formatMoney(fee)) : '']
    .filter(Boolean)
    .join(' · ');
}
