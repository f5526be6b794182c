/** Trả hồ sơ về xã: a wrong or incomplete transfer goes back to the commune, which reads why. */
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useReason } from './typed-fields.tsx';

export const sendBackUpAct: DossierAct<'sendBackUp'> = {
  command: 'sendBackUp',
  words: districtActs.sendBackUp,
  place: 'next',
  screen: SendBackUpDialog,
};

function SendBackUpDialog(props: ActScreenProps) {
  const why = useReason(districtActs.sendBackUp.reason);
  return (
    <ActDialog {...props} act={sendBackUpAct} danger input={() => ({ reason: why.text })}>
      <Notice tone="amber">{districtActs.sendBackUp.text}</Notice>
      {why.field}
    </ActDialog>
  );
}
