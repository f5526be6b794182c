/** Where many units come from: a place of the country's list, found by name without marks or by code, or a file that the centre reads. */
import { useState } from 'react';
import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core';
import type { ProposalRow } from '@onestop/shared/reference/office-proposal.ts';
import { type FoundUnit, type UnitForm, unitForms } from '@onestop/shared/reference/unit-list.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { ListProblems } from './list-problems.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { units } from '../../texts/vi/units.ts';
import { vi } from '../../texts/vi.ts';
import classes from './admin.module.css';
import { useAdminCall } from './use-admin-call.ts';

interface UnitFinderProps {
  readonly onOffer: (rows: readonly ProposalRow[], isTicked: boolean) => void;
  readonly onNeedSession: () => void;
}

export function UnitFinder({ onOffer, onNeedSession }: UnitFinderProps) {
  const t = units.list;
  const { admin, office } = useServices();
  const centre = useLive(office);
  const { run, busy, problem } = useAdminCall(onNeedSession);
  // Only the list of before has districts.
  const [form, setForm] = useState<UnitForm>(centre?.kind === 'CENTRE' ? 'BEFORE_2025_07' : 'SINCE_2025_07');
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly FoundUnit[]>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const find = async () => {
    const answer = await run(() => admin.findUnits(query, form));
    if (answer.ok) setFound(answer.value.slice(0, 12));
  };
  const choose = async (unit: FoundUnit) => {
    if (unit.kind === 'COMMUNE') return onOffer([{ code: unit.code, name: unit.name, syncs: true }], true);
    const answer = await run(() => admin.communesOf(unit.code, form));
    // A district's are taken as they are; of a province's only some.
    if (answer.ok)
      onOffer(
        answer.value.map(({ code, name }) => ({ code, name, syncs: true })),
        unit.kind === 'DISTRICT',
      );
  };
  const read = async (file: File | null) => {
    if (file === null) return;
    const answer = await run(() => admin.readOfficeFile(file));
    if (!answer.ok) return;
    setProblems('problems' in answer.value ? answer.value.problems : []);
    if ('rows' in answer.value) onOffer(answer.value.rows, true);
  };
  return (
    <>
      <div className={classes.pairs}>
        <NativeSelect
          label={t.form}
          value={form}
          data={unitForms.toReversed().map((value) => ({ value, label: t.forms[value] }))}
          onChange={(e) => setForm(e.currentTarget.value as UnitForm)}
        />
        <div className={classes.bar}>
          <TextInput
            label={t.search}
            data-autofocus
            value={query}
            onChange={(e) => setQuery(e.currentTarget.value)}
            onKeyDown={(e) => {
              // Enter here looks, and saves nothing.
              if (e.key !== 'Enter') return;
              e.preventDefault();
              void find();
            }}
            style={{ flex: '1 1 12rem' }}
          />
          <Button variant="default" loading={busy} onClick={() => void find()}>
            {t.find}
          </Button>
        </div>
        <FileInput
          placeholder={vi.common.chooseFile}
          label={t.file}
          accept=".xlsx,.csv,.txt"
          clearable
          clearButtonProps={{ 'aria-label': vi.common.clearFile }}
          onChange={(file) => void read(file)}
        />
      </div>
      {problem !== undefined && <Notice tone="red">{problem}</Notice>}
      {problems.length > 0 && <ListProblems title={units.list.problems(problems.length)} problems={problems} />}
      {found?.length === 0 && <Notice>{t.nothingFound}</Notice>}
      {found !== undefined && found.length > 0 && <Found units={found} onChoose={(unit) => void choose(unit)} />}
    </>
  );
}

function Found({ units: found, onChoose }: { readonly units: readonly FoundUnit[]; readonly onChoose: (unit: FoundUnit) => void }) {
  return (
    <div role="group" aria-label={units.list.found} className={classes.acts}>
      {found.map((unit) => (
        <Button key={unit.code} variant="default" size="compact-md" onClick={() => onChoose(unit)}>
          {[unit.name, ...unit.above].join(', ')} · {unit.code}
        </Button>
      ))}
    </div>
  );
}
