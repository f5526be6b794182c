import { describe, expect, test } from 'vitest';
import { settings } from '../../../tests/support/builders.ts';
import { type Story, given, stories } from '../../../tests/support/given.ts';
import { publicStatusOf, typedCode } from './public-status.ts';
import { dossierRow } from './row.ts';

function told(story: Story, allowed = settings) {
  const { state } = given(story);
  return state && publicStatusOf(dossierRow(state), allowed);
}

describe('what anybody is told of a dossier', () => {
  test('[D250] stage, place and days; nothing of what was never accepted or is voided', () => {
    expect(told('IN_PROCESS')).toEqual({ stage: 'IN_PROCESS', place: 'OFFICER', receivedOn: '2026-11-23', promisedOn: '2026-11-27' });
    expect(told('RETURNED')).toEqual({
      stage: 'RETURNED',
      receivedOn: '2026-11-23',
      promisedOn: '2026-11-27',
      finishedOn: '2026-11-23',
      returnedOn: '2026-11-23',
    });
    expect(told('PROCESSING_UP')).toMatchObject({ place: 'ABOVE' });
    expect(told('SUPPLEMENT_REQUESTED')).toMatchObject({ stage: 'AWAITING_PAPERS' });
    const unknown = (Object.keys(stories) as Story[]).filter((story) => told(story) === undefined);
    expect(unknown).toEqual(['NOTHING', 'DRAFT', 'SUBMITTED', 'REFUSED_INTAKE', 'VOID']);
  });

  test('[D250] a stop and a withdrawal read alike, and two desks at odds read as work', () => {
    const [stopped, withdrawn] = [told('STOPPED'), told('WITHDRAWN')];
    expect(stopped).toEqual(withdrawn);
    const { state } = given('RETURNED');
    const row = state && { ...dossierRow(state), contradictions: 1 };
    expect(row && publicStatusOf(row, settings)).toEqual({ stage: 'IN_PROCESS', receivedOn: '2026-11-23', promisedOn: '2026-11-27' });
  });

  test('[D251] only these members ever leave, and the procedure only where the district allows it', () => {
    const allowed = { ...settings, publicNamesProcedure: true };
    const names = new Set((Object.keys(stories) as Story[]).flatMap((story) => Object.keys(told(story, allowed) ?? {})));
    expect([...names].sort()).toEqual(['finishedOn', 'place', 'procedure', 'promisedOn', 'receivedOn', 'returnedOn', 'stage']);
    expect(told('RETURNED')).not.toHaveProperty('procedure');
  });

  test('[D252] a code is read as people copy it', () => {
    for (const text of ['000.01.38.h05-261123-0001', ' 000.01.38.H05 – 261123 – 0001 ', '000.01.38.H05—261123--0001'.replace('--', '-')])
      expect(typedCode(text)).toBe('000.01.38.H05-261123-0001');
    expect(typedCode('https://motcua.example/tra-cuu?ma=000.01.38.H05-261123-0001')).toBe('000.01.38.H05-261123-0001');
    expect(typedCode('261123 - 0001', '000.01.38.H05')).toBe('000.01.38.H05-261123-0001');
    expect(typedCode('261123-0001')).toBe('261123-0001');
    expect(typedCode('x'.repeat(10_000)).length).toBeLessThanOrEqual(60);
    expect(typedCode('\u0000\uD800<>')).toBe('');
  });
});
