/** Đổi cách nhận kết quả: as the citizen wishes it now; for the post, where to. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { returnChannelNames } from '../../../texts/statuses.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { OneOf } from './one-of.tsx';
import { useNote } from './typed-fields.tsx';

export const changeReturnChannelAct: DossierAct<'changeReturnChannel'> = {
  command: 'changeReturnChannel',
  words: districtActs.changeReturnChannel,
  place: 'more',
  screen: ChangeReturnChannelDialog,
};

function ChangeReturnChannelDialog(props: ActScreenProps) {
  const t = districtActs.changeReturnChannel;
  const { intake } = props.state;
  const [returnChannel, setChannel] = useState<CommandInput<'changeReturnChannel'>['returnChannel']>(intake?.returnChannel ?? 'DESK');
  const [address, setAddress] = useState(intake?.returnAddress ?? intake?.owner.address ?? '');
  const [unchanged, setUnchanged] = useState(false);
  const note = useNote();
  const returnAddress = returnChannel === 'POST' ? address.trim() : '';
  const input = () => {
    const same = returnChannel === intake?.returnChannel && (returnAddress === '' || returnAddress === intake.returnAddress);
    setUnchanged(same);
    return same ? undefined : { returnChannel, ...(returnAddress ? { returnAddress } : {}), ...note.input };
  };
  return (
    <ActDialog {...props} act={changeReturnChannelAct} input={input}>
      <OneOf label={t.channel} names={returnChannelNames} value={returnChannel} onChange={setChannel} />
      {returnChannel === 'POST' && (
        <TextInput label={t.address} required value={address} onChange={(e) => setAddress(e.currentTarget.value)} />
      )}
      {note.field}
      {unchanged && <Notice tone="red">{t.unchanged}</Notice>}
    </ActDialog>
  );
}
