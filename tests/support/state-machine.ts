/**
 * Written by hand from the life cycle of a dossier (NĐ 61/2018, NĐ 118/2025) and the practice of the desks, not derived from the code: what may be done in which
 * state, by an officer of the right role at the commune that opened the dossier and at the centre. Rows are named by the machine of the design ("row 6").
 */
import { type CommandName, commandOf, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { accessRefusal } from '@onestop/shared/judgement/rights.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { roles } from '@onestop/shared/reference/staff.ts';
import { at, dossierId, intakeFor, officer, offices, procedures, reference } from './builders.ts';
import { contextFor } from './given.ts';
import { sampleInput } from './histories.ts';
import { seededRandom } from './random.ts';

export interface TableRow {
  /** The way there: commands, each in sight of the one before. */
  readonly way: string;
  /** Where two desks went on without sight of each other … */
  readonly apart?: readonly [string, string];
  /** … and what came after both. */
  readonly after?: string;
  readonly home: string;
  /** Absent: it was never handed to the centre, which may only look. */
  readonly centre?: string;
}

/** Always, also of a void dossier: who looked, what was printed, who complained stays known. */
const looks = 'viewDossier recordPrint requestPrint recordComplaint linkDossier';
const kept = `${looks} addNote attachFile`;
const known = `${kept} correctContact correctIdentity`;
/** Money is owed, taken and given back in any state: it follows the citizen, not the file. */
const living = `${known} payFee assessFee refundFee`;
/** The file is in work: the promise can be moved by a regulation and a tick put right at any moment of it. */
const open = `${living} addPapers changePromise changeReturnChannel`;

/** Rows 6, 9, 17: as long as nothing is decided, also before it was forwarded (the desk sees most gaps itself). */
const undecided = 'requestSupplement requirePayment withdraw';
/** The wrong procedure is put right by whose register it is in, for as long as more could be asked. */
const ours = `${undecided} changeProcedure`;
/** At the commune: rows 10, 13, 15, 16, 18, 19, 25. */
const working = `${ours} forwardUp submitForSignature refuseAfterAppraisal finish apologise stop voidDossier`;
const held = 'handBack reassign';
const accepted = `${open} ${ours} forward forwardUp apologise stop voidDossier`;
const atSpecialist = `${open} ${working} ${held} sendVerification`;
const atDesk = `${open} ${working} forward`;
/** Before the leader signs his paper can still go up, be refused, or wait for the citizen; row 14 sends it back. */
const awaitingSignature = `${open} ${ours} forwardUp refuseAfterAppraisal finish apologise stop voidDossier sign returnForRework`;
/** Finished by the commune too: a centre without a line hands the paper over and its acts come later, or never (row 12). */
const atDistrict = `${open} ${ours} apologise stop finish`;
/** At the centre: it refuses by sending down a result that is a refusal with its reason (row 15), so there is no `refuseAfterAppraisal`. */
const atCentre = `${open} ${undecided} apologise stop sendBackUp sendResultDown`;
const supplement = `${open} tellCitizen completeSupplement closeUnsupplemented withdraw stop`;
const payment = `${open} recordPayment withdraw stop`;
/** Rows 20–22, and the mistake seen before it was handed over. */
const ready = `${living} returnResult returnByPost remindUncollected tellCitizen reopenResult changeReturnChannel`;
/** Rows 23, 24. */
const returned = `${living} correctResult archive`;
/** Đ23.1: the decision was issued and the error is the agency's. Nothing more is asked of the citizen; it is neither refused, stopped, withdrawn nor void. */
const correcting = `${open} forwardUp submitForSignature finish apologise`;

const up = 'accept forwardUp acknowledgeUp';
const signing = 'submitForSignature sign';
const done = 'accept forward finish returnResult';

export const stateTable = {
  NOTHING: {
    way: '',
    home: 'draft guide submitOnline refuseIntake accept acceptAndFinish',
    centre: 'draft guide submitOnline refuseIntake accept acceptAndFinish',
  },
  DRAFT: { way: 'draft', home: `${known} draft guide refuseIntake accept acceptAndFinish voidDossier` },
  // An act of the citizen: it is answered (Đ17.2), not voided; before acceptance there is nothing to withdraw.
  SUBMITTED: { way: 'submitOnline', home: `${known} guide refuseIntake accept acceptAndFinish` },
  REFUSED_INTAKE: { way: 'draft refuseIntake', home: `${known} archive` },

  ACCEPTED: { way: 'accept', home: accepted },
  APOLOGISED: { way: 'accept apologise', home: `${accepted.replace(' apologise', '')} tellCitizen` },
  SUPPLEMENTED_AT_DESK: { way: 'accept requestSupplement completeSupplement', home: accepted },

  PRINT_ASKED: { way: 'accept requestPrint', home: `${accepted} takePrint cancelPrint` },
  AT_SPECIALIST: { way: 'accept forward', home: `${atSpecialist} acknowledgeHandover` },
  ACKNOWLEDGED: { way: 'accept forward acknowledgeHandover', home: atSpecialist },
  REASSIGNED: { way: 'accept forward acknowledgeHandover reassign', home: `${atSpecialist} acknowledgeHandover` },
  SUPPLEMENTED: { way: 'accept forward requestSupplement completeSupplement', home: `${atSpecialist} acknowledgeHandover` },
  PAID: { way: 'accept forward requirePayment recordPayment', home: `${atSpecialist} acknowledgeHandover` },
  // The answer may never come: the work goes on, and may end, without it.
  VERIFYING: { way: 'accept forward sendVerification', home: `${open} ${working} reassign recordVerification acknowledgeHandover` },
  VERIFIED: { way: 'accept forward sendVerification recordVerification', home: `${atSpecialist} acknowledgeHandover` },
  AT_DESK: { way: 'accept forward handBack', home: `${atDesk} acknowledgeHandover` },
  // Handed over by nobody: it never left the desk that takes it back to work.
  REOPENED: { way: 'accept forward finish reopenResult', home: atDesk },
  SENT_BACK: { way: 'accept forwardUp sendBackUp', home: `${atDesk} acknowledgeHandover`, centre: living },
  AWAITING_SIGNATURE: { way: 'accept forward submitForSignature', home: awaitingSignature },
  REWORKED: { way: 'accept forward submitForSignature returnForRework', home: atSpecialist },
  // Decided: nothing is asked or refused any more (Đ21); the leader may still stop what has no number yet.
  SIGNED: { way: `accept forward ${signing}`, home: `${open} number finish apologise stop` },
  NUMBERED: { way: `accept forward ${signing} number`, home: `${open} finish apologise` },

  // Not there yet: it comes back also where the paper never came (row 11), but gives no result and no request.
  IN_TRANSIT_UP: {
    way: 'accept forwardUp',
    home: `${open} withdraw apologise stop finish voidDossier`,
    centre: `${open} withdraw apologise stop acknowledgeUp sendBackUp`,
  },
  RECEIVED_UP: { way: up, home: atDistrict, centre: `${atCentre} processUp submitForSignature` },
  PROCESSING_UP: {
    way: `${up} processUp`,
    home: atDistrict,
    centre: `${atCentre} submitForSignature ${held} acknowledgeHandover`,
  },
  AT_COUNTER_UP: {
    way: `${up} processUp handBack`,
    home: atDistrict,
    centre: `${atCentre} processUp submitForSignature acknowledgeHandover`,
  },
  AWAITING_SIGNATURE_UP: { way: `${up} processUp submitForSignature`, home: atDistrict, centre: `${atCentre} sign returnForRework` },
  SIGNED_UP: {
    way: `${up} processUp ${signing}`,
    home: `${open} apologise stop finish`,
    centre: `${open} apologise stop sendResultDown number`,
  },
  // The citizen may take the result of the district before the desk wrote that it came.
  NUMBERED_UP: {
    way: `${up} processUp ${signing} number`,
    home: `${open} apologise finish returnResult`,
    centre: `${open} apologise sendResultDown`,
  },
  // Late by the road, not by the work: no apology, and the centre has given it away.
  IN_TRANSIT_DOWN: { way: `${up} sendResultDown`, home: `${open} finish returnResult`, centre: living },

  SUPPLEMENT_REQUESTED: { way: 'accept forward requestSupplement', home: `${supplement} voidDossier` },
  SUPPLEMENT_REQUESTED_AT_DESK: { way: 'accept requestSupplement', home: `${supplement} voidDossier` },
  SUPPLEMENT_REQUESTED_UP: { way: `${up} requestSupplement`, home: supplement, centre: supplement.replace(' tellCitizen', '') },
  AWAITING_PAYMENT: { way: 'accept forward requirePayment', home: `${payment} voidDossier` },
  AWAITING_PAYMENT_UP: { way: `${up} requirePayment`, home: payment, centre: payment },
  WITHDRAWN: { way: 'accept withdraw', home: `${living} archive` },
  STOPPED: { way: 'accept stop', home: `${living} archive` },

  RESULT_READY: { way: 'accept forward finish', home: `${ready} voidDossier` },
  REFUSED: { way: 'accept forward refuseAfterAppraisal', home: `${ready} voidDossier` },
  AT_ONCE: { way: 'acceptAndFinish', home: `${ready} voidDossier` },
  // A number of the records office is not taken back by the desk.
  RESULT_SIGNED: { way: `accept forward ${signing} number finish`, home: ready },
  RESULT_FROM_DISTRICT: { way: `${up} sendResultDown finish`, home: ready, centre: living },
  CAME_BACK: { way: 'accept forward finish returnByPost recordPostCameBack', home: `${ready} voidDossier` },
  RETURNED: { way: done, home: `${returned} recordRating voidDossier` },
  RETURNED_AT_ONCE: { way: 'acceptAndFinish returnResult', home: `${returned} recordRating voidDossier` },
  POSTED: { way: 'accept forward finish returnByPost', home: `${returned} voidDossier recordPostDelivery recordPostCameBack` },
  DELIVERED: { way: 'accept forward finish returnByPost recordPostDelivery', home: `${returned} voidDossier` },
  // The duty to correct has no end, wherever the paper lies.
  ARCHIVED: { way: `${done} archive`, home: `${living} correctResult` },
  ARCHIVED_WITHDRAWN: { way: 'accept withdraw archive', home: living },
  // What was paid for an entry made in error is given back.
  VOID: { way: 'accept voidDossier', home: `${looks} refundFee` },

  CORRECTION: { way: `${done} correctResult`, home: `${correcting} forward` },
  CORRECTION_AT_SPECIALIST: {
    way: `${done} correctResult forward`,
    home: `${correcting} ${held} sendVerification acknowledgeHandover`,
  },
  CORRECTION_AWAITING_SIGNATURE: {
    way: `${done} correctResult submitForSignature`,
    home: `${open} forwardUp finish apologise sign returnForRework`,
  },
  // The wrong result was the district's: it is corrected there.
  CORRECTION_IN_TRANSIT_UP: {
    way: `${done} correctResult forwardUp`,
    home: `${open} apologise finish`,
    centre: `${open} apologise acknowledgeUp sendBackUp`,
  },
  CORRECTION_UP: {
    way: `${done} correctResult forwardUp acknowledgeUp`,
    home: `${open} apologise finish`,
    centre: `${open} apologise processUp submitForSignature sendBackUp sendResultDown`,
  },
  CORRECTION_OF_ARCHIVED: { way: `${done} archive correctResult`, home: `${correcting} forward` },
  CORRECTED: { way: `${done} correctResult finish`, home: ready },
  CORRECTED_RETURNED: { way: `${done} correctResult finish returnResult`, home: `${returned} recordRating` },
  // In the citizen's own hand, once.
  RATED: { way: `${done} recordRating`, home: `${returned} voidDossier` },

  // Until a person settles it nothing goes on but what belongs to either side.
  DISPUTED: {
    way: 'accept forward',
    apart: ['requestSupplement', 'finish'],
    home: `${living} changeReturnChannel voidDossier settleContradiction`,
  },
  SETTLED: {
    way: 'accept forward',
    apart: ['requestSupplement', 'finish'],
    after: 'settleContradiction',
    home: `${supplement} voidDossier reopenContradiction`,
  },
} as const satisfies Record<string, TableRow>;
export type TableState = keyof typeof stateTable;

/** In every other state `undoLastAct` is open to the one who did it: these were just opened, or a person's verdict stands between. */
export const nothingToUndo: ReadonlySet<TableState> = new Set([
  'NOTHING',
  'DRAFT',
  'SUBMITTED',
  'ACCEPTED',
  'PRINT_ASKED',
  'DISPUTED',
  'SETTLED',
]);

/** No acts, asked for at one moment and, once given, never left out: two desks without a line contradict nothing by them, so their guards are wider than their cells. */
export const widerGuards: ReadonlySet<string> = new Set(['CitizenRated']);

/** Cells that are open at their time only: an entry in error is seen on its day (row 25), the citizen has his last day in full (row 8). */
export const timely = {
  voidDossier: { on: at('23/11/2026 23:59'), not: at('24/11/2026 00:00') },
  closeUnsupplemented: { on: at('09/12/2026 00:00'), not: at('08/12/2026 23:59') },
} as const;

/** Every role at once: the table is about the state and the office, not about whose post it is. */
export const everybody = {
  home: officer('home', offices.commune, ...roles),
  centre: officer('centre', offices.centre, ...roles),
} as const;

export function inputFor(name: CommandName, state: DossierState | undefined): unknown {
  const input = sampleInput(name, state, seededRandom(1)) as object;
  if (name === 'accept') return { intake: intakeFor(procedures.interconnected) };
  if (name === 'settleContradiction') return { ...input, keep: 'FIRST' };
  if (name === 'requestSupplement') return { ...input, override: { reason: 'lãnh đạo đồng ý' } };
  return input;
}

/** The row's history, each event given by the command itself, at the commune where it may and else at the centre. */
export function logOf({ way, apart = ['', ''], after = '' }: TableRow): readonly EventEnvelope[] {
  const base = play(way, [], 'bd-1', 0);
  const both = [...play(apart[0], base, 'bd-1', 100), ...play(apart[1], base, 'bd-2', 200).slice(base.length)];
  return play(after, both, 'bd-1', 300);
}

function play(way: string, before: readonly EventEnvelope[], device: string, start: number): readonly EventEnvelope[] {
  const log = [...before];
  (way === '' ? [] : way.split(' ')).forEach((word, index) => {
    const name = word as CommandName;
    const state = foldDossier(log);
    const now = at('23/11/2026 08:00') + (start + index) * 1000;
    const office = officeFor(name, state);
    const actor = office === offices.centre ? everybody.centre : everybody.home;
    const decided = decideCommand(
      name,
      state,
      inputFor(name, state) as never,
      contextFor(office, actor, now, { device: device as DeviceId }),
    );
    if (!decided.ok) throw new Error(`${way}: ${name} was refused: ${JSON.stringify(decided.error)}`);
    let after = state?.heads ?? [];
    for (const { type, version, data } of decided.value) {
      const seq = log.filter((event) => event.device === device).length + 1;
      const event = {
        device,
        seq,
        dossier: dossierId,
        after,
        type,
        version,
        at: now,
        clockOffsetMs: 0,
        actor: actor.id,
        office: office.id,
        data,
      };
      log.push(event as EventEnvelope);
      after = [event as EventEnvelope].map((one) => ({ device: one.device, seq: one.seq }));
    }
  });
  return log;
}

function officeFor(name: CommandName, state: DossierState | undefined): Office {
  const acting = { actor: everybody.home, office: offices.commune, offices: reference.offices };
  return accessRefusal(commandOf(name), state, acting) === undefined ? offices.commune : offices.centre;
}
