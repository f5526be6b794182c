/** Thu hồi một máy: cannot be undone, said plainly. */
import { useServices } from '../../kit/services-context.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import type { DeviceRow } from '../../contract/admin.ts';

export function RevokeDialog({ device, ...ends }: AdminDialogEnds & { readonly device: DeviceRow }) {
  const t = adminTexts.devices;
  const { admin } = useServices();
  return (
    <AdminDialog
      {...ends}
      title={t.revokeTitle(device.name)}
      submit={t.revoke}
      danger
      send={() => admin.revokeDevice(device.id)}
      onSent={ends.onClose}
    >
      <p>{t.revokeText}</p>
    </AdminDialog>
  );
}
