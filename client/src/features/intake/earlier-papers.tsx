/**
 * Papers that were checked before, offered again (NĐ 118/2025 Đ5.1i): of the same person by number, from accepted dossiers of this device, by the paper's name. Using
 * one is the officer's press, and is written into the dossier with where it was checked, when, and until when it is valid.
 */
import { type Dispatch, useEffect, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { useServices } from '../../kit/services-context.tsx';
import { DateBox, readDateBox } from '../../kit/ui/date-box.tsx';
import { formatDate } from '../../texts/format.ts';
import { earlierPapers as t } from '../../texts/vi/earlier-papers.ts';
import { canBeUsedAgain, type EarlierPaper, earlierPapersOf } from './checked-papers.ts';
import type { IntakeAction, IntakeForm, PaperForm } from './intake-form.ts';
import { knownPerson } from './known-person.ts';
import classes from './intake.module.css';

interface EarlierPapersProps {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly dispatch: Dispatch<IntakeAction>;
}

const nothingHere = { originals: 0, certified: 0, copies: 0 };

export function EarlierPapers({ form, procedure, dispatch }: EarlierPapersProps) {
  const today = instantToPlainDate(useServices().now());
  const found = useEarlierPapers(form);
  const offered = form.papers.flatMap((paper, index) => {
    const document = paper.component === undefined ? undefined : procedure?.documents[paper.component];
    const earlier = canBeUsedAgain(paper, document) ? found.get(foldVietnamese(paper.name)) : undefined;
    return earlier ? [{ index, paper, earlier }] : [];
  });
  const used = form.papers.flatMap((paper, index) =>
    paper.state === 'FROM_DATABASE' && paper.database?.dossier !== undefined ? [{ paper, index }] : [],
  );
  if (offered.length + used.length === 0) return null;
  const takeAgain = (index: number, earlier: EarlierPaper) =>
    dispatch({ type: 'paperSet', index, patch: { ...nothingHere, state: 'FROM_DATABASE', database: sourceOf(earlier) } });
  return (
    <section aria-label={t.title} className={classes.stack}>
      <h3>{t.title}</h3>
      <ul className={classes.people}>
        {offered.map(({ index, paper, earlier }) => {
          const isOver = earlier.validTo !== undefined && earlier.validTo < today;
          return (
            <li key={paper.id}>
              <span>
                <strong>{paper.name}</strong> <span className={classes.quiet}>{said(earlier, isOver)}</span>
              </span>
              {!isOver && (
                <Button
                  type="button"
                  size="compact-md"
                  variant="default"
                  aria-label={t.againOf(paper.name)}
                  onClick={() => takeAgain(index, earlier)}
                >
                  {t.use}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {used.map(({ paper, index }) => (
        <Used
          key={paper.id}
          paper={paper}
          today={today}
          onChange={(database) => dispatch({ type: 'paperSet', index, patch: { database } })}
        />
      ))}
    </section>
  );
}

function said({ code, checkedOn, validTo }: EarlierPaper, isOver: boolean): string {
  const validity = validTo === undefined ? '' : isOver ? t.over(formatDate(validTo)) : t.valid(formatDate(validTo));
  return [t.checked(formatDate(checkedOn), code), validity].filter(Boolean).join('; ');
}

/** As it goes into the dossier. */
function sourceOf({ dossier, code, checkedOn, validTo }: EarlierPaper): NonNullable<PaperForm['database']> {
  return { name: t.source(code), answer: t.answer(formatDate(checkedOn)), dossier, ...(validTo === undefined ? {} : { validTo }) };
}

interface UsedProps {
  readonly paper: PaperForm;
  readonly today: PlainDate;
  readonly onChange: (database: NonNullable<PaperForm['database']>) => void;
}

/** Until when it is valid, where the paper says so; a day that cannot be stays as typed and is not written. */
function Used({ paper, today, onChange }: UsedProps) {
  const { database } = paper;
  const [typed, setTyped] = useState(database?.validTo === undefined ? '' : formatDate(database.validTo));
  if (!database) return null;
  const change = (value: string) => {
    setTyped(value);
    const { validTo: _before, ...source } = database;
    const read = readDateBox(value, { earliest: today });
    onChange(read === undefined || read === 'wrong' ? source : { ...source, validTo: read });
  };
  return (
    <div>
      <p>{t.used(paper.name, database.name)}</p>
      <DateBox label={t.validTo(paper.name)} value={typed} onChange={change} limits={{ earliest: today }} tried={false} />
    </div>
  );
}

/** As many of one person's newest dossiers as can be read while the officer looks. */
const dossiersMax = 12;

/** Only of a person known by number: papers of a namesake are never offered. */
function useEarlierPapers(form: IntakeForm): ReadonlyMap<string, EarlierPaper> {
  const { dossiers } = useServices();
  const { idNumber } = knownPerson(form.owner);
  const [states, setStates] = useState<readonly DossierState[]>([]);
  useEffect(() => {
    let live = true;
    const read = async () => {
      const rows = idNumber === undefined ? [] : dossiers.index.samePerson({ idNumber }).slice(0, dossiersMax);
      const found: DossierState[] = [];
      for (const { id } of rows) {
        const state = (await dossiers.open(id))?.state;
        if (state) found.push(state);
      }
      if (live) setStates(found);
    };
    void read();
    return () => void (live = false);
  }, [dossiers, idNumber]);
  return useMemo(() => earlierPapersOf(states), [states]);
}
