/** What officers of the simulation do that is of no dossier: tickets and the closing of the day, mostly as it should be, sometimes not. */
import { type DayActInput, type DayActName, dayActNames, dayActOf, decideDayAct } from '@onestop/shared/daybook/acts/index.ts';
import { foldDay } from '@onestop/shared/daybook/fold-day.ts';
import { newestClosing } from '@onestop/shared/daybook/judge-closing.ts';
import type { DayState, TicketStatus } from '@onestop/shared/daybook/state.ts';
import { dayIdOf, officeDayOf } from '@onestop/shared/daybook/stream.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Result } from '@onestop/shared/kernel/result.ts';
import { sampleFigures } from '../support/day-samples.ts';
import type { Draw } from '../support/people.ts';
import type { Desk } from './desk.ts';
import { simReference, simStaff } from './district.ts';
import type { World } from './world.ts';

/** Tickets are taken more often than days are closed. */
const weights: { readonly [N in DayActName]: number } = {
  takeTicket: 6,
  callTicket: 4,
  passTicket: 2,
  finishTicket: 2,
  closeDay: 1,
  approveClosing: 1.5,
  sendClosingBack: 1,
  noteLook: 1,
  liftFreeze: 0.5,
};

const inputs: { readonly [N in DayActName]: (draw: Draw, number: string) => DayActInput<N> } = {
  takeTicket: () => ({}),
  callTicket: (draw, number) => ({ number, desk: `Quầy ${1 + Math.floor(draw() * 3)}` }),
  passTicket: (_, number) => ({ number }),
  finishTicket: (_, number) => ({ number }),
  closeDay: (draw) => ({
    figures: sampleFigures,
    counted: { totalVnd: draw() < 0.7 ? sampleFigures.cashVnd : 5000 },
    reason: 'thiếu tiền lẻ',
  }),
  approveClosing: () => ({}),
  sendClosingBack: () => ({ reason: 'đếm lại' }),
  noteLook: (draw) => ({ what: draw() < 0.5 ? 'SEARCH' : 'PRINT', count: 0 }),
  liftFreeze: () => ({ reason: 'đường truyền hỏng' }),
};

export interface DayDone {
  readonly act: DayActName;
  readonly done: Result<{ readonly events: readonly EventEnvelope[] }, { readonly code: string }>;
}

/** One act of the day at the desk, or undefined where nobody there may do any. */
export async function actOfDay(draw: Draw, desk: Desk, isKnown: (type: string) => boolean): Promise<DayDone | undefined> {
  const { log } = must(desk.tabs()[0], 'a tab');
  const today = await log.openDay(dayIdOf(desk.office, instantToPlainDate(log.now())));
  const illegal = draw() < 0.1;
  const options = dayActNames.flatMap((act) => {
    const roles = dayActOf(act).rolesAt[desk.kind] ?? [];
    const actors = simStaff.filter((one) => one.office === desk.office && one.roles.some((role) => roles.includes(role)));
    const tickets = illegal ? today.tickets : today.tickets.filter(({ status }) => aimsAt[act]?.includes(status) ?? true);
    const makesSense = illegal || (isJudging(act) ? isWaiting(today) : aimsAt[act] === undefined || tickets.length > 0);
    return actors.length > 0 && makesSense && isKnown(dayActOf(act).type) ? [{ act, actors, tickets }] : [];
  });
  let left = draw() * options.reduce((sum, { act }) => sum + weights[act], 0);
  const option = options.find(({ act }) => (left -= weights[act]) < 0);
  if (option === undefined) return undefined;
  const { act, actors, tickets } = option;
  const actor = must(actors[Math.floor(draw() * actors.length)], 'drawn inside the list');
  const office = must(
    simReference.offices.find((one) => one.id === desk.office),
    'the desk has an office',
  );
  const number = tickets[Math.floor(draw() * tickets.length)]?.number ?? 'A001';
  const input = inputs[act](draw, number) as never;
  const done = await log.performDay({
    actor: actor.id,
    decide: (state, context) => decideDayAct(act, state, input, { ...context, actor, office }),
  });
  return { act, done };
}

/** Tickets an act is mostly about. */
const aimsAt: { readonly [N in DayActName]?: readonly TicketStatus[] } = {
  callTicket: ['WAITING', 'CALLED', 'PASSED'],
  passTicket: ['CALLED'],
  finishTicket: ['CALLED'],
};

function isJudging(act: DayActName): boolean {
  return act === 'approveClosing' || act === 'sendClosingBack';
}

function isWaiting(day: DayState): boolean {
  const closing = newestClosing(day);
  return closing !== undefined && closing.verdict === undefined;
}

/** Every device of the office, and the centre above, has the same day; nobody else has any of it. */
export async function checkDays(
  world: World,
  accepted: ReadonlyMap<DossierId, readonly EventEnvelope[]>,
  fail: (rule: string, what: string) => never,
): Promise<void> {
  for (const [id, events] of accepted) {
    const day = officeDayOf(id);
    if (day === undefined) continue;
    const state = foldDay(day, events);
    countDay(world, state, new Set(events.map(({ device }) => device)).size);
    for (const desk of world.desks) {
      const { log } = must(desk.tabs()[0], 'a tab');
      const visible = desk.kind === 'CENTRE' || desk.office === day.office;
      const wanted = canonicalJson(visible ? state : foldDay(day, []));
      const found = canonicalJson(await log.openDay(id));
      if (found !== wanted) fail('S-I8', `${desk.name}: the day ${id} differs from the server\n${found}\n${wanted}`);
      if (log.index.get(id) !== undefined) fail('S-I8', `${desk.name} lists the day ${id} as a dossier`);
    }
  }
}

function countDay({ tally }: World, { tickets, closings }: DayState, devices: number): void {
  if (devices > 1) tally.count('day of several devices');
  if (tickets.some(({ calls }) => calls.length > 1)) tally.count('ticket called again');
  for (const { verdict } of closings) if (verdict !== undefined) tally.count(`closing ${verdict.kind}`);
}
