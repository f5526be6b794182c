import { describe, expect, test } from 'vitest';
import type { DeviceId, EventRef } from '../../kernel/ids.ts';
import { eventOf } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';
import { foldDossier } from '../fold.ts';

const asked = ['DossierAccepted', 'PrintRequested'] as const;
const job = { device: 'bd-1' as DeviceId, seq: 2 };

describe('print queue', () => {
  test('[D220] a form is asked of the office’s printer in any state but none; the job waits until it is taken, printed or cancelled', () => {
    given('VOID')
      .when('requestPrint', { form: 'RECEIPT', copies: 1 })
      .gives(['PrintRequested', { form: 'RECEIPT', copies: 1 }]);
    given('NOTHING').when('requestPrint', { form: 'RECEIPT', copies: 1 }).refusesWith('dossier/not-found');
    const { state } = given([...asked]);
    expect(state?.printJobs).toMatchObject([{ job, form: 'RECEIPT', copies: 1, by: 'lan', office: '09529' }]);
    expect(state?.printJobs?.[0]?.taken).toBeUndefined();
    given('ACCEPTED').when('requestPrint', { form: 'RECEIPT', copies: 0 }).refusesWith('input/invalid');
  });
});

describe('takePrint', () => {
  test('[D221] a machine takes a waiting job once; what came out, was cancelled or is not known is not taken', () => {
    given([...asked])
      .when('takePrint', { job })
      .gives(['PrintTaken', { job }]);
    given([...asked])
      .when('takePrint', { job: { ...job, seq: 9 } })
      .refusesWith('input/invalid');
    given('ACCEPTED').when('takePrint', { job }).refusesWith('dossier/status');
    const printed = { form: 'RECEIPT', copies: 2, again: false, job } as const;
    given([...asked, ['FormPrinted', printed]])
      .when('takePrint', { job })
      .refusesWith('dossier/status');
    given([...asked, ['PrintCancelled', { job }]])
      .when('takePrint', { job })
      .refusesWith('dossier/status');
  });

  test('[D222] two machines that printed one job without sight of each other contradict nobody: both takings and both papers are known', () => {
    const ref = ({ device, seq }: EventRef): EventRef => ({ device, seq });
    const accepted = eventOf('DossierAccepted', { seq: 1 });
    const request = eventOf('PrintRequested', { seq: 2, after: [ref(accepted)] });
    const out = { form: 'RECEIPT', copies: 2, again: false, job } as const;
    const printedAt = (device: string, seq: number) => {
      const taken = eventOf('PrintTaken', { device, seq, after: [ref(request)] }, { job });
      return [taken, eventOf('FormPrinted', { device, seq: seq + 1, after: [ref(taken)] }, out)];
    };
    const state = foldDossier([accepted, request, ...printedAt('bd-1', 3), ...printedAt('bd-2', 1)]);
    expect(state?.contradictions).toEqual([]);
    expect(state?.printJobs).toMatchObject([{ printed: 2, taken: [{ device: 'bd-2' }, { device: 'bd-1' }] }]);
  });
});

describe('cancelPrint', () => {
  test('[D223] a job that waits can be taken out of the queue; a printed one cannot', () => {
    given([...asked])
      .when('cancelPrint', { job })
      .gives(['PrintCancelled', { job }]);
    given([...asked, 'PrintCancelled'])
      .when('cancelPrint', { job })
      .refusesWith('dossier/status');
    given([...asked, ['FormPrinted', { form: 'RECEIPT', copies: 2, again: false, job }]])
      .when('cancelPrint', { job })
      .refusesWith('dossier/status');
  });
});
