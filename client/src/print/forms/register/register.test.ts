/** The register on paper and as a table: burnt numbers, its opening and closing lines, one field alone; rules in tests/rules/print.md. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { at, offices, procedures, reference } from '../../../../../tests/support/builders.ts';
import { given } from '../../../../../tests/support/given.ts';
import type { PeriodSource } from '../form.ts';
import { numbersInWords } from './book-lines.tsx';
import { registerForm } from './index.tsx';
import { readPeriod } from './period.ts';

const rowOf = (story: 'VOID' | 'RETURNED' | 'WITHDRAWN', line: number): DossierRow => ({
  ...dossierRow(must(given(story).state, story)),
  line,
});
const source = (rows: readonly DossierRow[], field?: string): PeriodSource => ({
  period: must(readPeriod('2026-11'), 'a period'),
  office: offices.commune,
  reference: { ...reference, procedures: [...reference.procedures, { ...procedures.instant, key: '2.1', field: 'Đất đai' }] },
  rows,
  now: at('30/11/2026 17:00'),
  freshness: '',
  officer: 'Nguyễn Thị Lan',
  field,
});
const textOf = (given: PeriodSource) =>
  registerForm
    .pages(given)
    .map((page) =>
      renderToStaticMarkup(page)
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' '),
    )
    .join('\n');

describe('register of a period', () => {
  it('[P87] a burnt number stands in its line with the reason, and so does what ended without a result', () => {
    const text = textOf(source([rowOf('VOID', 1), rowOf('WITHDRAWN', 2)]));
    expect(text).toContain('Đã hủy: nhập nhầm');
    expect(text).toContain('Đã rút: không còn nhu cầu');
  });

  it('[P88] the book opens where it begins, and closes with its numbers, the burnt and those that are still to come', () => {
    const text = textOf(source([rowOf('RETURNED', 1), rowOf('VOID', 2), rowOf('RETURNED', 5)]));
    expect(text).toContain('Mở sổ: ngày 23 tháng 11 năm 2026, từ số 1. Người giữ sổ: Nguyễn Thị Lan');
    expect(text).toContain(
      'Cộng từ số 1 đến số 5: 3 hồ sơ, trong đó 1 số đã hủy (số 2); chưa có trên máy này số 3–4. Phần sổ này có …… trang.',
    );
    expect(textOf(source([rowOf('RETURNED', 7)]))).not.toContain('Mở sổ');
    expect(numbersInWords([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
  });

  it('[P89] one field alone, without calling the others missing; and as a table that says the same', () => {
    const land = { ...rowOf('RETURNED', 3), procedure: '2.1' };
    const all = [rowOf('RETURNED', 1), rowOf('RETURNED', 2), land, { ...land, line: 6 }];
    const text = textOf(source(all, 'Đất đai'));
    expect(text).toContain('Lĩnh vực: Đất đai');
    expect(text).toContain('Cộng từ số 3 đến số 6: 2 hồ sơ.');
    const table = must(registerForm.table, 'a table')(source(all, 'Đất đai'));
    expect(table).toHaveLength(3);
    expect(table[1]?.slice(0, 4)).toEqual(['01/2026', 3, '000.01.38.H05-261123-0001', procedures.instant.name]);
  });
});
