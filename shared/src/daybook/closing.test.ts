import { describe, expect, test } from 'vitest';
import { at, chain, communeId, day, eventOf, otherCommuneId, type Step } from '../../../tests/support/builders.ts';
import { sampleFigures } from '../../../tests/support/day-samples.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import { foldDossier } from '../dossier/fold.ts';
import { must } from '../kernel/assert.ts';
import type { DossierId, OfficeId } from '../kernel/ids.ts';
import { dossierRow, type DossierRow } from '../register/row.ts';
import { reviewDay } from './closing-figures.ts';
import { closingQrPattern, differingTotals, readClosingQr, totalsOf, writeClosingQr } from './closing-qr.ts';

function row(id: string, steps: readonly Step[], from = '23/11/2026 08:00'): DossierRow {
  const events = chain(steps, { seq: 1, at: at(from) }).map((event) => ({ ...event, dossier: id as DossierId }));
  return dossierRow(must(foldDossier(events), 'a dossier'));
}

const unsent = { events: 2, bytes: 900, photos: 0, photoBytes: 0 };
const facts = { office: communeId, date: day('23/11/2026'), nextDay: day('24/11/2026'), unsent };
const pay = (amountVnd: number, method: 'CASH' | 'TRANSFER', receipt?: string): Step => [
  'FeePaid',
  { amountVnd, method, ...(receipt === undefined ? {} : { receipt }) },
];

describe('the figures of a day', () => {
  const rows = [
    row('d00000000001', ['DossierAccepted']),
    row('d00000000002', [
      'DossierAccepted',
      pay(8_000, 'CASH', 'BL/01 0007'),
      pay(2_000, 'CASH', 'BL/01 0008'),
      'DossierFinished',
      'ResultReturned',
    ]),
    row('d00000000003', ['DossierAccepted', pay(5_000, 'TRANSFER', 'BL/01 0009'), 'FeeRefunded', 'DossierForwarded']),
    row('d00000000004', ['DossierAccepted', pay(1_000, 'CASH')]),
    row('d00000000005', ['DossierAccepted', pay(70_000, 'CASH', 'BL/01 0001')], '20/11/2026 08:00'),
  ];

  test('[D232] what came, was finished and returned today; papers at the desk; promised for the next day', () => {
    const { figures, papersHere } = reviewDay(rows, facts);
    expect(figures).toMatchObject({ received: 4, finished: 1, returned: 1, papersHere: 3, unsent });
    expect(papersHere.map(({ id }) => id.at(-1))).toEqual(['1', '4', '5']);
    const friday = { ...facts, date: day('26/11/2026'), nextDay: day('27/11/2026') };
    expect(reviewDay(rows, friday).dueNext.map(({ id }) => id.at(-1))).toEqual(['1', '3', '4', '5']);
    expect(reviewDay(rows, { ...friday, nextDay: undefined }).dueNext).toEqual([]);
    expect(reviewDay(rows, { ...facts, office: otherCommuneId }).figures).toMatchObject({ received: 0, papersHere: 0 });
  });

  test('[D233] cash by receipt book of today alone; what was given back in cash leaves the box', () => {
    const { figures } = reviewDay(rows, facts);
    expect(figures.books).toEqual([
      { book: 'BL/01', payments: 3, cashVnd: 10_000, otherVnd: 5_000 },
      { payments: 1, cashVnd: 1_000, otherVnd: 0 },
    ]);
    expect([figures.refundedVnd, figures.cashVnd]).toEqual([3_000, 8_000]);
    expect(eventOf('FeeRefunded', { seq: 1 }).data).toMatchObject({ method: 'CASH', amountVnd: 3_000 });
  });
});

describe('the totals on paper', () => {
  const totals = totalsOf({ figures: sampleFigures, counted: { totalVnd: 35_000 } });
  const scanned = { office: communeId, date: day('23/11/2026'), totals };

  test('[D234] are read back as they were written, also from an office with hyphens and a box that owes', () => {
    const text = writeClosingQr(scanned);
    expect(text).toMatch(/^[A-Z0-9-]+$/);
    expect(text).toMatch(closingQrPattern);
    expect(readClosingQr(`${text}\n`)).toEqual(scanned);
    const owing = { ...scanned, office: 'lt-01' as OfficeId, totals: { ...totals, cashVnd: -2_000 } };
    expect(readClosingQr(writeClosingQr(owing))).toEqual(owing);
    expect(differingTotals(totals, { ...totals, countedVnd: 1 })).toEqual(['countedVnd']);
  });

  test('[D234] a damaged one is none', () => {
    const text = writeClosingQr(scanned);
    const { below } = seededRandom(7);
    let passed = 0;
    for (let i = 0; i < 400; i++) {
      const place = 4 + below(text.length - 4);
      const digit = String(below(10));
      if (text[place] === digit) continue;
      if (readClosingQr(text.slice(0, place) + digit + text.slice(place + 1)) !== undefined) passed += 1;
    }
    expect(passed).toBe(0);
    for (const other of ['', 'CC1', '000.01.38.H05-261123-0001', text.slice(0, -8)]) expect(readClosingQr(other)).toBeUndefined();
  });
});
