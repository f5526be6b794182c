/**
 * The office's print queue, as a dossier knows it: who asked for which of its forms, which machine took the job, how often it came out. A job that two machines printed
 * without sight of each other is one paper too many and no contradiction; it is counted, so that somebody can say so.
 */
import * as z from 'zod/mini';
import type { DeviceId, EventRef, OfficeId, StaffId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventWith } from './define-event.ts';
import type { DossierState } from './state.ts';

/** Every form that can be printed of a dossier. */
export const printedForm = z.enum([
  'RECEIPT',
  'RECEIPT_REISSUED',
  'SUPPLEMENT',
  'REFUSAL',
  'APOLOGY',
  'REFUSAL_RESULT',
  'STOP_NOTICE',
  'WITHDRAWAL',
  'CONTROL_SLIP',
  'TRANSFER_SLIP',
  'HANDOVER_LIST',
]);
export type PrintedForm = z.infer<typeof printedForm>;

export interface PrintJob {
  /** The event that asked for it. */
  readonly job: EventRef;
  /** Whose printer is asked. */
  readonly office: OfficeId;
  readonly form: PrintedForm;
  readonly copies: number;
  readonly at: Instant;
  readonly by: StaffId;
  readonly taken?: readonly PrintTaking[] | undefined;
  /** How many machines printed it. */
  readonly printed?: number | undefined;
  readonly cancelled?: true | undefined;
}

interface PrintTaking {
  readonly at: Instant;
  readonly by: StaffId;
  readonly device: DeviceId;
}

export function isWaitingPrint({ printed, cancelled }: PrintJob): boolean {
  return printed === undefined && cancelled === undefined;
}

export function hasWaitingPrint(state: DossierState | undefined): boolean {
  return state?.printJobs?.some(isWaitingPrint) ?? false;
}

export function addPrintJob(
  state: DossierState,
  { device, seq, office, at, actor, data }: EventWith<Pick<PrintJob, 'form' | 'copies'>>,
): DossierState {
  const job = { job: { device, seq }, office, ...data, at, by: actor };
  return { ...state, printJobs: [...(state.printJobs ?? []), job] };
}

/** A job that is not known changes nothing: its request is missing or was refused. */
export function changePrintJob(state: DossierState, ref: EventRef, change: (job: PrintJob) => PrintJob): DossierState {
  if (state.printJobs === undefined) return state;
  return { ...state, printJobs: state.printJobs.map((one) => (isJob(one, ref) ? change(one) : one)) };
}

export function findPrintJob(state: DossierState | undefined, ref: EventRef): PrintJob | undefined {
  return state?.printJobs?.find((one) => isJob(one, ref));
}

function isJob({ job }: PrintJob, { device, seq }: EventRef): boolean {
  return job.device === device && job.seq === seq;
}
