/**
 * Whose dossier it is and what is asked for, in the order of the receipt (Mẫu 01). What the receipt does not have follows what it belongs to. Numbers of persons are
 * masked until the officer asks.
 */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { sayParty } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { DossierState, Intake, Party } from '@onestop/shared/dossier/state.ts';
import { maskIdNumber, maskPhone } from '@onestop/shared/text/mask.ts';
import { useServices } from '../../kit/services-context.tsx';
import { recordLook } from '../../kit/use-look.ts';
import { useCatalogue, useNames } from '../../kit/use-reference.ts';
import { formatBirth } from '../../texts/format.ts';
import { channelNames, evidenceNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import { Fact } from './fact.tsx';
import classes from './dossier-page.module.css';

export function DossierFacts({ state }: { readonly state: DossierState }) {
  const t = vi.dossier;
  const names = useNames();
  const { dossiers } = useServices();
  const [open, setOpen] = useState(false);
  const { intake } = state;
  const toggle = () => {
    setOpen(!open);
    if (!open) void recordLook(dossiers, state.id, 'NUMBERS');
  };
  return (
    <section className={classes.card} aria-labelledby="thong-tin">
      <h2 id="thong-tin">{t.facts}</h2>
      <dl className={pageClasses.facts}>
        <Fact label={t.office}>{names.office(state.office)}</Fact>
        {intake && <PersonFacts intake={intake} open={open} />}
      </dl>
      {intake && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={toggle}>
            {open ? t.hidePersonal : t.showPersonal}
          </Button>
        </div>
      )}
    </section>
  );
}

function PersonFacts({ intake, open }: { readonly intake: Intake; readonly open: boolean }) {
  const t = vi.dossier;
  const catalogue = useCatalogue();
  const { owner, submitter } = intake;
  const said = sayParty(owner);
  const procedure = procedureToShow(catalogue.all, intake.procedure)?.name ?? intake.procedure.key;
  return (
    <>
      <Fact label={t.owner}>
        <strong>{owner.fullName}</strong>
      </Fact>
      {submitter && (
        <Fact label={t.submitter}>
          {[submitter.fullName, submitter.authorisation && `(${submitter.authorisation})`].filter(Boolean).join(' ')}
          <SubmitterLine party={submitter} open={open} />
        </Fact>
      )}
      {owner.address && <Fact label={t.address}>{owner.address}</Fact>}
      {owner.phone && <Fact label={t.phone}>{open ? owner.phone : maskPhone(owner.phone)}</Fact>}
      {said.email && <Fact label={t.email}>{said.email}</Fact>}
      {owner.idNumber && <Fact label={t.idNumber}>{idWords(owner, open)}</Fact>}
      {said.oldIdNumber && <Fact label={t.oldIdNumber}>{open ? said.oldIdNumber : maskIdNumber(said.oldIdNumber)}</Fact>}
      {said.taxCode && <Fact label={t.taxCode}>{said.taxCode}</Fact>}
      {said.decisionNumber && <Fact label={t.decisionNumber}>{said.decisionNumber}</Fact>}
      {said.representative && <Fact label={t.representative}>{said.representative}</Fact>}
      {owner.birthDate && <Fact label={t.birth}>{birthWords(owner.birthDate, open)}</Fact>}
      <Fact label={t.request}>{[procedure, intake.summary].filter(Boolean).join(' – ')}</Fact>
      <Fact label={t.channel}>{channelNames[intake.channel]}</Fact>
      {intake.ticket && <Fact label={t.ticket}>{intake.ticket}</Fact>}
      {intake.note && <Fact label={t.note}>{intake.note}</Fact>}
    </>
  );
}

/** Whoever came for the owner: the receipt has the name, the desk needs the rest. */
function SubmitterLine({ party, open }: { readonly party: Party; readonly open: boolean }) {
  const told = [
    party.birthDate && `${vi.dossier.birth.toLowerCase()} ${birthWords(party.birthDate, open)}`,
    party.idNumber && idWords(party, open),
    party.phone && (open ? party.phone : maskPhone(party.phone)),
    party.address,
  ].filter(Boolean);
  return told.length === 0 ? null : <span className={classes.more}>{told.join(' · ')}</span>;
}

function idWords({ evidence, idNumber }: Party, open: boolean): string {
  return `${evidenceNames[evidence]} ${open ? (idNumber ?? '') : maskIdNumber(idNumber ?? '')}`;
}

function birthWords(birthDate: string, open: boolean): string {
  return open ? formatBirth(birthDate) : birthDate.slice(0, 4);
}
