import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../kernel/ids.ts';
import { eventOf, officer } from '../../../../tests/support/builders.ts';
import { at, chain, given, offices } from '../../../../tests/support/given.ts';

describe('reopenContradiction', () => {
  const base = chain(['DossierAccepted', 'DossierForwarded']);
  const after = [{ device: 'bd-1' as DeviceId, seq: 2 }];
  const finished = eventOf('DossierFinished', { device: 'bd-1', seq: 3, after, at: at('23/11/2026 09:00') });
  const withdrawn = eventOf('DossierWithdrawn', { device: 'bd-2', seq: 1, after, at: at('23/11/2026 09:05') });
  const settled = {
    ...eventOf('ContradictionSettled', {
      device: 'bd-1',
      seq: 4,
      after: [
        { device: 'bd-1' as DeviceId, seq: 3 },
        { device: 'bd-2' as DeviceId, seq: 1 },
      ],
      at: at('23/11/2026 10:00'),
    }),
    data: { kept: [{ device: 'bd-2', seq: 1 }], dropped: [{ device: 'bd-1', seq: 3 }], reason: 'dân đã rút' },
  };
  const log = [...base, finished, withdrawn, settled];
  const settlement = { device: 'bd-1' as DeviceId, seq: 4 };

  test('[D120] the head of the desk reopens it: both sides stand against each other again', () => {
    expect(given(log).state).toMatchObject({ status: 'WITHDRAWN', contradictions: [], settlements: [{ by: settlement }] });
    const { state } = given(log)
      .when('reopenContradiction', { settlement, reason: 'hỏi lại thì khác' })
      .gives(['ContradictionReopened', { settlement, reason: 'hỏi lại thì khác', acts: [...settled.data.kept, ...settled.data.dropped] }]);
    expect(state).toMatchObject({ status: 'RESULT_READY', settlements: [] });
    expect(state.contradictions.map(({ sides }) => sides.map(({ status }) => status))).toEqual([['RESULT_READY', 'WITHDRAWN']]);
  });

  test('[D120] there must be something to reopen, and a clerk may not', () => {
    given('ACCEPTED').when('reopenContradiction', { settlement, reason: 'x' }).refuses({ code: 'dossier/nothing-to-settle' });
    given(log)
      .when('reopenContradiction', { settlement, reason: 'x' }, { by: officer('lan', offices.commune, 'clerk') })
      .refuses({ code: 'access/role', needed: ['signer', 'commune_admin'] });
  });
});
