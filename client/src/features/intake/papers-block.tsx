/** Block 3: the papers of the procedure, ticked as they are laid on the desk. Space toggles, arrows move, F6 ticks all required ones. */
import type { Dispatch, KeyboardEvent } from 'react';
import { Button, Checkbox } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { isPaperThere } from '@onestop/shared/dossier/papers.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { type IntakeAction, type IntakeForm, type PaperForm, missingPapers } from './intake-form.ts';
import { useFieldTexts } from './field-context.tsx';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

interface PapersBlockProps {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly dispatch: Dispatch<IntakeAction>;
}

export function PapersBlock({ form, procedure, dispatch }: PapersBlockProps) {
  const t = texts.papers;
  const missing = missingPapers(form).length;
  const documents = procedure?.documents ?? [];
  const confirm = useFieldTexts('databaseConfirmed');
  const none = useFieldTexts('papers');
  const set = (patch: Partial<IntakeForm>) => dispatch({ type: 'fieldsChanged', patch });
  return (
    <div className={classes.stack}>
      <div className={classes.scanRow}>
        <p className={`${classes.quiet} ${classes.grow}`}>{documents.length === 0 ? t.unknownList : t.hint}</p>
        {documents.some((one) => one.required) ? (
          <Button type="button" variant="light" onClick={() => dispatch({ type: 'allRequiredReceived', documents })}>
            {t.allReceived}&nbsp;<kbd className={classes.key}>{t.allReceivedKey}</kbd>
          </Button>
        ) : null}
      </div>
      <ul className={classes.papers} id="papers" tabIndex={-1}>
        {form.papers.map((paper, index) => (
          // The list only grows at its end or loses a row by the officer's own hand.
          <PaperRow
            key={index}
            paper={paper}
            index={index}
            document={paper.component === undefined ? undefined : documents[paper.component]}
            dispatch={dispatch}
          />
        ))}
      </ul>
      {none.warning === undefined ? null : <p className={classes.warning}>{none.warning}</p>}
      <div className={classes.scanRow}>
        <Button
          type="button"
          variant="default"
          data-first={form.papers.length === 0 || undefined}
          onClick={() => dispatch({ type: 'extraPaperAdded' })}
        >
          {t.addExtra}
        </Button>
        <TextField
          id="sets"
          label={t.sets}
          value={form.sets}
          onChange={(sets) => set({ sets })}
          inputMode="numeric"
          className={classes.narrow}
        />
        <TextField id="summary" label={t.summary} value={form.summary} onChange={(summary) => set({ summary })} className={classes.grow} />
      </div>
      {form.papers.some((paper) => paper.state === 'FROM_DATABASE') ? (
        <Checkbox
          size="md"
          id="databaseConfirmed"
          label={t.databaseConfirmed}
          checked={form.databaseConfirmed}
          error={confirm.error}
          onChange={(event) => set({ databaseConfirmed: event.currentTarget.checked })}
        />
      ) : null}
      {missing > 0 ? (
        <Notice tone="amber">
          <p>{t.missingNotice(missing)}</p>
          <TextField
            id="guideReason"
            label={t.guideReason}
            placeholder={t.defaultGuideReason}
            value={form.guideReason}
            onChange={(guideReason) => set({ guideReason })}
          />
        </Notice>
      ) : null}
    </div>
  );
}

interface PaperRowProps {
  readonly paper: PaperForm;
  readonly index: number;
  readonly document: Procedure['documents'][number] | undefined;
  readonly dispatch: Dispatch<IntakeAction>;
}

function PaperRow({ paper, index, document, dispatch }: PaperRowProps) {
  const t = texts.papers;
  const here = paper.state === 'RECEIVED';
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
          data-first={index === 0 || undefined}
          checked={isPaperThere(paper.state)}
          onChange={() => dispatch({ type: 'paperToggled', index, document })}
          label={<PaperName paper={paper} document={document} />}
        />
      )}
      <div className={classes.counts}>
        {here ? (
          <>
            <Count label={t.original} paper={paper.name} value={paper.originals} onChange={(originals) => set({ originals })} />
            <Count label={t.certified} paper={paper.name} value={paper.certified} onChange={(certified) => set({ certified })} />
            <Count label={t.copy} paper={paper.name} value={paper.copies} onChange={(copies) => set({ copies })} />
          </>
        ) : null}
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
            onClick={() => set({ ...emptyCounts, state: fromDatabase ? (paper.required ? 'MISSING' : 'NOT_NEEDED') : 'FROM_DATABASE' })}
          >
            {t.fromDatabase}
          </Button>
        )}
      </div>
    </li>
  );
}

const emptyCounts = { originals: 0, certified: 0, copies: 0 };

function PaperName({ paper, document }: Pick<PaperRowProps, 'paper' | 'document'>) {
  const more = [document?.when, document?.form, document?.note].filter(Boolean).join(' · ');
  return (
    <>
      {paper.name} {paper.required ? <span className={classes.required}>{texts.papers.required}</span> : null}
      {more ? <span className={`${classes.quiet} ${classes.block}`}>{more}</span> : null}
    </>
  );
}

function Count({
  label,
  paper,
  value,
  onChange,
}: {
  readonly label: string;
  readonly paper: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
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
  const boxes = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  const at = boxes.indexOf(event.currentTarget);
  const next = boxes[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** "đã có 2 · 1 từ CSDL · thiếu 1" for the folded line. */
export function papersLine(form: IntakeForm): string {
  const t = texts.papers;
  const count = (state: PaperForm['state']) => form.papers.filter((paper) => paper.state === state).length;
  const [received, presented, fromDatabase, missing] = [count('RECEIVED'), count('PRESENTED'), count('FROM_DATABASE'), count('MISSING')];
  return (
    [
      received > 0 ? t.received(received) : '',
      presented > 0 ? t.presentedCount(presented) : '',
      fromDatabase > 0 ? t.fromDatabaseCount(fromDatabase) : '',
      missing > 0 ? t.missing(missing) : '',
    ]
      .filter(Boolean)
      .join(' · ') || t.none
  );
}
