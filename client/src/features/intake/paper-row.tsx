/** One paper of the intake: there or not, how many of it where more than one is asked for, and whether a database gives it. */
import { type Dispatch, type KeyboardEvent, useState } from 'react';
import { Button, Checkbox } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { isPaperThere } from '@onestop/shared/dossier/papers.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { IntakeAction, PaperForm } from './intake-form.ts';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

interface PaperRowProps {
  readonly paper: PaperForm;
  readonly index: number;
  readonly document: Procedure['documents'][number] | undefined;
  /** The keyboard comes here when the block opens. */
  readonly lead: boolean;
  readonly dispatch: Dispatch<IntakeAction>;
}

export function PaperRow({ paper, index, document, lead, dispatch }: PaperRowProps) {
  const t = texts.papers;
  const fromDatabase = paper.state === 'FROM_DATABASE';
  const set = (patch: Partial<PaperForm>) => dispatch({ type: 'paperSet', index, patch });
  const extra = paper.component === undefined;
  return (
    <li className={classes.paper}>
      {extra ? (
        <TextField
          id={`papers.${index}`}
          label={t.extraName}
          value={paper.name}
          onChange={(name) => set({ name })}
          className={classes.grow}
        />
      ) : (
        <Checkbox
          size="md"
          className={classes.grow}
          data-paper
          onKeyDown={moveByArrows}
          data-first={lead || undefined}
          checked={isPaperThere(paper.state)}
          onChange={() => dispatch({ type: 'paperToggled', index, document })}
          label={<PaperName paper={paper} document={document} />}
        />
      )}
      <div className={classes.counts}>
        {paper.state === 'RECEIVED' ? <Counts paper={paper} document={document} set={set} /> : null}
        {paper.state === 'PRESENTED' ? <span className={classes.quiet}>{t.presented}</span> : null}
        {extra ? (
          <Button type="button" variant="subtle" size="compact-md" onClick={() => dispatch({ type: 'paperRemoved', index })}>
            {t.remove}
          </Button>
        ) : document?.database === undefined && !fromDatabase ? null : (
          <Button
            type="button"
            size="compact-md"
            variant={fromDatabase ? 'filled' : 'subtle'}
            aria-pressed={fromDatabase}
            onClick={() =>
              set({
                ...emptyCounts,
                database: undefined,
                state: fromDatabase ? (paper.required ? 'MISSING' : 'NOT_NEEDED') : 'FROM_DATABASE',
              })
            }
          >
            {t.fromDatabase}
          </Button>
        )}
      </div>
    </li>
  );
}

const emptyCounts = { originals: 0, certified: 0, copies: 0 };

interface CountsProps {
  readonly paper: PaperForm;
  readonly document: PaperRowProps['document'];
  readonly set: (patch: Partial<PaperForm>) => void;
}

/** One of a paper is the rule: the three boxes come where more is asked for, is there, or the officer wants to say so. */
function Counts({ paper, document, set }: CountsProps) {
  const t = texts.papers;
  const [wanted, setWanted] = useState(false);
  const asked = document ? document.original + document.copies : 0;
  const here = paper.originals + paper.certified + paper.copies;
  if (!wanted && asked <= 1 && here === 1) {
    const kind = paper.originals === 1 ? t.original : paper.certified === 1 ? t.certified : t.copy;
    return (
      <Button
        type="button"
        variant="subtle"
        size="compact-md"
        aria-label={t.changeCounts(paper.name)}
        tabIndex={-1}
        onClick={() => setWanted(true)}
      >
        {t.one(kind)}
      </Button>
    );
  }
  return (
    <>
      <Count label={t.original} paper={paper.name} value={paper.originals} onChange={(originals) => set({ originals })} />
      <Count label={t.certified} paper={paper.name} value={paper.certified} onChange={(certified) => set({ certified })} />
      <Count label={t.copy} paper={paper.name} value={paper.copies} onChange={(copies) => set({ copies })} />
    </>
  );
}

function PaperName({ paper, document }: Pick<PaperRowProps, 'paper' | 'document'>) {
  const more = [document?.when, document?.form, document?.note].filter(Boolean).join(' · ');
  return (
    <>
      {paper.name} {paper.required ? <span className={classes.required}>{texts.papers.required}</span> : null}
      {more ? <span className={`${classes.quiet} ${classes.block}`}>{more}</span> : null}
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly paper: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Count({ label, paper, value, onChange }: CountProps) {
  return (
    <label className={classes.count}>
      <span>{label}</span>
      <input
        inputMode="numeric"
        aria-label={`${label}: ${paper}`}
        value={String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(Math.min(999, Number(event.currentTarget.value.replace(/\D/g, '').slice(-3))))}
      />
    </label>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const boxes = [...(event.currentTarget.closest('[data-papers]')?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const at = boxes.indexOf(event.currentTarget);
  const next = boxes[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
