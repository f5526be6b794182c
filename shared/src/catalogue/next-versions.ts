/**
 * A catalogue brought in beside the one that is there. A dossier keeps the rules it was received under, so a version that exists is never written over and never
 * vanishes: a changed procedure becomes a new version from today on, and the one before ends the day before; what the new catalogue does not
 * have any more ends too.
 */
import { canonicalJson } from '../kernel/canonical-json.ts';
import { groupBy } from '../kernel/group-by.ts';
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import type { Procedure } from './procedure.ts';

export function nextProcedures(stored: readonly Procedure[], given: readonly Procedure[], today: PlainDate): readonly Procedure[] {
  const storedByKey = groupBy(stored, (one) => one.key);
  const givenByKey = groupBy(given, (one) => one.key);
  const next: Procedure[] = [];
  for (const [key, versions] of storedByKey) next.push(...mergeVersions(versions, givenByKey.get(key) ?? [], today));
  for (const [key, versions] of givenByKey) if (!storedByKey.has(key)) next.push(...versions);
  return next;
}

function mergeVersions(stored: readonly Procedure[], given: readonly Procedure[], today: PlainDate): readonly Procedure[] {
  if (given.length === 0) return stored.map((one) => endBefore(one, today));
  const all = new Map(stored.map((one) => [one.version, one]));
  for (const one of given) {
    const known = all.get(one.version);
    if (known === undefined) all.set(one.version, one);
    // Only its end may change; everything else is another version.
    else if (rulesOf(known) === rulesOf(one)) all.set(one.version, one);
    else {
      const validFrom = one.validFrom > today ? one.validFrom : today;
      all.set(known.version, endBefore(known, validFrom));
      const version = Math.max(...all.keys(), ...given.map((each) => each.version)) + 1;
      all.set(version, { ...one, version, validFrom });
    }
  }
  return [...all.values()];
}

function endBefore(procedure: Procedure, date: PlainDate): Procedure {
  const last = addDays(date, -1);
  if (procedure.validTo !== undefined && procedure.validTo <= last) return procedure;
  // Never in force at all where it began no earlier.
  return { ...procedure, validTo: last };
}

function rulesOf({ validTo: _end, ...rules }: Procedure): string {
  return canonicalJson(rules);
}
