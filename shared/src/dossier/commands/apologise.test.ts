import { describe, expect, test } from 'vitest';
import { day, officer } from '../../../../tests/support/builders.ts';
import { at, given, issued, offices, stories } from '../../../../tests/support/given.ts';

describe('apologise', () => {
  test('[D46] a new later promise; the first one is kept', () => {
    const { state } = given('IN_PROCESS')
      .when('apologise', { reason: 'chờ xác minh', class: 'VERIFICATION', date: day('02/12/2026') })
      .succeeds();
    expect(state).toMatchObject({
      status: 'IN_PROCESS',
      apologyCount: 1,
      due: { dueAt: at('02/12/2026 17:00') },
      dueOriginal: { dueAt: at('27/11/2026 17:00') },
    });
  });
  test('[D87] a leader signs the apology: himself, or named by who writes it', () => {
    const input = { reason: 'chờ xác minh', class: 'VERIFICATION', date: day('02/12/2026') } as const;
    const by = officer('lan', offices.commune, 'clerk');
    given('IN_PROCESS')
      .when('apologise', input, { by })
      .refuses({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'required' }] });
    given('IN_PROCESS')
      .when('apologise', { ...input, signer: { kind: 'STAFF', staff: offices.commune.id as never } }, { by })
      .refuses({ code: 'input/invalid', fields: [{ path: 'signer', problem: 'staff' }] });
    const chosen = { kind: 'NAMED', name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } as const;
    const written = given('IN_PROCESS').when('apologise', { ...input, signer: chosen }, { by }).result;
    expect(written.ok && written.value[0]?.data).toMatchObject({
      class: 'VERIFICATION',
      slip: { ...issued, signer: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } },
    });
  });
  test('[D46] at most once, and only to a later day', () => {
    given([...stories.IN_PROCESS, 'ApologyMade'])
      .when('apologise', { reason: 'x', class: 'OTHER', date: day('09/12/2026') })
      .refuses({ code: 'dossier/apology-already-made' });
    given('IN_PROCESS')
      .when('apologise', { reason: 'x', class: 'OTHER', date: day('27/11/2026') })
      .refuses({ code: 'dossier/new-due-not-later' });
  });
});
