import { describe, expect, test } from 'vitest';
import { day } from '../../../../tests/support/builders.ts';
import { at, given, stories } from '../../../../tests/support/given.ts';

describe('apologise', () => {
  test('[D46] a new later promise; the first one is kept', () => {
    const { state } = given('IN_PROCESS')
      .when('apologise', { reason: 'chờ xác minh', date: day('02/12/2026') })
      .succeeds();
    expect(state).toMatchObject({
      status: 'IN_PROCESS',
      apologyCount: 1,
      due: { dueAt: at('02/12/2026 17:00') },
      dueOriginal: { dueAt: at('27/11/2026 17:00') },
    });
  });
  test('[D46] at most once, and only to a later day', () => {
    given([...stories.IN_PROCESS, 'ApologyMade'])
      .when('apologise', { reason: 'x', date: day('09/12/2026') })
      .refuses({ code: 'dossier/apology-already-made' });
    given('IN_PROCESS')
      .when('apologise', { reason: 'x', date: day('27/11/2026') })
      .refuses({ code: 'dossier/new-due-not-later' });
  });
});
