/** Closes a dossier whose supplement did not come within the days allowed. */
import * as z from 'zod/mini';
import { civilToInstant, instantToPlainDate } from '../../kernel/instant.ts';
import { addDays } from '../../kernel/plain-date.ts';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { reason } from '../fields.ts';

export const closeUnsupplemented = defineCommand({
  name: 'closeUnsupplemented',
  input: z.strictObject({ reason }),
  ...desk,
  emits: ['UnsupplementedClosed'],
  open: (state) => statusIn(state, 'SUPPLEMENT_REQUESTED'),
  decide: (state, input, { at, reference }) => {
    const asked = state?.pauses.findLast((pause) => pause.kind === 'SUPPLEMENT' && pause.to === undefined);
    if (asked) {
      // The last day allowed belongs to the citizen in full.
      const from = civilToInstant(addDays(instantToPlainDate(asked.from), reference.settings.supplementCloseDays + 1), 0);
      if (at < from) return err({ code: 'dossier/too-early', from });
    }
    return ok([draftEvent('UnsupplementedClosed', input)]);
  },
});
