/** Secrets the centre made, shown once and printed as slips: nothing of them is kept on this device or at the centre. */
import type { FirstSecret } from '../../contract/roster-admin.ts';
import { SecretSlips } from '../../print/secret-slips.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { useNames } from '../../kit/use-reference.ts';
import { roster } from '../../texts/vi/roster.ts';
import { MadeSheet } from './made-sheet.tsx';

export function SecretSlipsModal({ made, onClose }: { readonly made: readonly FirstSecret[]; readonly onClose: () => void }) {
  const t = roster.slips;
  const names = useNames();
  return (
    <MadeSheet words={t} onClose={onClose}>
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
    </MadeSheet>
  );
}
