/** A secret that the centre made is changed before the work: over the page at a sign-in, until it is changed or the line is missing. The form comes in a part of its own. */
import { lazy, Suspense, useState } from 'react';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';

const FirstSecretPage = lazy(() => import('../features/sign-in/own-secret.tsx').then(({ FirstSecretPage: it }) => ({ default: it })));

/** Whether the signed-in officer is asked now. Put off, he is asked again when he next comes in. */
export function useFirstSecret(): { readonly isAsked: boolean; readonly putOff: () => void } {
  const current = useLive(useServices().session.current);
  const [putOff, setPutOff] = useState<Instant>();
  const isAsked = current !== undefined && current.staff.firstSecret === true && current.since !== putOff;
  return { isAsked, putOff: () => setPutOff(current?.since) };
}

export function FirstSecretDoor({ onLater }: { readonly onLater: () => void }) {
  return (
    <Suspense fallback={null}>
      <FirstSecretPage onLater={onLater} />
    </Suspense>
  );
}
