/** Says, before it is accepted, that this person brought the same matter today already: two codes for one matter are hard to put right. */
import { memo, useDeferredValue } from 'react';
import { Link } from '@tanstack/react-router';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { intake as texts } from '../../texts/vi/intake.ts';
import { knownPerson } from './known-person.ts';
import type { IntakeForm } from './intake-form.ts';

interface SameTodayProps {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly now: Instant;
}

export const SameToday = memo(function SameToday({ form: typed, procedure, now }: SameTodayProps) {
  const form = useDeferredValue(typed);
  const { index } = useServices().dossiers;
  useLive(index.version);
  const { idNumber, name, birthYear } = knownPerson(form.owner);
  // A name alone is many people.
  if (procedure === undefined || (idNumber === undefined && (name === undefined || birthYear === undefined))) return null;
  const person = idNumber === undefined ? { name, birthYear } : { idNumber };
  const today = instantToPlainDate(now);
  const same = index
    .samePerson(person)
    .filter(
      (row) =>
        row.procedure === procedure.key &&
        row.status !== 'VOID' &&
        row.acceptedAt !== undefined &&
        instantToPlainDate(row.acceptedAt) === today,
    );
  if (same.length === 0) return null;
  return (
    <Notice tone="amber" alert>
      <p>{texts.sameToday(same.length, procedure.name)}</p>
      {same.slice(0, 3).map((row) => (
        <Link key={row.id} to="/ho-so/$dossier" params={{ dossier: row.id }}>
          {row.code}{' '}
        </Link>
      ))}
    </Notice>
  );
});
