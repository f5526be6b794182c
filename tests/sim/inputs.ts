/** A plausible input for every command, drawn from the seed. The compiler names a command that is missing here, so a new one is simulated from its first day. */
import type { DeviceId, DossierId, EventRef } from '@onestop/shared/kernel/ids.ts';
import { type PlainDate, addDays } from '@onestop/shared/kernel/plain-date.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { promisableDays } from '@onestop/shared/deadlines/promisable.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { isWaitingPrint } from '@onestop/shared/dossier/print-jobs.ts';
import type { DossierState, Intake } from '@onestop/shared/dossier/state.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { intakeFor, reference, sampleFees } from '../support/builders.ts';
import { communeNameByCode, type Draw, randomPerson } from '../support/people.ts';

export interface InputContext {
  readonly draw: Draw;
  readonly now: Instant;
  readonly procedures: readonly Procedure[];
  readonly state: DossierState | undefined;
  readonly commune: string;
}

type Inputs = { readonly [C in CommandName]: (context: InputContext) => CommandInput<C> };

const reasons = ['thiếu giấy', 'công dân đề nghị', 'nhập nhầm', 'đã hỏi hai người', 'chờ xác minh'] as const;

const leader = { kind: 'NAMED', name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } as const;

export const inputs: Inputs = {
  draft: (c) => ({ intake: intake(c), note: 'sẽ quay lại' }),
  guide: (c) => ({ reason: reason(c), class: 'PAPERS_MISSING', missing: [{ component: 1, name: 'Giấy chứng sinh' }], intake: intake(c) }),
  submitOnline: (c) => ({ intake: { ...intake(c), channel: 'ONLINE' } }),
  refuseIntake: (c) => ({ reason: reason(c), class: 'NOT_ELIGIBLE', intake: intake(c) }),
  accept: (c) => acceptance(c, (procedure) => procedure),
  acceptAndFinish: (c) => ({
    intake: intake(
      c,
      c.procedures.find((one) => one.timeLimit?.unit === 'sameDay'),
    ),
    result: { outcome: 'GRANTED' },
  }),
  forward: () => ({ to: { kind: 'COUNTER', counter: 'tphv', name: 'Tư pháp – hộ tịch' } }),
  requestSupplement: (c) => ({
    reason: reason(c),
    class: 'PAPERS_MISSING',
    missing: [{ component: 2, name: 'Giấy khác' }],
    ...(c.draw() < 0.3 ? { override: { by: leader, reason: reason(c) } } : {}),
  }),
  completeSupplement: (c) => ({ received: [{ component: 2, state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }], ...chosenDue(c) }),
  closeUnsupplemented: (c) => ({ reason: reason(c), class: 'NOTHING_BROUGHT' }),
  requirePayment: (c) => ({ amountVnd: 100_000, reason: reason(c) }),
  recordPayment: () => ({ amountVnd: 100_000, receipt: 'BL 1' }),
  payFee: () => ({ method: 'CASH', amountVnd: 8000 }),
  forwardUp: () => ({}),
  acknowledgeUp: () => ({}),
  processUp: () => ({ to: { kind: 'AGENCY', name: 'Phòng Tư pháp' }, list: 'NEW' }),
  sendBackUp: (c) => ({ reason: reason(c) }),
  sendResultDown: (c) => ({ result: { outcome: 'REFUSED', reason: reason(c), class: 'NOT_ELIGIBLE', number: '12/QĐ' } }),
  submitForSignature: () => ({}),
  sign: () => ({}),
  number: (c) => ({ number: '45', date: instantToPlainDate(c.now) }),
  returnForRework: (c) => ({ reason: reason(c) }),
  refuseAfterAppraisal: (c) => ({ reason: reason(c), class: 'NOT_ELIGIBLE', signer: leader }),
  apologise: (c) => ({
    reason: reason(c),
    class: 'WORKLOAD',
    signer: leader,
    date: promisable(addDays(instantToPlainDate(Math.max(c.now, c.state?.due?.dueAt ?? 0)), 3)),
  }),
  withdraw: (c) => ({ reason: reason(c), class: 'NO_LONGER_NEEDED' }),
  stop: (c) => ({ reason: reason(c), class: 'DISPUTE', signer: leader, ground: 'khoản 2 Điều 21' }),
  finish: () => ({ result: { outcome: 'GRANTED', number: '45/2026' } }),
  returnResult: (c) => ({
    receiver: c.state?.intake?.owner.fullName ?? 'người nhận',
    receiverIsOwner: true,
    proof: 'RECEIPT',
    payment: { method: 'CASH' },
  }),
  returnByPost: () => ({ receiver: 'người nhận', bill: 'EE123456789VN', payment: { method: 'CASH' } }),
  remindUncollected: () => ({ by: 'CALL' }),
  tellCitizen: (c) => ({
    cause: c.state?.status === 'RESULT_READY' ? 'RESULT_READY' : 'SUPPLEMENT',
    channel: 'CALL',
    outcome: 'NOT_REACHED',
  }),
  correctResult: (c) => ({ reason: reason(c) }),
  archive: () => ({ archiveNumber: 'H12/2026' }),
  voidDossier: (c) => ({ reason: reason(c), approvedBy: leader }),
  settleContradiction: (c) => {
    const open = c.state?.contradictions[0];
    return {
      event: open?.event ?? c.state?.heads[0] ?? { device: 'd0' as DeviceId, seq: 1 },
      keep: c.draw() < 0.5 ? 'FIRST' : 'SECOND',
      reason: reason(c),
    };
  },
  reopenContradiction: (c) => ({
    settlement: c.state?.settlements[0]?.by ?? { device: 'd0' as DeviceId, seq: 1 },
    reason: reason(c),
  }),
  viewDossier: () => ({ what: 'DETAIL' }),
  addNote: () => ({ note: 'đã gọi điện' }),
  correctContact: () => ({ phone: '0900000003' }),
  reopenResult: (c) => ({ reason: reason(c) }),
  recordPostDelivery: (c) => ({ deliveredAt: c.state?.returned?.at ?? c.now }),
  recordPostCameBack: (c) => ({ reason: reason(c) }),
  assessFee: (c) => ({ fees: [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 8000 }], reason: reason(c) }),
  refundFee: (c) => ({ amountVnd: 1000, method: 'CASH', reason: reason(c) }),
  changeReturnChannel: () => ({ returnChannel: 'POST', returnAddress: 'thôn Tháp' }),
  correctIdentity: (c) => ({ fullName: 'Nguyễn Thị Mẫn', reason: reason(c) }),
  recordPrint: () => ({ form: 'RECEIPT', copies: 2, again: true }),
  requestPrint: () => ({ form: 'RECEIPT', copies: 1 }),
  takePrint: (c) => ({ job: waitingPrint(c.state) }),
  cancelPrint: (c) => ({ job: waitingPrint(c.state) }),
  attachFile: () => ({ hash: 'b'.repeat(64), bytes: 1000, mediaType: 'image/jpeg', name: 'anh.jpg', kind: 'OTHER' }),
  recordRating: () => ({ score: 'FAIR', reasons: ['chờ lâu'] }),
  recordComplaint: () => ({ content: 'chờ lâu', by: 'CALL' }),
  linkDossier: () => ({ to: 'd0ss1er00002' as DossierId, kind: 'GROUP' }),
  addPapers: (c) => ({ papers: [], reason: reason(c) }),
  changePromise: (c) => ({ date: promisable(addDays(instantToPlainDate(c.now), 30)), regulation: 'TB 01', reason: reason(c) }),
  sendVerification: () => ({ to: 'xã khác', question: 'cư trú' }),
  recordVerification: () => ({ answer: 'đúng' }),
  undoLastAct: () => ({}),
  changeProcedure: (c) => {
    const { procedure, papers, fees } = intake(c);
    return { procedure, papers, fees, reason: reason(c) };
  },
  acknowledgeHandover: () => ({}),
  handBack: (c) => ({ reason: reason(c) }),
  reassign: (c) => ({ to: { kind: 'AGENCY', name: 'công chức khác' }, reason: reason(c) }),
};

