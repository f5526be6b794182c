/** Block 1: find the procedure by words without marks, by code, or from the desk's most used; keyboard only. A combobox after the ARIA pattern with its list always in view. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events -- the ARIA combobox pattern: no HTML element offers two-line options under a search input; its keys are on the input. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import { createProcedureSearch } from '@onestop/shared/catalogue/search.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { feeItemsOf, moneyOf } from '@onestop/shared/judgement/money.ts';
import { formatMoney } from '../../texts/format.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { useFieldTexts } from './field-context.tsx';
import classes from './intake.module.css';

interface ProcedureBlockProps {
  /** Those in force today that this desk takes in. */
  readonly procedures: readonly Procedure[];
  /** Keys, most used first. */
  readonly mostUsed: readonly string[];
  readonly onPick: (procedure: Procedure) => void;
}

const resultsMax = 9;

export function ProcedureBlock({ procedures, mostUsed, onPick }: ProcedureBlockProps) {
  const t = texts.procedure;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { error, visit } = useFieldTexts('procedure');
  const search = useMemo(() => createProcedureSearch(procedures), [procedures]);
  const usage = useMemo(() => new Map(mostUsed.map((key, index) => [key, mostUsed.length - index])), [mostUsed]);
  const found = useMemo(() => search(query, { limit: resultsMax, usage }), [search, query, usage]);
  const at = Math.min(active, Math.max(0, found.length - 1));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Alt+1…9: the place in the list, which stays the same while nothing is typed.
    const place = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const chosen = place === undefined ? undefined : found[Number(place) - 1];
    if (chosen) {
      event.preventDefault();
      onPick(chosen);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      // Also with nothing found: Enter here picks and never submits the form.
      event.preventDefault();
      const picked = found[at];
      if (picked) onPick(picked);
    }
  };

  return (
    <div className={classes.procedure}>
      <TextInput
        id="procedure"
        data-first
        label={t.label}
        description={
          <>
            {t.hint}
            <span className="key-hint">{t.keys}</span>
          </>
        }
        placeholder={t.placeholder}
        value={query}
        error={error}
        size="md"
        onBlur={visit}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded="true"
        aria-controls="procedure-list"
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `procedure-${found[at].key}` : undefined}
      />
      {query.trim() === '' && usage.size > 0 ? <p className={classes.quiet}>{t.mostUsed}</p> : null}
      <p className="sr-only" aria-live="polite">
        {t.results(found.length)}
      </p>
      <ul id="procedure-list" role="listbox" aria-label={t.label} className={classes.options}>
        {found.map((procedure, index) => (
          <li
            key={procedure.key}
            id={`procedure-${procedure.key}`}
            role="option"
            aria-selected={index === at}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(procedure)}
          >
            <kbd className={`${classes.key} ${classes.optionKey}`}>{t.optionKey(index + 1)}</kbd>
            <span className={classes.optionName}>{withoutWord(procedure.name)}</span>
            <ProcedureFacts procedure={procedure} />
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>{t.nothing}</p> : null}
    </div>
  );
}

/** Always in the same three places: "Trong ngày · Miễn phí · 1.001193"; the whole published text is one look away in the catalogue. */
function ProcedureFacts({ procedure }: { readonly procedure: Procedure }) {
  const t = texts.procedure;
  return (
    <span className={`${classes.quiet} ${classes.facts}`}>
      <span>{shortLimit(procedure) ?? t.limitUnknown}</span>
      <span>{feeWords(procedure)}</span>
      <span className="num">{procedure.code ?? ''}</span>
      {procedure.interconnected ? <span>{t.interconnected}</span> : null}
    </span>
  );
}

function shortLimit({ timeLimit }: Procedure): string | undefined {
  return timeLimit === null ? undefined : texts.procedure.limit(timeLimit.unit, timeLimit.amount ?? 0);
}

/** Every name begins with it: it tells nothing apart. */
function withoutWord(name: string): string {
  const rest = name.replace(texts.procedure.everyNamesWord, '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}

function feeWords({ fee }: Procedure): string {
  if (fee === null) return texts.procedure.feeUnknown;
  const { known, dueVnd } = moneyOf({ fees: feeItemsOf(fee), payments: [], refunds: [] });
  if (!known) return fee.items?.[0] ? `${formatMoney(fee.items[0].unitVnd)}/${fee.items[0].per}` : texts.procedure.feeUnknown;
  return dueVnd === 0 ? texts.procedure.free : formatMoney(dueVnd);
}
