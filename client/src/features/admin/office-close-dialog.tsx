/** Closing a unit from a day, with the unit that goes on with its work: what happens to devices, officers and dossiers is said before it is done. Taken back while that day is not over. */
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { err } from '@onestop/shared/kernel/result.ts';
import { successorsFor } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { DateBox, readDateBox } from '../../kit/ui/date-box.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { formatDate } from '../../texts/format.ts';
import { units } from '../../texts/vi/units.ts';
import { vi } from '../../texts/vi.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { useDeviceCount } from './use-roster.ts';

interface OfficeEndProps extends AdminDialogEnds {
  readonly office: Office;
  /** What is said when it is done. */
  readonly onSaved: (said: string) => void;
}

export function OfficeCloseDialog({ office, onSaved, ...ends }: OfficeEndProps) {
  const t = units.close;
  const { admin, reference, now } = useServices();
  const data = useLive(reference);
  const devices = useDeviceCount(office.id);
  const successors = successorsFor(office, data?.offices ?? []);
  const staff = (data?.staff ?? []).filter((one) => one.office === office.id && one.active).length;
  const [lastDay, setLastDay] = useState('');
  const [successor, setSuccessor] = useState('');
  const [tried, setTried] = useState(false);
  const limits = { earliest: instantToPlainDate(now()) };
  const day = readDateBox(lastDay, limits);
  const send = async () => {
    setTried(true);
    if (day === undefined || day === 'wrong' || successor === '') return err({ code: 'admin/invalid' as const });
    return admin.closeOffice(office.id, { validTo: day, successor: successor as OfficeId });
  };
  const said = day === undefined || day === 'wrong' ? '' : formatDate(day);
  return (
    <AdminDialog
      {...ends}
      title={t.title(office.name)}
      submit={t.submit}
      danger
      send={send}
      onSent={() => onSaved(t.saved(office.name, said))}
    >
      <DateBox label={t.lastDay} value={lastDay} onChange={setLastDay} limits={limits} tried={tried} required first />
      {successors.length === 0 ? (
        <Notice tone="red">{t.noSuccessor}</Notice>
      ) : (
        <NativeSelect
          label={t.successor}
          required
          value={successor}
          error={tried && successor === '' && vi.common.fieldMissing(t.successor)}
          data={[{ value: '', label: t.choose }, ...successors.map((one) => ({ value: one.id as string, label: one.name }))]}
          onChange={(e) => setSuccessor(e.currentTarget.value)}
        />
      )}
      <Notice tone="amber">
        <ul>
          <li>{devices === undefined ? t.devicesUnknown : t.devices(devices)}</li>
          <li>{t.staff(staff)}</li>
          <li>{t.rest}</li>
        </ul>
      </Notice>
    </AdminDialog>
  );
}

export function OfficeReopenDialog({ office, onSaved, ...ends }: OfficeEndProps) {
  const t = units.close;
  const { admin } = useServices();
  return (
    <AdminDialog
      {...ends}
      title={t.undoTitle(office.name)}
      submit={t.undo}
      send={() => admin.reopenOffice(office.id)}
      onSent={() => onSaved(t.undone(office.name))}
    >
      <p>{t.undoText}</p>
    </AdminDialog>
  );
}
