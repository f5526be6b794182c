/** Ghi đã xử lý xong: the desk has the result in its hands. */
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useResultFields } from './result-fields.tsx';

export const finishAct: DossierAct<'finish'> = {
  command: 'finish',
  words: vi.dossier.finish,
  place: 'next',
  key: 'F9',
  screen: FinishDialog,
};

function FinishDialog(props: ActScreenProps) {
  const { state } = props;
  const result = useResultFields(state);
  const input = () => {
    const told = result.input();
    return told && { result: told };
  };
  return (
    <ActDialog {...props} act={finishAct} input={input}>
      {state.status === 'AT_DISTRICT' && <Notice tone="amber">{vi.dossier.finish.atDistrict}</Notice>}
      {result.fields}
    </ActDialog>
  );
}
