/** The officer closes the day (chốt ca): what is open, and the box counted against the receipts. */
import * as z from 'zod/mini';
import { permit } from '../../dossier/command.ts';
import { count, money, note, text } from '../../dossier/fields.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineDayAct } from '../define-act.ts';
import type { CountedCash, DayFigures } from '../state.ts';

const many = count(1_000_000);
const bytes = count(1_000_000_000_000);
const vndMax = 1_000_000_000_000;

const figures: z.ZodMiniType<DayFigures> = z.strictObject({
  received: many,
  finished: many,
  returned: many,
  unsent: z.strictObject({ events: many, bytes, photos: many, photoBytes: bytes }),
  papersHere: many,
  dueNext: many,
  books: z.array(z.strictObject({ book: z.optional(text(40)), payments: many, cashVnd: money, otherVnd: money })).check(z.maxLength(100)),
  refundedVnd: money,
  // More may be given back than was taken.
  cashVnd: z.int().check(z.minimum(-vndMax), z.maximum(vndMax)),
});

const counted: z.ZodMiniType<CountedCash> = z.strictObject({
  totalVnd: money,
  notes: z.optional(z.array(z.strictObject({ valueVnd: count(1_000_000), count: many })).check(z.maxLength(20))),
});

const data = z.strictObject({ figures, counted, reason: note, note });

export const closeDay = defineDayAct({
  type: 'DayClosed',
  version: 1,
  input: data,
  schema: data,
  ...permit({ COMMUNE: ['clerk'], CENTRE: ['district_clerk'] }),
  decide: (_state, input) => {
    const { notes, totalVnd } = input.counted;
    const notesVnd = notesSum(notes ?? []);
    if (notes !== undefined && notesVnd !== totalVnd) return err({ code: 'day/count-does-not-add-up', notesVnd });
    const differenceVnd = totalVnd - input.figures.cashVnd;
    if (differenceVnd !== 0 && input.reason === undefined) return err({ code: 'day/difference-needs-reason', differenceVnd });
    return ok(input);
  },
  evolve: (state, { device, seq, at, actor, data: closed }) => ({
    ...state,
    closings: [...state.closings, { ref: { device, seq }, device, at, by: actor, ...closed }],
  }),
});

export function notesSum(notes: NonNullable<CountedCash['notes']>): number {
  return notes.reduce((sum, one) => sum + one.valueVnd * one.count, 0);
}
