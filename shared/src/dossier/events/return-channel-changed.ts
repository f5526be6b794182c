/** The citizen wishes his result another way: at the desk, by post (where to), electronically. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note, optionalText } from '../fields.ts';
import { mayChangeReturnChannel } from '../stages.ts';

export const returnChannelChanged = defineEvent({
  type: 'ReturnChannelChanged',
  version: 1,
  schema: z.strictObject({ returnChannel: z.enum(['DESK', 'POST', 'ELECTRONIC']), returnAddress: optionalText(300), note }),
  isAct: false,
  upcasts: [],
  allowed: mayChangeReturnChannel,
  evolve: (state, event) => {
    const base = state ?? openDossier(event);
    if (!base.intake) return base;
    const { returnChannel, returnAddress } = event.data;
    return { ...base, intake: { ...base.intake, returnChannel, returnAddress: returnAddress ?? base.intake.returnAddress } };
  },
});
