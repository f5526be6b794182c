/** Ctrl K: people, codes and procedures in one field, answered from memory while typing. */
import { useCallback, useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Modal, TextInput } from '@mantine/core';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { searchWords } from './search-words.ts';
import { useScanTaker } from '../kit/scan/scans.tsx';
import { useLateness } from '../kit/use-lateness.ts';
import { DueMark, dueWords } from '../kit/ui/row-words.tsx';
import { statusNames } from '../texts/statuses.ts';
import { vi } from '../texts/vi.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import { useSearchLook } from '../kit/use-look.ts';
import { useProcedureName, useProcedureSearch } from '../kit/use-reference.ts';
import classes from './search-palette.module.css';

const dossiersMax = 12;
const procedureMax = 6;
const peopleMax = 3;

interface Option {
  readonly key: string;
  readonly group: string;
  readonly main: string;
  readonly side: string;
  readonly row?: DossierRow;
  readonly open: () => void;
}

interface SearchPaletteProps {
  readonly onClose: () => void;
  /** What was scanned before the palette was open. */
  readonly initialText?: string | undefined;
}

export function SearchPalette({ onClose, initialText = '' }: SearchPaletteProps) {
  const t = vi.shell.palette;
  const id = useId();
  const now = useNow();
  const lateness = useLateness();
  const [text, setText] = useState(initialText);
  const [active, setActive] = useState(0);
  const optionsFor = useOptions(now, onClose);
  const shown = useDeferredValue(text.trim());
  const options = useMemo(() => optionsFor(shown), [optionsFor, shown]);
  useSearchLook(
    shown,
    options.flatMap(({ row }) => row ?? []),
  );
  const current = Math.min(active, Math.max(0, options.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      const next = (current + step + options.length) % options.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // A scanner's Enter comes before the list has been drawn.
      const typed = text.trim();
      (typed === shown ? options[current] : optionsFor(typed)[0])?.open();
    }
  };
  useScanTaker('dialog', (scan) => {
    const words = searchWords(scan);
    if (words === undefined) return false;
    const [only, ...others] = optionsFor(words);
    if (only !== undefined && others.length === 0) only.open();
    else setText(words);
    return true;
  });
  return (
    <Modal opened onClose={onClose} title={t.title} size="lg" centered={false} yOffset="8vh">
      <TextInput
        data-autofocus
        label={t.hint}
        value={text}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <output className="sr-only">{text === '' ? '' : t.results(options.length)}</output>
      {text !== '' && options.length === 0 && <p className={classes.hint}>{t.nothing}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={t.title} className={classes.list}>
        {options.map((option, index) => (
          <div key={option.key} role="presentation">
            {option.group !== options[index - 1]?.group && (
              <div className={classes.group} role="presentation">
                {option.group}
              </div>
            )}
            <div id={`${id}-${index}`} role="option" aria-selected={index === current} className={classes.option} onClick={option.open}>
              <span className={classes.main}>{option.main}</span>
              {option.row && <DueMark words={dueWords(option.row, lateness)} />}
              <span className={classes.side}>{option.side}</span>
            </div>
          </div>
        ))}
      </div>
      <p className={`${classes.hint} key-hint`}>{t.keys}</p>
    </Modal>
  );
}

function useOptions(now: number, onClose: () => void): (text: string) => readonly Option[] {
  const t = vi.shell.palette;
  const { dossiers } = useServices();
  const navigate = useNavigate();
  const searchProcedures = useProcedureSearch();
  const procedureName = useProcedureName();
  const version = useLive(dossiers.index.version);
  return useCallback(
    (text: string): readonly Option[] => {
      // The index is read in place; its version stands for its content.
      void version;
      if (text === '') return [];
      const go = (open: () => unknown) => () => {
        onClose();
        open();
      };
      const exact = dossiers.index.query({ text, limit: 60 }, now);
      const rows = exact.length > 0 ? exact : dossiers.index.query({ text, near: true, limit: 20 }, now);
      const told = (group: string) => (exact.length > 0 ? group : t.near(group));
      const people = new Map<string, DossierRow[]>();
      for (const row of rows) {
        if (!row.name) continue;
        const person = row.idNumber ?? `${row.name}|${row.birthYear ?? ''}`;
        people.set(person, [...(people.get(person) ?? []), row]);
      }
      const several = [...people.values()].filter((list) => list.length > 1).slice(0, peopleMax);
      return [
        ...rows.slice(0, dossiersMax).map<Option>((row) => ({
          key: row.id,
          group: told(t.dossiers),
          row,
          main: row.name ?? row.code ?? vi.register.noCode,
          side: [row.code, row.idNumber && maskIdNumber(row.idNumber), procedureName(row.procedure), statusNames[row.status]]
            .filter(Boolean)
            .join(' · '),
          open: go(() => navigate({ to: '/ho-so/$dossier', params: { dossier: row.id } })),
        })),
        ...several.map<Option>((list) => {
          const [first] = list as [DossierRow];
          const words = first.name ?? '';
          return {
            key: `p-${first.id}`,
            group: told(t.people),
            main: first.name ?? '',
            side: [first.idNumber && maskIdNumber(first.idNumber), t.personDossiers(list.length)].filter(Boolean).join(' · '),
            open: go(() => navigate({ to: '/so-theo-doi', state: { text: words } })),
          };
        }),
        ...searchProcedures(text, { limit: procedureMax }).map<Option>((procedure) => ({
          key: `t-${procedure.key}`,
          group: t.procedures,
          main: procedure.name,
          side: [procedure.code, procedure.field].filter(Boolean).join(' · '),
          open: go(() => navigate({ to: '/thu-tuc/$key', params: { key: procedure.key } })),
        })),
      ];
    },
    [now, version, dossiers.index, navigate, onClose, procedureName, searchProcedures, t],
  );
}
