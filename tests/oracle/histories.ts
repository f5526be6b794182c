/** Random receipts and what became of them, of eleven kinds, each carried out by the product and predicted by the oracle at the same time. */
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Procedure, TimeLimit } from '@onestop/shared/catalogue/procedure.ts';
import { vietnamCalendar } from '@onestop/shared/deadlines/holidays.ts';
import { parsePlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { intakeFor, procedures, reference, settings } from '../support/builders.ts';
import type { SeededRandom } from '../support/random.ts';
import { type Counting, type Unit, afterPayment, dayOf, dueOf, endOf, firstYear, isOffice, isWorked, workedFrom } from './counting.ts';
import { DrivenDossier } from './dossier.ts';

export const kinds = [
  'plain',
  'nextDay',
  'supplement',
  'supplements',
  'payment',
  'paymentIgnored',
  'apology',
  'withdrawal',
  'silence',
  'void',
  'upAndBack',
  'correction',
] as const;
export type Kind = (typeof kinds)[number];

type Timeliness = 'EARLY' | 'ON_TIME' | 'LATE' | 'OPEN_IN_TIME' | 'OPEN_LATE' | undefined;

export interface Told {
  readonly kind: Kind;
  readonly dossier: DrivenDossier;
  readonly now: number;
  /** Where oracle and product parted, in words. */
  readonly differences: string[];
  readonly law: Timeliness;
  readonly score: Timeliness;
  readonly dayOffRefused: number;
}

const minuteMs = 60_000;
const zone = 7 * 3_600_000;
const toMoment = (ms: number): number => Math.floor((ms + zone) / minuteMs);
const toMs = (moment: number): number => moment * minuteMs - zone;

type Longer = readonly [Exclude<Unit, 'sameDay'>, number];
const limits: readonly (readonly [Unit, number, Longer?])[] = [
  ['sameDay', 0],
  ['sameDay', 0, ['workingDays', 2]],
  ['workingDays', 1],
  ['workingDays', 3, ['workingDays', 8]],
  ['workingDays', 5, ['days', 25]],
  ['workingDays', 15],
  ['workingHours', 4],
  ['workingHours', 20],
  ['clockHours', 12],
  ['days', 7],
  ['days', 15, ['workingDays', 20]],
  ['months', 1],
  ['months', 2],
];

const procedureOf = (index: number, isUp: boolean): Procedure => {
  const [unit, amount, longer] = must(limits[index], 'a limit');
  const limit: TimeLimit = {
    text: 'x',
    unit,
    amount: unit === 'sameDay' ? null : amount,
    ...(longer ? { extended: { unit: longer[0], amount: longer[1], ground: 'xác minh' } } : {}),
  };
  return { ...procedures.threeDays, key: `${isUp ? 'u' : 'p'}${index}`, interconnected: isUp, timeLimit: limit };
};
const list = limits.flatMap((_, i) => [procedureOf(i, false), procedureOf(i, true)]);
const intakes = new Map(list.map((one) => [one.key, intakeFor(one)]));

/** Every combination of the district's switches; the Saturday desk must change nothing. */
const worlds: readonly (Counting & { readonly reference: ReferenceData; readonly ignoring: ReferenceData })[] = [false, true].flatMap(
  (carry) =>
    [false, true].flatMap((shift) =>
      [870, 900, 960].map((cutoff, i) => {
        const calendar = vietnamCalendar(i === 1 ? {} : { saturday: [{ from: 450, to: 690 }] });
        const switches = { dueTimeOfDay: carry ? 'carry' : 'endOfDay', sameDayCutoffMinute: cutoff, lateIntakeShift: shift } as const;
        const world = { ...reference, procedures: list, calendar, settings: { ...settings, ...switches } };
        return { carry, shift, cutoff, reference: world, ignoring: { ...world, settings: { ...world.settings, paymentWait: 'ignore' } } };
      }),
    ),
);

interface Wait {
  readonly from: number;
  to?: number;
}

/** A history as it goes on: the product's dossier, and what the oracle thinks of it. */
class Telling {
  readonly random: SeededRandom;
  readonly kind: Kind;
  readonly how: Counting;
  readonly dossier: DrivenDossier;
  readonly differences: string[] = [];
  readonly waits: Wait[] = [];
  readonly key: string;
  /** Of the limit that is counted. */
  unit: Unit;
  readonly amount: number;
  readonly extended: boolean;
  now: number;
  due = Number.NaN;
  first = Number.NaN;
  supplements = 0;
  dayOffRefused = 0;

  constructor(kind: Kind, random: SeededRandom) {
    this.random = random;
    this.kind = kind;
    const world = random.pick(worlds);
    this.how = world;
    this.dossier = new DrivenDossier(kind === 'paymentIgnored' ? world.ignoring : world.reference);
    const index = kind === 'nextDay' ? random.below(2) : random.below(limits.length);
    const [unit, amount, longer] = must(limits[index], 'a limit');
    this.key = `${kind === 'upAndBack' ? 'u' : 'p'}${index}`;
    this.extended = kind !== 'nextDay' && longer !== undefined && random.chance(0.5);
    [this.unit, this.amount] = this.extended && longer ? longer : [unit, amount];
    const day = Date.UTC(firstYear, 0, 2) / 86_400_000 + random.below(3_700);
    const minute =
      kind === 'nextDay' ? this.how.cutoff - 1 + random.below(4) : random.chance(0.8) ? 420 + random.below(630) : random.below(1440);
    this.now = toMs(day * 1440 + minute) + random.below(minuteMs);
  }

  /** Mostly minutes and hours, sometimes days, in any second. */
  wait(mostDays = 6): void {
    const { random } = this;
    const span = random.chance(0.4) ? 0.3 : random.chance(0.7) ? 2 : mostDays;
    this.now += 1 + random.below(Math.floor(span * 86_400_000));
  }

  check(what: string): void {
    const got = this.dossier.state.due?.dueAt;
    if (got !== toMs(this.due))
      this.differences.push(`${what}: ${sayMs(got)} instead of ${sayMs(toMs(this.due))} (${this.unit} ${this.amount})`);
  }

  accept(): void {
    const intake = must(intakes.get(this.key), 'an intake');
    this.dossier.do('accept', this.now, { intake, extended: this.extended });
    this.due = dueOf(this.unit, this.amount, toMoment(this.now), this.how);
    this.first = this.due;
    this.check('accepted');
  }

  askPapers(again: boolean): void {
    const leader = { by: { kind: 'NAMED', name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' }, reason: 'x' } as const;
    this.dossier.do('requestSupplement', this.now, { reason: 'x', class: 'OTHER', missing: [], ...(again ? { override: leader } : {}) });
    this.supplements++;
    this.waits.push({ from: this.now });
  }

  bringPapers(): void {
    this.dossier.do('completeSupplement', this.now, { received: [] });
    must(this.waits.at(-1), 'a wait').to = this.now;
    this.due = dueOf(this.unit, this.amount, toMoment(this.now), this.how);
    this.check('supplemented');
  }

  pay(): void {
    const asked = this.now;
    this.dossier.do('requirePayment', asked, { amountVnd: 1000, reason: 'x' });
    this.wait();
    this.dossier.do('recordPayment', this.now, { amountVnd: 1000 });
    if (this.kind !== 'paymentIgnored') {
      this.waits.push({ from: asked, to: this.now });
      this.due = afterPayment(this.unit, this.due, toMoment(asked), asked > toMs(this.due), toMoment(this.now), this.how);
    }
    this.check('paid');
  }

  /** Any day at any hour; the product must refuse exactly what the table calls a day off or closed. */
  apologise(): void {
    const { random } = this;
    const later = Math.max(dayOf(this.due), dayOf(toMoment(this.now))) + 1;
    const minute = random.chance(0.4) ? undefined : random.below(1440);
    const day = later + random.below(6);
    const apology = (on: number, atMinute: number | undefined) =>
      this.dossier.tryTo('apologise', this.now, {
        reason: 'x',
        class: 'OTHER',
        date: must(parsePlainDate(new Date(on * 86_400_000).toISOString().slice(0, 10)), 'a day'),
        ...(atMinute === undefined ? {} : { minute: atMinute }),
      });
    const expected = !isWorked(day) ? 'deadline/day-off' : minute !== undefined && !isOffice(minute) ? 'deadline/outside-hours' : undefined;
    const refused = apology(day, minute)?.code;
    if (refused !== expected) this.differences.push(`apology: ${refused} instead of ${expected}`);
    if (expected === 'deadline/day-off') this.dayOffRefused++;
    const next = workedFrom(day);
    if (expected !== undefined) this.dossier.do('apologise', this.now, { reason: 'x', class: 'OTHER', date: dateOf(next) });
    this.due = expected === undefined && minute !== undefined ? next * 1440 + minute : endOf(next);
    this.check('apologised');
  }

  finish(): number {
    this.dossier.do('finish', this.now, { result: { outcome: 'GRANTED', number: '1' } });
    return this.now;
  }

  /** By law: the day of the end against the day of the promise. By the score: the instant, less the waits, against the first promise. */
  told(end: number | undefined, judged = this.due, until = this.now): Told {
    const isDone = end !== undefined;
    const waiting = this.waits.find((one) => one.to === undefined);
    const stop = end ?? waiting?.from ?? until;
    const days = dayOf(toMoment(stop)) - dayOf(judged);
    const waited = this.waits.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : Math.max(0, Math.min(to, stop) - from)), 0);
    const left = stop - waited;
    const isScoreLate = this.supplements > 1 || left > toMs(this.first);
    const done = dayOf(toMoment(left)) < dayOf(this.first) ? 'EARLY' : 'ON_TIME';
    return {
      kind: this.kind,
      dossier: this.dossier,
      now: until,
      differences: this.differences,
      law: isDone ? (days > 0 ? 'LATE' : days === 0 ? 'ON_TIME' : 'EARLY') : days > 0 ? 'OPEN_LATE' : 'OPEN_IN_TIME',
      score: isDone ? (isScoreLate ? 'LATE' : done) : isScoreLate ? 'OPEN_LATE' : 'OPEN_IN_TIME',
      dayOffRefused: this.dayOffRefused,
    };
  }
}

const dateOf = (day: number) => must(parsePlainDate(new Date(day * 86_400_000).toISOString().slice(0, 10)), 'a day');
const sayMs = (ms: number | undefined): string =>
  ms === undefined || Number.isNaN(ms) ? '—' : new Date(ms + zone).toISOString().slice(0, 16);

export function tell(kind: Kind, random: SeededRandom): Told {
  const one = new Telling(kind, random);
  one.accept();
  one.wait();
  if (kind === 'void') return voided(one);
  if (kind === 'upAndBack') return upAndBack(one);
  one.dossier.do('forward', one.now, { to: { kind: 'COUNTER', counter: 'tp', name: 'Tư pháp' } });
  one.wait(20);
  return stories[kind](one);
}

/** Worked on and finished, or still open. */
function worked(one: Telling): Told {
  one.wait(20);
  return one.random.chance(0.15) ? one.told(undefined) : one.told(one.finish());
}

const stories: Record<Exclude<Kind, 'void' | 'upAndBack'>, (one: Telling) => Told> = {
  plain: worked,
  nextDay: worked,
  supplement: (one) => {
    one.askPapers(false);
    one.wait();
    // The citizen has not come yet.
    if (one.random.chance(0.2)) return one.told(undefined);
    one.bringPapers();
    return worked(one);
  },
  supplements: (one) => {
    for (const again of [false, true]) {
      one.askPapers(again);
      one.wait();
      one.bringPapers();
      one.wait();
    }
    return worked(one);
  },
  payment: (one) => {
    for (let times = 1 + one.random.below(2); times > 0; times--) {
      one.pay();
      one.wait();
    }
    return worked(one);
  },
  paymentIgnored: (one) => {
    one.pay();
    return worked(one);
  },
  apology: (one) => {
    one.apologise();
    if (one.random.chance(0.3)) one.pay();
    return worked(one);
  },
  withdrawal: (one) => {
    const asks = one.random.chance(0.5);
    const asked = one.now;
    if (asks) {
      one.askPapers(false);
      one.wait();
    }
    one.dossier.do('withdraw', one.now, { reason: 'x', class: 'OTHER' });
    const end = asks ? asked : one.now;
    one.waits.length = 0;
    return one.told(end);
  },
  silence: (one) => {
    const asked = one.now;
    one.askPapers(false);
    one.now += (17 + one.random.below(10)) * 86_400_000;
    one.dossier.do('closeUnsupplemented', one.now, { reason: 'x', class: 'NOTHING_BROUGHT' });
    one.waits.length = 0;
    return one.told(asked);
  },
  correction: (one) => {
    const [judged, end] = [one.due, one.finish()];
    one.wait();
    one.dossier.do('returnResult', one.now, { receiver: 'x', receiverIsOwner: true, proof: 'RECEIPT' });
    one.wait();
    one.dossier.do('correctResult', one.now, { reason: 'x' });
    one.unit = 'workingDays';
    one.due = dueOf('workingDays', 3, toMoment(one.now), one.how);
    one.check('correction');
    if (one.random.chance(0.5)) {
      one.wait();
      one.finish();
    }
    return one.told(end, judged);
  },
};

function voided(one: Telling): Told {
  one.now = must(one.dossier.state.acceptedAt, 'accepted');
  one.dossier.do('voidDossier', one.now, { reason: 'x' });
  return { ...one.told(undefined), law: undefined, score: undefined };
}

/** Up to the centre, once sent back and sent up again, and the result down. */
function upAndBack(one: Telling): Told {
  const up = () => {
    one.dossier.do('forwardUp', one.now, {});
    one.wait();
    one.dossier.do('acknowledgeUp', one.now, {}, true);
    one.wait();
  };
  up();
  if (one.random.chance(0.5)) {
    one.dossier.do('sendBackUp', one.now, { reason: 'x' }, true);
    one.wait();
    up();
  }
  one.check('sent up and back');
  one.dossier.do('sendResultDown', one.now, { result: { outcome: 'GRANTED', number: '1' } }, true);
  one.wait(20);
  return one.random.chance(0.15) ? one.told(undefined) : one.told(one.finish());
}
