/** What the dossier says about itself. Numbers of persons are masked until the officer asks. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { sayParty } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { DossierState, Party } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import { maskIdNumber, maskPhone } from '@onestop/shared/text/mask.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatBirth, formatDate, formatMoney } from '../../texts/format.ts';
import { channelNames, evidenceNames, paperStateNames, returnChannelNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import classes from './dossier-page.module.css';

export function DossierFacts({ state }: { readonly state: DossierState }) {
  const t = vi.dossier;
  const names = useNames();
  const [open, setOpen] = useState(false);
  const { intake, register, result } = state;
  return (
    <section className={classes.card} aria-labelledby="thong-tin">
      <h2 id="thong-tin">{t.facts}</h2>
      <dl className={pageClasses.facts}>
        {intake && <PartyFacts label={t.owner} party={intake.owner} open={open} />}
        {intake?.submitter && <PartyFacts label={t.submitter} party={intake.submitter} open={open} />}
        {intake?.submitter?.authorisation && <Fact label={t.authorisation}>{intake.submitter.authorisation}</Fact>}
        <Fact label={t.office}>{names.office(state.office)}</Fact>
        {register && <Fact label={t.register}>{t.registerLine(register.book, register.line)}</Fact>}
        {intake && <Fact label={t.fee}>{feeWords(state)}</Fact>}
        {intake && <Fact label={t.channel}>{channelNames[intake.channel]}</Fact>}
        {intake && <Fact label={t.returnChannel}>{returnChannelNames[intake.returnChannel]}</Fact>}
        {intake?.returnAddress && <Fact label={t.returnAddress}>{intake.returnAddress}</Fact>}
        {intake?.summary && <Fact label={t.summary}>{intake.summary}</Fact>}
        {intake?.note && <Fact label={t.note}>{intake.note}</Fact>}
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
        {state.endReason && <Fact label={t.endReason}>{state.endReason}</Fact>}
      </dl>
      {intake && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)}>
            {open ? t.hidePersonal : t.showPersonal}
          </Button>
        </div>
      )}
    </section>
  );
}

function PartyFacts({ label, party, open }: { readonly label: string; readonly party: Party; readonly open: boolean }) {
  const t = vi.dossier;
  const said = sayParty(party);
  return (
    <>
      <Fact label={label}>
        <strong>{party.fullName}</strong>
      </Fact>
      {party.birthDate && <Fact label={t.birth}>{open ? formatBirth(party.birthDate) : party.birthDate.slice(0, 4)}</Fact>}
      {party.idNumber && (
        <Fact label={t.idNumber}>
          {evidenceNames[party.evidence]} {open ? party.idNumber : maskIdNumber(party.idNumber)}
        </Fact>
      )}
      {said.oldIdNumber && <Fact label={t.oldIdNumber}>{open ? said.oldIdNumber : maskIdNumber(said.oldIdNumber)}</Fact>}
      {said.taxCode && <Fact label={t.taxCode}>{said.taxCode}</Fact>}
      {said.decisionNumber && <Fact label={t.decisionNumber}>{said.decisionNumber}</Fact>}
      {said.representative && <Fact label={t.representative}>{said.representative}</Fact>}
      {party.address && <Fact label={t.address}>{party.address}</Fact>}
      {party.phone && <Fact label={t.phone}>{open ? party.phone : maskPhone(party.phone)}</Fact>}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
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

export function DossierPapers({ state, procedure }: { readonly state: DossierState; readonly procedure: Procedure | undefined }) {
  const t = vi.dossier;
  const papers = state.intake?.papers ?? [];
  return (
    <section className={classes.card} aria-labelledby="giay-to">
      <h2 id="giay-to">{t.papers}</h2>
      {papers.length === 0 ? (
        <p className="quiet">{t.noPapers}</p>
      ) : (
        <ul className={classes.papers}>
          {papers.map((paper, index) => {
            const name =
              paper.name ??
              (paper.component === undefined ? undefined : procedure?.documents[paper.component]?.name) ??
              `${t.papers} ${index + 1}`;
            const copies = [
              paper.originals > 0 && `${paper.originals} ${t.original}`,
              paper.certified > 0 && `${paper.certified} ${t.certified}`,
              paper.copies > 0 && `${paper.copies} ${t.copies}`,
            ]
              .filter(Boolean)
              .join(', ');
            return (
              <li key={index}>
                {name}{' '}
                <span className="quiet">
                  · {paperStateNames[paper.state]}
                  {copies && ` · ${copies}`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
