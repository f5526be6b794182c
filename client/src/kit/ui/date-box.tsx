/**
 * A day as it is typed everywhere here: day first, with whatever between (02/11/2026, 02112026, 2-11-26). Never the browser's own box, whose order of day and
 * month is the browser's language. What is typed is said back as a long date, so that a slip is seen.
 */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { type CivilDateOptions, parseCivilDate } from '@onestop/shared/text/civil-date-input.ts';
import { formatLongDate } from '../../texts/format.ts';
import { intakeProblemText } from '../../texts/intake-errors.ts';
import { vi } from '../../texts/vi.ts';

/** `partial`: a year or a month of a year is enough, as some papers give no more. */
type Limits = Pick<CivilDateOptions, 'today' | 'earliest' | 'partial'>;

interface DateBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly limits: Limits;
  /** Somebody tried to go on with what is typed. */
  readonly tried: boolean;
  readonly id?: string;
  readonly className?: string | undefined;
  readonly required?: boolean;
  /** Said below until a day is typed. */
  readonly hint?: string | undefined;
  /** The first field of its dialog. */
  readonly first?: boolean;
  /** Where the screen judges the box itself (a day off): what it found, instead of what the box would say. */
  readonly judged?: { readonly error: string | undefined; readonly onLeft: () => void };
}

/** `undefined`: left empty; `wrong`: typed, and no day that can be meant. */
export function readDateBox(value: string, limits: Omit<Limits, 'partial'>): PlainDate | undefined | 'wrong' {
  const read = parseCivilDate(value, limits);
  if (read.ok) return read.value.date;
  return read.error.code === 'date/empty' ? undefined : 'wrong';
}

/** The same where less than a day may be typed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function readPartialDateBox(value: string, limits: Limits): string | undefined | 'wrong' {
  const read = parseCivilDate(value, { ...limits, partial: true });
  if (read.ok) return read.value.text;
  return read.error.code === 'date/empty' ? undefined : 'wrong';
}

export function DateBox({ label, value, onChange, limits, tried, judged, hint, first = false, required = false, ...box }: DateBoxProps) {
  const [left, setLeft] = useState(false);
  const read = parseCivilDate(value, limits);
  const problem = read.ok
    ? undefined
    : read.error.code === 'date/empty'
      ? required && tried
        ? vi.common.fieldMissing(label)
        : undefined
      : intakeProblemText(read.error);
  const own = tried || left ? problem : undefined;
  return (
    <TextInput
      {...box}
      label={label}
      value={value}
      placeholder={vi.common.dateExample}
      inputMode="numeric"
      autoComplete="off"
      required={required}
      {...(first ? { 'data-autofocus': true } : {})}
      description={read.ok && read.value.date ? formatLongDate(read.value.date) : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={judged ? judged.error : own}
      onChange={(event) => {
        setLeft(false);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        setLeft(true);
        judged?.onLeft();
      }}
    />
  );
}
