/** Moves the promise as a regulation says, to a later date. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { count, plainDate, reason, text } from '../fields.ts';
import { promiseOn } from '../promise.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { promiseChanged } from '../events/promise-changed.ts';

export const changePromise = defineCommand({
  name: 'changePromise',
  input: z.strictObject({ date: plainDate, minute: z.optional(count(1439)), regulation: text(500), reason }),
  ...permit({ COMMUNE: ['signer'], CENTRE: ['signer', 'district_admin'] }),
  emits: ['PromiseChanged'],
  handlingOnly: true,
  open: (state) => promiseChanged.allowed(state, undefined as never),
  decide: (state, { date, minute, ...why }, { reference }) => {
    if (!state) return err({ code: 'dossier/not-found' });
    const due = promiseOn(date, minute, state, reference);
    if (!due.ok) return due;
    if (due.value.dueAt <= (state.due?.dueAt ?? 0)) return err({ code: 'dossier/new-due-not-later' });
    return ok([draftEvent('PromiseChanged', { due: due.value, ...why })]);
  },
});
