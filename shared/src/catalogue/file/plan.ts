/**
 * What publishing a file would do to the catalogue that is there, and the catalogue afterwards. A dossier keeps its version, so what changed becomes a new version from the
 * day of effect; what the file does not have stays, unless the administrator says that the file is the whole catalogue.
 */
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { nextProcedures } from '../next-versions.ts';
import type { Procedure } from '../procedure.ts';
import { type CatalogueEntry, type CatalogueFile, type EntryMember, entryMembers } from './entry.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

export interface CataloguePlan {
  readonly added: readonly Named[];
  /** With what differs. A procedure that had ended and comes back differs in nothing. */
  readonly changed: readonly (Named & { readonly members: readonly EntryMember[] })[];
  readonly unchanged: number;
  /** In force and not in the file. */
  readonly missing: readonly Named[];
  /** The whole catalogue with all versions as it would be. */
  readonly next: readonly Procedure[];
}

export interface PlanOptions {
  /** The first day the new versions count. */
  readonly effective: PlainDate;
  /** The file is the whole catalogue: what is missing in it ends the day before. */
  readonly endMissing: boolean;
}

export function planCatalogue(
  stored: readonly Procedure[],
  entries: readonly CatalogueEntry[],
  { effective, endMissing }: PlanOptions,
): CataloguePlan {
  const newest = newestVersions(stored);
  const given: Procedure[] = [];
  const added: Named[] = [];
  const changed: (Named & { members: readonly EntryMember[] })[] = [];
  let unchanged = 0;
  for (const entry of entries) {
    const known = newest.get(entry.key);
    const { key, name } = entry;
    if (known === undefined) {
      added.push({ key, name });
      given.push({ ...entry, version: 1, validFrom: entry.validFrom ?? effective });
      continue;
    }
    const members = entryMembers.filter((member) => !same(known[member], entry[member]));
    const ended = known.validTo !== undefined && known.validTo < effective;
    if (members.length === 0 && !ended) unchanged++;
    else {
      changed.push({ key, name, members });
      given.push({ ...entry, version: ended ? known.version + 1 : known.version, validFrom: effective });
    }
  }
  const inFile = new Set(entries.map(({ key }) => key));
  const missing = [...newest.values()].filter((one) => !inFile.has(one.key) && (one.validTo === undefined || one.validTo >= effective));
  // What is neither changed nor ended goes back as it stands, or it would end.
  const ends = new Set(endMissing ? missing.map(({ key }) => key) : []);
  const kept = stored.filter((one) => !ends.has(one.key));
  return {
    added,
    changed,
    unchanged,
    missing: missing.map(({ key, name }) => ({ key, name })),
    next: nextProcedures(stored, [...kept, ...given], effective),
  };
}

/**
 * The procedures of a file with what it does not speak of taken from the catalogue: a list of names and limits takes nobody's papers away. The source stays
 * only where nothing else changes, how sure a part is with that part.
 */
export function completeEntries(
  stored: readonly Procedure[],
  { entries, stated }: Pick<CatalogueFile, 'entries' | 'stated'>,
): readonly CatalogueEntry[] {
  const silent = entryMembers.filter((member) => member !== 'provenance' && !stated.includes(member));
  const newest = newestVersions(stored);
  return entries.map((entry) => {
    const known = newest.get(entry.key);
    if (known === undefined) return entry;
    const { version: _version, validFrom: _from, validTo: _to, ...was } = known;
    const kept = Object.fromEntries(silent.map((member) => [member, was[member]]).filter(([, value]) => value !== undefined));
    const whole = { ...entry, ...kept } as CatalogueEntry;
    const isSame = entryMembers.every((member) => member === 'provenance' || same(was[member], whole[member]));
    if (stated.includes('provenance')) return whole;
    return { ...whole, provenance: isSame ? was.provenance : { ...entry.provenance, ...keptSureness(was.provenance, silent) } };
  });
}

const partOfSureness = { code: 'code', limit: 'timeLimit', papers: 'documents', forms: 'documents', fee: 'fee' } as const;

function keptSureness(was: Procedure['provenance'], silent: readonly EntryMember[]): Partial<Procedure['provenance']> {
  const parts = (Object.keys(partOfSureness) as (keyof typeof partOfSureness)[]).filter((part) => silent.includes(partOfSureness[part]));
  return Object.fromEntries(parts.map((part) => [part, was[part]]).filter(([, value]) => value !== undefined));
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** What a file of the catalogue holds: one version of each procedure, the newest, of those that do not end before that day. */
export function currentProcedures(stored: readonly Procedure[], on: PlainDate): readonly Procedure[] {
  return [...newestVersions(stored).values()].filter((one) => one.validTo === undefined || one.validTo >= on);
}

function newestVersions(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const newest = new Map<string, Procedure>();
  for (const one of procedures) if ((newest.get(one.key)?.version ?? 0) < one.version) newest.set(one.key, one);
  return newest;
}
