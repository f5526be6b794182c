/** The boxes of one item of a fee: what it is, how many, what it comes to, and the part that is not paid with its ground in law. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { FeeRule } from '@onestop/shared/catalogue/procedure.ts';
import { formatMoney } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import { counted, type FeeRow, type RowProblem } from './fee-item-row.ts';
import { MoneyBox } from '../../../kit/money-box.tsx';
import classes from './fee-items.module.css';

interface FeeItemFieldsProps {
  readonly row: FeeRow;
  readonly place: number;
  readonly rule: FeeRule | undefined;
  /** Told once somebody tried to go on. */
  readonly problem: RowProblem | undefined;
  readonly tried: boolean;
  readonly first: boolean;
  readonly onChange: (row: FeeRow) => void;
  readonly onRemove: () => void;
}

export function FeeItemFields({ row, place, rule, problem, tried, first, onChange, onRemove }: FeeItemFieldsProps) {
  const t = acts.money.assessFee;
  const { unitVnd, per } = row.rate;
  return (
    <fieldset className={classes.item}>
      <legend>{t.item(place + 1)}</legend>
      <TextInput
        label={t.name}
        value={row.name}
        {...(first ? { 'data-autofocus': true } : {})}
        error={problem === 'name' ? vi.common.fieldMissing(t.name) : undefined}
        onChange={(e) => onChange({ ...row, name: e.currentTarget.value })}
      />
      <div className={classes.row}>
        <NativeSelect
          label={t.kind}
          value={row.kind}
          onChange={(e) => onChange({ ...row, kind: e.currentTarget.value as FeeRow['kind'] })}
          data={[{ value: '', label: t.noKind }, ...Object.entries(t.kinds).map(([value, label]) => ({ value, label }))]}
        />
        <Quantity row={row} rule={rule} problem={problem} onChange={onChange} />
        <MoneyBox
          label={t.amount}
          value={row.amount}
          onChange={(amount) => onChange({ ...row, amount })}
          tried={tried}
          zero
          problem={problem === 'amount' ? t.amountMissing : undefined}
        />
      </div>
      {unitVnd !== undefined && <p className="quiet">{t.price(formatMoney(unitVnd), per ?? '')}</p>}
      <Exemption row={row} problem={problem} tried={tried} onChange={onChange} />
      <Button type="button" variant="subtle" size="compact-md" className={classes.remove} onClick={onRemove}>
        {t.remove(place + 1)}
      </Button>
    </fieldset>
  );
}

/** Pages and copies, where the published rule or the item itself counts them. */
function Quantity({ row, rule, problem, onChange }: Pick<FeeItemFieldsProps, 'row' | 'rule' | 'problem' | 'onChange'>) {
  const t = acts.money.assessFee;
  const byPage = rule?.unit === 'PAGE' || row.pages !== '';
  if (!byPage && rule === undefined && row.copies === '') return null;
  return (
    <>
      {byPage && (
        <TextInput
          label={t.pages}
          inputMode="numeric"
          value={row.pages}
          error={problem === 'pages' ? t.countMissing : undefined}
          onChange={(e) => onChange(counted(row, { pages: e.currentTarget.value }, rule))}
        />
      )}
      <TextInput
        label={t.copies}
        inputMode="numeric"
        value={row.copies}
        error={problem === 'copies' ? t.countMissing : undefined}
        onChange={(e) => onChange(counted(row, { copies: e.currentTarget.value }, rule))}
      />
    </>
  );
}

function Exemption({ row, problem, tried, onChange }: Pick<FeeItemFieldsProps, 'row' | 'problem' | 'tried' | 'onChange'>) {
  const t = acts.money.assessFee;
  const wrong = problem === 'exemptTooMuch' ? t.exemptTooMuch : problem === 'exemptAmount' ? acts.money.amountZero : undefined;
  return (
    <>
      <Checkbox
        label={t.exempt}
        checked={row.exempt}
        onChange={(e) => onChange({ ...row, exempt: e.currentTarget.checked, exemptAmount: row.exemptAmount || row.amount })}
      />
      {row.exempt && (
        <div className={classes.row}>
          <MoneyBox
            label={t.exemptAmount}
            value={row.exemptAmount}
            onChange={(exemptAmount) => onChange({ ...row, exemptAmount })}
            tried={tried}
            problem={wrong}
          />
          <TextInput
            label={t.ground}
            value={row.ground}
            error={problem === 'ground' ? vi.common.fieldMissing(t.ground) : undefined}
            onChange={(e) => onChange({ ...row, ground: e.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
