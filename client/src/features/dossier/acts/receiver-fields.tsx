/** Who takes the result. Whoever comes in the owner's place is written down with his paper and what he is to the owner. */
import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { type DossierState, type ReceiverPaper, type ReceiverRelation, receiverRelations } from '@onestop/shared/dossier/state.ts';
import { evidenceNames, relationNames } from '../../../texts/statuses.ts';
import { vi } from '../../../texts/vi.ts';

export type Receiver = 'OWNER' | 'SUBMITTER' | 'OTHER';

export interface ReceiverFacts {
  readonly who: Receiver;
  readonly name: string;
  readonly evidence: ReceiverPaper['evidence'];
  readonly number: string;
  readonly relation: ReceiverRelation | '';
}

const papers = ['CCCD', 'CAN_CUOC', 'VNEID', 'PASSPORT', 'CMND', 'OTHER'] as const satisfies readonly ReceiverPaper['evidence'][];
const empty = { name: '', evidence: 'CCCD', number: '', relation: '' } as const;

/** The first thing that is missing. */
export function receiverProblem({ who, name, number, relation }: ReceiverFacts): 'name' | 'number' | 'relation' | undefined {
  if (who === 'OWNER') return undefined;
  if (name.trim() === '') return 'name';
  if (number.trim() === '') return 'number';
  return relation === '' ? 'relation' : undefined;
}

export function receiverInput({ who, name, evidence, number, relation }: ReceiverFacts, owner: string) {
  if (who === 'OWNER') return { receiver: owner, receiverIsOwner: true };
  return {
    receiver: name.trim(),
    receiverIsOwner: false,
    receiverPaper: { evidence, number: number.trim() },
    ...(relation === '' ? {} : { relation }),
  };
}

interface ReceiverFieldsProps {
  readonly state: DossierState;
  readonly value: ReceiverFacts;
  readonly asked: boolean;
  readonly onChange: (next: ReceiverFacts) => void;
}

export function ReceiverFields({ state: { intake }, value, asked, onChange }: ReceiverFieldsProps) {
  const t = vi.dossier.returnResult;
  const submitter = intake?.submitter;
  const problem = asked ? receiverProblem(value) : undefined;
  const choose = (who: Receiver) => {
    if (who !== 'SUBMITTER' || !submitter) return onChange({ who, ...empty });
    const evidence = submitter.evidence === 'NONE' ? 'CCCD' : submitter.evidence;
    return onChange({ who, name: submitter.fullName, evidence, number: submitter.idNumber ?? '', relation: '' });
  };
  return (
    <>
      <Radio.Group label={t.receiver} value={value.who} onChange={(who) => choose(who as Receiver)}>
        <div style={{ display: 'grid', gap: '0.4rem', marginTop: '0.3rem' }}>
          <Radio value="OWNER" label={`${t.owner}: ${intake?.owner.fullName ?? ''}`} />
          {submitter && <Radio value="SUBMITTER" label={`${t.submitter}: ${submitter.fullName}`} />}
          <Radio value="OTHER" label={t.someoneElse} />
        </div>
      </Radio.Group>
      {value.who === 'OTHER' && (
        <TextInput
          label={t.receiverName}
          value={value.name}
          error={problem === 'name' ? t.missing : undefined}
          onChange={(e) => onChange({ ...value, name: e.currentTarget.value })}
        />
      )}
      {value.who !== 'OWNER' && (
        <>
          <NativeSelect
            label={t.paper}
            value={value.evidence}
            onChange={(e) => onChange({ ...value, evidence: e.currentTarget.value as ReceiverPaper['evidence'] })}
            data={papers.map((one) => ({ value: one, label: evidenceNames[one] }))}
          />
          <TextInput
            label={t.paperNumber}
            value={value.number}
            error={problem === 'number' ? t.missing : undefined}
            onChange={(e) => onChange({ ...value, number: e.currentTarget.value })}
          />
          <NativeSelect
            label={t.relation}
            value={value.relation}
            error={problem === 'relation' ? t.missing : undefined}
            onChange={(e) => onChange({ ...value, relation: e.currentTarget.value as ReceiverRelation })}
            data={[{ value: '', label: t.chooseRelation }, ...receiverRelations.map((one) => ({ value: one, label: relationNames[one] }))]}
          />
        </>
      )}
    </>
  );
}
