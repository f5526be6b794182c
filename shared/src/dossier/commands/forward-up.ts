/** Sends an interconnected dossier up to the centre. */
import * as z from 'zod/mini';
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { statusIn } from '../evolve.ts';
import { note, officeId, optionalText } from '../fields.ts';
import { findProcedure } from '../intake-checks.ts';
import { centreOf } from '../reference-lookup.ts';

export const forwardUp = defineCommand({
  name: 'forwardUp',
  input: z.strictObject({ toOffice: z.optional(officeId), to: optionalText(200), note }),
  ...permit({ COMMUNE: ['clerk'] }),
  emits: ['DossierForwardedUp'],
  homeOnly: true,
  open: (state) => statusIn(state, 'ACCEPTED', 'IN_PROCESS'),
  decide: (state, { toOffice, ...slip }, { office, reference }) => {
    const procedure = state?.intake && findProcedure(reference, state.intake.procedure);
    if (procedure && !procedure.interconnected && procedure.level !== 'district') return err({ code: 'dossier/not-interconnected' });
    const target = toOffice ?? centreOf(office, reference.offices)?.id;
    const known = reference.offices.find((one) => one.id === target);
    if (!known || known.kind !== 'CENTRE') return err({ code: 'input/invalid', fields: [{ path: 'toOffice', problem: 'office' }] });
    return ok([draftEvent('DossierForwardedUp', { toOffice: known.id, ...slip })]);
  },
});
