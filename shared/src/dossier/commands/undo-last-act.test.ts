import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../kernel/ids.ts';
import { at, chain, eventOf, officer, offices, staff } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';
import type { EventEnvelope } from '../envelope.ts';
import { foldDossier } from '../fold.ts';

describe('undoLastAct', () => {
  const ref = (device: string, seq: number) => ({ device: device as DeviceId, seq });
  const forwarded = chain(['DossierAccepted', 'DossierForwarded']);
  const undone = (changes: Partial<EventEnvelope> = {}, act = ref('bd-1', 2)): EventEnvelope => ({
    ...eventOf('LastActUndone', { device: 'bd-1', seq: 3, after: [ref('bd-1', 2)], at: at('23/11/2026 09:00') }),
    actor: staff.commune.id,
    ...changes,
    data: { event: act } as never,
  });
  const business = (state: ReturnType<typeof foldDossier>) =>
    state && { ...state, heads: [], lastAt: 0, undone: [], lastAct: undefined, offices: [] };

  test('[D175] the dossier is exactly what it was, and says what was taken back', () => {
    const { result } = given(forwarded).when('undoLastAct', { note: 'bấm nhầm' });
    expect(result).toMatchObject({ ok: true, value: [{ type: 'LastActUndone', data: { event: ref('bd-1', 2), note: 'bấm nhầm' } }] });
    const after = foldDossier([...forwarded, undone()]);
    expect(business(after)).toEqual(business(foldDossier(forwarded.slice(0, 1))));
    expect(after).toMatchObject({ status: 'ACCEPTED', undone: [ref('bd-1', 2)] });
  });

  test('[D175] only the officer himself, on the device he did it on, and not what drew a code', () => {
    given(forwarded)
      .when('undoLastAct', {}, { by: officer('minh', offices.commune, 'clerk', 'signer') })
      .refuses({ code: 'dossier/not-your-act' });
    given(forwarded)
      .when('undoLastAct', {}, { context: { device: 'bd-7' as DeviceId } })
      .refuses({ code: 'dossier/not-your-act' });
    given('ACCEPTED').when('undoLastAct', {}).refusesWith('dossier/status');
    // The same of an event that came some other way.
    expect(foldDossier([...forwarded, undone({ device: 'bd-7' as DeviceId })])?.status).toBe('IN_PROCESS');
    expect(foldDossier([...forwarded, undone({ actor: 'somebody' as never })])?.status).toBe('IN_PROCESS');
    expect(foldDossier([...forwarded, undone({}, ref('bd-1', 1))])?.status).toBe('IN_PROCESS');
    expect(foldDossier(forwarded.slice(0, 1).concat(undone({ seq: 2, after: [ref('bd-1', 1)] }, ref('bd-1', 1))))?.status).toBe('ACCEPTED');
  });

  test('[D175] what opened the dossier stays, or there would be none', () => {
    const drafted = chain(['DossierDrafted']);
    const log = [...drafted, undone({ seq: 2, after: [ref('bd-1', 1)] }, ref('bd-1', 1))];
    expect(foldDossier(log)).toMatchObject({ status: 'DRAFT', undone: [] });
  });

  test('[D176] what somebody else built on it meanwhile stands, whoever comes first', () => {
    const finished = eventOf('DossierFinished', { device: 'bd-2', seq: 1, after: [ref('bd-1', 2)], at: at('23/11/2026 10:00') });
    for (const time of ['23/11/2026 08:59', '23/11/2026 10:00'])
      expect(foldDossier([...forwarded, undone(), { ...finished, at: at(time) }])).toMatchObject({
        status: 'RESULT_READY',
        undone: [],
        contradictions: [],
      });
    // A look at it builds on nothing, and what was done in sight of the second thought begins anew.
    const viewed = eventOf('DossierViewed', { device: 'bd-2', seq: 1, after: [ref('bd-1', 2)], at: at('23/11/2026 10:00') });
    const again = eventOf('DossierForwarded', { device: 'bd-1', seq: 4, after: [ref('bd-1', 3)], at: at('23/11/2026 11:00') });
    expect(foldDossier([...forwarded, undone(), viewed])?.status).toBe('ACCEPTED');
    expect(foldDossier([...forwarded, undone(), again])).toMatchObject({
      status: 'IN_PROCESS',
      undone: [ref('bd-1', 2)],
      contradictions: [],
    });
  });
});
