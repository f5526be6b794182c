/** Written apology with a new, later date, at most once (NĐ 118/2025 Đ19.6). Later than one day before the deadline it is still allowed; the screen warns. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { count, plainDate, reason } from '../fields.ts';
import { promiseOn } from '../promise.ts';
import { delayReason, issueSlip, slipFields } from '../slips.ts';
import { apologyRefusal, mayApologise } from '../stages.ts';

export const apologise = defineCommand({
  name: 'apologise',
  input: z.strictObject({ reason, class: delayReason, date: plainDate, minute: z.optional(count(1439)), ...slipFields }),
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['ApologyMade'],
  handlingOnly: true,
  open: mayApologise,
  barred: apologyRefusal,
  decide: (state, { reason: why, class: kind, date, minute, signer, ground }, context) => {
    const { at, reference } = context;
    if (!state) return err({ code: 'dossier/not-found' });
    const due = promiseOn(date, minute, state, reference);
    if (!due.ok) return due;
    if (due.value.dueAt <= (state.due?.dueAt ?? 0) || due.value.dueAt <= at) return err({ code: 'dossier/new-due-not-later' });
    const slip = issueSlip('APOLOGY', 'LEADER', { signer, ground }, context, state.intake);
    return slip.ok ? ok([draftEvent('ApologyMade', { reason: why, class: kind, due: due.value, slip: slip.value })]) : slip;
  },
});
