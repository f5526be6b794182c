/** What stands on a "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (domain §2.3), from the newest guidance or supplement request of the dossier's log. */
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { MissingPaper, Slip } from '@onestop/shared/dossier/slips.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import type { DossierView } from '../../../contract/dossiers.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { type PartyLines, deskCaption, partyLines, statedBy } from '../../parts/lines.ts';

export interface SupplementData {
  readonly authorityName: string;
  readonly deskName: string;
  readonly desk: ReturnType<typeof deskCaption>;
  readonly place: string;
  readonly formNumber: string;
  /** Only at the APPRAISAL stage: before acceptance a dossier has no code. */
  readonly code: string | undefined;
  /** Guided at the desk, or asked for after the dossier was accepted. */
  readonly stage: 'INTAKE' | 'APPRAISAL';
  readonly owner: PartyLines;
  readonly request: string;
  readonly missing: readonly AskedLine[];
  readonly reason: string;
  readonly guideName: string;
  readonly guidePhone: string;
  readonly hotline: string;
  readonly bringBy: PlainDate | undefined;
  readonly at: Instant;
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
export function supplementData(view: DossierView, reference: Pick<ReferenceData, 'staff'>): SupplementData | undefined {
  const { state, timeline } = view;
  const event = timeline.findLast(({ event: one, sync }) => sync !== 'REFUSED' && askedPapers(one) !== undefined)?.event;
  const asked = event && askedPapers(event);
  const intake = asked?.intake ?? state.intake;
  if (!event || !asked || !intake) return undefined;
  const { printed } = asked.slip;
  return {
    authorityName: printed.authority,
    deskName: printed.desk,
    desk: deskCaption({ deskName: printed.desk, name: printed.office }),
    place: printed.place,
    formNumber: `${formatPaperNumber(asked.slip.number)}/HDHS`,
    // Before acceptance the slip has none, and none is added to it later.
    code: asked.stage === 'APPRAISAL' ? state.code : undefined,
    stage: asked.stage,
    owner: partyLines(intake.owner),
    request: printed.procedure ?? '',
    missing: asked.missing.map((paper) => {
      const { name, note = '', originals, certified, copies } = paper;
      return { name, why: note, originals, certified, copies };
    }),
    reason: asked.reason,
    guideName: asked.slip.signer.name,
    guidePhone: printed.clerkPhone ?? '',
    hotline: printed.hotline ?? '',
    bringBy: asked.bringBy,
    at: event.at,
    statedBy: statedBy(view, event.at, reference),
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
