/** Handing the result over (domain §5.2 row 20): proof of the receiver, and fees paid. Shared by `returnResult` and `acceptAndFinish`. */
import * as z from 'zod/mini';
import { definedOnly } from '../kernel/defined-only.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { EventDraft } from './command.ts';
import { draftEvent } from './draft.ts';
import type { Payment, PaymentNow } from './fees.ts';
import { note, paymentNow, receiverPaper, receiverRelation, returnedOriginals, text } from './fields.ts';
import type { ReturnedOriginal } from './papers.ts';
import type { Refusal } from './refusals.ts';
import type { ReceiverPaper, ReceiverRelation } from './state.ts';

export const handOutFields = {
  channel: z.optional(z.enum(['DESK', 'ELECTRONIC'])),
  receiver: text(200),
  receiverIsOwner: z.boolean(),
  receiverPaper: z.optional(receiverPaper),
  relation: z.optional(receiverRelation),
  proof: z.enum(['RECEIPT', 'IDENTITY', 'AUTHORISATION']),
  note,
  /** What was still owed is paid now, like this. */
  payment: z.optional(paymentNow),
  returnedOriginals: z.optional(returnedOriginals),
};

export interface HandOut {
  readonly channel?: 'DESK' | 'ELECTRONIC' | undefined;
  readonly receiver: string;
  readonly receiverIsOwner: boolean;
  readonly receiverPaper?: ReceiverPaper | undefined;
  readonly relation?: ReceiverRelation | undefined;
  readonly proof: 'RECEIPT' | 'IDENTITY' | 'AUTHORISATION';
  readonly note?: string | undefined;
  readonly payment?: PaymentNow | undefined;
  readonly returnedOriginals?: readonly ReturnedOriginal[] | undefined;
}

/** What is paid now, or the refusal where something is owed and nobody says it is paid. Where nothing is owed, nothing is paid. */
export function settleFee(owedVnd: number, now: PaymentNow | undefined): Result<{ readonly payment?: Payment }, Refusal> {
  if (owedVnd <= 0) return ok({});
  return now ? ok({ payment: { ...now, amountVnd: owedVnd } }) : err({ code: 'dossier/fee-unpaid', dueVnd: owedVnd });
}

export function decideHandOut(owedVnd: number, input: HandOut): Result<EventDraft, Refusal> {
  // Somebody else's identity paper proves who he is, not that he may take the result.
  if (!input.receiverIsOwner && input.proof === 'IDENTITY')
    return err({ code: 'input/invalid', fields: [{ path: 'proof', problem: 'authorisation-needed' }] });
  const fee = settleFee(owedVnd, input.payment);
  if (!fee.ok) return fee;
  const { receiver, receiverIsOwner, receiverPaper: paper, relation, proof, returnedOriginals: originals, note: remark } = input;
  return ok(
    draftEvent('ResultReturned', {
      channel: input.channel ?? 'DESK',
      receiver,
      receiverIsOwner,
      // The owner is known; whoever comes in his place is written down with his paper.
      ...definedOnly(receiverIsOwner ? {} : { receiverPaper: paper, relation }),
      proof,
      ...fee.value,
      ...(originals === undefined ? {} : { returnedOriginals: originals }),
      ...(remark === undefined ? {} : { note: remark }),
    }),
  );
}
