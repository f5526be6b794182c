import { describe, expect, test } from 'vitest';
import type { FeeRule } from '../catalogue/procedure.ts';
import { feeItemsOf, moneyOf } from './money.ts';

const certifiedCopy: FeeRule = {
  name: 'Phí chứng thực bản sao',
  kind: 'PHI',
  unitVnd: 2000,
  unit: 'PAGE',
  per: 'trang',
  further: { afterPages: 2, unitVnd: 1000 },
  mostVnd: 200_000,
};
const nothing = { payments: [], refunds: [] };

describe('money', () => {
  test('[D113] what is owed: items less exemption, less what was paid', () => {
    const fees = [
      { name: 'Phí', amountVnd: 10_000 },
      { name: 'Lệ phí', amountVnd: 8000, exemption: { amountVnd: 8000, ground: 'hộ nghèo' } },
    ];
    expect(moneyOf({ fees, ...nothing })).toMatchObject({
      known: true,
      assessedVnd: 18_000,
      exemptVnd: 8000,
      dueVnd: 10_000,
      owedVnd: 10_000,
    });
    const half = moneyOf({ fees, payments: [{ method: 'CASH', amountVnd: 4000 }], refunds: [] });
    expect(half).toMatchObject({ paidVnd: 4000, owedVnd: 6000, overpaidVnd: 0 });
  });

  test('[D113] what was given back is not paid any more; what is paid beyond is to be given back', () => {
    const fees = [{ name: 'Phí', amountVnd: 5000 }];
    const payments = [{ method: 'CASH', amountVnd: 8000 }] as const;
    expect(moneyOf({ fees, payments, refunds: [] })).toMatchObject({ owedVnd: 0, overpaidVnd: 3000 });
    const refunds = [{ amountVnd: 3000, method: 'CASH', reason: 'tính thừa' }] as const;
    expect(moneyOf({ fees, payments, refunds })).toMatchObject({ paidVnd: 5000, refundedVnd: 3000, owedVnd: 0, overpaidVnd: 0 });
    expect(moneyOf({ fees, payments, refunds: [{ ...refunds[0], amountVnd: 8000 }] }).owedVnd).toBe(5000);
  });

  test('[D113] unknown fees and prices of a unit owe nothing yet, and nothing is overpaid', () => {
    const payments = [{ method: 'CASH', amountVnd: 8000 }] as const;
    expect(moneyOf({ fees: undefined, payments, refunds: [] })).toMatchObject({ known: false, owedVnd: 0, overpaidVnd: 0 });
    const rate = { name: 'Phí', unitVnd: 2000, per: 'trang' };
    expect(moneyOf({ fees: [rate], ...nothing })).toMatchObject({ known: false, owedVnd: 0, rates: [rate] });
    expect(moneyOf({ fees: [], ...nothing })).toMatchObject({ known: true, dueVnd: 0, owedVnd: 0 });
  });

  test('[D113] an exemption never exceeds its item', () => {
    const fees = [
      { name: 'Phí', amountVnd: 1000, exemption: { amountVnd: 5000, ground: 'x' } },
      { name: 'Lệ phí', amountVnd: 2000 },
    ];
    expect(moneyOf({ fees, ...nothing })).toMatchObject({ exemptVnd: 1000, dueVnd: 2000 });
  });

  test.each([
    [0, 1, 0],
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [3, 4, 20_000],
    [198, 1, 200_000],
    [199, 1, 200_000],
    [500, 2, 400_000],
    [5, 0, 0],
  ])('[D152] %i pages, %i copies cost %i đ', (pages, copies, amountVnd) => {
    expect(feeItemsOf({ text: '', items: [certifiedCopy] }, { pages, copies })).toEqual([
      { name: 'Phí chứng thực bản sao', kind: 'PHI', unitVnd: 2000, per: 'trang', quantity: { pages, copies }, amountVnd },
    ]);
  });

  test('[K67] pages and copies that nobody counted leave a price without an amount; a case is one unless counted', () => {
    const amounts = (rule: FeeRule, quantity?: { copies: number; pages?: number }) =>
      feeItemsOf({ text: '', items: [rule] }, quantity)?.[0]?.amountVnd;
    expect(amounts(certifiedCopy)).toBeUndefined();
    expect(amounts(certifiedCopy, { copies: 2 })).toBeUndefined();
    const copy: FeeRule = { name: 'Phí', kind: 'PHI', unitVnd: 8000, unit: 'COPY', per: 'bản sao' };
    expect([amounts(copy), amounts(copy, { copies: 3 }), amounts(copy, { copies: 3, pages: 9 })]).toEqual([undefined, 24_000, 24_000]);
    const act: FeeRule = { name: 'Lệ phí', kind: 'LE_PHI', unitVnd: 50_000, unit: 'CASE', per: 'giao dịch' };
    expect([amounts(act), amounts(act, { copies: 2 })]).toEqual([50_000, 100_000]);
  });

  test('[K67] nothing to pay is known, an unknown fee is not nothing; what is paid in some cases only is asked for', () => {
    expect(feeItemsOf({ text: 'Không', items: [] })).toEqual([]);
    expect(feeItemsOf({ text: 'Theo nghị quyết', items: null })).toBeUndefined();
    expect(feeItemsOf(null)).toBeUndefined();
    const extract: FeeRule = { name: 'Phí bản sao', kind: 'PHI', unitVnd: 8000, unit: 'COPY', per: 'bản sao', when: 'có yêu cầu' };
    expect(feeItemsOf({ text: '', items: [extract] })).toEqual([]);
    expect(feeItemsOf({ text: '', items: [extract] }, { copies: 2 }, ['Phí bản sao'])).toMatchObject([{ amountVnd: 16_000 }]);
  });
});
