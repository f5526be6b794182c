/** Certified copies are paid by the page of each copy: pages and copies are asked for, and the sum is told as the receipt prints it (domain §13.2 no. 10). */
import type { Dispatch } from 'react';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { formatMoney } from '../../texts/format.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { IntakeAction, IntakeForm } from './intake-form.ts';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

interface CopiesFeeProps {
  readonly form: IntakeForm;
  readonly fee: Procedure['fee'];
  readonly unit: 'PAGE' | 'COPY';
  readonly dispatch: Dispatch<IntakeAction>;
}

export function CopiesFee({ form, fee, unit, dispatch }: CopiesFeeProps) {
  const t = texts.copies;
  const count = (patch: { readonly pages?: string; readonly copies?: string }) =>
    dispatch({ type: 'copiesCounted', fee, pages: digits(patch.pages ?? form.feePages), copies: digits(patch.copies ?? form.feeCopies) });
  return (
    <div className={classes.scanRow}>
      {unit === 'PAGE' ? (
        <TextField
          id="feePages"
          label={t.pages}
          value={form.feePages}
          onChange={(pages) => count({ pages })}
          inputMode="numeric"
          className={classes.narrow}
          autoFocusOnOpen
        />
      ) : null}
      <TextField
        id="feeCopies"
        label={t.copies}
        value={form.feeCopies}
        onChange={(copies) => count({ copies })}
        inputMode="numeric"
        className={classes.narrow}
        autoFocusOnOpen={unit === 'COPY'}
      />
      <p className={classes.grow} aria-live="polite">
        {form.counted === undefined ? t.hints[unit] : t.sum(formatMoney(moneyOf({ fees: form.counted, payments: [], refunds: [] }).dueVnd))}
      </p>
    </div>
  );
}

function digits(text: string): string {
  return text.replace(/\D/g, '').slice(0, 4);
}
