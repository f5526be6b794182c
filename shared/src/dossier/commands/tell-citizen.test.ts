import { describe, expect, test } from 'vitest';
import { at, chain, day } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';
import { foldDossier } from '../fold.ts';
import { isUncollected, owedNotice } from '../notices.ts';
import { dossierRow } from '../../register/row.ts';

const told = { cause: 'RESULT_READY', channel: 'CALL', outcome: 'REACHED' } as const;
const of = day('23/11/2026');

describe('tellCitizen', () => {
  test('[D253] a result, a request for papers and an apology are owed to the citizen until he is told; a try that reached nobody leaves it owed and counts', () => {
    expect(owedNotice(must(given('RESULT_READY').state))).toEqual({ cause: 'RESULT_READY', of, tries: 0 });
    expect(owedNotice(must(given('SUPPLEMENT_REQUESTED').state))).toEqual({ cause: 'SUPPLEMENT', of, tries: 0 });
    expect(owedNotice(must(given(['DossierAccepted', 'DossierForwarded', 'ApologyMade']).state))).toEqual({
      cause: 'APOLOGY',
      of,
      tries: 0,
    });
    for (const nothing of ['ACCEPTED', 'IN_PROCESS', 'RETURNED', 'VOID', 'DRAFT'] as const)
      expect(owedNotice(must(given(nothing).state))).toBeUndefined();
    const { state: tried } = given('RESULT_READY')
      .when('tellCitizen', { ...told, outcome: 'NOT_REACHED' })
      .gives(['CitizenTold', { ...told, of, outcome: 'NOT_REACHED' }]);
    expect(owedNotice(must(tried))).toEqual({ cause: 'RESULT_READY', of, tries: 1 });
    const { state: reached } = given('RESULT_READY')
      .when('tellCitizen', { cause: 'RESULT_READY', channel: 'SMS', outcome: 'SENT', text: 'mời đến nhận' })
      .succeeds();
    expect([owedNotice(must(reached)), reached?.status]).toEqual([undefined, 'RESULT_READY']);
  });

  test('[D254] the same is not told twice, what is not so is not told, and a call is not sent', () => {
    const steps = ['DossierAccepted', 'DossierForwarded', 'DossierFinished', ['CitizenTold', { ...told, of }]] as const;
    given(steps).when('tellCitizen', told).refusesWith('dossier/told-already');
    given('RESULT_READY')
      .when('tellCitizen', { ...told, cause: 'SUPPLEMENT' })
      .refusesWith('dossier/status');
    given('IN_PROCESS').when('tellCitizen', told).refusesWith('dossier/status');
    given('RESULT_READY')
      .when('tellCitizen', { ...told, outcome: 'SENT' })
      .refusesWith('input/invalid');
    // What goes by post is not fetched.
    given(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ReturnChannelChanged'])
      .when('tellCitizen', told)
      .refusesWith('dossier/status');
    // A reminder is told once a day.
    given(steps)
      .when('tellCitizen', { ...told, cause: 'UNCOLLECTED' })
      .succeeds();
    given([...steps, 'UncollectedReminded'])
      .when('tellCitizen', { ...told, cause: 'UNCOLLECTED' }, { at: '23/11/2026 15:00' })
      .refusesWith('dossier/told-already');
  });

  test('[D255] of two desks that told the same without hearing of each other, nothing is undone or at odds, and the second is marked', () => {
    const before = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']);
    const after = [{ device: must(before[2]).device, seq: 3 }];
    const first = chain([['CitizenTold', { ...told, of }]], { device: 'bd-1', seq: 4, after, at: at('24/11/2026 09:00') });
    const second = chain([['CitizenTold', { ...told, of }]], { device: 'bd-2', seq: 1, after, at: at('24/11/2026 10:00') });
    for (const order of [[...before, ...first, ...second], [...second, ...before, ...first].toReversed()]) {
      const state = must(foldDossier(order));
      expect([state.status, state.contradictions]).toEqual(['RESULT_READY', []]);
      expect(state.notices?.map(({ by, again }) => [by, again])).toEqual([
        ['lan', undefined],
        ['lan', true],
      ]);
      expect(state.notices?.find(({ again }) => again)?.ref).toEqual({ device: 'bd-2', seq: 1 });
    }
  });

  test('[D256] a result nobody collects comes up again after the district’s days since it was last said, and not before it was said at all', () => {
    const ready = dossierRow(must(given('RESULT_READY').state));
    expect([ready.notice, isUncollected(ready, at('31/12/2026'), 7)]).toEqual(['RESULT_READY', false]);
    const said = dossierRow(
      must(foldDossier(chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', ['CitizenTold', { ...told, of }]]))),
    );
    expect([said.notice, isUncollected(said, at('29/11/2026'), 7), isUncollected(said, at('30/11/2026 09:00'), 7)]).toEqual([
      undefined,
      false,
      true,
    ]);
  });
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there');
  return value;
}
