/**
 * The catalogue as the administrator keeps it: a file is read in one place, here; looked at before it is published; published only as it was looked at. The
 * same functions serve the routes and the console.
 */
import { createHash } from 'node:crypto';
import {
  type CataloguePlan,
  type PlanOptions,
  completeEntries,
  currentProcedures,
  planCatalogue,
} from '@onestop/shared/catalogue/file/plan.ts';
import type { CatalogueEntry } from '@onestop/shared/catalogue/file/entry.ts';
import { catalogueRows } from '@onestop/shared/catalogue/file/write-rows.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import { readCatalogueFile } from '@onestop/shared/reference/catalogue-file.ts';
import { writeCsv } from '@onestop/shared/table/csv.ts';
import type { Store } from '../db/store.ts';
import { type StarterLevel, lackingOfStarter, starterCatalogue, starterLevels } from '../reference/starter-catalogue.ts';
import { catalogueProblemText } from '../texts/catalogue-file.ts';
import { type ChangedBy, catalogueChangedSetting, changeProcedures, storedProcedures } from './reference-admin.ts';

/** What a file would do. `preview` names exactly that: file, day, choice and the catalogue it was compared with. */
export interface CatalogueReport extends Omit<CataloguePlan, 'next'> {
  readonly preview: string;
  readonly procedures: number;
  readonly ignoredColumns: readonly string[];
}

/** Sentences: what is wrong, in which line, and what to do. */
export type CatalogueProblems = readonly string[];

export async function previewCatalogue(
  store: Store,
  file: Uint8Array,
  options: PlanOptions,
): Promise<Result<CatalogueReport, CatalogueProblems>> {
  const read = readCatalogueFile(file);
  if (!read.ok) return err(read.error.map(catalogueProblemText));
  const stored = storedProcedures(await store.referenceParts());
  const entries = completeEntries(stored, read.value);
  const { next: _next, ...plan } = planCatalogue(stored, entries, options);
  const { ignoredColumns } = read.value;
  return ok({ ...plan, preview: previewOf(stored, entries, options), procedures: entries.length, ignoredColumns });
}

/** Nothing is written where the file has a problem or the catalogue is not the one of the preview any more. */
export async function publishCatalogue(
  store: Store,
  file: Uint8Array,
  options: PlanOptions & { readonly preview: string },
  by: ChangedBy,
): Promise<Result<Pick<CatalogueReport, 'added' | 'changed'>, CatalogueProblems | 'changed'>> {
  const read = readCatalogueFile(file);
  if (!read.ok) return err(read.error.map(catalogueProblemText));
  return changeProcedures(
    store,
    (stored): Result<PublishedChange, 'changed'> => {
      const entries = completeEntries(stored, read.value);
      if (previewOf(stored, entries, options) !== options.preview) return err('changed');
      const { next, added, changed, missing } = planCatalogue(stored, entries, options);
      const ended = options.endMissing ? missing.length : 0;
      const detail = `file ${options.preview} +${added.length} ~${changed.length} -${ended} ${options.effective}`;
      return ok({ procedures: next, detail, value: { added, changed } });
    },
    by,
  );
}

interface PublishedChange {
  readonly procedures: readonly Procedure[];
  readonly detail: string;
  readonly value: Pick<CatalogueReport, 'added' | 'changed'>;
}

/** Adds the shipped procedures of the levels that the district lacks; answers how many. What it has stays as it is. */
export async function takeOverStarter(store: Store, levels: readonly StarterLevel[], effective: PlainDate, by: ChangedBy): Promise<number> {
  const taken = await changeProcedures(
    store,
    (stored) => {
      const lacking = lackingOfStarter(stored, levels, effective);
      const { next } = planCatalogue(stored, lacking, { effective, endMissing: false });
      const detail = `shipped ${levels.join(' ')}`;
      return ok({ procedures: next, detail, value: lacking.length });
    },
    by,
  );
  return taken.ok ? taken.value : 0;
}

export interface CatalogueSummary {
  readonly inForce: Readonly<Record<Procedure['level'], number>>;
  readonly changed?: { readonly at: Instant; readonly actor?: StaffId | undefined } | undefined;
  /** Of what the product ships, by level: all of it, and what is not here. */
  readonly shipped: readonly { readonly level: StarterLevel; readonly all: number; readonly lacking: number }[];
}

export async function catalogueSummary(store: Store, today: PlainDate): Promise<CatalogueSummary> {
  const stored = storedProcedures(await store.referenceParts());
  const current = currentProcedures(stored, today);
  const changed = await store.findSetting(catalogueChangedSetting);
  const count = (level: Procedure['level']) => current.filter((one) => one.level === level).length;
  const shipped = starterCatalogue();
  return {
    inForce: { commune: count('commune'), district: count('district'), province: count('province') },
    ...(changed === undefined ? {} : { changed: JSON.parse(changed) as CatalogueSummary['changed'] }),
    shipped: starterLevels.map((level) => ({
      level,
      all: shipped.filter((one) => one.level === level).length,
      lacking: lackingOfStarter(stored, [level], today).length,
    })),
  };
}

export const catalogueFormats = ['csv', 'json'] as const;

/** The catalogue as a file that is read again without a change. */
export async function catalogueAsFile(store: Store, format: (typeof catalogueFormats)[number], today: PlainDate): Promise<string> {
  const current = currentProcedures(storedProcedures(await store.referenceParts()), today);
  const sorted = current.toSorted((a, b) => (`${a.level} ${a.field} ${a.key}` < `${b.level} ${b.field} ${b.key}` ? -1 : 1));
  if (format === 'csv') return writeCsv(catalogueRows(sorted));
  return `[\n${sorted.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}

function previewOf(stored: readonly Procedure[], entries: readonly CatalogueEntry[], { effective, endMissing }: PlanOptions): string {
  return createHash('sha256')
    .update(canonicalJson([stored, entries, effective, endMissing]))
    .digest('hex')
    .slice(0, 32);
}
