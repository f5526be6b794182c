/** One procedure: limit, fee, papers by what is done with them, result, legal basis, and where each part comes from and how sure it is. */
import { Link, useParams } from '@tanstack/react-router';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue } from '../../kit/use-reference.ts';
import { formatDate, formatMoney } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { Documents, LegalBasis } from './procedure-parts.tsx';
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
            {limit?.text ?? procedure.timeLimitText ?? t.noLimit}
            {limit?.extended ? ` · ${t.extended}: ${limit.extended.ground}` : ''}
            {limit?.source && <span className={`quiet ${classes.line}`}>{limit.source}</span>}
          </dd>
          <dt>{t.fee}</dt>
          <dd>
            {procedure.fee?.text ?? t.noFee}
            {procedure.fee?.items?.map((item) => (
              <span key={item.name} className={`quiet ${classes.line}`}>
                {t.feeItem(item.name, formatMoney(item.unitVnd), item.per, item.when)}
              </span>
            ))}
          </dd>
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
            {procedure.provenance.text}
            <span className={classes.line}>{surenessWords(procedure)}</span>
          </dd>
          <dt>{t.versions}</dt>
          <dd>{versions.map((v) => t.version(v.version, formatDate(v.validFrom))).join('; ')}</dd>
        </dl>
      </div>
      <Documents procedure={procedure} />
      <LegalBasis procedure={procedure} />
    </Page>
  );
}

/** "Mã: chắc chắn; thời hạn: chắc chắn; hồ sơ: cần đối chiếu; phí: chưa rõ". */
function surenessWords({ provenance }: Procedure): string {
  const t = vi.catalogue;
  const parts = (['code', 'limit', 'papers', 'forms', 'fee'] as const).flatMap((part) => {
    const sure = provenance[part];
    return sure === undefined ? [] : [`${t.parts[part]}: ${t.sureness[sure]}`];
  });
  return `${parts.join('; ')}.`;
}
