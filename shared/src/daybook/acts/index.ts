/** The registry: the only list of what can happen on an office's day. An event of another type is kept and not understood. */
import type { EventWith, Schema } from '../../dossier/define-event.ts';
import type { RolesAt } from '../../dossier/command.ts';
import { checkInput } from '../../dossier/input.ts';
import { accessRefusal } from '../../judgement/rights.ts';
import { err, type Result } from '../../kernel/result.ts';
import type { Office } from '../../reference/office.ts';
import type { DayContext, DayRefusal } from '../define-act.ts';
import type { DayEventType } from '../event-types.ts';
import type { DayState } from '../state.ts';
import { approveClosing } from './approve-closing.ts';
import { callTicket } from './call-ticket.ts';
import { closeDay } from './close-day.ts';
import { finishTicket } from './finish-ticket.ts';
import { liftFreeze } from './lift-freeze.ts';
import { noteLook } from './note-look.ts';
import { passTicket } from './pass-ticket.ts';
import { sendClosingBack } from './send-closing-back.ts';
import { takeTicket } from './take-ticket.ts';

export const dayActs = {
  takeTicket,
  callTicket,
  passTicket,
  finishTicket,
  closeDay,
  approveClosing,
  sendClosingBack,
  noteLook,
  liftFreeze,
} as const;

export type DayActName = keyof typeof dayActs;
export type DayActInput<N extends DayActName> = (typeof dayActs)[N] extends { readonly input: Schema<infer I> } ? I : never;
export type DayEventData<T extends DayEventType> =
  Extract<(typeof dayActs)[DayActName], { readonly type: T }> extends { readonly schema: Schema<infer D> } ? D : never;

/** With the data's types erased: what comes out of `input` goes into `decide`, and what passed `schema` into `evolve`. */
export interface AnyDayAct {
  readonly type: DayEventType;
  readonly version: number;
  readonly input: Schema<unknown>;
  readonly schema: Schema<unknown>;
  readonly rolesAt: RolesAt;
  readonly decide: (state: DayState, input: unknown, context: DayContext) => Result<{ readonly [key: string]: unknown }, DayRefusal>;
  readonly evolve: (state: DayState, event: EventWith<never>) => DayState;
}

export const dayActNames = Object.keys(dayActs) as readonly DayActName[];

export function dayActOf(name: DayActName): AnyDayAct {
  return dayActs[name] as unknown as AnyDayAct;
}

const byType: ReadonlyMap<string, AnyDayAct> = new Map(dayActNames.map((name) => [dayActs[name].type, dayActOf(name)]));

export function findDayAct(type: string): AnyDayAct | undefined {
  return byType.get(type);
}

/** Whether the officer may do this at this office at all. */
export function mayDoOfDay(name: DayActName, actor: DayContext['actor'], office: Office): boolean {
  return accessRefusal(dayActOf(name), undefined, { actor, office, offices: [] }) === undefined;
}

export interface DayEventDraft {
  readonly type: DayEventType;
  readonly version: number;
  readonly data: { readonly [key: string]: unknown };
}

export function decideDayAct<N extends DayActName>(
  name: N,
  state: DayState,
  input: DayActInput<N>,
  context: DayContext & { readonly office: Office },
): Result<DayEventDraft, DayRefusal> {
  const act = dayActOf(name);
  const refusal = accessRefusal(act, undefined, { actor: context.actor, office: context.office, offices: [] });
  // With no dossier only role and office are asked.
  if (refusal !== undefined) return err(refusal as DayRefusal);
  const checked = checkInput(act.input, input);
  if (!checked.ok) return err(checked.error as DayRefusal);
  const decided = act.decide(state, checked.value, context);
  return decided.ok ? { ok: true, value: { type: act.type, version: act.version, data: decided.value } } : decided;
}
