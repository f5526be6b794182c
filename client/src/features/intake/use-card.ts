/** Takes the content of a citizen card into the form, from any source, or says exactly what damaged it. */
import { type Dispatch, useCallback, useState } from 'react';
import { parseCitizenQr } from '@onestop/shared/text/citizen-qr.ts';
import type { ScanWay } from '../../kit/scan/scan-burst.ts';
import { cardDoubtsText, citizenQrErrorText, scanWayTexts } from '../../texts/intake-errors.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { CardNote } from './applicant-block.tsx';
import { cardToParty } from './form-to-intake.ts';
import type { PartyRole } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { IntakeAction, IntakeForm } from './intake-form.ts';

export function useCard(
  form: IntakeForm,
  dispatch: Dispatch<IntakeAction>,
): {
  readonly note: CardNote | undefined;
  readonly take: (text: string, way?: ScanWay) => boolean;
  readonly say: (note: CardNote) => void;
} {
  const [note, setNote] = useState<CardNote>();
  const take = useCallback(
    (text: string, way?: ScanWay): boolean => {
      const card = parseCitizenQr(text);
      dispatch({ type: 'opened', block: 'applicant' });
      if (!card.ok || way === 'IME') {
        setNote({ kind: 'refused', text: way === undefined && !card.ok ? citizenQrErrorText(card.error) : scanWayTexts[way ?? 'IME'] });
        return false;
      }
      dispatch({ type: 'partyChanged', role: scannedRole(form), patch: cardToParty(card.value) });
      const doubts = cardDoubtsText(card.value);
      const taken = texts.party.scanned(card.value.fullName);
      setNote(doubts === '' ? { kind: 'taken', text: taken } : { kind: 'asked', text: `${taken}. ${doubts}` });
      return true;
    },
    [form, dispatch],
  );
  return { note, take, say: setNote };
}

/** Whose card it is: of the party whose input is in focus, else of the proxy when the owner is there already. */
export function scannedRole(form: IntakeForm): PartyRole {
  if (!form.byProxy) return 'owner';
  const focused = document.activeElement?.id ?? '';
  if (focused.startsWith('submitter.')) return 'submitter';
  if (focused.startsWith('owner.')) return 'owner';
  return form.owner.fullName.trim() !== '' && form.submitter.fullName.trim() === '' ? 'submitter' : 'owner';
}
