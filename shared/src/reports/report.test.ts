import { describe, expect, test } from 'vitest';
import { at, day, reference } from '../../../tests/support/builders.ts';
import { smallDay, smallDayTable } from '../../../tests/support/small-day.ts';
import type { DossierRow } from '../register/row.ts';
import { dossiersOf, makeReport, type ReportSource, tableOf } from './report.ts';
import { receiptParts } from './money.ts';

const rows = smallDay();
const source = (changes: Partial<ReportSource> = {}): ReportSource => ({
  rows,
  procedures: reference.procedures,
  calendar: reference.calendar,
  period: { from: day('25/11/2026'), to: day('25/11/2026') },
  now: at('25/11/2026 17:30'),
  by: 'PROCEDURE',
  ...changes,
});
const codes = (list: readonly DossierRow[]) => list.map(({ name }) => name);

describe('the report of one small day', () => {
  test('[R53] II.06a is what a person counts by hand', () => {
    expect(tableOf(makeReport(source()))).toEqual(smallDayTable);
  });

  test('[R54] every number names the dossiers it is made of', () => {
    const report = makeReport(source());
    for (const group of report.groups)
      for (const [figure, number] of Object.entries(group.counts))
        expect(dossiersOf(source(), { figure: figure as never, level: group.level, key: group.key }), figure).toHaveLength(number);
    for (const [figure, number] of Object.entries(report.figures))
      expect(dossiersOf(source(), { figure: figure as never }), figure).toHaveLength(number);
    expect(codes(dossiersOf(source(), { figure: 'doneLate' }))).toEqual(['Trễ']);
    expect(codes(dossiersOf(source(), { late: 'VERIFICATION' }))).toEqual(['Trễ']);
    expect(codes(dossiersOf(source(), { rating: 'GOOD' }))).toEqual(['Ngay']);
    expect(codes(dossiersOf(source(), { series: 'AA/26P' }))).toEqual(['Ngay', 'Trễ']);
  });

  test('[R55] on time by law and by the score are two numbers, reasons of lateness and apologies beside them', () => {
    const report = makeReport(source());
    expect(report.figures).toMatchObject({
      lawInTime: 3,
      scoreInTime: 7,
      supplemented: 1,
      apologised: 1,
      withdrawn: 1,
      voided: 1,
      refusedAtIntake: 1,
    });
    expect([...report.lateReasons]).toEqual([
      ['VERIFICATION', 1],
      ['UNSAID', 1],
    ]);
  });

  test('[R56] money stands by receipt book, with its first and last number and what of it is cash', () => {
    expect(makeReport(source()).money).toEqual({
      books: [{ series: 'AA/26P', receipts: 2, first: '0000009', last: '0000010', totalVnd: 24_000, cashVnd: 8000 }],
      byMethod: { CASH: 8000, TRANSFER: 16_000 },
      takenVnd: 24_000,
      refundedVnd: 0,
      dueVnd: 8000,
    });
    expect(receiptParts('AA/23P 0001234')).toEqual({ series: 'AA/23P', number: '0001234' });
    expect(receiptParts('0001234')).toEqual({ series: '', number: '0001234' });
    expect(receiptParts('BL-07')).toEqual({ series: 'BL', number: '07' });
    expect(receiptParts(undefined).series).toBeUndefined();
  });
});
