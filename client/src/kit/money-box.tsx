/** An amount as it is typed at the intake (15.000, 15 000 đ, 15000), said back as it will be written down; nothing that could be read in two ways passes. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { parseMoney } from '@onestop/shared/text/money-input.ts';
import { formatMoney } from '../texts/format.ts';
import { intakeProblemText } from '../texts/intake-errors.ts';
import { acts } from '../texts/vi/acts.ts';

interface MoneyBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Somebody tried to go on with what is typed. */
  readonly tried: boolean;
  readonly required?: boolean;
  /** The first field of its dialog. */
  readonly first?: boolean;
  /** Where zero may be meant. */
  readonly zero?: boolean;
  /** What the screen itself has against a readable amount. */
  readonly problem?: string | undefined;
}

/** Đồng; `undefined`: left empty; `wrong`: typed, and no amount that can be meant. */
export function readMoneyBox(value: string, { zero = false }: Pick<MoneyBoxProps, 'zero'> = {}): number | undefined | 'wrong' {
  const read = parseMoney(value);
  return read === 0 && !zero ? 'wrong' : read;
}

export function MoneyBox({ label, value, onChange, tried, zero = false, required = false, first = false, problem }: MoneyBoxProps) {
  const [left, setLeft] = useState(false);
  const read = parseMoney(value);
  const isZero = read === 0 && !zero;
  const own = read === 'wrong' ? intakeProblemText({ code: 'fee/format' }) : isZero ? acts.money.amountZero : problem;
  return (
    <TextInput
      label={label}
      value={value}
      inputMode="numeric"
      required={required}
      {...(first ? { 'data-autofocus': true } : {})}
      description={typeof read === 'number' && !isZero ? formatMoney(read) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={tried || left ? own : undefined}
      onChange={(e) => {
        setLeft(false);
        onChange(e.currentTarget.value);
      }}
      onBlur={() => setLeft(true)}
    />
  );
}
