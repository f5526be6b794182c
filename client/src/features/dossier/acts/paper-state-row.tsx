/** One paper of a dossier as it stands, to be put right: what became of it, and how many of it lie here. */
import { NativeSelect, TextInput } from '@mantine/core';
import { type PaperQuantities, type PaperState, paperStates, type PaperTick } from '@onestop/shared/dossier/papers.ts';
import { capitalise } from '../../../texts/format.ts';
import { paperStateNames } from '../../../texts/statuses.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import { vi } from '../../../texts/vi.ts';

export interface PaperRowDraft extends PaperQuantities {
  /** As it is recorded; absent: not yet. */
  readonly row?: PaperTick | undefined;
  readonly component?: number | undefined;
  readonly name: string;
  /** As many as the list asks for. */
  readonly usual: Pick<PaperQuantities, 'originals' | 'copies'>;
  /** Where it can be looked up instead. */
  readonly database?: string | undefined;
  readonly state: PaperState | undefined;
}

interface PaperStateRowProps {
  readonly draft: PaperRowDraft;
  readonly first: boolean;
  readonly onChange: (next: PaperRowDraft) => void;
}

const none = { originals: 0, certified: 0, copies: 0 };

export function PaperStateRow({ draft, first, onChange }: PaperStateRowProps) {
  const t = districtActs.addPapers;
  const canLookUp = draft.database !== undefined || draft.row?.state === 'FROM_DATABASE';
  const offered = paperStates.filter((one) => one !== 'FROM_DATABASE' || canLookUp);
  const choose = (state: PaperState | undefined) => {
    const { originals, copies } = draft.usual;
    const here = originals + copies > 0 ? { originals, certified: 0, copies } : { ...none, originals: 1 };
    onChange({ ...draft, state, ...(state === 'RECEIVED' ? here : none) });
  };
  return (
    <div style={{ display: 'grid', gap: '0.3rem' }}>
      <NativeSelect
        label={draft.name}
        aria-label={t.stateOf(draft.name)}
        value={draft.state ?? ''}
        {...(first ? { 'data-autofocus': true } : {})}
        onChange={(e) => choose(e.currentTarget.value === '' ? undefined : (e.currentTarget.value as PaperState))}
        data={[
          ...(draft.row === undefined ? [{ value: '', label: t.nothing }] : []),
          ...offered.map((value) => ({ value, label: capitalise(paperStateNames[value]) })),
        ]}
      />
      {draft.state === 'RECEIVED' && (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '0.5rem' }}>
          {(
            [
              ['originals', vi.dossier.original],
              ['certified', vi.dossier.certified],
              ['copies', vi.dossier.copies],
            ] as const
          ).map(([key, kind]) => (
            <TextInput
              key={key}
              label={capitalise(kind)}
              aria-label={t.countOf(capitalise(kind), draft.name)}
              inputMode="numeric"
              value={String(draft[key])}
              onFocus={(e) => e.currentTarget.select()}
              onChange={(e) => onChange({ ...draft, [key]: Number(e.currentTarget.value.replace(/\D/g, '').slice(-3)) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
