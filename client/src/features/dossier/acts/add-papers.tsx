/** Thêm, sửa giấy tờ: papers that came without having been asked for in writing, and ticks that were wrong. Only rows that were changed are written. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import type { BroughtPaper, PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { PaperStateRow, type PaperRowDraft } from './paper-state-row.tsx';
import { useReason } from './typed-fields.tsx';

export const addPapersAct: DossierAct<'addPapers'> = {
  command: 'addPapers',
  words: districtActs.addPapers,
  place: 'more',
  screen: AddPapersDialog,
};

/** Every paper the list of the received version asks for, and those beyond it that are recorded. */
function rowsOf({ intake }: DossierState, documents: Procedure['documents']): readonly PaperRowDraft[] {
  const known = intake?.papers ?? [];
  const listed = documents.map(({ name, original, copies, database }, component): PaperRowDraft => {
    const row = known.find((one) => one.component === component);
    return { component, name, usual: { originals: original, copies }, ...(database ? { database } : {}), ...standing(row) };
  });
  const beyond = known.flatMap((row): PaperRowDraft[] =>
    row.component === undefined || row.component >= documents.length
      ? [{ component: row.component, name: row.name ?? '', usual: { originals: 1, copies: 0 }, ...standing(row) }]
      : [],
  );
  return [...listed, ...beyond];
}

function standing(row: PaperTick | undefined): Pick<PaperRowDraft, 'row' | 'state' | 'originals' | 'certified' | 'copies'> {
  return { row, state: row?.state, originals: row?.originals ?? 0, certified: row?.certified ?? 0, copies: row?.copies ?? 0 };
}

function isChanged({ row, state, originals, certified, copies }: PaperRowDraft): boolean {
  if (state === undefined) return false;
  return row === undefined || state !== row.state || originals !== row.originals || certified !== row.certified || copies !== row.copies;
}

function asBrought(draft: PaperRowDraft): readonly BroughtPaper[] {
  const { row, component, name, state, originals, certified, copies, database } = draft;
  if (state === undefined || !isChanged(draft)) return [];
  const known = row?.database ?? (database === undefined ? undefined : { name: database });
  return [
    {
      ...(row === undefined ? {} : { id: row.id }),
      ...(component === undefined ? {} : { component }),
      ...(component === undefined ? { name } : {}),
      state,
      ...(state === 'FROM_DATABASE' && known ? { database: known } : {}),
      originals,
      certified,
      copies,
    },
  ];
}

function AddPapersDialog(props: ActScreenProps) {
  const t = districtActs.addPapers;
  const catalogue = useCatalogue();
  const { state } = props;
  const documents = (state.intake && catalogue.find(state.intake.procedure)?.documents) ?? [];
  const [rows, setRows] = useState(() => rowsOf(state, documents));
  const [others, setOthers] = useState('');
  const why = useReason(t.reason, false);
  const [problem, setProblem] = useState<string>();
  const input = () => {
    const extra = others.split('\n').flatMap((line): BroughtPaper[] => {
      const name = line.trim();
      return name === '' ? [] : [{ name, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }];
    });
    const papers = [...rows.flatMap(asBrought), ...extra];
    const uncounted = papers.some((one) => one.state === 'RECEIVED' && one.originals + one.certified + one.copies === 0);
    const said = papers.length === 0 ? t.unchanged : uncounted ? t.noCount : undefined;
    setProblem(said);
    return said === undefined ? { papers, reason: why.text } : undefined;
  };
  return (
    <ActDialog {...props} act={addPapersAct} input={input}>
      <Notice tone="grey">{t.text}</Notice>
      {rows.map((row, index) => (
        <PaperStateRow
          key={row.row?.id ?? `c${row.component}`}
          draft={row}
          first={index === 0}
          onChange={(next) => setRows(rows.with(index, next))}
        />
      ))}
      <Textarea
        label={t.others}
        description={t.othersHint}
        autosize
        minRows={1}
        value={others}
        onChange={(e) => setOthers(e.currentTarget.value)}
      />
      {why.field}
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
    </ActDialog>
  );
}
