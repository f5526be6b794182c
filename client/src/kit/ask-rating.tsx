/** The way to the page in the citizen's hand, for whoever just handed the result over; nothing where there is nothing to rate, or not any more. */
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { isAllowed } from '@onestop/shared/judgement/allowed.ts';
import { rating as t } from '../texts/vi/rating.ts';
import { useServices } from './services-context.tsx';
import { useActing } from './use-acting.ts';

export function AskRating({ state, size }: { readonly state: DossierState; readonly size: 'sm' | 'md' }) {
  const { now } = useServices();
  const acting = useActing();
  if (!acting || !isAllowed('recordRating', state, acting, now())) return null;
  return (
    <Button
      size={size}
      variant="default"
      renderRoot={(props) => <Link {...props} to="/danh-gia/$dossier" params={{ dossier: state.id }} />}
    >
      {t.ask}
    </Button>
  );
}
