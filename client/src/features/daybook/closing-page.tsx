/** The end of the day (chốt ca): what is open, the box against the receipts, the head of the desk's word. At a centre, the days of those below it. */
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { CompareClosings } from './compare-closings.tsx';
import { OwnClosing } from './own-closing.tsx';

/** `scanned`: the code of a closing's paper, read on another page. */
export function ClosingPage({ scanned }: { readonly scanned?: string | undefined }) {
  const office = useLive(useServices().office);
  const date = instantToPlainDate(useNow());
  if (office === undefined) return null;
  return isCentre(office) ? <CompareClosings today={date} scanned={scanned} /> : <OwnClosing key={date} office={office} date={date} />;
}
