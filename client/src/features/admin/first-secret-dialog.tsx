/** A forgotten PIN: the centre makes a new one, shown once and printed as a slip. */
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { FirstSecret } from '../../contract/roster-admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { roster } from '../../texts/vi/roster.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';

interface FirstSecretDialogProps extends AdminDialogEnds {
  readonly staff: Staff;
  readonly onMade: (made: readonly FirstSecret[]) => void;
}

export function FirstSecretDialog({ staff, onMade, ...ends }: FirstSecretDialogProps) {
  const t = roster.first;
  const { admin } = useServices();
  return (
    <AdminDialog
      {...ends}
      title={t.title(staff.fullName)}
      submit={t.submit}
      danger
      send={() => admin.makeFirstSecret(staff.id)}
      onSent={(made) => onMade([made])}
    >
      <p>{t.text}</p>
    </AdminDialog>
  );
}
