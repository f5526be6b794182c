import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../kernel/ids.ts';
import { eventOf } from '../../../../tests/support/builders.ts';
import { at, chain, given, sampleData } from '../../../../tests/support/given.ts';

describe('settleContradiction', () => {
  // Two tablets without a network: one finished the dossier, the other wrote down that the citizen took it back.
  const base = chain(['DossierAccepted', 'DossierForwarded']);
  const after = [{ device: 'bd-1' as DeviceId, seq: 2 }];
  const finished = eventOf('DossierFinished', { device: 'bd-1', seq: 3, after, at: at('23/11/2026 09:00') });
  const withdrawn = eventOf('DossierWithdrawn', { device: 'bd-2', seq: 1, after, at: at('23/11/2026 09:05') });
  const log = [...base, finished, withdrawn];
  const event = { device: 'bd-2' as DeviceId, seq: 1 };
  test('[D5] the later one waits with its side; each side says what follows', () => {
    expect(given(log).state).toMatchObject({
      status: 'RESULT_READY',
      contradictions: [
        {
          event,
          sides: [
            { acts: [{ device: 'bd-1', seq: 3 }], status: 'RESULT_READY' },
            { acts: [event], status: 'WITHDRAWN' },
          ],
        },
      ],
    });
  });
  test('[D6] FIRST leaves the dossier as it is', () => {
    given(log)
      .when('settleContradiction', { event, keep: 'FIRST', reason: 'đã giao kết quả' })
      .gives(['ContradictionSettled', { kept: [{ device: 'bd-1', seq: 3 }], dropped: [event], reason: 'đã giao kết quả' }])
      .leaves({ status: 'RESULT_READY', contradictions: [] });
  });
  test('[D6] SECOND gives what the other side alone would have given', () => {
    const { state } = given(log).when('settleContradiction', { event, keep: 'SECOND', reason: 'dân đã rút' }).succeeds();
    expect(state).toMatchObject({ status: 'WITHDRAWN', endReason: sampleData.DossierWithdrawn.reason, contradictions: [] });
    expect(state.finishedAt).toBeUndefined();
    expect(state.result).toBeUndefined();
  });
  test('[D57] while one is open nothing else goes on but looking, contact and fee', () => {
    given(log)
      .when('returnResult', { receiver: 'x', receiverIsOwner: true, proof: 'RECEIPT' })
      .refuses({ code: 'dossier/contradiction-open' });
    given(log).when('correctContact', { phone: '0900000009' }).succeeds();
    given(log).when('payFee', { method: 'CASH', amountVnd: 1000 }).succeeds();
    given(log).when('viewDossier', { what: 'DETAIL' }).succeeds();
  });
  test('[D6] there must be something to settle', () => {
    given('ACCEPTED').when('settleContradiction', { event, keep: 'FIRST', reason: 'x' }).refuses({ code: 'dossier/nothing-to-settle' });
    given(log)
      .when('settleContradiction', { event: { device: event.device, seq: 9 }, keep: 'FIRST', reason: 'x' })
      .refuses({ code: 'dossier/nothing-to-settle' });
  });
});
