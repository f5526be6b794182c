/** The supplement slip from the log; rules in tests/rules/print.md. */
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { chain, sampleData, sampleIntake, type Step } from '../../../../../tests/support/builders.ts';
import { supplementData } from './data.ts';

function slip(...steps: readonly Step[]) {
  const events = chain(steps);
  const timeline = events.map((event) => ({ event, sync: 'SENT' as const }));
  return supplementData({ state: must(foldDossier(events), 'a dossier'), timeline });
}

const guided = ['CitizenGuided', { ...sampleData.CitizenGuided, intake: sampleIntake } as never] as const;

describe('supplement slip', () => {
  it('[P46] guided at the desk: no code, also where the dossier was accepted later', () => {
    const first = must(slip(guided), 'a slip');
    expect(first).toMatchObject({ stage: 'INTAKE', code: undefined, authorityName: 'UBND xã Bình Định', request: '1.000001' });
    expect(first.formNumber).toMatch(/^01-1\/HDHS$/);
    expect(slip(guided, 'DossierAccepted')).toEqual(first);
  });

  it('[P46] asked for after acceptance: the code, the last day, a reason for every paper', () => {
    const missing = [{ name: 'Giấy khác', note: 'bản cũ mờ', originals: 1, certified: 0, copies: 0 }];
    const asked = ['SupplementRequested', { ...sampleData.SupplementRequested, missing } as never] as const;
    expect(slip(guided, 'DossierAccepted', asked)).toMatchObject({
      stage: 'APPRAISAL',
      code: '000.01.38.H05-261123-0001',
      bringBy: '2026-12-08',
      missing: [{ name: 'Giấy khác', why: 'bản cũ mờ', originals: 1 }],
    });
  });

  it('[P46] none where none was issued', () => {
    expect(slip('DossierAccepted')).toBeUndefined();
  });
});
