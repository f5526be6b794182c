/** The official forms that can be made of this dossier now: each form says so itself. */
import { Link } from '@tanstack/react-router';
import type { DossierView } from '../../contract/dossiers.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { formSetOf, titleOf } from '../../print/forms/form.ts';
import { type FormId, formIds, forms } from '../../print/forms/index.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { vi } from '../../texts/vi.ts';
import { printQueue } from '../../texts/vi/print-queue.ts';

export function Prints({ view }: { readonly view: DossierView }) {
  const ids = useAvailable(formIds, view);
  if (ids.length === 0) return null;
  return (
    <>
      <h3>{vi.dossier.prints}</h3>
      <FormLinks ids={ids} view={view} />
      {view.state.printJobs?.some(({ printed = 0 }) => printed > 1) && <Notice tone="amber">{printQueue.twice}</Notice>}
    </>
  );
}

/** Of the forms that an act hands out, those there are now: a promise that came out the same has no new receipt. */
export function HandedOut({ ids, view }: { readonly ids: readonly FormId[]; readonly view: DossierView }) {
  return <FormLinks ids={useAvailable(ids, view)} view={view} />;
}

function useAvailable(ids: readonly FormId[], view: DossierView): readonly FormId[] {
  const reference = useLive(useServices().reference);
  return ids.filter((id) => {
    const form = forms[id];
    return form.of === 'DOSSIER' && reference !== undefined && form.sheets(view, reference) !== undefined;
  });
}

function FormLinks({ ids, view }: { readonly ids: readonly FormId[]; readonly view: DossierView }) {
  const set = formSetOf(view.state);
  return ids.map((form) => (
    <Link key={form} to="/in/$form/$dossier" params={{ form, dossier: view.state.id }}>
      {titleOf(forms[form], set)}
    </Link>
  ));
}
