/**
 * Ghi tệp của hồ sơ: which scan or photograph belongs to the dossier, by name, size and the SHA-256 of its bytes. The file itself stays where it is: it is neither
 * copied nor sent yet, and the dialog says so.
 */
import { useState } from 'react';
import { FileInput, NativeSelect } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { bytesToHex } from '@onestop/shared/kernel/bytes.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatBytes } from '../../../texts/format.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

const t = offers.attachFile;

export const attachFileAct: DossierAct<'attachFile'> = {
  command: 'attachFile',
  words: t,
  place: 'more',
  screen: AttachFileDialog,
};

type FileFacts = Pick<CommandInput<'attachFile'>, 'hash' | 'bytes' | 'mediaType' | 'name'>;
type Kind = CommandInput<'attachFile'>['kind'];

const nameMax = 200;

function AttachFileDialog(props: ActScreenProps) {
  const papers = props.state.intake?.papers ?? [];
  const [file, setFile] = useState<File | null>(null);
  const [facts, setFacts] = useState<FileFacts>();
  const [problem, setProblem] = useState<string>();
  const [kind, setKind] = useState<Kind>('PAPER');
  const [paper, setPaper] = useState('');
  const take = async (next: File | null) => {
    setFile(next);
    setFacts(undefined);
    setProblem(undefined);
    if (next === null) return;
    if (next.size === 0) return setProblem(t.empty);
    try {
      setFacts(await factsOf(next));
    } catch {
      // Moved, or on a stick that was pulled out: the browser says no more than that.
      setProblem(t.unreadable);
    }
  };
  const input = (): CommandInput<'attachFile'> | undefined => {
    if (!facts) setProblem(problem ?? t.fileMissing);
    return facts && { ...facts, kind, ...(kind === 'PAPER' && paper !== '' ? { paper: Number(paper) } : {}) };
  };
  return (
    <ActDialog {...props} act={attachFileAct} input={input}>
      <Notice tone="amber">{t.text}</Notice>
      <FileInput
        label={t.file}
        data-autofocus
        value={file}
        error={problem}
        description={facts && t.chosen(facts.name, formatBytes(facts.bytes))}
        onChange={(next) => void take(next)}
      />
      <NativeSelect
        label={t.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
      />
      {kind === 'PAPER' && papers.length > 0 && (
        <NativeSelect
          label={t.paper}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
          data={[
            { value: '', label: t.anyPaper },
            ...papers.flatMap(({ id, name }) => (name === undefined ? [] : [{ value: String(id), label: name }])),
          ]}
        />
      )}
    </ActDialog>
  );
}

async function factsOf(file: File): Promise<FileFacts> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const name = file.name.normalize('NFC').trim().slice(0, nameMax) || t.kinds.OTHER;
  return { hash, bytes: bytes.length, mediaType: file.type || 'application/octet-stream', name };
}
