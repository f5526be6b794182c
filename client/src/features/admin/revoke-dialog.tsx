/** Thu hồi một máy: cannot be undone, said plainly. */
import { Button, Modal } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import type { DeviceRow } from './devices-tab.tsx';
import { useAdminCall } from './use-admin-call.ts';

export function RevokeDialog({ device, onClose }: { readonly device: DeviceRow; readonly onClose: () => void }) {
  const t = vi.admin.devices;
  const { admin } = useServices();
  const call = useAdminCall();
  const revoke = async () => {
    const done = await call.run(async () => {
      const result = await admin.revokeDevice(device.id);
      return result.ok ? { ok: true as const, value: true } : result;
    });
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t.revokeTitle(device.name)}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: '0.9rem' }}>
        <p>{t.revokeText}</p>
        {call.problem !== undefined && (
          <Notice tone="red" alert>
            {call.problem}
          </Notice>
        )}
        <div className={pageClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            {vi.common.cancel}
          </Button>
          <Button color="red.9" loading={call.busy} onClick={() => void revoke()}>
            {t.revoke}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
