/** A one-time enrolment code for one device: typed or scanned there. It is shown here and nowhere else. */
import { useState } from 'react';
import { Modal, NativeSelect, TextInput } from '@mantine/core';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { IssuedCode } from '../../kit/issued-code.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { useWorkingOffices } from './use-roster.ts';

export function IssueCodeDialog(ends: AdminDialogEnds) {
  const t = adminTexts.devices;
  const { admin, office } = useServices();
  const offices = useWorkingOffices();
  const own = useLive(office);
  const [chosen, setChosen] = useState<string>(own?.id ?? offices[0]?.id ?? '');
  const [deviceName, setDeviceName] = useState('');
  const [issued, setIssued] = useState<{ readonly code: string; readonly expiresAt: Instant }>();
  if (issued)
    return (
      <Modal opened onClose={ends.onClose} title={t.issueTitle}>
        <IssuedCode code={issued.code} expiresAt={issued.expiresAt} />
      </Modal>
    );
  return (
    <AdminDialog
      {...ends}
      title={t.issueTitle}
      submit={t.issue}
      // What stands in the list of offices is an office.
      send={() => admin.issueEnrolCode({ office: chosen as OfficeId, deviceName: deviceName.trim() })}
      onSent={setIssued}
    >
      <NativeSelect
        label={t.office}
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={offices.map((one) => ({ value: one.id as string, label: one.name }))}
      />
      <TextInput
        label={t.deviceName}
        description={t.deviceNameHint}
        required
        data-autofocus
        value={deviceName}
        onChange={(e) => setDeviceName(e.currentTarget.value)}
      />
    </AdminDialog>
  );
}
