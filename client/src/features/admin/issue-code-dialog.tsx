/** A one-time enrolment code for one device: typed or scanned there. It is shown here and nowhere else. */
import { useState, type FormEvent } from 'react';
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { IssuedCode } from '../../kit/issued-code.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useAdminCall } from './use-admin-call.ts';

export function IssueCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = vi.admin.devices;
  const { admin, reference, office } = useServices();
  const offices = (useLive(reference)?.offices ?? []).filter((one) => one.syncs);
  const own = useLive(office);
  const [chosen, setChosen] = useState<string>(own?.id ?? offices[0]?.id ?? '');
  const [deviceName, setDeviceName] = useState('');
  const [issued, setIssued] = useState<{ readonly code: string; readonly expiresAt: Instant }>();
  const call = useAdminCall();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const target = offices.find((one) => one.id === chosen);
    if (!target) return;
    const answer = await call.run(() => admin.issueEnrolCode({ office: target.id, deviceName: deviceName.trim() }));
    if (answer) setIssued(answer);
  };
  return (
    <Modal opened onClose={onClose} title={t.issueTitle}>
      {issued ? (
        <IssuedCode code={issued.code} expiresAt={issued.expiresAt} />
      ) : (
        <form onSubmit={(event) => void submit(event)} style={{ display: 'flex', flexDirection: 'column', gap: '0.9rem' }}>
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
          {call.problem !== undefined && (
            <Notice tone="red" alert>
              {call.problem}
            </Notice>
          )}
          <div className={pageClasses.buttons}>
            <Button type="submit" loading={call.busy}>
              {t.issue}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
