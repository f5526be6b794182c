/** What stands on a "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (domain §2.3), from the newest guidance or supplement request of the dossier's log. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { MissingPaper, Slip } from '@onestop/shared/dossier/slips.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import type { DossierView } from '../../../contract/dossiers.ts';
import { type PartyLines, partyLines, statedBy } from '../../parts/lines.ts';
import { newestThatStands, type SlipHead, slipHead, stateBefore } from '../../parts/slip-lines.ts';

export interface SupplementData extends SlipHead {
  /** Only at the APPRAISAL stage: before acceptance a dossier has no code. */
  readonly code: string | undefined;
  /** Guided at the desk, or asked for after the dossier was accepted. */
  readonly stage: 'INTAKE' | 'APPRAISAL';
  readonly owner: PartyLines;
  readonly missing: readonly AskedLine[];
  readonly reason: string;
  readonly guideName: string;
  readonly bringBy: PlainDate | undefined;
  readonly issuedAt: Instant;
  readonly statedBy: string;
}

/** A paper to bring, and why. */
export interface AskedLine {
  readonly name: string;
  readonly why: string;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
}

/** Made of the slip as it was issued. Undefined where no such slip was ever made for the dossier. */
export function supplementData(view: DossierView): SupplementData | undefined {
  const found = newestThatStands(view, askedPapers);
  const intake = found && (found.made.intake ?? stateBefore(view, found.place)?.intake ?? view.state.intake);
  if (!found || !intake) return undefined;
  const { event, made: asked } = found;
  return {
    ...slipHead(asked.slip, 'HDHS'),
    // Before acceptance the slip has none, and none is added to it later.
    code: asked.stage === 'APPRAISAL' ? view.state.code : undefined,
    stage: asked.stage,
    owner: partyLines(intake.owner),
    missing: asked.missing.map((paper) => {
      const { name, note = '', originals, certified, copies } = paper;
      return { name, why: note, originals, certified, copies };
    }),
    reason: asked.reason,
    guideName: asked.slip.signer.name,
    bringBy: asked.bringBy,
    issuedAt: event.at,
    statedBy: statedBy(view, event.at, asked.slip.printed),
  };
}

interface Asked {
  readonly reason: string;
  readonly missing: readonly MissingPaper[];
  readonly slip: Slip;
  readonly stage: 'INTAKE' | 'APPRAISAL';
  readonly intake?: Intake | undefined;
  readonly bringBy?: PlainDate | undefined;
}

function askedPapers(event: EventEnvelope): Asked | undefined {
  const read = readEvent(event);
  if (read.kind !== 'KNOWN') return undefined;
  if (read.type === 'CitizenGuided') return { ...read.data, stage: 'INTAKE' };
  return read.type === 'SupplementRequested' ? { ...read.data, stage: 'APPRAISAL' } : undefined;
}
