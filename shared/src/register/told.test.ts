import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, procedures } from '../../../tests/support/builders.ts';
import { type Story, given, intakeFor, sampleData, stories } from '../../../tests/support/given.ts';
import { history } from '../../../tests/support/histories.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import { foldDossier } from '../dossier/fold.ts';
import type { DossierState } from '../dossier/state.ts';
import { dossierRow } from './row.ts';
import { readTold } from './told.ts';

function stateOf(story: Parameters<typeof given>[0]): DossierState {
  const { state } = given(story);
  if (!state) throw new Error('nothing was opened');
  return state;
}
const toldOf = (state: DossierState) => readTold(dossierRow(state));

describe('what a row tells to reports', () => {
  test('[D210] an ordinary dossier has nothing to tell', () => {
    const { serviceLevel: _level, ...plain } = sampleData.DossierAccepted;
    const story = [
      ['DossierAccepted', plain as never],
      'DossierForwarded',
      ['DossierFinished', { result: { outcome: 'GRANTED' } }],
    ] as const;
    const state = stateOf(story);
    expect(dossierRow(state).told).toBeUndefined();
    expect(toldOf(state)).toMatchObject({ promises: [], waits: [], payments: [], refused: false, isExternal: false });
  });

  test('[D210] waits, promises, apology, reason of lateness, rating and refusal come back as the state has them', () => {
    const state = stateOf([
      'DossierAccepted',
      'DossierForwarded',
      'SupplementRequested',
      'SupplementCompleted',
      'ApologyMade',
      'DossierFinished',
      'CitizenRated',
    ]);
    expect(toldOf(state)).toMatchObject({
      promises: [
        { at: at('23/11/2026 08:00'), dueAt: at('27/11/2026 17:00') },
        { at: at('23/11/2026 08:03'), dueAt: at('03/12/2026 17:00') },
        { at: at('23/11/2026 08:04'), dueAt: at('02/12/2026 17:00') },
      ],
      waits: [{ kind: 'SUPPLEMENT', from: at('23/11/2026 08:02'), to: at('23/11/2026 08:03') }],
      apology: { at: at('23/11/2026 08:04'), class: 'VERIFICATION' },
      lateReason: 'VERIFICATION',
      rating: { at: at('23/11/2026 08:06'), score: 'GOOD' },
    });
    expect(toldOf(stateOf(['DossierAccepted', 'DossierForwarded', 'RefusedAfterAppraisal']))).toMatchObject({
      refused: true,
      endReason: 'không đủ điều kiện',
    });
  });

  test('[D210] money comes back with its receipt, whatever signs stand in it', () => {
    const fees = [{ name: 'Lệ phí', kind: 'LE_PHI' as const, amountVnd: 8000 }];
    const intake = { ...sampleData.DossierAccepted.intake, ...intakeFor(procedures.threeDays, { fees }) };
    const state = stateOf([
      ['DossierAccepted', { ...sampleData.DossierAccepted, intake } as never],
      ['FeePaid', { method: 'CASH', amountVnd: 8000, receipt: 'AA;1:2~3~1' }],
      ['FeeRefunded', { method: 'TRANSFER', amountVnd: 3000, reason: 'thu thừa' }],
    ]);
    expect(toldOf(state)).toMatchObject({
      payments: [{ at: at('23/11/2026 08:01'), method: 'CASH', amountVnd: 8000, receipt: 'AA;1:2~3~1' }],
      refunds: [{ at: at('23/11/2026 08:02'), method: 'TRANSFER', amountVnd: 3000 }],
    });
    expect(dossierRow(state).told?.length).toBeLessThan(50);
  });

  test('[D211] who lets a dossier go is judged by the request and counted on the day it is closed', () => {
    const state = stateOf(['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'UnsupplementedClosed']);
    const row = dossierRow(state);
    expect(row.processedAt).toBe(at('23/11/2026 08:02'));
    expect(readTold(row).closedAt).toBe(at('23/11/2026 08:03'));
    expect(toldOf(stateOf('RETURNED')).closedAt).toBe(at('23/11/2026 08:02'));
    expect(toldOf(stateOf('IN_PROCESS')).closedAt).toBeUndefined();
  });

  test('[D210] who has the file is told until it is handed out', () => {
    expect(toldOf(stateOf('ACCEPTED')).holder).toBeUndefined();
    expect(toldOf(stateOf('IN_PROCESS')).holder?.office).toBe('09529');
    expect(toldOf(stateOf('IN_TRANSIT_UP')).holder).toEqual({ office: 'LT', name: 'quầy 3' });
    expect(toldOf(stateOf('RETURNED')).holder).toBeUndefined();
  });

  test('[D210] of any history, the promises, waits and money are those of the state', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const state = foldDossier(history(seededRandom(seed)));
        if (state?.acceptedAt === undefined) return;
        const told = toldOf(state);
        expect(told.promises).toEqual(state.promises.length > 1 ? state.promises : []);
        expect(told.waits).toEqual(state.pauses.map(({ kind, from, to }) => ({ kind, from, ...(to === undefined ? {} : { to }) })));
        expect(told.payments.map(({ amountVnd }) => amountVnd)).toEqual(state.payments.map(({ amountVnd }) => amountVnd));
        expect(state.promises.at(-1)?.dueAt).toBe(state.due?.dueAt);
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.keys(stories).filter((story) => story !== 'NOTHING') as Story[])('[D210] %s: what is written is read', (story) => {
    const state = stateOf(story);
    expect(toldOf(state).endReason).toBe(state.endReason);
  });
});
