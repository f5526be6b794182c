/** Who has the file now and since when, said before it goes to somebody else. */
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { useNames } from '../../../kit/use-reference.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';

export function WhoHolds({ state: { holder } }: { readonly state: DossierState }) {
  const names = useNames();
  if (!holder) return null;
  return <p>{acts.files.holds(holder.to?.name ?? names.office(holder.office), formatDateTime(holder.since))}</p>;
}
