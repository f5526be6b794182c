/** Chuyển kết quả về xã: what the district decided, as the paper that goes down with it. */
import { useCatalogue } from '../../../kit/use-reference.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useResultFields } from './result-fields.tsx';
import { useText } from './typed-fields.tsx';

export const sendResultDownAct: DossierAct<'sendResultDown'> = {
  command: 'sendResultDown',
  words: districtActs.sendResultDown,
  place: 'next',
  key: 'F9',
  screen: SendResultDownDialog,
};

function SendResultDownDialog(props: ActScreenProps) {
  const { state } = props;
  const t = districtActs.sendResultDown;
  const catalogue = useCatalogue();
  const published = state.intake && catalogue.find(state.intake.procedure)?.resultDocument;
  const result = useResultFields(state);
  const documentType = useText({ label: t.documentType, initial: state.result?.documentType ?? published ?? '' });
  // Whoever signed at the centre itself is known already.
  const signer = useText({ label: t.signer });
  const input = () => {
    const told = result.input();
    if (told === undefined) return undefined;
    const paper = {
      ...(documentType.text ? { documentType: documentType.text } : {}),
      ...(signer.text ? { signer: { kind: 'NAMED' as const, name: signer.text } } : {}),
    };
    return { result: { ...told, ...paper } };
  };
  return (
    <ActDialog {...props} act={sendResultDownAct} input={input}>
      {result.fields}
      {documentType.field}
      {state.signedBy === undefined && signer.field}
    </ActDialog>
  );
}
