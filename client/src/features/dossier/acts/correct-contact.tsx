/**
 * Sửa thông tin liên hệ: phone, e-mail, addresses. Only what was changed is written; what was emptied is taken out. The phone that stands is masked as on the
 * page, so that the dialog shows nobody more than the page does.
 */
import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { maskPhone } from '@onestop/shared/text/mask.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useText } from './typed-fields.tsx';

export const correctContactAct: DossierAct<'correctContact'> = {
  command: 'correctContact',
  words: districtActs.correctContact,
  place: 'more',
  screen: CorrectContactDialog,
};

type Contact = CommandInput<'correctContact'>;

function CorrectContactDialog(props: ActScreenProps) {
  const t = districtActs.correctContact;
  const { intake } = props.state;
  const { phone: known, email: knownEmail, address: knownAddress } = intake?.owner ?? {};
  const hint = known === undefined ? undefined : t.standsNow(maskPhone(known));
  const phone = useText({ label: t.phone, first: true, hint });
  const [clearPhone, setClearPhone] = useState(false);
  const email = useText({ label: t.email, initial: knownEmail });
  const address = useText({ label: t.address, initial: knownAddress });
  const returnAddress = useText({ label: t.returnAddress, initial: intake?.returnAddress });
  const [unchanged, setUnchanged] = useState(false);
  const input = (): Contact | undefined => {
    const boxes = [
      ['email', email.text, knownEmail],
      ['address', address.text, knownAddress],
      ['returnAddress', returnAddress.text, intake?.returnAddress],
    ] as const;
    const clear = [
      ...(clearPhone && phone.text === '' ? (['phone'] as const) : []),
      ...boxes.flatMap(([key, typed, stands]) => (typed === '' && stands !== undefined ? [key] : [])),
    ];
    const given = Object.fromEntries([
      ...(phone.text === '' ? [] : [['phone', phone.text]]),
      ...boxes.flatMap(([key, typed, stands]) => (typed === '' || typed === stands ? [] : [[key, typed]])),
    ]) as Omit<Contact, 'clear'>;
    const nothing = clear.length === 0 && Object.keys(given).length === 0;
    setUnchanged(nothing);
    return nothing ? undefined : { ...given, ...(clear.length > 0 ? { clear } : {}) };
  };
  return (
    <ActDialog {...props} act={correctContactAct} input={input}>
      {phone.field}
      {known !== undefined && phone.text === '' && (
        <Checkbox label={t.clearPhone} checked={clearPhone} onChange={(e) => setClearPhone(e.currentTarget.checked)} />
      )}
      {email.field}
      {address.field}
      {returnAddress.field}
      {unchanged && <Notice tone="red">{t.unchanged}</Notice>}
    </ActDialog>
  );
}
