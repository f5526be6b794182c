/** Papers somebody brings to a dossier that is here already: ticked one by one, each with how many of it; what is only shown goes home again and has no number. */
import { Checkbox } from '@mantine/core';
import type { ProcedureDocument } from '@onestop/shared/catalogue/procedure.ts';
import type { BroughtPaper, PaperQuantities } from '@onestop/shared/dossier/papers.ts';
import { vi } from '../../../texts/vi.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import classes from '../dossier-page.module.css';

/** A paper that may come: of the procedure's list, or named by the slip that asked for it. */
export interface AwaitedPaper extends PaperQuantities {
  readonly component?: number | undefined;
  readonly name: string;
}

/** By its place in the list of awaited papers; absent: it did not come. */
export type BroughtCounts = Readonly<Record<number, PaperQuantities>>;

export function broughtInput(
  awaited: readonly AwaitedPaper[],
  counts: BroughtCounts,
  documents: readonly ProcedureDocument[],
): readonly BroughtPaper[] {
  return awaited.flatMap(({ component, name }, place): readonly BroughtPaper[] => {
    const brought = counts[place];
    if (!brought) return [];
    const paper = component === undefined ? { name } : { component };
    const isHere = brought.originals + brought.certified + brought.copies > 0;
    if (!isHere && isOnlyShown(component, documents)) return [{ ...paper, state: 'PRESENTED', ...brought }];
    return [{ ...paper, state: 'RECEIVED', ...(isHere ? brought : { ...brought, originals: 1 }) }];
  });
}

/** As many as were asked for; of what is only shown no original, of anything else at least one. */
function usualCounts({ component, originals, certified, copies }: AwaitedPaper, documents: readonly ProcedureDocument[]): PaperQuantities {
  if (isOnlyShown(component, documents)) return { originals: 0, certified, copies };
  return { originals: originals + certified + copies === 0 ? 1 : originals, certified, copies };
}

function isOnlyShown(component: number | undefined, documents: readonly ProcedureDocument[]): boolean {
  return component !== undefined && documents[component]?.shown === true;
}

interface BroughtPapersProps {
  readonly awaited: readonly AwaitedPaper[];
  readonly documents: readonly ProcedureDocument[];
  readonly counts: BroughtCounts;
  readonly error: string | undefined;
  readonly onChange: (counts: BroughtCounts) => void;
}

export function BroughtPapers({ awaited, documents, counts, error, onChange }: BroughtPapersProps) {
  const { original, certified, copies } = vi.dossier;
  const kinds = { originals: original, certified, copies } as const;
  const tick = (place: number, paper: AwaitedPaper) => {
    const { [place]: had, ...rest } = counts;
    onChange(had ? rest : { ...counts, [place]: usualCounts(paper, documents) });
  };
  return (
    <fieldset className={classes.brought}>
      <legend>{words.completeSupplement.papers}</legend>
      {awaited.map((paper, place) => {
        const brought = counts[place];
        return (
          <div key={`${paper.component ?? ''} ${paper.name}`}>
            <Checkbox
              label={paper.name}
              checked={brought !== undefined}
              data-autofocus={place === 0 || undefined}
              onChange={() => tick(place, paper)}
            />
            {brought && (
              <div className={classes.counts}>
                {Object.entries(kinds).map(([kind, name]) => (
                  <label key={kind}>
                    <span>{name}</span>
                    <input
                      inputMode="numeric"
                      aria-label={words.countOf(name, paper.name)}
                      value={String(brought[kind as keyof PaperQuantities])}
                      onFocus={(event) => event.currentTarget.select()}
                      onChange={(event) => onChange({ ...counts, [place]: { ...brought, [kind]: readCount(event.currentTarget.value) } })}
                    />
                  </label>
                ))}
              </div>
            )}
          </div>
        );
      })}
      {error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function readCount(typed: string): number {
  return Number(typed.replace(/\D/g, '').slice(-3));
}
