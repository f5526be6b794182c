/** Handing the result over (domain §5.2 row 20): proof of the receiver, and fees paid. Shared by `returnResult` and `acceptAndFinish`. */
import * as z from 'zod/mini';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { EventDraft } from './command.ts';
import { draftEvent } from './draft.ts';
import { note, optionalText, text } from './fields.ts';
import type { Refusal } from './refusals.ts';

export const handOutFields = {
  channel: z.optional(z.enum(['DESK', 'ELECTRONIC'])),
  receiver: text(200),
  receiverIsOwner: z.boolean(),
  proof: z.enum(['RECEIPT', 'IDENTITY', 'AUTHORISATION']),
  note,
  /** What was still owed is paid now. */
  feePaid: z.optional(z.boolean()),
  feeReceipt: optionalText(60),
};

export interface HandOut {
  readonly channel?: 'DESK' | 'ELECTRONIC' | undefined;
  readonly receiver: string;
  readonly receiverIsOwner: boolean;
  readonly proof: 'RECEIPT' | 'IDENTITY' | 'AUTHORISATION';
  readonly note?: string | undefined;
  readonly feePaid?: boolean | undefined;
  readonly feeReceipt?: string | undefined;
}

export function unpaidVnd(feeVnd: number | undefined, paidVnd: number): number {
  return Math.max(0, (feeVnd ?? 0) - paidVnd);
}

/** What is paid now, or the refusal where something is owed and nobody says it is paid. */
export function settleFee(
  owedVnd: number,
  input: { readonly feePaid?: boolean | undefined; readonly feeReceipt?: string | undefined },
): Result<{ readonly paidVnd?: number; readonly feeReceipt?: string }, Refusal> {
  if (owedVnd > 0 && input.feePaid !== true) return err({ code: 'dossier/fee-unpaid', dueVnd: owedVnd });
  return ok({ ...(owedVnd > 0 ? { paidVnd: owedVnd } : {}), ...(input.feeReceipt === undefined ? {} : { feeReceipt: input.feeReceipt }) });
}

export function decideHandOut(owedVnd: number, input: HandOut): Result<EventDraft, Refusal> {
  // Somebody else's identity paper proves who he is, not that he may take the result.
  if (!input.receiverIsOwner && input.proof === 'IDENTITY')
    return err({ code: 'input/invalid', fields: [{ path: 'proof', problem: 'authorisation-needed' }] });
  const fee = settleFee(owedVnd, input);
  if (!fee.ok) return fee;
  const { receiver, receiverIsOwner, proof, note: remark } = input;
  return ok(
    draftEvent('ResultReturned', {
      channel: input.channel ?? 'DESK',
      receiver,
      receiverIsOwner,
      proof,
      ...fee.value,
      ...(remark === undefined ? {} : { note: remark }),
    }),
  );
}
