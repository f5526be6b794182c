/** Secrets the centre made, shown once and printed as slips: nothing of them is kept on this device or at the centre. */
import { Button, Modal } from '@mantine/core';
import type { FirstSecret } from '../../contract/roster-admin.ts';
import { printNow } from '../../print/print-root.tsx';
import { SecretSlips } from '../../print/secret-slips.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useNames } from '../../kit/use-reference.ts';
import { roster } from '../../texts/vi/roster.ts';

export function SecretSlipsModal({ made, onClose }: { readonly made: readonly FirstSecret[]; readonly onClose: () => void }) {
  const t = roster.slips;
  const names = useNames();
  useUnsavedWork(true);
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={t.title} size="lg">
      <Notice tone="green" alert>
        {t.made(made.length)}
      </Notice>
      <ul>
        {made.map((one) => (
          <li key={one.id}>
            {one.fullName} ({names.office(one.office)}), {one.login}: <span className="num">{one.secret}</span>
          </li>
        ))}
      </ul>
      <SecretSlips slips={made.map(({ fullName, login, secret, office }) => ({ fullName, login, secret, office: names.office(office) }))} />
      <div className={pageClasses.buttons}>
        <Button variant="default" onClick={onClose}>
          {t.close}
        </Button>
        <Button data-autofocus onClick={() => void printNow()}>
          {t.print}
        </Button>
      </div>
    </Modal>
  );
}
