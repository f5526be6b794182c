/**
 * A district at work, from a seed: the intake of some weeks at the centre and in the communes and what became of it until now, through the product's own commands.
 * The events come in the order of time, so that each desk's log is one that a device could have written.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { sessionsOf } from '@onestop/shared/deadlines/calendar.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import { type Instant, civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays } from '@onestop/shared/kernel/plain-date.ts';
import { isCentre, levelOfOffice } from '@onestop/shared/reference/office-kinds.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { communeNameByCode, randomIntake } from './people.ts';
import { type SeededRandom, seededRandom } from './random.ts';
import { type DeskIdentity, type Growing, type SeededDesk, createSeededDesk, stateOf } from './seeded-desk.ts';
import { type StoryDeps, receiverOf, tell } from './seeded-stories.ts';
import type { TestDevice } from './test-device.ts';

export interface DistrictOptions {
  readonly seed: number;
  readonly now: Instant;
  /** Civil days of intake before today. */
  readonly days: number;
  readonly reference: ReferenceData;
  /** One desk an office; the centre's among them. */
  readonly desks: readonly DeskIdentity[];
  /** Dossiers a working day, from and to. */
  readonly centreADay?: readonly [number, number];
  readonly communeADay?: readonly [number, number];
}

interface Task {
  readonly at: Instant;
  readonly run: (at: Instant) => void;
}

export function seededDistrict(options: DistrictOptions): readonly EventEnvelope[] {
  const { reference, now, centreADay = [85, 100], communeADay = [4, 8] } = options;
  const random = seededRandom(options.seed);
  const events: EventEnvelope[] = [];
  const desks = options.desks.map((one) => createSeededDesk(one, { reference, random, write: (event) => events.push(event) }));
  const centre = must(
    desks.find(({ office }) => isCentre(office)),
    'the desk of the centre',
  );
  const agenda = createAgenda(now);
  const deps: StoryDeps = { reference, random, centre, later: agenda.later };
  const today = instantToPlainDate(now);
  for (let date = addDays(today, -options.days); date <= today; date = addDays(date, 1)) {
    for (const desk of desks) {
      const [from, to] = desk === centre ? centreADay : communeADay;
      for (const at of moments(reference, date, from + random.below(to - from + 1), now, random))
        agenda.later(at, (when) => takeIn(desk, when, deps));
    }
  }
  agenda.run();
  return events;
}

/** When citizens come that day: in office hours. Today's have come by now, once the desk has been open for an hour. */
function moments({ calendar }: ReferenceData, date: PlainDate, count: number, now: Instant, random: SeededRandom): readonly Instant[] {
  const minutes = sessionsOf(calendar, date)
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => civilToInstant(date, from + i)))
    .filter((at) => at < now - 60_000);
  return minutes.length < 60 ? [] : Array.from({ length: count }, () => random.pick(minutes) + random.below(60_000));
}

/** The next citizen: guided, refused, served while he waits, or given a receipt. */
function takeIn(desk: SeededDesk, at: Instant, deps: StoryDeps): void {
  const { reference, random } = deps;
  const level = levelOfOffice(desk.office);
  // Hours of the clock run through the night: none of these is told here.
  const procedures = reference.procedures.filter(
    (one) => one.level === level && one.timeLimit !== null && one.timeLimit.unit !== 'clockHours',
  );
  const commune = desk.office.id in communeNameByCode ? desk.office.id : random.pick(Object.keys(communeNameByCode));
  for (let visitor = 0; visitor < 50; visitor++) {
    const intake = randomIntake(random.next, procedures, { commune, today: instantToPlainDate(at) });
    const procedure = must(
      procedures.find((one) => one.key === intake.procedure.key),
      'the procedure that was drawn',
    );
    const dossier: Growing = { id: dossierIdFromBytes(random.bytes(12)), home: desk, events: [] };
    // What a random intake lacks is refused as at the desk; the next citizen comes.
    if (open(dossier, procedure, intake, at, random) !== undefined) continue;
    const state: DossierState | undefined = stateOf(dossier);
    if (state?.status === 'ACCEPTED') tell(dossier, state, procedure, deps);
    return;
  }
  throw new Error(`Nobody could be served at ${desk.office.name}`);
}

function open(
  dossier: Growing,
  procedure: Procedure,
  intake: ReturnType<typeof randomIntake>,
  at: Instant,
  random: SeededRandom,
): string | undefined {
  const { home } = dossier;
  const first = procedure.documents[0];
  const chance = random.next();
  if (chance < 0.025 && first !== undefined) {
    const missing = [{ component: 0, name: first.name }];
    return home.act(dossier, 'guide', { reason: 'Hồ sơ còn thiếu giấy tờ', class: 'PAPERS_MISSING', missing, intake }, at);
  }
  if (chance < 0.029)
    return home.act(dossier, 'refuseIntake', { reason: 'Không thuộc thẩm quyền giải quyết', class: 'NOT_COMPETENT', intake }, at);
  if (procedure.timeLimit?.unit !== 'sameDay' || chance < 0.1) return home.act(dossier, 'accept', { intake }, at);
  const returned = { ...receiverOf(intake), payment: { method: 'CASH' } } as const;
  return home.act(dossier, 'acceptAndFinish', { intake, result: { outcome: 'GRANTED' }, returned }, at);
}

/** Tasks in the order of time; what lies after now is not done yet. */
function createAgenda(now: Instant): { readonly later: StoryDeps['later']; readonly run: () => void } {
  const days = new Map<number, Task[]>();
  const dayOf = (at: Instant): number => Math.floor(at / 86_400_000);
  const later: StoryDeps['later'] = (at, run) => {
    if (at > now) return;
    const tasks = days.get(dayOf(at));
    if (tasks === undefined) days.set(dayOf(at), [{ at, run }]);
    else tasks.push({ at, run });
  };
  const run = (): void => {
    for (let day = Math.min(...days.keys()); day <= dayOf(now); day++) {
      for (let task = takeFirst(days.get(day)); task !== undefined; task = takeFirst(days.get(day))) task.run(task.at);
    }
  };
  return { later, run };
}

/** The earliest; of two at the same time, the one that was put there first. */
function takeFirst(tasks: Task[] | undefined): Task | undefined {
  if (tasks === undefined || tasks.length === 0) return undefined;
  let first = 0;
  for (const [i, task] of tasks.entries()) if (task.at < (tasks[first] as Task).at) first = i;
  return tasks.splice(first, 1)[0];
}

/** Sends the events through the real exchange: nothing goes up before what its officer had seen of other desks. */
export async function deliverDistrict(events: readonly EventEnvelope[], devices: readonly TestDevice[]): Promise<void> {
  const byId = new Map(devices.map((one) => [one.id, one]));
  for (const event of events) {
    for (const { device, seq } of event.after) {
      const other = byId.get(device);
      if (other !== undefined && device !== event.device && other.ackedSeq < seq) await other.settle();
    }
    must(byId.get(event.device), 'the device of the event').write(event);
  }
  for (const device of devices) await device.settle();
}
