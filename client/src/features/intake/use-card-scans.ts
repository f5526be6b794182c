/** What the intake does with a scan: a card fills the person, the bare number of an older card its number; neither ever stays in the input in focus. */
import type { Dispatch } from 'react';
import { useScanTaker } from '../../kit/scan/scans.tsx';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { IntakeAction, IntakeForm } from './intake-form.ts';
import { scannedRole, type useCard } from './use-card.ts';

/** Inputs for which a number of twelve digits may be meant. */
const ofNumbers = /\.(?:idNumber|oldIdNumber|representativeId|taxCode)$/;

interface CardScans {
  readonly form: IntakeForm;
  readonly dispatch: Dispatch<IntakeAction>;
  readonly card: ReturnType<typeof useCard>;
  /** While what is about to be written is reviewed, it does not change. */
  readonly rests: boolean;
  readonly onTaken: () => void;
}

export function useCardScans({ form, dispatch, card, rests, onTaken }: CardScans): void {
  useScanTaker('page', (scan) => {
    if (rests) return false;
    if (scan.kind === 'card') {
      onTaken();
      card.take(scan.text, scan.way);
      return true;
    }
    if (scan.kind !== 'number' || ofNumbers.test(document.activeElement?.id ?? '')) return false;
    const role = scannedRole(form);
    dispatch({ type: 'opened', block: 'applicant' });
    dispatch({
      type: 'partyChanged',
      role,
      patch: { idNumber: scan.number, ...(form[role].evidence === 'NONE' ? { evidence: 'CCCD' } : {}) },
    });
    card.say({ kind: 'asked', text: texts.party.numberScanned });
    return true;
  });
}
