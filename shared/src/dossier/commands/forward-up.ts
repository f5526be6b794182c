/** Sends an interconnected dossier up to the centre. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { officeId } from '../fields.ts';
import { decideHandOver, handOverMaybeTo } from '../hand-over.ts';
import { findProcedure } from '../intake-checks.ts';
import { resolveRecipient } from '../recipient.ts';
import { mayShareWith } from '../../judgement/rights.ts';
import { centreOf } from '../../reference/office-tree.ts';
import { mayForwardUp } from '../stages.ts';

export const forwardUp = defineCommand({
  name: 'forwardUp',
  input: z.strictObject({ toOffice: z.optional(officeId), ...handOverMaybeTo }),
  ...permit({ COMMUNE: ['clerk'] }),
  emits: ['DossierForwardedUp'],
  homeOnly: true,
  open: mayForwardUp,
  decide: (state, { toOffice, to, ...slip }, context) => {
    const { office, reference } = context;
    const procedure = state?.intake && findProcedure(reference, state.intake.procedure);
    if (procedure && !procedure.interconnected && procedure.level === 'commune') return err({ code: 'dossier/not-interconnected' });
    const target = toOffice ?? centreOf(office, reference.offices)?.id;
    const known = reference.offices.find((one) => one.id === target);
    if (!known || !mayShareWith(reference.offices, office.id, known.id))
      return err({ code: 'input/invalid', fields: [{ path: 'toOffice', problem: 'office' }] });
    const receiver = to === undefined ? undefined : resolveRecipient(to, known, reference);
    if (receiver?.ok === false) return receiver;
    const handed = decideHandOver(state, slip, context);
    if (!handed.ok) return handed;
    return ok([draftEvent('DossierForwardedUp', { toOffice: known.id, ...(receiver ? { to: receiver.value } : {}), ...handed.value })]);
  },
});
