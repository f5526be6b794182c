/** 20,000 receipts and what became of them, counted twice: by the product, through its commands and its fold, and by the oracle. */
import { expect, test } from 'vitest';
import { latenessFacts, lawTimeliness, scoreTimeliness } from '@onestop/shared/judgement/lateness.ts';
import { seededRandom } from '../support/random.ts';
import { type Kind, kinds, tell } from './histories.ts';

const receipts = 20_000;
const seed = Number(process.env['ORACLE_SEED'] ?? 20_261_126);

test('[L70] product and oracle agree on every promise, and on every timeliness by law and by the score', { timeout: 240_000 }, () => {
  const random = seededRandom(seed);
  const differences: string[] = [];
  const seen = new Map<string, number>();
  const count = (what: string, by = 1) => seen.set(what, (seen.get(what) ?? 0) + by);
  for (let i = 0; i < receipts; i++) {
    const kind = kinds[i % kinds.length] as Kind;
    const told = tell(kind, random);
    const facts = latenessFacts(told.dossier.state);
    const [law, score] = [lawTimeliness(facts, told.now), scoreTimeliness(facts, told.now)];
    const found = [...told.differences];
    if (law !== told.law) found.push(`by law ${law} instead of ${told.law}`);
    if (score !== told.score) found.push(`by the score ${score} instead of ${told.score}`);
    for (const one of found) differences.push(`receipt ${i}, ${kind}: ${one}`);
    for (const what of [kind, `${kind} ${told.law}`, `score ${told.score}`]) count(what);
    count('acts', told.dossier.acts);
    count('apologies refused for a day off', told.dayOffRefused);
    if (facts.dueAt !== undefined && facts.firstDueAt !== undefined && facts.dueAt !== facts.firstDueAt) count(`${kind} moved`);
  }
  expect(differences.slice(0, 20), `${differences.length} differences of seed ${seed}`).toEqual([]);
  // Nothing of this is vacuous: every kind in numbers, and each of its ends.
  const least = (what: string, number: number) => expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(number);
  for (const kind of kinds) least(kind, 1_500);
  for (const kind of kinds)
    for (const end of ['EARLY', 'ON_TIME', 'LATE'])
      if (kind !== 'void') least(`${kind} ${end}`, end === 'EARLY' && kind === 'nextDay' ? 0 : 15);
  for (const kind of ['plain', 'supplement', 'payment', 'apology', 'upAndBack'] as const)
    for (const end of ['OPEN_IN_TIME', 'OPEN_LATE']) least(`${kind} ${end}`, 15);
  for (const kind of ['supplement', 'supplements', 'payment', 'apology'] as const) least(`${kind} moved`, 500);
  for (const end of ['EARLY', 'ON_TIME', 'LATE', 'OPEN_IN_TIME', 'OPEN_LATE']) least(`score ${end}`, 200);
  least('apologies refused for a day off', 300);
  least('acts', receipts * 3);
});
