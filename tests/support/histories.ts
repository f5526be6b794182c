/**
 * Random histories of one dossier: three devices of the desk and one of the centre, each seeing only a part of what the others wrote, acting by
 * real commands where the state they see allows it and sometimes against all rules. Clocks are wrong on purpose.
 */
import { type CommandName, commandNames, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { type DossierEventType, dossierEventTypes, findEventDefinition } from '@onestop/shared/dossier/events/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { isWaitingPrint } from '@onestop/shared/dossier/print-jobs.ts';
import { type NoticeCause, causeDay, noticeCauses } from '@onestop/shared/dossier/notices.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { contextFor } from './given.ts';
import { at, day, eventOf, intakeFor, offices, procedures, sampleData, sampleFees, sampleIntake, staff } from './builders.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { SeededRandom } from './random.ts';

function printInputs(state: DossierState | undefined) {
  const job = state?.printJobs?.find(isWaitingPrint)?.job ?? { device: 'bd-1', seq: 1 };
  return {
    recordPrint: { form: 'RECEIPT', copies: 2, again: false },
    requestPrint: { form: 'RECEIPT', copies: 1 },
    takePrint: { job },
    cancelPrint: { job },
  };
}

/** One valid input for every command; where it depends on the dossier, made from its state. */
export function sampleInput(name: CommandName, state: DossierState | undefined, random: SeededRandom): unknown {
  const reason = 'lý do';
  const contradiction = state?.contradictions[0];
  const inputs: Record<CommandName, unknown> = {
    draft: { intake: sampleIntake },
    guide: { reason, class: 'OTHER', missing: [{ name: 'Giấy khác' }] },
    submitOnline: { intake: sampleIntake },
    refuseIntake: { reason, class: 'OTHER', intake: sampleIntake },
    accept: {
      intake: random.chance(0.3) ? intakeFor(procedures.interconnected, { fees: sampleFees }) : sampleIntake,
      extended: random.chance(0.3),
    },
    acceptAndFinish: { intake: intakeFor(procedures.instant), result: { outcome: 'GRANTED' } },
    forward: { to: { kind: 'STAFF', staff: staff.commune.id } },
    requestSupplement: { reason, class: 'OTHER', missing: [], ...(random.chance(0.5) ? { override: { reason } } : {}) },
    completeSupplement: { received: [] },
    closeUnsupplemented: { reason, class: 'NOTHING_BROUGHT' },
    requirePayment: { amountVnd: 1000, reason },
    recordPayment: { amountVnd: 1000 },
    payFee: { method: 'CASH', amountVnd: 8000 },
    forwardUp: {},
    acknowledgeUp: {},
    processUp: { to: { kind: 'AGENCY', name: 'phòng' } },
    sendBackUp: { reason },
    sendResultDown: { result: { outcome: 'GRANTED', number: '1' } },
    submitForSignature: {},
    sign: {},
    number: { number: '45', date: day('23/11/2026') },
    returnForRework: { reason },
    refuseAfterAppraisal: { reason, class: 'OTHER' },
    apologise: { reason, class: 'OTHER', date: day('01/02/2027') },
    withdraw: { reason, class: 'OTHER' },
    stop: { reason, class: 'DISPUTE', ground: 'luật' },
    finish: { result: { outcome: 'GRANTED' } },
    returnResult: { receiver: 'chủ hồ sơ', receiverIsOwner: true, proof: 'RECEIPT', payment: { method: 'CASH' } },
    returnByPost: { receiver: 'chủ hồ sơ', bill: 'EE1', payment: { method: 'CASH' } },
    remindUncollected: { by: 'CALL' },
    tellCitizen: { cause: causeOf(state), channel: 'CALL', outcome: random.pick(['REACHED', 'NOT_REACHED']) },
    correctResult: { reason },
    archive: { archiveNumber: 'H1' },
    voidDossier: { reason },
    settleContradiction: { event: contradiction?.event ?? { device: 'bd-1', seq: 1 }, keep: random.pick(['FIRST', 'SECOND']), reason },
    reopenContradiction: { settlement: state?.settlements[0]?.by ?? { device: 'bd-1', seq: 1 }, reason },
    viewDossier: { what: 'DETAIL' },
    addNote: { note: 'đã gọi điện' },
    correctContact: { phone: '0900000009' },
    reopenResult: { reason },
    recordPostDelivery: { deliveredAt: state?.returned?.at ?? 0 },
    recordPostCameBack: { reason },
    assessFee: { fees: sampleFees, reason },
    refundFee: { amountVnd: 1000, method: 'CASH', reason },
    changeReturnChannel: { returnChannel: 'POST', returnAddress: 'thôn Ngọc Quan' },
    correctIdentity: { fullName: 'Nguyễn Thị Mẫn', reason },
    ...printInputs(state),
    attachFile: { hash: 'a'.repeat(64), bytes: 1000, mediaType: 'image/jpeg', name: 'anh.jpg', kind: 'OTHER' },
    recordRating: { score: 'GOOD' },
    recordComplaint: { content: 'chờ quá lâu', by: 'DESK' },
    linkDossier: { to: 'd0ss1er00002', kind: 'HOUSEHOLD' },
    addPapers: { papers: [], reason },
    changePromise: { date: day('01/03/2027'), regulation: 'TB 01', reason },
    sendVerification: { to: 'xã khác', question: 'hôn nhân' },
    recordVerification: { answer: 'chưa kết hôn' },
    undoLastAct: {},
    changeProcedure: { procedure: { key: '1.000002', version: 1 }, papers: sampleIntake.papers, reason },
    acknowledgeHandover: {},
    handBack: { reason },
    reassign: { to: { kind: 'AGENCY', name: 'người khác' }, reason },
  };
  return inputs[name];
}

function causeOf(state: DossierState | undefined): NoticeCause {
  return (state && noticeCauses.find((cause) => causeDay(state, cause, state.lastAt) !== undefined)) ?? 'RESULT_READY';
}

interface Desk {
  readonly device: string;
  readonly isCentre: boolean;
  /** How wrong its clock is. */
  readonly drift: number;
  seq: number;
  seen: EventEnvelope[];
}

interface HistoryOptions {
  readonly steps?: number;
  /** Share of events written against the rules. */
  readonly illegal?: number;
}

export function history(random: SeededRandom, { steps = 14, illegal = 0.15 }: HistoryOptions = {}): EventEnvelope[] {
  const all: EventEnvelope[] = [];
  const desks: Desk[] = ['bd-1', 'bd-2', 'bd-3', 'lt-1'].map((device) => ({
    device,
    isCentre: device === 'lt-1',
    drift: random.chance(0.3) ? (random.below(2000) - 1000) * 60_000 : 0,
    seq: random.below(5),
    seen: [],
  }));
  for (let step = 0; step < steps; step++) {
    // The first act opens the dossier; the others begin once they have heard of it.
    const desk = step === 0 ? (desks[0] as Desk) : random.pick(desks);
    if (step > 0 && (desk.seen.length === 0 || random.chance(0.5))) desk.seen = hear(desk, all, random);
    // Three acts share a moment, so that ties are broken by device and sequence too.
    const now = at('23/11/2026 08:00') + Math.floor(step / 3) * 3_600_000 + desk.drift;
    for (const event of act(desk, now, random, step === 0 ? 0 : illegal)) {
      all.push(event);
      desk.seen.push(event);
    }
  }
  return all;
}

/** What reached the desk: a causally complete prefix of everything, as feeds deliver it, plus its own. */
function hear(desk: Desk, all: readonly EventEnvelope[], random: SeededRandom): EventEnvelope[] {
  const upTo = Math.max(1, random.below(all.length + 1));
  const heard = new Set([...all.slice(0, upTo), ...desk.seen]);
  return all.filter((event) => heard.has(event) || event.device === desk.device);
}

function act(desk: Desk, now: number, random: SeededRandom, illegal: number): readonly EventEnvelope[] {
  const state = foldDossier(desk.seen);
  const office = desk.isCentre ? offices.centre : offices.commune;
  const actor = desk.isCentre ? staff.centre : staff.commune;
  const write = (type: string, data: EventEnvelope['data'], after: EventEnvelope['after']): EventEnvelope => {
    desk.seq += 1;
    const event = eventOf('DossierViewed', { device: desk.device, seq: desk.seq, after, at: now, office: office.id, actor: actor.id });
    return writeEvent({ ...event, type, version: must(findEventDefinition(type), 'a known type').version, data });
  };
  if (random.chance(illegal)) {
    const type: DossierEventType = random.pick(dossierEventTypes);
    const data = sampleData[type];
    return [write(type, data as EventEnvelope['data'], state?.heads ?? [])];
  }
  for (const name of random.shuffle(commandNames)) {
    const decided = decideCommand(
      name,
      state,
      sampleInput(name, state, random) as never,
      contextFor(office, actor, now, { device: desk.device as DeviceId }),
    );
    if (!decided.ok) continue;
    let after = state?.heads ?? [];
    return decided.value.map((draft) => {
      const event = write(draft.type, draft.data as EventEnvelope['data'], after);
      after = [{ device: event.device, seq: event.seq }];
      return event;
    });
  }
  return [];
}
