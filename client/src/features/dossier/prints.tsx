/** The official forms that can be made of this dossier now. */
import { Link } from '@tanstack/react-router';
import type { DossierView } from '../../contract/dossiers.ts';
import { vi } from '../../texts/vi.ts';

export function Prints({ view: { state, timeline } }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const guided = timeline.some(
    ({ event, sync }) => sync !== 'REFUSED' && (event.type === 'CitizenGuided' || event.type === 'SupplementRequested'),
  );
  // A voided dossier's receipt must not be handed out again.
  const hasReceipt = state.code !== undefined && state.status !== 'VOID';
  if (!hasReceipt && !guided) return null;
  return (
    <>
      <h3>{t.prints}</h3>
      {hasReceipt && (
        <Link to="/in/$form/$dossier" params={{ form: 'receipt', dossier: state.id }}>
          {t.receipt}
        </Link>
      )}
      {guided && (
        <Link to="/in/$form/$dossier" params={{ form: 'supplement', dossier: state.id }}>
          {t.supplement}
        </Link>
      )}
    </>
  );
}
