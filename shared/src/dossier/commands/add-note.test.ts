import { describe, expect, test } from 'vitest';
import { given } from '../../../../tests/support/given.ts';

describe('addNote', () => {
  test('[D59] a note stands in the timeline and changes nothing of the dossier, also after its end', () => {
    for (const status of ['DRAFT', 'ACCEPTED', 'PROCESSING_UP', 'ARCHIVED'] as const) {
      const before = given(status);
      const { state } = before
        .when('addNote', { note: 'đã gọi điện, hẹn chiều mai' })
        .gives(['NoteAdded', { note: 'đã gọi điện, hẹn chiều mai' }]);
      expect({ ...state, heads: [] }).toEqual({ ...before.state, heads: [] });
    }
  });
  test('[D59] an empty note, and one on a voided dossier, are refused', () => {
    given('ACCEPTED').when('addNote', { note: '  ' }).refusesWith('input/invalid');
    given('VOID').when('addNote', { note: 'ghi nhầm' }).refusesWith('dossier/status');
  });
});
