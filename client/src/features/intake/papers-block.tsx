/** Block 3: the papers of the procedure in three groups, ticked as they are laid on the desk. Space toggles, arrows move, F6 ticks all required ones. */
import type { Dispatch } from 'react';
import { flushSync } from 'react-dom';
import { Button, Checkbox } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { EarlierPapers } from './earlier-papers.tsx';
import { CopiesFee } from './copies-fee.tsx';
import { type IntakeAction, type IntakeForm, type PaperForm, countedUnit, missingPapers } from './intake-form.ts';
import { useFieldTexts } from './field-context.tsx';
import { PaperRow } from './paper-row.tsx';
import { TextField } from './text-field.tsx';
import classes from './intake.module.css';

interface PapersBlockProps {
  readonly form: IntakeForm;
  readonly procedure: Procedure | undefined;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly onGuide: () => void;
}

export function PapersBlock({ form, procedure, dispatch, onGuide }: PapersBlockProps) {
  const t = texts.papers;
  const missing = missingPapers(form).length;
  const documents = procedure?.documents ?? [];
  const confirm = useFieldTexts('databaseConfirmed');
  const none = useFieldTexts('papers');
  const set = (patch: Partial<IntakeForm>) => dispatch({ type: 'fieldsChanged', patch });
  const addExtra = () => {
    // The name is typed at once: a space there must not press the button again.
    flushSync(() => dispatch({ type: 'extraPaperAdded' }));
    document.getElementById(`papers.${form.papers.length}`)?.focus();
  };
  const counts = countedUnit(procedure?.fee);
  return (
    <div className={classes.stack}>
      {counts === undefined || !procedure ? null : <CopiesFee form={form} fee={procedure.fee} unit={counts} dispatch={dispatch} />}
      <div className={classes.scanRow}>
        <p className={`${classes.quiet} ${classes.grow}`}>
          {procedure === undefined ? t.noProcedure : documents.length === 0 ? t.unknownList : <span className="key-hint">{t.hint}</span>}
        </p>
        {documents.some((one) => one.required) ? (
          <Button type="button" variant="light" onClick={() => dispatch({ type: 'allRequiredReceived', documents })}>
            {t.allReceived}&nbsp;<kbd className={classes.key}>{t.allReceivedKey}</kbd>
          </Button>
        ) : null}
      </div>
      <div id="papers" tabIndex={-1} className={classes.stack} data-papers>
        {groupNames.map((name) => (
          <PaperGroup key={name} name={name} form={form} documents={documents} dispatch={dispatch} canLead={counts === undefined} />
        ))}
      </div>
      <EarlierPapers form={form} procedure={procedure} dispatch={dispatch} />
      {none.warning === undefined ? null : <p className={classes.warning}>{none.warning}</p>}
      <div className={classes.scanRow}>
        <Button
          type="button"
          variant="default"
          data-first={(form.papers.length === 0 && counts === undefined) || undefined}
          onClick={addExtra}
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
      {form.papers.some((paper) => paper.state === 'FROM_DATABASE' && paper.database === undefined) ? (
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
          <Button type="button" variant="default" onClick={onGuide}>
            {texts.guide.open}&nbsp;<kbd className={classes.key}>{texts.guide.key}</kbd>
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}

const groupNames = ['HAND_IN', 'SHOW', 'BY_CASE', 'EXTRA'] as const;
type GroupName = (typeof groupNames)[number];

/** As the national procedure text splits them: handed in, only shown, asked for in some cases; and what the officer added. */
function groupOf(paper: PaperForm): GroupName {
  if (paper.component === undefined) return 'EXTRA';
  if (!paper.required) return 'BY_CASE';
  return paper.shown ? 'SHOW' : 'HAND_IN';
}

interface PaperGroupProps {
  readonly name: GroupName;
  readonly form: IntakeForm;
  readonly documents: Procedure['documents'];
  readonly dispatch: Dispatch<IntakeAction>;
  /** Whether the block's first stop may be here. */
  readonly canLead: boolean;
}

function PaperGroup({ name, form, documents, dispatch, canLead }: PaperGroupProps) {
  const t = texts.papers;
  const rows = form.papers.flatMap((paper, index) => (groupOf(paper) === name ? [{ paper, index }] : []));
  if (rows.length === 0) return null;
  // The keyboard goes to what is still open, else to the first paper.
  const lead = form.papers.findIndex((paper) => paper.state === 'MISSING');
  const list = (
    <ul className={classes.papers} aria-label={t.groups[name]}>
      {rows.map(({ paper, index }) => (
        <PaperRow
          key={paper.id}
          paper={paper}
          index={index}
          document={paper.component === undefined ? undefined : documents[paper.component]}
          lead={canLead && index === Math.max(lead, 0)}
          dispatch={dispatch}
        />
      ))}
    </ul>
  );
  if (name !== 'BY_CASE')
    return (
      <div>
        <p className={classes.groupName}>{t.groups[name]}</p>
        {list}
      </div>
    );
  const taken = rows.some(({ paper }) => paper.state !== 'NOT_NEEDED');
  return (
    <details open={taken || rows.length === form.papers.length || undefined}>
      <summary className={classes.groupName}>{t.byCase(rows.length)}</summary>
      {list}
    </details>
  );
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
