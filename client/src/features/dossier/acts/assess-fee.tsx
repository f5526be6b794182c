/** Tính lại phí, lệ phí: the whole list of items as it is from now on, from what stands or from the published list, with the reason. What was paid stays paid. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { PublishedFee } from '@onestop/shared/catalogue/procedure.ts';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { feeItemsOf } from '@onestop/shared/judgement/money.ts';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { acts } from '../../../texts/vi/acts.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { FeeItemFields } from './fee-item-fields.tsx';
import { emptyRow, type FeeRow, itemOf, rowOf, rowProblem, ruleOf } from './fee-item-row.ts';
import { moneyWords } from './money-words.ts';
import { useReason } from './typed-fields.tsx';
import classes from './fee-items.module.css';

export const assessFeeAct: DossierAct<'assessFee'> = {
  command: 'assessFee',
  words: acts.money.assessFee,
  place: 'more',
  screen: AssessFeeDialog,
};

function AssessFeeDialog(props: ActScreenProps) {
  const { state } = props;
  const t = acts.money.assessFee;
  const catalogue = useCatalogue();
  const fee = state.intake && catalogue.find(state.intake.procedure)?.fee;
  const [rows, setRows] = useState<readonly FeeRow[]>(() => (state.fees ?? feeItemsOf(fee ?? null) ?? []).map(rowOf));
  const reason = useReason(t.reason, false);
  const [tried, setTried] = useState(false);
  const isWhole = rows.every((row) => rowProblem(row) === undefined);
  const input = (): CommandInput<'assessFee'> | undefined => {
    setTried(true);
    return isWhole ? { fees: rows.map(itemOf), reason: reason.text } : undefined;
  };
  return (
    <ActDialog {...props} act={assessFeeAct} size="lg" input={input}>
      <p>{moneyWords(state)}</p>
      {rows.map((row, place) => (
        <FeeItemFields
          key={row.key}
          row={row}
          place={place}
          rule={ruleOf(row, fee)}
          problem={tried ? rowProblem(row) : undefined}
          tried={tried}
          first={place === 0}
          onChange={(next) => setRows(rows.map((one) => (one.key === row.key ? next : one)))}
          onRemove={() => setRows(rows.filter((one) => one.key !== row.key))}
        />
      ))}
      {rows.length === 0 && <p>{t.none}</p>}
      <AddItems fee={fee} rows={rows} onAdd={(row) => setRows([...rows, row])} />
      {isWhole && (
        <p aria-live="polite">
          {t.after}: {moneyWords({ ...state, fees: rows.map(itemOf) })}
        </p>
      )}
      {reason.field}
    </ActDialog>
  );
}

/** The published items that are not in the list, by name, and one more that nobody published. */
function AddItems({ fee, rows, onAdd }: { fee: PublishedFee | null | undefined; rows: readonly FeeRow[]; onAdd: (row: FeeRow) => void }) {
  const t = acts.money.assessFee;
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  const published = (fee?.items ?? []).filter((rule) => rows.every((row) => ruleOf(row, fee) !== rule));
  return (
    <div className={classes.add}>
      {published.map((rule) => (
        <Button
          key={rule.name}
          type="button"
          variant="default"
          size="compact-md"
          onClick={() => feeItemsOf({ text: '', items: [rule] }, undefined, [rule.name])?.forEach((item) => onAdd(rowOf(item, key)))}
        >
          {t.addNamed(rule.name)}
        </Button>
      ))}
      <Button type="button" variant="default" size="compact-md" onClick={() => onAdd(emptyRow(key))}>
        {t.add}
      </Button>
    </div>
  );
}