function waitingPrint(state: DossierState | undefined): EventRef {
  return state?.printJobs?.find(isWaitingPrint)?.job ?? state?.heads[0] ?? { device: 'd0' as DeviceId, seq: 1 };
}

function reason({ draw }: InputContext): string {
  return must(reasons[Math.floor(draw() * reasons.length)], 'drawn inside the list');
}

function intake(c: InputContext, procedure?: Procedure): Intake {
  const interconnected = c.draw() < 0.3 ? c.procedures.find((one) => one.interconnected) : undefined;
  const chosen = procedure ?? interconnected ?? must(c.procedures[Math.floor(c.draw() * c.procedures.length)], 'drawn inside the list');
  const papers = chosen.documents.map((_, component) => ({
    id: component + 1,
    component,
    state: 'RECEIVED' as const,
    originals: 1,
    certified: 0,
    copies: 0,
  }));
  return intakeFor(chosen, {
    owner: randomPerson(c.draw, { commune: c.commune in communeNameByCode ? c.commune : '09529' }),
    papers,
    fees: sampleFees,
    ...(c.draw() < 0.5 ? { payment: { method: 'CASH', amountVnd: 8000 } } : {}),
  });
}

function acceptance(c: InputContext, pick: (procedure: Procedure) => Procedure): CommandInput<'accept'> {
  const taken = intake(c);
  const procedure = pick(
    must(
      c.procedures.find((one) => one.key === taken.procedure.key),
      'drawn from the list',
    ),
  );
  return { intake: taken, ...(procedure.timeLimit === null ? chosenDue(c) : {}) };
}

function chosenDue(c: InputContext): { readonly due?: NonNullable<CommandInput<'accept'>['due']> } {
  const known = c.procedures.find((one) => one.key === c.state?.intake?.procedure.key)?.timeLimit;
  if (known !== undefined && known !== null) return {};
  return { due: { date: promisable(addDays(instantToPlainDate(c.now), 5)), reason: reason(c) } };
}

/** That day, or the next that can be promised. */
function promisable(date: PlainDate): PlainDate {
  return must(promisableDays(reference.calendar, date, 1)[0], 'some day').date;
}
