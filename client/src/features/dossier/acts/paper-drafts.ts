/** The papers of a dossier as rows that an officer puts right: what the list of a procedure asks for, and what is recorded beyond it. */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { BroughtPaper, PaperTick } from '@onestop/shared/dossier/papers.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { PaperRowDraft } from './paper-state-row.tsx';

/** Every paper the list asks for, and those beyond it that are recorded. */
export function rowsOf(known: readonly PaperTick[], documents: Procedure['documents']): readonly PaperRowDraft[] {
  const listed = documents.map(({ name, original, copies, database }, component): PaperRowDraft => {
    const row = known.find((one) => one.component === component);
    return { component, name, usual: { originals: original, copies }, ...(database ? { database } : {}), ...standing(row) };
  });
  const beyond = known.flatMap((row): PaperRowDraft[] =>
    row.component === undefined || row.component >= documents.length
      ? [{ component: row.component, name: row.name ?? '', usual: { originals: 1, copies: 0 }, ...standing(row) }]
      : [],
  );
  return [...listed, ...beyond];
}

function standing(row: PaperTick | undefined): Pick<PaperRowDraft, 'row' | 'state' | 'originals' | 'certified' | 'copies'> {
  return { row, state: row?.state, originals: row?.originals ?? 0, certified: row?.certified ?? 0, copies: row?.copies ?? 0 };
}

export function isChanged({ row, state, originals, certified, copies }: PaperRowDraft): boolean {
  if (state === undefined) return false;
  return row === undefined || state !== row.state || originals !== row.originals || certified !== row.certified || copies !== row.copies;
}

/** As an act takes it; undefined where nobody said what became of the paper. */
export function asPaper({ row, component, name, state, originals, certified, copies, database }: PaperRowDraft): BroughtPaper | undefined {
  if (state === undefined) return undefined;
  const { name: from, answer } = row?.database ?? {};
  const source = from ?? database;
  return {
    ...(row === undefined ? {} : { id: row.id }),
    ...(component === undefined ? { name } : { component }),
    state,
    ...(state === 'FROM_DATABASE' && source !== undefined
      ? { database: { name: source, ...(answer === undefined ? {} : { answer }) } }
      : {}),
    originals,
    certified,
    copies,
  };
}

/** The recorded papers under the list of another procedure: those of the same name take their place in it, the others stand beyond it by name. */
export function underAnotherList(
  papers: readonly PaperTick[],
  before: Procedure['documents'],
  after: Procedure['documents'],
): readonly PaperTick[] {
  const taken = new Set<number>();
  return papers.map(({ component, asked: _asked, ...paper }) => {
    const name = paper.name ?? (component === undefined ? undefined : before[component]?.name) ?? '';
    const place = after.findIndex((one, index) => !taken.has(index) && foldVietnamese(one.name) === foldVietnamese(name));
    if (place < 0) return { ...paper, name };
    taken.add(place);
    return { ...paper, component: place };
  });
}
