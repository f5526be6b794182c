/** Ghi đã nhắc nhận kết quả: how the citizen was told that his result waits. */
import { useState } from 'react';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { OneOf } from './one-of.tsx';
import { useNote } from './typed-fields.tsx';

export const remindUncollectedAct: DossierAct<'remindUncollected'> = {
  command: 'remindUncollected',
  words: districtActs.remindUncollected,
  place: 'more',
  screen: RemindUncollectedDialog,
};

function RemindUncollectedDialog(props: ActScreenProps) {
  const t = districtActs.remindUncollected;
  const [by, setBy] = useState<CommandInput<'remindUncollected'>['by']>();
  const [asked, setAsked] = useState(false);
  const note = useNote();
  const input = () => {
    setAsked(true);
    return by && { by, ...note.input };
  };
  return (
    <ActDialog {...props} act={remindUncollectedAct} input={input}>
      <OneOf label={t.by} names={t.ways} value={by} error={asked && by === undefined ? t.missing : undefined} onChange={setBy} />
      {note.field}
    </ActDialog>
  );
}
