/** The official forms that can be made of this dossier now: each form says so itself. */
import { latenessFacts, standingOf } from '@onestop/shared/judgement/lateness.ts';
import { Link } from '@tanstack/react-router';
import type { DossierView } from '../../contract/dossiers.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLateness } from '../../kit/use-lateness.ts';
import { useLive } from '../../kit/use-live.ts';
import { formSetOf, titleOf } from '../../print/forms/form.ts';
import { type FormId, formIds, forms } from '../../print/forms/index.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { vi } from '../../texts/vi.ts';
import { print } from '../../texts/vi/print.ts';
import { printQueue } from '../../texts/vi/print-queue.ts';

export function Prints({ view }: { readonly view: DossierView }) {
  const ids = useAvailable(formIds, view);
  const drafts = useDrafts(view);
  if (ids.length + drafts.length === 0) return null;
  return (
    <>
      <h3>{vi.dossier.prints}</h3>
      <FormLinks ids={ids} view={view} />
      <FormLinks ids={drafts} view={view} named={print.draftTitle} />
      {view.state.printJobs?.some(({ printed = 0 }) => printed > 1) && <Notice tone="amber">{printQueue.twice}</Notice>}
    </>
  );
}

/** Of the forms that an act hands out, those there are now: a promise that came out the same has no new receipt. */
export function HandedOut({ ids, view }: { readonly ids: readonly FormId[]; readonly view: DossierView }) {
  return <FormLinks ids={useAvailable(ids, view)} view={view} />;
}

function useAvailable(ids: readonly FormId[], view: DossierView, made: 'sheets' | 'drafts' = 'sheets'): readonly FormId[] {
  const reference = useLive(useServices().reference);
  return ids.filter((id) => {
    const form = forms[id];
    return form.of === 'DOSSIER' && reference !== undefined && form[made](view, reference) !== undefined;
  });
}

/** An apology is drafted for what will miss its day, and nowhere else. */
function useDrafts(view: DossierView): readonly FormId[] {
  const standing = standingOf(latenessFacts(view.state), useLateness());
  const presses = standing === 'DUE_SOON' || standing === 'PAST_HOUR' || standing === 'OVERDUE';
  return useAvailable(formIds, view, 'drafts').filter((id) => id !== 'APOLOGY' || presses);
}

interface FormLinksProps {
  readonly ids: readonly FormId[];
  readonly view: DossierView;
  readonly named?: (title: string) => string;
}

function FormLinks({ ids, view, named }: FormLinksProps) {
  const set = formSetOf(view.state);
  return ids.map((form) => (
    <Link key={form} to="/in/$form/$dossier" params={{ form, dossier: view.state.id }}>
      {named?.(titleOf(forms[form], set)) ?? titleOf(forms[form], set)}
    </Link>
  ));
}
