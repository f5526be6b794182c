/** The box counted: by denomination or as one sum, and what it comes to against the receipts. */
import { useState } from 'react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { notesSum } from '@onestop/shared/daybook/acts/close-day.ts';
import type { CountedCash } from '@onestop/shared/daybook/state.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { MoneyBox, readMoneyBox } from '../../kit/money-box.tsx';
import { formatMoney, formatNumber } from '../../texts/format.ts';
import { daybook } from '../../texts/vi/daybook.ts';
import classes from './daybook.module.css';

/** In circulation, in đồng; coins are seldom seen. */
const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500] as const;

export interface CashCount {
  readonly counted: CountedCash | undefined;
  readonly field: React.ReactNode;
}

export function useCashCount(tried: boolean): CashCount {
  const t = daybook.closing;
  const [how, setHow] = useState<'notes' | 'total'>('notes');
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [total, setTotal] = useState('');
  const notes = denominations.flatMap((valueVnd) => {
    const count = Number(typed[valueVnd]?.trim() || 0);
    return count === 0 ? [] : [{ valueVnd, count }];
  });
  const sum = notes.every(({ count }) => Number.isSafeInteger(count) && count > 0) ? notesSum(notes) : undefined;
  const read = readMoneyBox(total, { zero: true });
  const counted =
    how === 'notes'
      ? sum === undefined
        ? undefined
        : { totalVnd: sum, notes }
      : typeof read === 'number'
        ? { totalVnd: read }
        : undefined;
  const field = (
    <>
      <SegmentedControl
        aria-label={t.countHow}
        value={how}
        onChange={(value) => setHow(value as typeof how)}
        data={[
          { value: 'notes', label: t.byNotes },
          { value: 'total', label: t.byTotal },
        ]}
      />
      {how === 'notes' ? (
        <div className={classes.notes}>
          {denominations.map((value) => (
            <TextInput
              key={value}
              label={formatNumber(value)}
              aria-label={t.notes(formatMoney(value))}
              inputMode="numeric"
              value={typed[value] ?? ''}
              onChange={(e) => setTyped({ ...typed, [value]: e.currentTarget.value.replace(/\D/g, '').slice(0, 6) })}
            />
          ))}
        </div>
      ) : (
        <MoneyBox label={t.total} value={total} onChange={setTotal} tried={tried} required zero />
      )}
    </>
  );
  return { counted, field };
}

/** "Thiếu 5.000 đ", never by colour alone. */
export function Difference({ cashVnd, countedVnd }: { readonly cashVnd: number; readonly countedVnd: number }) {
  const t = daybook.closing;
  const difference = countedVnd - cashVnd;
  if (difference === 0) return <Mark tone="green">{t.even}</Mark>;
  const sum = formatMoney(Math.abs(difference));
  return <Mark tone="amber">{difference > 0 ? t.over(sum) : t.short(sum)}</Mark>;
}
