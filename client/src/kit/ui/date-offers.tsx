/** Days that can be taken with one press, beside the box in which any day can be typed. */
import { Button } from '@mantine/core';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { formatDate, formatLongDate } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import classes from './date-offers.module.css';

interface DateOffersProps {
  readonly offers: readonly PlainDate[];
  /** Before the days; absent where they are promises. */
  readonly label?: string;
  /** The day as the box beside has it typed. */
  readonly onTake: (typed: string) => void;
}

export function DateOffers({ offers, label = vi.common.dateOffers, onTake }: DateOffersProps) {
  if (offers.length === 0) return null;
  return (
    <p className={classes.offers}>
      <span>{label}</span>
      {offers.map((date) => (
        <Button key={date} type="button" variant="default" size="compact-md" onClick={() => onTake(formatDate(date))}>
          {formatLongDate(date)}
        </Button>
      ))}
    </p>
  );
}
