/** What every written answer of the office says in the same way (`dossier/slips.ts`): head, number, names of its day; and which answer of a kind stands. */
import type { Acceptance } from '@onestop/shared/dossier/acceptance.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Slip } from '@onestop/shared/dossier/slips.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import { setAside } from '../../kit/set-aside.ts';
import { deskCaption, deskTitle } from './lines.ts';

export interface SlipHead {
  readonly authorityName: string;
  /** The header's capitals. */
  readonly deskName: string;
  /** The desk in running text, with its unit's name. */
  readonly deskTitle: string;
  readonly desk: ReturnType<typeof deskCaption>;
  readonly place: string;
  readonly date: PlainDate | undefined;
  /** "01-12/HDHS"; empty before a number was drawn. */
  readonly formNumber: string;
  readonly request: string;
  readonly clerkName: string;
  readonly clerkPhone: string;
  readonly hotline: string;
}

/** `suffix`: after the number, which kind of paper it is. */
export function slipHead({ number, date, printed }: Slip, suffix: string): SlipHead {
  const office = { deskName: printed.desk, name: printed.office };
  return {
    authorityName: printed.authority,
    deskName: printed.desk,
    deskTitle: deskTitle(office),
    desk: deskCaption(office),
    place: printed.place,
    date,
    formNumber: `${formatPaperNumber(number)}/${suffix}`,
    request: printed.procedure ?? '',
    clerkName: printed.clerk,
    clerkPhone: printed.clerkPhone ?? '',
    hotline: printed.hotline ?? '',
  };
}

/**
 * Head of a slip that goes with the file and has no answer of its own: the names of the acceptance. Where another office issues it, that office's as the reference data
 * have them.
 */
export function acceptanceHead({ printed }: Pick<Acceptance, 'printed'>, other?: Office): Omit<SlipHead, 'date' | 'formNumber'> {
  const office = other ?? { authorityName: printed.authority, deskName: printed.desk, name: printed.office, place: printed.place };
  return {
    authorityName: office.authorityName,
    deskName: office.deskName,
    deskTitle: deskTitle(office),
    desk: deskCaption(office),
    place: office.place,
    request: printed.procedure,
    clerkName: printed.clerk,
    clerkPhone: printed.clerkPhone ?? '',
    hotline: printed.hotline ?? '',
  };
}

/** An event that counts, what was made of it, and its place in the timeline. */
export interface Standing<T> {
  readonly event: EventEnvelope;
  readonly made: T;
  readonly place: number;
}

/**
 * The newest event of which `read` makes something, among those that count: what was refused, taken back or left out by a settlement is on no paper that is
 * handed out.
 */
export function newestThatStands<T>(
  { state, timeline }: DossierView,
  read: (event: EventEnvelope) => T | undefined,
): Standing<T> | undefined {
  const aside = setAside(state);
  for (let place = timeline.length - 1; place >= 0; place--) {
    const entry = timeline[place];
    if (entry === undefined || entry.sync === 'REFUSED' || aside.has(eventKey(entry.event))) continue;
    const made = read(entry.event);
    if (made !== undefined) return { event: entry.event, made, place };
  }
  return undefined;
}

/** The dossier as it stood when the event at this place of the timeline was written: what a paper says of person, promise and code, whatever was corrected since. */
export function stateBefore({ timeline }: Pick<DossierView, 'timeline'>, place: number): DossierState | undefined {
  return foldDossier(timeline.slice(0, place).flatMap(({ event, sync }) => (sync === 'REFUSED' ? [] : [event])));
}
