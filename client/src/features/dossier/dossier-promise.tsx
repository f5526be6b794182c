/** The lower half of the receipt in its order: sets, limit, received, promised, where the result goes, money, the line of the register. Then what became of it. */
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { limitInWords } from '../../print/parts/wording.ts';
import { formatDate, formatLongDateTime, formatMoney } from '../../texts/format.ts';
import { returnChannelNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import { Fact } from './fact.tsx';
import classes from './dossier-page.module.css';

export function DossierPromise({ state }: { readonly state: DossierState }) {
  const t = vi.dossier;
  const { intake, register, acceptedAt, due, dueOriginal } = state;
  if (!intake) return null;
  return (
    <section className={classes.card} aria-labelledby="hen-tra">
      <h2 id="hen-tra">{t.promise}</h2>
      <dl className={pageClasses.facts}>
        <Fact label={t.sets}>{t.setsOf(intake.sets)}</Fact>
        {due && <Fact label={t.limit}>{limitInWords(due, acceptedAt)}</Fact>}
        {acceptedAt !== undefined && <Fact label={t.receivedAt}>{formatLongDateTime(acceptedAt)}</Fact>}
        {due && (
          <Fact label={t.returnAt}>{[formatLongDateTime(due.dueAt), due.provisional && t.provisional].filter(Boolean).join(' ')}</Fact>
        )}
        {due && dueOriginal && dueOriginal.dueAt !== due.dueAt && (
          <Fact label={t.returnFirst}>{formatLongDateTime(dueOriginal.dueAt)}</Fact>
        )}
        <Fact label={t.returnChannel}>{[returnChannelNames[intake.returnChannel], intake.returnAddress].filter(Boolean).join(': ')}</Fact>
        <Fact label={t.fee}>{feeWords(state)}</Fact>
        {register && <Fact label={t.register}>{t.registerLine(register.book, register.line)}</Fact>}
        <ResultFacts state={state} />
      </dl>
    </section>
  );
}

function ResultFacts({ state: { result, endReason } }: { readonly state: DossierState }) {
  const t = vi.dossier;
  return (
    <>
      {result && (
        <Fact label={t.result}>
          {[
            result.outcome === 'GRANTED' ? t.finish.granted : t.finish.refused,
            result.number,
            result.date && formatDate(result.date),
            result.outcome === 'REFUSED' ? result.reason : result.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      )}
      {endReason && <Fact label={t.endReason}>{endReason}</Fact>}
    </>
  );
}

function feeWords(state: DossierState): string {
  const t = vi.dossier;
  const { dueVnd, paidVnd, owedVnd, rates } = moneyOf(state);
  if (state.fees === undefined) return t.feeUnknown;
  const prices = rates.map((rate) => t.feeRate(formatMoney(rate.unitVnd ?? 0), rate.per ?? ''));
  if (dueVnd === 0) return prices.join('; ') || formatMoney(0);
  return [`${formatMoney(dueVnd)}, ${owedVnd === 0 ? t.feePaid : paidVnd > 0 ? t.feeUnpaid : t.feeNotPaid}`, ...prices].join('; ');
}
