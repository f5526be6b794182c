/** Ghi kết quả xác minh: what the agency answered, and on which paper. */
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useDayGone, useText } from './typed-fields.tsx';

export const recordVerificationAct: DossierAct<'recordVerification'> = {
  command: 'recordVerification',
  words: districtActs.recordVerification,
  place: 'next',
  key: 'F9',
  screen: RecordVerificationDialog,
};

function RecordVerificationDialog(props: ActScreenProps) {
  const t = districtActs.recordVerification;
  const answer = useText({ label: t.answer, required: true, first: true, lines: 2 });
  const number = useText({ label: t.number });
  const day = useDayGone({ label: t.date });
  const input = () => {
    const date = day.read();
    if (date === 'wrong') return undefined;
    return { answer: answer.text, ...(number.text ? { number: number.text } : {}), ...(date ? { date } : {}) };
  };
  return (
    <ActDialog {...props} act={recordVerificationAct} input={input}>
      {answer.field}
      {number.field}
      {day.field}
    </ActDialog>
  );
}
