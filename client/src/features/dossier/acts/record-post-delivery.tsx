/** Ghi bưu chính đã phát: the second moment of a result that was posted, as the post tells it; never filled in for the officer. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import { parseMinute } from '@onestop/shared/text/minute-input.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useDayGone, useNote, useText } from './typed-fields.tsx';

export const recordPostDeliveryAct: DossierAct<'recordPostDelivery'> = {
  command: 'recordPostDelivery',
  words: districtActs.recordPostDelivery,
  place: 'next',
  key: 'F9',
  screen: RecordPostDeliveryDialog,
};

function RecordPostDeliveryDialog(props: ActScreenProps) {
  const t = districtActs.recordPostDelivery;
  const { now } = useServices();
  const posted = props.state.returned?.at ?? 0;
  const day = useDayGone({ label: t.date, required: true, first: true });
  const [time, setTime] = useState('');
  const [wrong, setWrong] = useState<'time' | 'moment'>();
  const receiver = useText({ label: t.receiver });
  const note = useNote();
  const input = () => {
    const date = day.read();
    const minute = parseMinute(time);
    setWrong(minute === undefined ? 'time' : undefined);
    if (date === undefined || date === 'wrong' || minute === undefined) return undefined;
    const deliveredAt = civilToInstant(date, minute);
    if (deliveredAt > now() || deliveredAt < posted) {
      setWrong('moment');
      return undefined;
    }
    return { deliveredAt, ...(receiver.text ? { receiver: receiver.text } : {}), ...note.input };
  };
  return (
    <ActDialog {...props} act={recordPostDeliveryAct} input={input}>
      {day.field}
      <TextInput
        label={t.time}
        description={t.timeHint}
        required
        value={time}
        error={wrong === 'time' ? t.timeWrong : undefined}
        onChange={(e) => setTime(e.currentTarget.value)}
      />
      {wrong === 'moment' && <Notice tone="red">{t.between(formatDateTime(posted))}</Notice>}
      {receiver.field}
      {note.field}
    </ActDialog>
  );
}
