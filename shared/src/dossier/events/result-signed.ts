/** Row 13: the leader signed; the records office numbers and seals next. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { note } from '../fields.ts';
import { signerFact } from '../slips.ts';
import { awaitsSignature } from '../stages.ts';

export const resultSigned = defineEvent({
  type: 'ResultSigned',
  version: 1,
  schema: z.strictObject({ signer: signerFact, note }),
  upcasts: [],
  allowed: awaitsSignature,
  evolve: (state, event) => ({ ...(state ?? openDossier(event)), step: 'SIGNED_NUMBERING', signedBy: event.data.signer }),
});
