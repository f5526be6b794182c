/**
 * What publishing a file would do to the catalogue that is there, and the catalogue afterwards. A dossier keeps its version, so what changed becomes a new version from the
 * day of effect; what the file does not have stays, unless the administrator says that the file is the whole catalogue.
 */
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { nextProcedures } from '../next-versions.ts';
import type { Procedure } from '../procedure.ts';
import type { CatalogueEntry } from './entry.ts';

export const entryMembers = [
  'code',
  'aliases',
  'name',
  'field',
  'level',
  'timeLimit',
  'timeLimitText',
  'fee',
  'documents',
  'resultDocument',
  'legalBasis',
  'interconnected',
  'handledBy',
  'provenance',
] as const satisfies readonly (keyof CatalogueEntry)[];
export type EntryMember = (typeof entryMembers)[number];

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
    const members = entryMembers.filter((member) => canonicalJson(known[member] ?? null) !== canonicalJson(entry[member] ?? null));
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

/** What a file of the catalogue holds: one version of each procedure, the newest, of those that do not end before that day. */
export function currentProcedures(stored: readonly Procedure[], on: PlainDate): readonly Procedure[] {
  return [...newestVersions(stored).values()].filter((one) => one.validTo === undefined || one.validTo >= on);
}

function newestVersions(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const newest = new Map<string, Procedure>();
  for (const one of procedures) if ((newest.get(one.key)?.version ?? 0) < one.version) newest.set(one.key, one);
  return newest;
}
