/** Reports over random histories counted twice: by the product from its rows, and by the oracle from the events. */
import { expect, test } from 'vitest';
import { type CommandName, commandNames } from '@onestop/shared/dossier/commands/index.ts';
import { addDays, type PlainDate, plainDateToDayNumber } from '@onestop/shared/kernel/plain-date.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { daysOf, movePeriod, periodOf, type ReportPeriod } from '@onestop/shared/reports/period.ts';
import { makeReport, sumsHold, totalOf } from '@onestop/shared/reports/report.ts';
import { at, day, intakeFor, procedures, reference, sampleFees } from '../support/builders.ts';
import { sampleInput } from '../support/histories.ts';
import type { SeededRandom } from '../support/random.ts';
import { seededRandom } from '../support/random.ts';
import { DrivenDossier } from './dossier.ts';
import { emptyTally, questions, tally } from './report-count.ts';

const dossiers = 900;
const seed = Number(process.env['ORACLE_SEED'] ?? 20_261_126);
const hour = 3_600_000;
/** Two sides of one history are no business of this oracle; the others are tried as often as they are usual. */
const tried: readonly CommandName[] = [
  ...commandNames.filter((name) => name !== 'settleContradiction' && name !== 'reopenContradiction' && name !== 'draft'),
  ...([
    'forward',
    'finish',
    'finish',
    'returnResult',
    'requestSupplement',
    'completeSupplement',
    'requirePayment',
    'recordPayment',
    'apologise',
  ] as const),
];

function randomDossier(random: SeededRandom): DrivenDossier {
  const dossier = new DrivenDossier(reference);
  let now = at('01/09/2026 08:00') + random.below(110 * 24) * hour + random.below(hour);
  const payment = random.chance(0.4)
    ? { method: random.pick(['CASH', 'TRANSFER'] as const), amountVnd: 8000, receipt: `AA 00${random.below(900)}` }
    : undefined;
  const intake = intakeFor(random.pick([procedures.threeDays, procedures.interconnected]), {
    channel: random.pick(['COUNTER', 'COUNTER', 'ONLINE', 'POST']),
    fees: sampleFees,
    ...(payment ? { payment } : {}),
  });
  if (random.chance(0.05)) dossier.tryTo('refuseIntake', now, { reason: 'x', class: 'OTHER', intake });
  else if (random.chance(0.15))
    dossier.tryTo('acceptAndFinish', now, {
      intake: { ...intake, procedure: { key: procedures.instant.key, version: 1 } },
      result: { outcome: 'GRANTED' },
    });
  else dossier.tryTo('accept', now, { intake });
  if (dossier.acts === 0) dossier.do('submitOnline', now, { intake });
  for (let step = random.below(14); step > 0; step--) {
    now += random.chance(0.5) ? 1 + random.below(5 * hour) : random.below(8 * 24) * hour;
    const name = random.pick(tried);
    dossier.tryTo(name, now, sampleInput(name, dossier.state, random) as never, random.chance(0.2));
  }
  return dossier;
}

function randomPeriod(random: SeededRandom): ReportPeriod {
  const on = addDays(day('01/09/2026'), random.below(140));
  if (random.chance(0.3)) return { from: on, to: addDays(on, random.below(40)) };
  return daysOf(periodOf(random.pick(['MONTH', 'QUARTER', 'YEAR']), random.pick(['CALENDAR', 'MID_MONTH']), on));
}

test('[R50] product and oracle agree on every number of a report, over any period', { timeout: 240_000 }, () => {
  const random = seededRandom(seed);
  const all = Array.from({ length: dossiers }, () => randomDossier(random));
  const rows = all.map((one) => dossierRow(one.state));
  const differences: string[] = [];
  const seen = emptyTally();
  for (let round = 0; round < 25; round++) {
    const period = randomPeriod(random);
    const now = random.chance(0.3) ? at('25/11/2026 10:17') : at('31/03/2027 17:00');
    const report = makeReport({ rows, procedures: reference.procedures, calendar: reference.calendar, period, now, by: 'FIELD' });
    const expected = emptyTally();
    for (const one of all) tally(expected, one.events, plainDateToDayNumber(period.from), plainDateToDayNumber(period.to), now);
    const where = `${period.from}..${period.to} (seed ${seed})`;
    for (const question of questions) {
      seen.counts[question] += expected.counts[question];
      const got = report.figures[question];
      if (got !== expected.counts[question]) differences.push(`${question}: ${got} instead of ${expected.counts[question]}, ${where}`);
    }
    if (report.money.takenVnd !== expected.takenVnd)
      differences.push(`taken ${report.money.takenVnd} instead of ${expected.takenVnd}, ${where}`);
    if (report.money.refundedVnd !== expected.refundedVnd) differences.push(`refunded, ${where}`);
    for (const score of ['BAD', 'FAIR', 'GOOD'] as const)
      if ((report.ratings.get(score) ?? 0) !== (expected.ratings[score] ?? 0)) differences.push(`rated ${score}, ${where}`);
  }
  expect(differences.slice(0, 20), `${differences.length} differences`).toEqual([]);
  // Nothing of this is vacuous.
  for (const question of questions) expect(seen.counts[question], question).toBeGreaterThan(10);
});

test('[R51] sums hold, a partition equals the whole, and what is open is what the next period carries over', { timeout: 120_000 }, () => {
  const random = seededRandom(seed + 1);
  const rows = Array.from({ length: 400 }, () => dossierRow(randomDossier(random).state));
  const now = at('31/03/2027 17:00');
  const of = (period: ReportPeriod, by: 'FIELD' | 'PROCEDURE' | 'OFFICE') =>
    makeReport({ rows, procedures: reference.procedures, calendar: reference.calendar, period, now, by });
  for (let round = 0; round < 20; round++) {
    const named = periodOf('MONTH', random.pick(['CALENDAR', 'MID_MONTH']), addDays('2026-09-01' as PlainDate, random.below(140)));
    const report = of(daysOf(named), 'FIELD');
    for (const by of ['FIELD', 'PROCEDURE', 'OFFICE'] as const) {
      const { groups, levels, figures } = of(daysOf(named), by);
      const whole = totalOf(groups.map(({ counts }) => counts));
      expect(totalOf(levels.map(({ counts }) => counts))).toEqual(whole);
      expect(figures).toMatchObject(whole);
      for (const { counts } of groups) expect(sumsHold(counts)).toEqual([true, true, true, true]);
    }
    expect(of(daysOf(movePeriod(named, 1)), 'FIELD').figures.carriedOver).toBe(report.figures.open);
    const [received, done] = [report.days.reduce((sum, one) => sum + one.received, 0), report.days.reduce((sum, one) => sum + one.done, 0)];
    expect(received).toBe(report.figures.receivedOnline + report.figures.receivedDirect);
    expect(done).toBe(report.figures.done);
  }
});
