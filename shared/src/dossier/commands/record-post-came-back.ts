/** Writes down that the letter came back. */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { awaitsDelivery } from '../stages.ts';

export const recordPostCameBack = defineCommand({
  name: 'recordPostCameBack',
  input: z.strictObject({ reason }),
  ...desk,
  emits: ['PostCameBack'],
  homeOnly: true,
  open: awaitsDelivery,
  decide: (_state, input) => ok([draftEvent('PostCameBack', input)]),
});
