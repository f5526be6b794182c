/**
 * Earlier dossiers of the same person on this device: by ID number, else by name and birth year, else people whose name begins as typed. Namesakes are
 * normal in a commune (domain §7.3), so birth year and the end of the ID number stand beside every name and nothing is filled in without a press.
 */
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { knownPerson } from './known-person.ts';
import { partyToForm } from './form-to-intake.ts';
import type { PartyInput } from '@onestop/shared/dossier/intake-fields/party.ts';
import classes from './intake.module.css';

interface EarlierDossiersProps {
  readonly party: PartyInput;
  readonly onRecall: (patch: Partial<PartyInput>) => void;
}

interface EarlierPerson {
  readonly newest: DossierRow;
  readonly count: number;
}

const peopleMax = 3;

export function EarlierDossiers({ party, onRecall }: EarlierDossiersProps) {
  const t = texts.party;
  const { dossiers, now } = useServices();
  useLive(dossiers.index.version);
  const [recalled, setRecalled] = useState<DossierId>();
  const name = party.fullName.trim();
  const idNumber = party.idNumber.replace(/\D/g, '');
  const person = knownPerson(party);
  // The index answers from memory in under a millisecond: asked anew at every key.
  const { index } = dossiers;
  const same = person.idNumber !== undefined || person.name !== undefined ? index.samePerson(person) : [];
  const alike =
    same.length === 0 && name.length >= 4 && idNumber === '' ? index.query({ text: name, limit: 20, sort: 'newest' }, now()) : [];
  const people = groupPeople(same.length > 0 ? same : alike);

  const recall = async (person: EarlierPerson): Promise<void> => {
    const view = await dossiers.open(person.newest.id);
    const owner = view?.state.intake?.owner;
    if (!owner) return;
    onRecall(partyToForm(owner));
    setRecalled(person.newest.id);
  };

  if (people.length === 0) return null;
  return (
    <ul className={classes.people} aria-live="polite">
      {people.slice(0, peopleMax).map((person) => (
        <li key={person.newest.id}>
          <span>
            <strong>{person.newest.name}</strong>{' '}
            <span className={classes.quiet}>
              {[
                person.newest.birthYear && t.born(String(person.newest.birthYear)),
                person.newest.idNumber && maskIdNumber(person.newest.idNumber),
                person.newest.address,
                t.earlier(person.count),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {recalled === person.newest.id ? (
            <span className={classes.quiet}>{t.recalled}</span>
          ) : (
            <Button type="button" size="compact-md" variant="default" onClick={() => void recall(person)}>
              {t.recall}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Rows of one person fall together by ID number, else by name and birth year; the newest row stands for the person. */
export function groupPeople(rows: readonly DossierRow[]): readonly EarlierPerson[] {
  const people = new Map<string, { newest: DossierRow; count: number }>();
  for (const row of rows) {
    if (!row.name) continue;
    const key = row.idNumber ?? `${row.name.toLowerCase()}|${row.birthYear ?? ''}`;
    const known = people.get(key);
    if (!known) people.set(key, { newest: row, count: 1 });
    else people.set(key, { newest: row.openedAt > known.newest.openedAt ? row : known.newest, count: known.count + 1 });
  }
  return [...people.values()];
}
