/** The papers as the receipt lists them: handed in with their counts, then what was shown and given back. What is missing or not needed stands below, for the desk. */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { PaperState, PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { paperStateNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import classes from './dossier-page.module.css';

/** In the order of the receipt; each state stands in one group. */
const groups = [
  ['RECEIVED', 'FROM_DATABASE'],
  ['PRESENTED'],
  ['MISSING'],
  ['NOT_NEEDED'],
] as const satisfies readonly (readonly PaperState[])[];

export function DossierPapers({ state, procedure }: { readonly state: DossierState; readonly procedure: Procedure | undefined }) {
  const t = vi.dossier;
  const papers = (state.intake?.papers ?? []).map((paper, place) => ({ paper, place, name: nameOf(paper, place, procedure) }));
  const [handedIn, ...others] = groups.map((states: readonly PaperState[]) => papers.filter(({ paper }) => states.includes(paper.state)));
  return (
    <section className={classes.card} aria-labelledby="giay-to">
      <h2 id="giay-to">{t.papers}</h2>
      {papers.length === 0 && <p className="quiet">{t.noPapers}</p>}
      {handedIn && handedIn.length > 0 && (
        <ol className={classes.papers}>
          {handedIn.map(({ paper, place, name }) => (
            <li key={place}>
              {name} <span className="quiet">· {[paperStateNames[paper.state], countsOf(paper)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      )}
      {others.map((group) => {
        const [first] = group;
        return (
          first && (
            <div key={first.paper.state}>
              <h3 className={classes.group}>{t.paperGroups[first.paper.state]}</h3>
              <ul className={classes.papers}>
                {group.map(({ place, name }) => (
                  <li key={place}>{name}</li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

function nameOf(paper: PaperTick, place: number, procedure: Procedure | undefined): string {
  const listed = paper.component === undefined ? undefined : procedure?.documents[paper.component]?.name;
  return paper.name ?? listed ?? `${vi.dossier.papers} ${place + 1}`;
}

function countsOf({ originals, certified, copies }: PaperTick): string {
  const t = vi.dossier;
  return [
    originals > 0 && `${originals} ${t.original}`,
    certified > 0 && `${certified} ${t.certified}`,
    copies > 0 && `${copies} ${t.copies}`,
  ]
    .filter(Boolean)
    .join(', ');
}
