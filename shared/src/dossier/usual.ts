/**
 * What is usual in the data of events, for all events that hold the same things: written out only where it is otherwise (`sparse.ts`). A listed paper lies here in
 * one original, a person shows the card his number belongs to, the own office decides and is headed by its name, a limit is counted by the switches of the law.
 * Part of the stored format: a changed rule is a new version of every event that uses it.
 */
import { unitByRule } from '../deadlines/due-date.ts';
import { instantToPlainDate } from '../kernel/instant.ts';
import type { OfficeId } from '../kernel/ids.ts';
import { sexOfPersonalNumber } from '../text/personal-id.ts';
import { authorityPrefix, firstDeskName, firstReceiptNotes, firstReceiptSuffix } from '../text/receipt-wording.ts';
import type { AcceptanceFacts, Agency, PrintedNames } from './acceptance.ts';
import type { PaperTick } from './papers.ts';
import type { MissingPaper, Slip, SlipNames } from './slips.ts';
import { usualOf, type Seen } from './sparse.ts';
import type { CountingSettings, DueDate, Intake, Party, Person, ProcedureRef, RecordSubject, Representative } from './state.ts';

const componentMax = 999;

export const usualPapers = usualOf<PaperTick>({
  id: (_, { index }) => index + 1,
  component: ({ id }) => (typeof id === 'number' && id >= 1 && id <= componentMax + 1 ? id - 1 : undefined),
  // A row without its printed name stands on no form.
  state: ({ name }) => (name === undefined ? 'NOT_NEEDED' : 'RECEIVED'),
  asked: ({ component, name, state }) => {
    if (component === undefined) return undefined;
    if (name !== undefined) return 'ALWAYS';
    return state === 'NOT_NEEDED' ? 'BY_CASE' : undefined;
  },
  originals: ({ state }) => (state === 'RECEIVED' ? 1 : 0),
  certified: () => 0,
  copies: () => 0,
});

export const usualMissing = usualOf<MissingPaper>({ originals: () => 1, certified: () => 0, copies: () => 0 });

const cards: ReadonlySet<unknown> = new Set(['CCCD', 'CAN_CUOC', 'VNEID', 'CMND']);

const evidence = ({ idNumber }: Seen<Person>) => (idNumber === undefined ? ('NONE' as const) : ('CCCD' as const));
/** The personal number tells it (domain §7.2); where the person says otherwise, that is written. */
const sex = ({ idNumber, evidence: shown }: Seen<Person>) =>
  cards.has(shown) && typeof idNumber === 'string' ? sexOfPersonalNumber(idNumber) : undefined;

const party = usualOf<Party>({ kind: () => 'PERSON', evidence, sex, representative: usualOf<Representative>({ evidence, sex }) });
const subjects = usualOf<RecordSubject>({
  sex: ({ idNumber }) => (typeof idNumber === 'string' ? sexOfPersonalNumber(idNumber) : undefined),
});
export const usualProcedure = usualOf<ProcedureRef>({ version: () => 1 });

export const usualIntake = usualOf<Intake>({
  procedure: usualProcedure,
  owner: party,
  submitter: party,
  subjects,
  papers: usualPapers,
  sets: () => 1,
  channel: () => 'COUNTER',
  returnChannel: () => 'DESK',
  fees: () => [],
});

/** Those of the law (`sync-server/src/reference/default-settings.ts`). */
const usualSettings: CountingSettings = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false };

/** Nothing follows for a date that the officer chose. */
export const usualDue = usualOf<DueDate>({
  rule: () => 'WORKING_DAYS',
  unit: ({ rule }) =>
    typeof rule === 'string' && Object.hasOwn(unitByRule, rule) ? unitByRule[rule as keyof typeof unitByRule] : undefined,
  amount: ({ unit }) => (unit === 'SAME_DAY' ? 0 : undefined),
  settings: ({ rule }) => (rule === 'CHOSEN' ? undefined : usualSettings),
});

/** "xã Bình Định" is headed "UBND XÃ BÌNH ĐỊNH" and lies in "Bình Định". */
const namesOfUnit = {
  desk: () => firstDeskName,
  authority: ({ office }: Seen<SlipNames>) => (typeof office === 'string' ? `${authorityPrefix} ${office.toUpperCase()}` : undefined),
  place: ({ office }: Seen<SlipNames>) =>
    typeof office === 'string' && office.includes(' ') ? office.slice(office.indexOf(' ') + 1) : undefined,
};

export const usualPrinted = usualOf<PrintedNames>({
  ...namesOfUnit,
  numberSuffix: () => firstReceiptSuffix,
  notes: () => firstReceiptNotes,
});

export const usualSlip = usualOf<Slip>({
  date: (_, { event }) => (Number.isSafeInteger(event.at) ? instantToPlainDate(event.at) : undefined),
  printed: usualOf<SlipNames>(namesOfUnit),
});

export const usualAcceptance = usualOf<AcceptanceFacts>({
  intake: usualIntake,
  due: usualDue,
  printed: usualPrinted,
  competent: ({ receivedFor, code, printed }, { event }) => (receivedFor as Agency | undefined) ?? ownAgency(code, printed, event.office),
});

/** The office itself, by the identifier in the code it drew and as it is headed. */
function ownAgency(code: unknown, printed: unknown, office: OfficeId): Agency | undefined {
  const name = (printed as Seen<PrintedNames> | null | undefined)?.authority;
  if (typeof code !== 'string' || typeof name !== 'string') return undefined;
  return { agencyId: code.slice(0, Math.max(0, code.indexOf('-'))), name, office };
}
