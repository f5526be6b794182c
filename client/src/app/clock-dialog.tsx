/** An officer states day and hour, read off another clock. */
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { civilToInstant, type Instant } from '@onestop/shared/kernel/instant.ts';
import type { ClockNotice } from '@onestop/shared/sync/act-time.ts';
import { parseMinute } from '@onestop/shared/text/minute-input.ts';
import type { StateTimeError } from '../contract/device.ts';
import { useServices } from '../kit/services-context.tsx';
import { DateBox, readDateBox } from '../kit/ui/date-box.tsx';
import { Notice } from '../kit/ui/notice.tsx';
import { OwnForm } from '../kit/ui/own-form.tsx';
import { pageClasses } from '../kit/ui/page.tsx';
import { formatDateTime } from '../texts/format.ts';
import { vi } from '../texts/vi.ts';

/** Which days make sense is what is asked here: the year is typed in full. */
const anyDay = {};

export function ClockDialog({ notice, onClose }: { readonly notice: ClockNotice; readonly onClose: () => void }) {
  const t = vi.clock.dialog;
  const { device } = useServices();
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<StateTimeError>();
  const day = readDateBox(date, anyDay);
  const minute = parseMinute(time);
  const at = day === undefined || day === 'wrong' || minute === undefined ? undefined : civilToInstant(day, minute);
  const send = async () => {
    setAsked(true);
    setRefused(undefined);
    if (at === undefined) return;
    const stated = await device.stateTime(at);
    if (stated.ok) onClose();
    else setRefused(stated.error);
  };
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <OwnForm
        onSubmit={() => void send()}
        buttons={
          <div className={pageClasses.buttons}>
            <Button variant="default" onClick={onClose}>
              {vi.common.cancel}
            </Button>
            <Button type="submit">{t.submit}</Button>
          </div>
        }
      >
        <p>{t.what}</p>
        <DateBox label={t.date} value={date} onChange={setDate} limits={anyDay} tried={asked} required first />
        <TextInput
          label={t.time}
          description={t.timeHint}
          required
          value={time}
          error={asked && minute === undefined ? t.badTime : undefined}
          onChange={(e) => setTime(e.currentTarget.value)}
        />
        {isBeforeOwnAct(notice, at) && <Notice tone="amber">{t.beforeOwn(formatDateTime(notice.floor))}</Notice>}
        {refused && (
          <Notice tone="red" alert>
            {refusedText(refused)}
          </Notice>
        )}
      </OwnForm>
    </Modal>
  );
}

function isBeforeOwnAct(notice: ClockNotice, at: Instant | undefined): notice is Extract<ClockNotice, { readonly kind: 'TOO_EARLY' }> {
  return at !== undefined && notice.kind === 'TOO_EARLY' && notice.floorIs === 'OWN_ACT' && at < notice.floor;
}

function refusedText(error: StateTimeError): string {
  const t = vi.clock.dialog;
  switch (error.code) {
    case 'clock/too-early':
      return t.tooEarly(formatDateTime(error.floor));
    case 'clock/too-late':
      return t.tooLate(formatDateTime(error.ceiling));
    case 'storage/full':
      return vi.common.storageFull;
    default:
      return vi.common.storageOther;
  }
}
