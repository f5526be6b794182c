/** The four blocks of the form: one is open, the others tell in a line what they hold. */
import type { Dispatch } from 'react';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { ApplicantBlock, type CardNote, partyLine } from './applicant-block.tsx';
import { DueBlock, dueLine } from './due-block.tsx';
import { type BlockName, blockNames, type IntakeAction, type IntakeForm } from './intake-form.ts';
import { PapersBlock, papersLine } from './papers-block.tsx';
import { ProcedureBlock } from './procedure-block.tsx';
import { Section } from './section.tsx';
import type { DuePreview } from './use-due-preview.ts';

interface IntakeBlocksProps {
  readonly form: IntakeForm;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly procedure: Procedure | undefined;
  readonly preview: DuePreview;
  /** In force today and taken in by this desk. */
  readonly procedures: readonly Procedure[];
  readonly mostUsed: readonly string[];
  readonly wrongBlocks: ReadonlySet<BlockName>;
  readonly card: { readonly note: CardNote | undefined; readonly take: (text: string) => boolean };
  readonly onCamera: () => void;
  readonly onGuide: () => void;
}

export function IntakeBlocks(props: IntakeBlocksProps) {
  const { form, dispatch, procedure, preview, wrongBlocks } = props;
  const lines: Readonly<Record<BlockName, string>> = {
    procedure: procedure?.name ?? '',
    applicant: partyLine(form.owner, form.owner.idNumber && maskIdNumber(form.owner.idNumber.trim())),
    papers: form.procedure ? papersLine(form) : '',
    due: form.procedure ? dueLine(form, preview) : '',
  };
  return blockNames.map((name, index) => (
    <Section
      key={name}
      block={name}
      number={index + 1}
      name={texts.blocks[name]}
      open={form.open === name}
      line={lines[name]}
      wrong={wrongBlocks.has(name)}
      onOpen={() => dispatch({ type: 'opened', block: name })}
      hasNext={name !== 'due' && name !== 'procedure'}
    >
      {form.open === name ? <Block name={name} {...props} /> : null}
    </Section>
  ));
}

function Block({
  name,
  form,
  dispatch,
  procedure,
  preview,
  procedures,
  mostUsed,
  card,
  onCamera,
  onGuide,
}: IntakeBlocksProps & { readonly name: BlockName }) {
  switch (name) {
    case 'procedure':
      return (
        <ProcedureBlock
          procedures={procedures}
          mostUsed={mostUsed}
          onPick={(picked) => dispatch({ type: 'procedurePicked', procedure: picked })}
        />
      );
    case 'applicant':
      return <ApplicantBlock form={form} dispatch={dispatch} cardNote={card.note} onCard={card.take} onCamera={onCamera} />;
    case 'papers':
      return <PapersBlock form={form} procedure={procedure} dispatch={dispatch} onGuide={onGuide} />;
    case 'due':
      return <DueBlock form={form} procedure={procedure} preview={preview} dispatch={dispatch} />;
  }
}
