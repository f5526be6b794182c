/** What several forms say in the same way: a person, a paper of the dossier, the desk. */
import type { PrintedNames } from '@onestop/shared/dossier/acceptance.ts';
import { sayParty } from '@onestop/shared/dossier/intake-fields/party.ts';
import type { PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { Intake, Party } from '@onestop/shared/dossier/state.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { evidenceName } from './wording.ts';

export interface PartyLines {
  readonly name: string;
  readonly organisation: boolean;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Full number, for the copy kept in the file. */
  readonly idNumber: string;
  /** For the copy that is carried about: the last digits only. */
  readonly idMasked: string;
  readonly idPaper: string;
  readonly taxCode: string;
  /** Of an organisation without a tax code. */
  readonly decisionNumber: string;
  readonly representative: string;
}

export interface PaperLine {
  readonly name: string;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
  readonly fromDatabase: boolean;
}

export function partyLines(party: Party): PartyLines {
  const { fullName, address, phone, email, idNumber, taxCode, decisionNumber, representative } = sayParty(party);
  return {
    name: fullName,
    organisation: party.kind === 'ORGANISATION',
    address,
    phone,
    email,
    idNumber,
    idMasked: maskIdNumber(idNumber),
    idPaper: idNumber ? evidenceName[party.evidence] : '',
    taxCode,
    decisionNumber,
    representative,
  };
}

/** Who signs for the citizen: whoever hands it in, else the owner; an organisation signs by the person who represents it. */
export function signerOf({ owner, submitter }: Pick<Intake, 'owner' | 'submitter'>): string {
  if (submitter) return submitter.fullName;
  return owner.kind === 'ORGANISATION' ? (owner.representative?.fullName ?? '') : owner.fullName;
}

/**
 * Who stated day and hour of what is dated `at`, because the clock of the machine was wrong and could not be set; undefined where the machine knew the time. A paper
 * says so: its times are the word of that officer.
 */
export function statedAt({ timeline }: Pick<DossierView, 'timeline'>, at: Instant | undefined): StaffId | undefined {
  return timeline.find(({ event: one, sync }) => sync !== 'REFUSED' && one.stated === true && one.at === at)?.event.actor;
}

/** The same on a paper that holds the name of the officer who made it, as he was called that day; empty where the machine knew the time. */
export function statedBy(view: Pick<DossierView, 'timeline'>, at: Instant | undefined, { clerk }: Pick<PrintedNames, 'clerk'>): string {
  return statedAt(view, at) === undefined ? '' : clerk;
}

/** What was looked at and given back at once: it is never counted as received (domain §13.1). */
export function presentedPapers(papers: readonly PaperTick[]): readonly string[] {
  return papers.filter((tick) => tick.state === 'PRESENTED').map((tick) => tick.name ?? '');
}

/** Papers that were handed in or taken from a database; what was only shown, is missing or not needed does not stand on a receipt. */
export function paperLines(papers: readonly PaperTick[]): readonly PaperLine[] {
  return papers
    .filter((tick) => tick.state === 'RECEIVED' || tick.state === 'FROM_DATABASE')
    .map((tick) => ({
      name: tick.name ?? '',
      originals: tick.originals,
      certified: tick.certified,
      copies: tick.copies,
      fromDatabase: tick.state === 'FROM_DATABASE',
    }));
}

/** The desk as a caption with its unit behind it: "Bộ phận tiếp nhận và trả kết quả:" "xã Bình Định". */
export function deskCaption(office: Pick<Office, 'deskName' | 'name'>): { readonly caption: string; readonly value: string } {
  const title = deskTitle(office);
  if (!title.endsWith(office.name)) return { caption: 'Bộ phận tiếp nhận và trả kết quả:', value: title };
  return { caption: `${title.slice(0, -office.name.length).trim()}:`, value: office.name };
}

/** "Bộ phận tiếp nhận và trả kết quả xã Bình Định": the header's capitals are for the header only. */
export function deskTitle(office: Pick<Office, 'deskName' | 'name'>): string {
  const desk = office.deskName.toLocaleLowerCase('vi');
  const title = desk.charAt(0).toLocaleUpperCase('vi') + desk.slice(1);
  return title.includes(office.name) ? title : `${title} ${office.name}`;
}
