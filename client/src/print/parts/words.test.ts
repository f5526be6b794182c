/** Words and marks that every form shares; rules in tests/rules/print.md. */
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { barcodePath, qrPath } from './code-marks.tsx';
import { formDate, formDateTime } from './wording.ts';
import { readPeriod } from '../forms/register/period.ts';
import { registerBooks } from '../forms/register/data.ts';

describe('words on forms', () => {
  it('[P12] days below 10 and the months 1 and 2 have a leading zero, other months have none', () => {
    expect(formDate('2017-02-05' as PlainDate)).toBe('ngày 05 tháng 02 năm 2017');
    expect(formDate('2026-03-15' as PlainDate)).toBe('ngày 15 tháng 3 năm 2026');
    expect(formDateTime(civilToInstant('2026-11-23' as PlainDate, 9 * 60 + 5))).toBe('09 giờ 05 phút, ngày 23 tháng 11 năm 2026');
    expect(formDateTime(undefined)).toContain('…');
  });

  it('[P13] barcode and QR hold the bare code: the same code gives the same marks, another code others', () => {
    const code = '000.12.38.H05-261123-0001';
    expect(barcodePath(code)).toEqual(barcodePath(code));
    expect(barcodePath(code).path).not.toBe(barcodePath('000.12.38.H05-261123-0002').path);
    // Start, stop and check symbol, quiet zones of ten modules on both sides; pairs of digits share a symbol.
    const { width } = barcodePath(code);
    expect((width - 20 - 2) % 11).toBe(0);
    expect(qrPath(code).size).toBeGreaterThanOrEqual(21 + 4);
    expect(qrPath(code).path).not.toBe(qrPath('000.12.38.H05-261123-0002').path);
  });

  it('[P14] the register of a period has the numbered dossiers of that period by book and line', () => {
    const row = (line: number, day: string, book = '01/2026'): DossierRow => ({
      id: `x${line}${book}`.padEnd(12, '0') as DossierRow['id'],
      office: 'A' as DossierRow['office'],
      status: 'ACCEPTED',
      book,
      line,
      openedAt: 0,
      acceptedAt: civilToInstant(day as PlainDate, 600),
      contradictions: 0,
      unknownEvents: 0,
      lastAt: 0,
    });
    const draft = { ...row(9, '2026-11-02'), book: undefined, line: undefined };
    const books = registerBooks(
      [row(3, '2026-11-30'), row(1, '2026-11-01'), row(2, '2026-10-31'), row(5, '2026-11-05', '02/2026'), draft],
      must(readPeriod('2026-11'), 'a month'),
    );
    expect(books.map(({ book, rows }) => [book, rows.map((one) => one.line)])).toEqual([
      ['01/2026', [1, 3]],
      ['02/2026', [5]],
    ]);
    expect(registerBooks([row(2, '2026-10-31')], must(readPeriod('2026'), 'a year'))[0]?.rows).toHaveLength(1);
  });
});
