/** One commune's dossiers, for the centre. The list shows masked numbers; opening a dossier leaves a trace. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { useParams } from '@tanstack/react-router';
import { useNames } from '../kit/use-reference.ts';
import { RegisterPage } from '../features/register/register-page.tsx';
import { vi } from '../texts/vi.ts';

export function CommunePage() {
  const office = useParams({ from: '/gated/framed/trung-tam/$office' }).office as OfficeId;
  const names = useNames();
  return <RegisterPage key={office} title={vi.centre.communeTitle(names.office(office))} office={office} empty={vi.centre.communeEmpty} />;
}
