/** Tiếp tục tiếp nhận: a draft of the desk goes on where it was begun, at the intake desk. */
import { Navigate } from '@tanstack/react-router';
import { vi } from '../../../texts/vi.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';

export const acceptAct: DossierAct<'accept'> = {
  command: 'accept',
  words: vi.dossier.continueIntake,
  place: 'next',
  key: 'F9',
  // What came in by another way than this desk is not in its form.
  unless: (state) => (state.status === 'DRAFT' ? undefined : offers.unless.acceptOnline),
  screen: ContinueIntake,
  prints: ['RECEIPT'],
};

function ContinueIntake({ state }: ActScreenProps) {
  return <Navigate to="/tiep-nhan" search={{ dossier: state.id }} />;
}
