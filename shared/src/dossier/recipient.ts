/**
 * To whom a file is given: an officer of the roster, a counter, or a body, post or person that is not in it. The name is kept as it was written on the
 * slip, so that a reprint in ten years names the same person with the same title; the id is what queues and the control slip go by.
 */
import * as z from 'zod/mini';
import type { StaffId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Office } from '../reference/office.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { Staff } from '../reference/staff.ts';
import { staffId, text } from './fields.ts';
import type { Refusal } from './refusals.ts';

export type Recipient =
  | { readonly kind: 'STAFF'; readonly staff: StaffId; readonly name: string }
  | { readonly kind: 'COUNTER'; readonly counter: string; readonly name: string }
  | { readonly kind: 'AGENCY'; readonly name: string };

/** What an officer chooses: a roster's name is looked up, never typed. */
export type RecipientChoice =
  | { readonly kind: 'STAFF'; readonly staff: StaffId }
  | { readonly kind: 'COUNTER'; readonly counter: string; readonly name: string }
  | { readonly kind: 'AGENCY'; readonly name: string };

const counter = z.strictObject({ kind: z.literal('COUNTER'), counter: text(40), name: text(200) });
const agency = z.strictObject({ kind: z.literal('AGENCY'), name: text(300) });

export const recipient: z.ZodMiniType<Recipient> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('STAFF'), staff: staffId, name: text(300) }),
  counter,
  agency,
]);
export const recipientChoice: z.ZodMiniType<RecipientChoice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('STAFF'), staff: staffId }),
  counter,
  agency,
]);

/** "Nguyễn Văn A, Công chức Tư pháp – hộ tịch": how an officer is written on a paper. */
export function writtenName({ fullName, title }: Pick<Staff, 'fullName' | 'title'>): string {
  return [fullName, title].filter(Boolean).join(', ');
}

/** Only officers at work in the receiving office can be given a file. */
export function resolveRecipient(choice: RecipientChoice, office: Office, reference: ReferenceData): Result<Recipient, Refusal> {
  if (choice.kind !== 'STAFF') return ok(choice);
  const found = reference.staff.find((one) => one.id === choice.staff && one.active && one.office === office.id);
  if (!found) return err({ code: 'input/invalid', fields: [{ path: 'to', problem: 'staff' }] });
  return ok({ kind: 'STAFF', staff: found.id, name: writtenName(found) });
}
