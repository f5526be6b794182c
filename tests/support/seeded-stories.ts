/**
 * What becomes of a dossier of the seeded district, step by step: each step does one act and says when the next one is. Most are done well before the promise;
 * a few are late, and are apologised for; some wait for papers, go up to the district, are withdrawn or taken back as an error.
 */
import { sessionsOf, workingMinutesBetween } from '@onestop/shared/deadlines/calendar.ts';
import { promisableDays } from '@onestop/shared/deadlines/promisable.ts';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState, Intake } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { type Instant, civilToInstant, instantToCivil, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { type Growing, type SeededDesk, stateOf } from './seeded-desk.ts';
import type { SeededRandom } from './random.ts';

export interface StoryDeps {
  readonly reference: ReferenceData;
  readonly random: SeededRandom;
  readonly centre: SeededDesk;
  /** Does `step` at that time, unless it has not come yet. */
  readonly later: (at: Instant, step: (at: Instant) => void) => void;
}

type Act = <C extends CommandName>(desk: SeededDesk, command: C, input: CommandInput<C>, at: Instant) => void;
/** When a step is due, as a share of the way from the acceptance to the end of processing. */
type Way = readonly (readonly [share: number, step: (at: Instant) => void])[];

const delay = { class: 'VERIFICATION', reason: 'Chờ cơ quan liên quan trả lời xác minh' } as const;

/** The acts of a dossier that was just accepted. */
export function tell(dossier: Growing, state: DossierState, procedure: Procedure, deps: StoryDeps): void {
  const { random, centre, later, reference } = deps;
  const { home } = dossier;
  const accepted = must(state.acceptedAt, 'an accepted dossier');
  const intake = must(state.intake, 'an accepted dossier');
  const act: Act = (desk, command, input, at) => {
    const refused = desk.act(dossier, command, input, at);
    if (refused !== undefined) throw new Error(`${command} of ${procedure.key}: ${refused}`);
  };
  const chance = random.next();
  if (chance < 0.004) {
    const by = { kind: 'STAFF', staff: home.whoMay('sign').id } as const;
    later(accepted + 15 * 60_000, (at) => act(home, 'voidDossier', { reason: 'Nhập nhầm thủ tục', approvedBy: by }, at));
    return;
  }
  const goesUp = home !== centre && procedure.interconnected;
  const way = goesUp ? wayUp(dossier, procedure, act, deps) : wayAtHome(dossier, procedure, act, deps);
  if (chance < 0.016) {
    const gaveUp = { reason: 'Công dân không còn nhu cầu', class: 'NO_LONGER_NEEDED' } as const;
    later(addWorkingMinutes(reference, accepted, 60 + random.below(340)), (at) => act(home, 'withdraw', gaveUp, at));
    return;
  }
  if (chance < 0.1 && !goesUp && askForPapers(dossier, procedure, intake, { act, way }, deps)) return;
  walkToTheEnd(dossier, way, { act, from: accepted, state }, deps);
}

function wayAtHome({ home }: Growing, procedure: Procedure, act: Act, { random }: StoryDeps): Way {
  const specialist = home.specialist().id;
  return [
    [0.05, (at) => act(home, 'forward', { to: { kind: 'STAFF', staff: specialist } }, at)],
    [0.7, (at) => act(home, 'submitForSignature', {}, at)],
    [0.85, (at) => act(home, 'sign', {}, at)],
    [0.93, (at) => act(home, 'number', numbered(procedure, at, random), at)],
  ];
}

function wayUp({ home }: Growing, procedure: Procedure, act: Act, { random, centre }: StoryDeps): Way {
  return [
    [0.05, (at) => act(home, 'forwardUp', { list: 'NEW' }, at)],
    [0.15, (at) => act(centre, 'acknowledgeUp', {}, at)],
    [0.2, (at) => act(centre, 'processUp', { to: { kind: 'STAFF', staff: centre.specialist().id } }, at)],
    [0.65, (at) => act(centre, 'submitForSignature', {}, at)],
    [0.75, (at) => act(centre, 'sign', {}, at)],
    [0.83, (at) => act(centre, 'number', numbered(procedure, at, random), at)],
    [0.9, (at) => act(centre, 'sendResultDown', { result: { outcome: 'GRANTED' } }, at)],
  ];
}

function numbered(procedure: Procedure, at: Instant, random: SeededRandom): CommandInput<'number'> {
  const date = instantToPlainDate(at);
  return {
    number: `${1 + random.below(900)}/${date.slice(0, 4)}`,
    date,
    ...(procedure.resultDocument ? { documentType: procedure.resultDocument.slice(0, 200) } : {}),
  };
}

/** Puts the steps on the way to `target`. */
function walk(way: Way, from: Instant, target: Instant, { reference, later }: StoryDeps): void {
  const minutes = workingMinutes(reference, from, target);
  for (const [share, step] of way) later(addWorkingMinutes(reference, from, 1 + share * Math.max(1, minutes - 2)), step);
}

interface Walk {
  readonly act: Act;
  readonly from: Instant;
  readonly state: DossierState;
}

function walkToTheEnd(dossier: Growing, way: Way, { act, from, state }: Walk, deps: StoryDeps): void {
  const { random, reference, later } = deps;
  const due = must(state.due, 'a promise').dueAt;
  const length = workingMinutes(reference, from, due);
  const chance = random.next();
  // An apology is made a day before the promise, so what was promised for soon has none.
  const isLate = chance < 0.05 && length > 1_000;
  const isLateAgain = isLate && chance < 0.025;
  const end = isLate
    ? addWorkingMinutes(reference, due, isLateAgain ? 2_700 : 900)
    : addWorkingMinutes(reference, from, 6 + length * (0.3 + 0.6 * random.next()));
  walk(way, from, end, deps);
  if (isLate) {
    const to = must(promisableDays(reference.calendar, addDays(instantToPlainDate(due), 3), 1)[0], 'a day to promise').date;
    const signer = { kind: 'STAFF', staff: dossier.home.whoMay('sign').id } as const;
    // Whoever has the file apologises; once it is at the district, that is the centre.
    const holder = way.length > 4 ? deps.centre : dossier.home;
    const by = holder === dossier.home ? signer : ({ kind: 'STAFF', staff: holder.whoMay('sign').id } as const);
    later(addWorkingMinutes(reference, from, length - 500), (at) => act(holder, 'apologise', { ...delay, date: to, signer: by }, at));
  }
  later(end, (at) => {
    act(dossier.home, 'finish', { result: { outcome: 'GRANTED' }, ...(isLateAgain ? { late: delay } : {}) }, at);
    handOut(dossier, must(state.intake, 'an accepted dossier'), at, act, deps);
  });
}

/** The citizen comes in the next days; some let their result lie for weeks. */
function handOut({ home }: Growing, intake: Intake, ready: Instant, act: Act, { random, reference, later }: StoryDeps): void {
  const days = random.chance(0.04) ? 15 + random.below(30) : 3 * random.next() ** 2;
  const at = addWorkingMinutes(reference, ready, 15 + days * 480);
  const payment = { method: 'CASH' } as const;
  if (intake.returnChannel === 'POST') {
    const bill = `EE${String(random.below(1_000_000_000)).padStart(9, '0')}VN`;
    later(at, (when) => act(home, 'returnByPost', { receiver: intake.owner.fullName, bill, payment }, when));
  } else later(at, (when) => act(home, 'returnResult', { ...receiverOf(intake), payment }, when));
}

export function receiverOf({ owner, submitter }: Intake) {
  return {
    receiver: (submitter ?? owner).fullName,
    receiverIsOwner: submitter === undefined,
    proof: submitter === undefined ? ('RECEIPT' as const) : ('AUTHORISATION' as const),
  };
}

interface Telling {
  readonly act: Act;
  readonly way: Way;
}

/** The specialist finds that a paper is missing. Most citizens bring it; the rest is closed when its days are over. False where the procedure names no paper. */
function askForPapers(dossier: Growing, procedure: Procedure, intake: Intake, { act, way }: Telling, deps: StoryDeps): boolean {
  const { random, reference, later } = deps;
  const { home } = dossier;
  const component = procedure.documents.findIndex((paper) => paper.required && paper.shown !== true);
  const paper = procedure.documents[component];
  const isAsked = intake.papers.some((one) => one.component === component && one.state === 'RECEIVED');
  if (paper === undefined || !isAsked) return false;
  const [forward, ...rest] = way;
  const [, handOver] = must(forward, 'the way begins at the desk');
  const asked = {
    reason: 'Giấy tờ nộp chưa hợp lệ, cần nộp lại',
    class: 'PAPERS_WRONG',
    missing: [{ component, name: paper.name }],
  } as const;
  const accepted = must(dossier.events.at(-1), 'an acceptance').at;
  const request = addWorkingMinutes(reference, accepted, 60 + random.below(200));
  later(addWorkingMinutes(reference, accepted, 30), handOver);
  later(request, (at) => act(home, 'requestSupplement', asked, at));
  if (random.chance(0.15)) {
    const over = { reason: 'Quá thời hạn bổ sung mà công dân không nộp', class: 'NOTHING_BROUGHT' } as const;
    later(addWorkingMinutes(reference, request, 15 * 480), (at) => act(home, 'closeUnsupplemented', over, at));
    return true;
  }
  const received = [{ component, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }] as const;
  later(addWorkingMinutes(reference, request, 300 + random.below(8 * 480)), (at) => {
    act(home, 'completeSupplement', { received }, at);
    walkToTheEnd(dossier, rest, { act, from: at, state: must(stateOf(dossier), 'a dossier') }, deps);
  });
  return true;
}

function workingMinutes({ calendar }: ReferenceData, from: Instant, to: Instant): number {
  return workingMinutesBetween(calendar, instantToCivil(from), instantToCivil(to));
}

/** Later by so many minutes of office hours. */
export function addWorkingMinutes({ calendar }: ReferenceData, from: Instant, minutes: number): Instant {
  let { date, minuteOfDay } = instantToCivil(from);
  let left = Math.max(1, minutes);
  for (;;) {
    for (const session of sessionsOf(calendar, date)) {
      const start = Math.max(session.from, minuteOfDay);
      if (start + left <= session.to) return civilToInstant(date, 0) + Math.floor((start + left) * 60_000);
      left -= Math.max(0, session.to - start);
    }
    date = addDays(date, 1);
    minuteOfDay = 0;
  }
}
