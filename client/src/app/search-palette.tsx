/** Ctrl K: people, codes and procedures in one field, answered from memory while typing. */
import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Modal, TextInput } from '@mantine/core';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { useLateness } from '../kit/use-lateness.ts';
import { DueMark, dueWords } from '../kit/ui/row-words.tsx';
import { statusNames } from '../texts/statuses.ts';
import { vi } from '../texts/vi.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
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

export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const t = vi.shell.palette;
  const id = useId();
  const now = useNow();
  const lateness = useLateness();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const options = useOptions(useDeferredValue(text.trim()), now, onClose);
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
      options[current]?.open();
    }
  };
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
      <p className={classes.hint}>{t.keys}</p>
    </Modal>
  );
}

function useOptions(text: string, now: number, onClose: () => void): readonly Option[] {
  const t = vi.shell.palette;
  const { dossiers } = useServices();
  const navigate = useNavigate();
  const searchProcedures = useProcedureSearch();
  const procedureName = useProcedureName();
  const version = useLive(dossiers.index.version);
  return useMemo(() => {
    // The index is read in place; its version stands for its content.
    void version;
    if (text === '') return [];
    const go = (open: () => unknown) => () => {
      onClose();
      open();
    };
    const rows = dossiers.index.query({ text, limit: 60 }, now);
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
        group: t.dossiers,
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
          group: t.people,
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
  }, [text, now, version, dossiers.index, navigate, onClose, procedureName, searchProcedures, t]);
}
