/** One item of the fee, paid alone after a part was paid; rules in tests/rules/screens.md. */
import { fireEvent } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import { chain, sampleData, sampleIntake } from '../support/builders.ts';
import { deskWith, openAct, otherActs } from './acting.tsx';
import { officers } from './desk.tsx';

const fees: readonly FeeItem[] = [
  { name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 8000 },
  { name: 'Phí chứng thực', kind: 'PHI', amountVnd: 4000 },
];

it('[V230] of an item chosen alone never more stands in the box than is still owed', async () => {
  const { payment: _payment, ...intake } = sampleIntake;
  const accepted = { ...sampleData.DossierAccepted, intake: { ...intake, fees } };
  await deskWith(
    officers.clerk,
    chain([
      ['DossierAccepted', accepted as never],
      ['FeePaid', { method: 'CASH', amountVnd: 10_000 }],
    ]),
  );
  expect(await otherActs()).toContain('Thu phí, lệ phí');
  const dialog = await openAct('Thu phí, lệ phí');
  const amount = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Số tiền' });
  expect(amount.value).toBe('2.000');
  fireEvent.click(dialog.getByRole('checkbox', { name: /^Phí chứng thực/ }));
  expect(amount.value).toBe('2.000');
});
