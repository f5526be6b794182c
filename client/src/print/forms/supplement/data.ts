/** What stands on a "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (domain §2.3), from the newest guidance or supplement request of the dossier's log. */
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { MissingPaper, Slip } from '@onestop/shared/dossier/slips.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierView } from '../../../contract/dossiers.ts';
import { type PaperLine, type PartyLines, deskTitle, partyLines } from '../../parts/lines.ts';

export interface SupplementData {
  readonly authorityName: string;
  readonly deskName: string;
  readonly desk: string;
  readonly place: string;
  readonly formNumber: string;
  /** Only at the APPRAISAL stage: before acceptance a dossier has no code. */
  readonly code: string | undefined;
  readonly owner: PartyLines;
  readonly request: string;
  readonly missing: readonly PaperLine[];
  readonly reason: string;
  readonly guideName: string;
  readonly guidePhone: string;
  readonly hotline: string;
  readonly at: Instant;
}

/** Undefined where no such slip was ever made for the dossier, or its data is not on this device. */
export function supplementData({ state, timeline }: DossierView, reference: ReferenceData): SupplementData | undefined {
  const event = timeline.findLast(({ event: one, sync }) => sync !== 'REFUSED' && askedPapers(one) !== undefined)?.event;
  const office = reference.offices.find((one) => one.id === state.office);
  if (!event || !office || !state.intake) return undefined;
  const asked = askedPapers(event);
  if (!asked) return undefined;
  const published = procedureToShow(reference.procedures, state.intake.procedure);
  const officer = reference.staff.find((one) => one.id === event.actor);
  return {
    authorityName: office.authorityName,
    deskName: office.deskName,
    desk: deskTitle(office),
    place: office.place,
    formNumber: `${formatPaperNumber(asked.slip.number)}/HDHS`,
    code: state.code,
    owner: partyLines(state.intake.owner),
    request: published?.name ?? '',
    missing: asked.missing.map((paper) => {
      const name = paper.note ? `${paper.name} (${paper.note})` : paper.name;
      return { name, originals: paper.originals, certified: paper.certified, copies: paper.copies, fromDatabase: false };
    }),
    reason: asked.reason,
    guideName: asked.slip.signer.name,
    guidePhone: officer?.phone ?? office.phone ?? '',
    hotline: reference.settings.hotline ?? '',
    at: event.at,
  };
}

interface Asked {
  readonly reason: string;
  readonly missing: readonly MissingPaper[];
  readonly slip: Slip;
}

function askedPapers(event: EventEnvelope): Asked | undefined {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && (read.type === 'CitizenGuided' || read.type === 'SupplementRequested') ? read.data : undefined;
}
