/** A scan or a photograph belongs to the dossier: named by the SHA-256 of its bytes, which travel apart; which paper it shows, or that it is the result. */
import * as z from 'zod/mini';
import { defineEvent } from '../define-event.ts';
import { openDossier } from '../evolve.ts';
import { count, paperId, text } from '../fields.ts';

export const fileAttached = defineEvent({
  type: 'FileAttached',
  version: 1,
  schema: z.strictObject({
    hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    bytes: count(2_000_000_000),
    mediaType: text(100),
    name: text(200),
    kind: z.enum(['PAPER', 'RESULT', 'OTHER']),
    paper: z.optional(paperId),
  }),
  isAct: false,
  upcasts: [],
  allowed: (state) => state !== undefined && state.status !== 'VOID',
  evolve: (state, event) => state ?? openDossier(event),
});
