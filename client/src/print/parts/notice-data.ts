/** What the letters of the office have in common, made of the answer as it was issued and the dossier as it stood just before. */
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Slip } from '@onestop/shared/dossier/slips.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import { partyLines, statedBy } from './lines.ts';
import type { NoticeData } from './notice-sheet.tsx';
import { leaderSignature } from './signatures.tsx';
import { slipHead, type Standing, stateBefore } from './slip-lines.ts';

/** An answer of the office as an event says it. */
export interface Answer {
  readonly slip: Slip;
  readonly reason: string;
}

export interface Noticed {
  readonly notice: NoticeData;
  /** As it stood when the answer was given. */
  readonly before: DossierState;
}

/** Undefined where nothing is known of who wanted what. Signed by the leader unless the form says otherwise. */
export function noticeData(
  view: DossierView,
  { event, made: { slip, reason }, place }: Standing<Answer>,
  suffix: string,
): Noticed | undefined {
  const before = stateBefore(view, place);
  if (before?.intake === undefined) return undefined;
  const notice = {
    ...slipHead(slip, suffix),
    owner: partyLines(before.intake.owner),
    code: before.code ?? before.acceptance?.external?.code,
    acceptedAt: before.acceptedAt,
    reason,
    ground: slip.ground ?? '',
    signing: leaderSignature(slip.signer),
    statedBy: statedBy(view, event.at, slip.printed),
  };
  return { notice, before };
}
