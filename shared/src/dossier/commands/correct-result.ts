/** Opens the correction of a wrong result, due in three working days (NĐ 118/2025 Đ23.1). */
import * as z from 'zod/mini';
import { ok } from '../../kernel/result.ts';
import { defineCommand, desk } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { reason } from '../fields.ts';
import { correctionPromise } from '../promise.ts';
import { mayCorrectResult } from '../stages.ts';

export const correctResult = defineCommand({
  name: 'correctResult',
  input: z.strictObject({ reason }),
  ...desk,
  emits: ['ResultCorrectionOpened'],
  homeOnly: true,
  open: mayCorrectResult,
  decide: (_state, input, { at, reference }) =>
    ok([draftEvent('ResultCorrectionOpened', { reason: input.reason, due: correctionPromise(at, reference) })]),
});
