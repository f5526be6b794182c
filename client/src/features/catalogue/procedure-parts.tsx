/** Parts of a procedure that officer and citizen read alike: the papers by what is done with them, and the legal basis. */
import type { Procedure, ProcedureDocument } from '@onestop/shared/catalogue/procedure.ts';
import { vi } from '../../texts/vi.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import classes from './catalogue.module.css';

export function LegalBasis({ procedure: { legalBasis } }: { readonly procedure: Procedure }) {
  if (legalBasis.length === 0) return null;
  return (
    <section className={pageClasses.card} aria-labelledby="can-cu">
      <h2 id="can-cu">{vi.catalogue.legal}</h2>
      <ul className={classes.papers}>
        {legalBasis.map((basis) => (
          <li key={basis}>{basis}</li>
        ))}
      </ul>
    </section>
  );
}

const groups = ['handedIn', 'shown', 'byCase'] as const;

function groupOf(paper: ProcedureDocument): (typeof groups)[number] {
  if (!paper.required) return 'byCase';
  return paper.shown ? 'shown' : 'handedIn';
}

export function Documents({ procedure }: { readonly procedure: Procedure }) {
  const t = vi.catalogue;
  return (
    <section className={pageClasses.card} aria-labelledby="thanh-phan">
      <h2 id="thanh-phan">{t.documents}</h2>
      {procedure.documents.length === 0 ? <p className="quiet">{t.noDocuments}</p> : null}
      {groups.map((group) => {
        const papers = procedure.documents.filter((paper) => groupOf(paper) === group);
        return papers.length === 0 ? null : (
          <div key={group}>
            <h3>{t.groups[group]}</h3>
            <ol className={classes.papers}>
              {papers.map((paper) => (
                <li key={paper.name}>
                  {paper.name} <span className="quiet">{paperFacts(paper)}</span>
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </section>
  );
}

function paperFacts(paper: ProcedureDocument): string {
  const t = vi.catalogue;
  return [
    paper.when,
    paper.shown ? !paper.note?.startsWith(t.shown) && t.shown : paper.original > 0 && `${paper.original} ${t.originals}`,
    paper.copies > 0 && `${paper.copies} ${t.copies}`,
    paper.form,
    paper.database && t.database(paper.database),
    paper.note,
  ]
    .filter(Boolean)
    .join(' · ');
}
