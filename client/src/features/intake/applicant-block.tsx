/** Block 2: who. From the card (scanner, camera, paste), from an earlier dossier of the same person, or by hand; with who hands it in for them. */
import { type Dispatch, memo, useState } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Keyed } from '../../kit/ui/keyed.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { EarlierDossiers } from './earlier-dossiers.tsx';
import type { PartyInput, PartyRole } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { IntakeAction, IntakeForm } from './intake-form.ts';
import { PartyFields } from './party-fields.tsx';
import { useStable } from '../../kit/use-stable.ts';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

export interface CardNote {
  /** `asked`: taken, with something to enter or to compare. */
  readonly kind: 'taken' | 'asked' | 'refused';
  readonly text: string;
}

interface ApplicantBlockProps {
  readonly form: IntakeForm;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly cardNote: CardNote | undefined;
  readonly onCard: (text: string, role?: PartyRole) => boolean;
  readonly onCamera: () => void;
}

export function ApplicantBlock({ form, dispatch, cardNote, onCard, onCamera }: ApplicantBlockProps) {
  const t = texts.party;
  const change = (role: PartyRole) => (patch: Partial<PartyInput>) => dispatch({ type: 'partyChanged', role, patch });
  return (
    <div className={classes.stack}>
      <CardRow onCard={useStable(onCard)} onCamera={useStable(onCamera)} />
      <div aria-live="assertive">
        {cardNote ? (
          <Notice tone={noteTones[cardNote.kind]}>
            <p>
              <Keyed text={cardNote.text} />
            </p>
          </Notice>
        ) : null}
      </div>
      <PartyFields who="owner" party={form.owner} onChange={change('owner')} />
      <EarlierDossiers party={form.owner} onRecall={(patch) => dispatch({ type: 'partyRecalled', role: 'owner', patch })} />
      <ByProxy checked={form.byProxy} onChange={useStable((byProxy) => dispatch({ type: 'fieldsChanged', patch: { byProxy } }))} />
      {form.byProxy ? (
        <fieldset className={classes.proxy}>
          <legend>{t.submitter}</legend>
          <PartyFields who="submitter" party={form.submitter} onChange={change('submitter')} />
          <TextField
            id="authorisation"
            label={t.authorisation}
            placeholder={t.authorisationHint}
            value={form.authorisation}
            onChange={(authorisation) => dispatch({ type: 'fieldsChanged', patch: { authorisation } })}
          />
        </fieldset>
      ) : null}
    </div>
  );
}

interface ByProxyProps {
  readonly checked: boolean;
  readonly onChange: (byProxy: boolean) => void;
}

const ByProxy = memo(function ByProxy({ checked, onChange }: ByProxyProps) {
  return <Checkbox size="md" label={texts.party.byProxy} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />;
});

const CardRow = memo(function CardRow({ onCard, onCamera }: Pick<ApplicantBlockProps, 'onCard' | 'onCamera'>) {
  const t = texts.party;
  const [typed, setTyped] = useState('');
  // What could not be read stays in the input, so that nothing typed is lost.
  const take = () => onCard(typed) && setTyped('');
  return (
    <div className={classes.scanRow}>
      <Button type="button" variant="light" onClick={onCamera}>
        {t.scan}&nbsp;<kbd className={classes.key}>{t.scanKey}</kbd>
      </Button>
      <TextInput
        className={classes.grow}
        aria-label={t.scanField}
        placeholder={t.scanHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          take();
        }}
      />
      {typed.trim() === '' ? null : (
        <Button type="button" variant="default" onClick={take}>
          {t.scanTake}
        </Button>
      )}
    </div>
  );
});

const noteTones = { taken: 'green', asked: 'amber', refused: 'red' } as const;

/** "Nguyễn Văn An · 05/02/1990 · thôn A" for the folded line; the ID number is masked by the caller. */
export function partyLine(party: PartyInput, maskedId: string): string {
  return [party.fullName.trim(), party.birth, party.kind === 'ORGANISATION' ? party.taxCode : maskedId].filter(Boolean).join(' · ');
}
