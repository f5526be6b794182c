/** The inputs of one person or organisation: the owner of the dossier, or who hands it in for them. */
import { Button } from '@mantine/core';
import { intake as texts } from '../../texts/vi/intake.ts';
import { offeredNameCase } from '@onestop/shared/text/name-case.ts';
import { Choice } from '../../kit/ui/choice.tsx';
import type { PartyInput, PartyRole } from '@onestop/shared/dossier/intake-fields/party.ts';
import { useFieldTexts } from './field-context.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

interface PartyFieldsProps {
  readonly who: PartyRole;
  readonly party: PartyInput;
  readonly onChange: (patch: Partial<PartyInput>) => void;
}

const t = texts.party;
const kindOptions = (['PERSON', 'ORGANISATION'] as const).map((value) => ({ value, label: t.kinds[value] }));
const sexOptions = (['', 'MALE', 'FEMALE'] as const).map((value) => ({ value, label: t.sexes[value] }));
const evidenceOptions = (['CCCD', 'CAN_CUOC', 'VNEID', 'CMND', 'PASSPORT', 'OTHER', 'NONE'] as const).map((value) => ({
  value,
  label: t.evidences[value],
}));

export function PartyFields({ who, party, onChange }: PartyFieldsProps) {
  const field = (name: keyof PartyInput) => ({
    id: `${who}.${name}`,
    value: party[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const evidence = useFieldTexts(`${who}.evidence`);
  const organisation = party.kind === 'ORGANISATION';
  const offered = offeredNameCase(party.fullName);
  return (
    <div className={classes.grid}>
      {who === 'owner' ? (
        <div className={classes.span3}>
          <Choice label={t.kind} labelled options={kindOptions} value={party.kind} onChange={(kind) => onChange({ kind })} />
        </div>
      ) : null}
      <TextField
        {...field('fullName')}
        label={organisation ? t.organisationName : t.fullName}
        className={who === 'owner' ? classes.span5 : classes.span6}
        autoFocusOnOpen={who === 'owner'}
      />
      {organisation || offered === undefined ? null : (
        <Button type="button" variant="subtle" size="compact-md" className={classes.span6} onClick={() => onChange({ fullName: offered })}>
          {texts.nameCase(offered)}
        </Button>
      )}
      {organisation ? (
        <>
          <TextField {...field('taxCode')} label={t.taxCode} className={classes.span4} inputMode="numeric" />
          {party.taxCode.trim() === '' ? (
            <>
              <TextField {...field('decisionNumber')} label={t.decisionNumber} className={classes.span4} />
              <TextField {...field('representative')} label={t.representative} className={classes.span4} />
              <TextField {...field('representativeId')} label={t.representativeId} className={classes.span4} inputMode="numeric" />
            </>
          ) : null}
        </>
      ) : (
        <>
          <TextField
            {...field('birth')}
            label={t.birth}
            placeholder={t.birthHint}
            className={who === 'owner' ? classes.span2 : classes.span3}
            inputMode="text"
          />
          <SelectField
            id={`${who}.sex`}
            label={t.sex}
            options={sexOptions}
            value={party.sex}
            className={who === 'owner' ? classes.span2 : classes.span3}
            onChange={(sex) => onChange({ sex })}
          />
          <SelectField
            id={`${who}.evidence`}
            label={t.evidence}
            options={evidenceOptions}
            error={evidence.error}
            onBlur={evidence.visit}
            value={party.evidence}
            className={classes.span3}
            onChange={(chosen) => onChange({ evidence: chosen })}
          />
          {party.evidence === 'NONE' ? null : (
            <>
              <TextField
                {...field('idNumber')}
                label={t.idNumber}
                className={classes.span3}
                inputMode={party.evidence === 'PASSPORT' || party.evidence === 'OTHER' ? 'text' : 'numeric'}
              />
              <TextField {...field('idIssuedOn')} label={t.idIssuedOn} className={classes.span2} />
            </>
          )}
        </>
      )}
      <TextField
        {...field('phone')}
        label={t.phone}
        className={organisation || party.evidence === 'NONE' ? classes.span3 : classes.span4}
        inputMode="tel"
      />
      <TextField {...field('address')} label={t.address} className={organisation ? classes.span5 : classes.span8} />
      <TextField {...field('email')} label={t.email} className={classes.span4} inputMode="email" />
    </div>
  );
}
