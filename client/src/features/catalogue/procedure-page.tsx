/** One procedure: limit, fee, papers, result, legal basis, and where the data comes from and how sure it is. */
import { Link, useParams } from '@tanstack/react-router';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue } from '../../kit/use-reference.ts';
import { formatDate } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import classes from './catalogue.module.css';

export function ProcedurePage() {
  const procedureKey = useParams({ from: '/gated/framed/thu-tuc/$key' }).key;
  const t = vi.catalogue;
  const { now } = useServices();
  const catalogue = useCatalogue();
  const versions = catalogue.versionsOf(procedureKey);
  const procedure = catalogue.findOn(procedureKey, instantToPlainDate(now())) ?? versions[0];
  if (!procedure)
    return (
      <Page title={t.title}>
        <Notice tone="amber">{t.notFound}</Notice>
      </Page>
    );
  const limit = procedure.timeLimit;
  return (
    <Page title={procedure.name}>
      <p>
        <Link to="/thu-tuc">{t.title}</Link>
      </p>
      <div className={pageClasses.card}>
        <dl className={pageClasses.facts}>
          <dt>{t.code}</dt>
          <dd>{procedure.code ?? t.noCode}</dd>
          <dt>{t.field}</dt>
          <dd>
            {procedure.field} · {t.level[procedure.level]}
            {procedure.interconnected ? ` · ${t.interconnected}` : ''}
          </dd>
          <dt>{t.limit}</dt>
          <dd>
            {limit?.text ?? t.noLimit}
            {limit?.extended ? ` · ${t.extended}: ${limit.extended.ground}` : ''}
          </dd>
          <dt>{t.fee}</dt>
          <dd>{procedure.fee?.text ?? t.noFee}</dd>
          {procedure.resultDocument && (
            <>
              <dt>{t.result}</dt>
              <dd>{procedure.resultDocument}</dd>
            </>
          )}
          {procedure.handledBy && (
            <>
              <dt>{t.handledBy}</dt>
              <dd>{procedure.handledBy}</dd>
            </>
          )}
          <dt>{t.source}</dt>
          <dd>
            {procedure.source} · {t.confidence[procedure.confidence]}
          </dd>
          <dt>{t.versions}</dt>
          <dd>{versions.map((v) => t.version(v.version, formatDate(v.validFrom))).join('; ')}</dd>
        </dl>
      </div>
      <Documents procedure={procedure} />
      {procedure.legalBasis.length > 0 && (
        <section className={pageClasses.card} aria-labelledby="can-cu">
          <h2 id="can-cu">{t.legal}</h2>
          <ul className={classes.papers}>
            {procedure.legalBasis.map((basis) => (
              <li key={basis}>{basis}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Documents({ procedure }: { readonly procedure: Procedure }) {
  const t = vi.catalogue;
  return (
    <section className={pageClasses.card} aria-labelledby="thanh-phan">
      <h2 id="thanh-phan">{t.documents}</h2>
      {procedure.documents.length === 0 ? (
        <p className="quiet">{t.noDocuments}</p>
      ) : (
        <ol className={classes.papers}>
          {procedure.documents.map((paper, index) => (
            <li key={index}>
              {paper.name}{' '}
              <span className="quiet">
                {[
                  paper.required ? t.required : t.optional,
                  paper.original > 0 && `${paper.original} ${t.originals}`,
                  paper.copies > 0 && `${paper.copies} ${t.copies}`,
                  paper.form && `${t.form} ${paper.form}`,
                  paper.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
