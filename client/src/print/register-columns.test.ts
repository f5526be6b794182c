/** The register's columns on paper and on screen; rules in tests/rules/print.md. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { at, chain, offices, reference } from '../../../tests/support/builders.ts';
import { readPeriod } from './forms/register/period.ts';
import { registerForm } from './forms/register/index.tsx';
import { paperColumns, screenColumns } from './register-columns.ts';

const cells = (html: string, tag: 'th' | 'td') => [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'g'))].map((m) => m[1]);

describe('register columns', () => {
  it('[P42] the sheet has the fifteen columns of the form, numbered, under their two headings', () => {
    const row = dossierRow(must(foldDossier(chain(['DossierAccepted', 'DossierFinished', 'ResultReturned'])), 'a dossier'));
    const [page] = registerForm.pages({
      period: must(readPeriod('2026-11'), 'a period'),
      office: offices.commune,
      reference,
      rows: [row],
      now: at('30/11/2026 17:00'),
      freshness: '',
      officer: 'Lan',
    });
    const html = renderToStaticMarkup(page);
    const body = cells(html.slice(html.indexOf('<tbody>', html.indexOf('</thead>'))), 'td');
    expect(paperColumns).toHaveLength(15);
    expect(cells(html, 'th').slice(-15)).toEqual(Array.from({ length: 15 }, (_, index) => `(${index + 1})`));
    expect(html).toContain('<th colSpan="4">Ngày, tháng, năm</th><th colSpan="3">Trả kết quả</th>');
    expect(body.slice(0, 15)).toEqual([
      '1',
      '000.01.38.H05-261123-0001',
      '1.000001',
      '1',
      'Nguyễn Thị Mẫu',
      'thôn Ngọc Quan; 0900000001',
      'UBND xã Bình Định',
      '23/11/2026',
      '27/11/2026',
      '',
      '',
      '23/11/2026',
      'Trực tiếp',
      '',
      '',
    ]);
  });

  it('[P42] the table on screen has its columns in their places, what is due first, then whose it is', () => {
    expect(screenColumns.map((column) => column.key)).toEqual(['due', 'owner', 'procedure', 'code', 'status', 'sync']);
  });
});
