/**
 * Sửa thông tin chủ hồ sơ: name, birth, sex or number taken down wrongly, with the reason and the paper it rests on. Only what was changed is written; numbers that
 * stand are masked as on the page.
 */
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { DateBox, readPartialDateBox } from '../../../kit/ui/date-box.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useDayGone, useReason, useText } from './typed-fields.tsx';

export const correctIdentityAct: DossierAct<'correctIdentity'> = {
  command: 'correctIdentity',
  words: districtActs.correctIdentity,
  place: 'more',
  screen: CorrectIdentityDialog,
};

type Identity = CommandInput<'correctIdentity'>;
type Sex = NonNullable<Identity['sex']>;

function CorrectIdentityDialog(props: ActScreenProps) {
  const t = districtActs.correctIdentity;
  const owner = props.state.intake?.owner;
  const limits = { today: instantToPlainDate(useServices().now()), partial: true };
  const isPerson = owner?.kind !== 'ORGANISATION';
  const name = useText({ label: isPerson ? t.fullName : t.organisation, required: true, first: true, initial: owner?.fullName });
  const [birth, setBirth] = useState('');
  const [sex, setSex] = useState<Sex | ''>(owner?.sex ?? '');
  const number = useText({ label: t.idNumber, hint: owner?.idNumber && t.standsNow(maskIdNumber(owner.idNumber)) });
  const issued = useDayGone({ label: t.idIssuedOn });
  const why = useReason(t.reason, false);
  const [tried, setTried] = useState(false);
  const [unchanged, setUnchanged] = useState(false);
  const input = (): Identity | undefined => {
    setTried(true);
    const birthDate = readPartialDateBox(birth, limits);
    const idIssuedOn = issued.read();
    if (birthDate === 'wrong' || idIssuedOn === 'wrong') return undefined;
    const changes = {
      ...(name.text === owner?.fullName ? {} : { fullName: name.text }),
      ...(birthDate === undefined || birthDate === owner?.birthDate ? {} : { birthDate }),
      ...(sex === '' || sex === owner?.sex ? {} : { sex }),
      ...(number.text === '' || number.text === owner?.idNumber ? {} : { idNumber: number.text }),
      ...(idIssuedOn === undefined || idIssuedOn === owner?.idIssuedOn ? {} : { idIssuedOn }),
    };
    const nothing = Object.keys(changes).length === 0;
    setUnchanged(nothing);
    return nothing ? undefined : { ...changes, reason: why.text };
  };
  return (
    <ActDialog {...props} act={correctIdentityAct} input={input}>
      <Notice tone="amber">{t.text}</Notice>
      {name.field}
      {isPerson && (
        <>
          <DateBox
            label={`${t.birth} (${vi.dossier.optional})`}
            hint={owner?.birthDate && t.standsNow(owner.birthDate.slice(0, 4))}
            value={birth}
            onChange={setBirth}
            limits={limits}
            tried={tried}
          />
          <NativeSelect
            label={t.sex}
            value={sex}
            onChange={(e) => setSex(e.currentTarget.value as Sex | '')}
            data={[
              ...(owner?.sex === undefined ? [{ value: '', label: t.sexUnknown }] : []),
              ...(['MALE', 'FEMALE'] as const).map((value) => ({ value, label: t.sexes[value] })),
            ]}
          />
          {number.field}
          {issued.field}
        </>
      )}
      {why.field}
      {unchanged && <Notice tone="red">{t.unchanged}</Notice>}
    </ActDialog>
  );
}
