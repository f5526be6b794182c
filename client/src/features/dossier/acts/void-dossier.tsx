/** Hủy hồ sơ nhập nhầm: cannot be undone, so a plain sentence, the officer's reason and, once it was accepted, the leader who agreed. Never the primary act. */
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useSigner } from './signer-fields.tsx';
import { useReason } from './typed-fields.tsx';

export const voidDossierAct: DossierAct<'voidDossier'> = {
  command: 'voidDossier',
  words: vi.dossier.voidDossier,
  place: 'more',
  screen: VoidDossierDialog,
};

function VoidDossierDialog(props: ActScreenProps) {
  const t = vi.dossier.voidDossier;
  const isAccepted = props.state.code !== undefined;
  const reason = useReason(t.reason);
  const leader = useSigner('LEADER', t.approvedBy);
  const approval = isAccepted && leader.signer ? { approvedBy: leader.signer } : {};
  return (
    <ActDialog {...props} act={voidDossierAct} danger input={() => ({ reason: reason.text, ...approval })}>
      <Notice tone="amber">{isAccepted ? t.text : t.textDraft}</Notice>
      {reason.field}
      {isAccepted && leader.fields}
    </ActDialog>
  );
}
