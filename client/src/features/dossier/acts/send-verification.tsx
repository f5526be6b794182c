/** Gửi xác minh: another agency is asked, the limit goes on. */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useDayToCome, useText } from './typed-fields.tsx';

export const sendVerificationAct: DossierAct<'sendVerification'> = {
  command: 'sendVerification',
  words: districtActs.sendVerification,
  place: 'more',
  screen: SendVerificationDialog,
};

function SendVerificationDialog(props: ActScreenProps) {
  const t = districtActs.sendVerification;
  const to = useText({ label: t.to, required: true, first: true });
  const question = useText({ label: t.question, required: true, lines: 2 });
  const day = useDayToCome({ label: t.answerBy });
  const input = () => {
    const answerBy = day.read();
    return answerBy === 'wrong' ? undefined : { to: to.text, question: question.text, ...(answerBy ? { answerBy } : {}) };
  };
  return (
    <ActDialog {...props} act={sendVerificationAct} input={input}>
      <Notice tone="grey">{t.text}</Notice>
      {to.field}
      {question.field}
      {day.field}
    </ActDialog>
  );
}
