/** `/ban-giao`: the hand-over lists of which something is not confirmed yet, given or to be taken by this desk. Read from the open dossiers alone. */
import { Link } from '@tanstack/react-router';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import { readListKey } from '@onestop/shared/register/row.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive, useNow } from '../../../kit/use-live.ts';
import { useNames } from '../../../kit/use-reference.ts';
import { Page, pageClasses } from '../../../kit/ui/page.tsx';
import { handoverLists as t } from '../../../texts/vi/handover.ts';

export function HandoverPage() {
  const { dossiers } = useServices();
  const now = useNow();
  useLive(dossiers.index.version);
  const open = dossiers.index.query({ queue: 'inProcess', limit: dossiers.index.size() }, now);
  const lists = new Map<string, DossierRow[]>();
  for (const row of open) {
    if (row.awaited !== undefined) lists.set(row.awaited, [...(lists.get(row.awaited) ?? []), row]);
  }
  return (
    <Page title={t.title}>
      <p className="quiet">{lists.size === 0 ? t.empty : t.text}</p>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '0.7rem' }}>
        {[...lists].map(([key, rows]) => (
          <ListCard key={key} list={key} rows={rows} />
        ))}
      </ul>
    </Page>
  );
}

function ListCard({ list, rows }: { readonly list: string; readonly rows: readonly DossierRow[] }) {
  const names = useNames();
  const known = readListKey(list);
  if (!known) return null;
  return (
    <li className={pageClasses.card}>
      <Link to="/ban-giao/$list" params={{ list }}>
        <strong>{t.listTitle(formatPaperNumber(known.number))}</strong>
      </Link>
      <p>{t.from(names.office(known.office), rows.length)}</p>
    </li>
  );
}
