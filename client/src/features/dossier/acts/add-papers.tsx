/** Thêm, sửa giấy tờ: papers that came without having been asked for in writing, and ticks that were wrong. Only rows that were changed are written. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import type { BroughtPaper } from '@onestop/shared/dossier/papers.ts';
import { useCatalogue } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { asPaper, isChanged, rowsOf } from './paper-drafts.ts';
import { PaperStateRow } from './paper-state-row.tsx';
import { useReason } from './typed-fields.tsx';

export const addPapersAct: DossierAct<'addPapers'> = {
  command: 'addPapers',
  words: districtActs.addPapers,
  place: 'more',
  screen: AddPapersDialog,
};

function AddPapersDialog(props: ActScreenProps) {
  const t = districtActs.addPapers;
  const catalogue = useCatalogue();
  const { state } = props;
  const documents = (state.intake && catalogue.find(state.intake.procedure)?.documents) ?? [];
  const [rows, setRows] = useState(() => rowsOf(state.intake?.papers ?? [], documents));
  const [others, setOthers] = useState('');
  const why = useReason(t.reason, false);
  const [problem, setProblem] = useState<string>();
  const input = () => {
    const extra = others.split('\n').flatMap((line): BroughtPaper[] => {
      const name = line.trim();
      return name === '' ? [] : [{ name, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }];
    });
    const papers = [...rows.filter(isChanged).flatMap((row) => asPaper(row) ?? []), ...extra];
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
