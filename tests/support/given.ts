/**
 * Given/When/Then for commands: `given('ACCEPTED').when('forward', { to: '…' }).gives(['DossierForwarded', { to: '…' }])`. What a command gives is also
 * folded on top of its history, and must take effect without a contradiction.
 */
import { expect } from 'vitest';
import type { CommandContext, EventDraft } from '@onestop/shared/dossier/command.ts';
import { type CommandInput, type CommandName, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import { readAtEdge } from '@onestop/shared/dossier/read-event.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import type { DossierEventType } from '@onestop/shared/dossier/events/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { formatCode } from '@onestop/shared/dossier/numbers.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DeviceId, EventRef } from '@onestop/shared/kernel/ids.ts';
import { type Result, ok } from '@onestop/shared/kernel/result.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import {
  type Step,
  at,
  chain,
  day,
  dossierId,
  offices,
  procedures,
  intakeFor,
  reference,
  sampleData,
  slipNames,
  staff,
} from './builders.ts';

/** Ways to the statuses (and steps) of the machine. */
export const stories = {
  NOTHING: [],
  DRAFT: ['DossierDrafted'],
  SUBMITTED: ['DossierSubmittedOnline'],
  REFUSED_INTAKE: ['DossierDrafted', 'IntakeRefused'],
  ACCEPTED: ['DossierAccepted'],
  IN_PROCESS: ['DossierAccepted', 'DossierForwarded'],
  VERIFYING: ['DossierAccepted', 'DossierForwarded', 'VerificationSent'],
  AT_DESK: ['DossierAccepted', 'DossierForwarded', 'HandedBack'],
  AWAITING_SIGNATURE: ['DossierAccepted', 'DossierForwarded', 'SignatureRequested'],
  SIGNED: ['DossierAccepted', 'DossierForwarded', 'SignatureRequested', 'ResultSigned'],
  NUMBERED: ['DossierAccepted', 'DossierForwarded', 'SignatureRequested', 'ResultSigned', 'ResultNumbered'],
  IN_TRANSIT_UP: ['DossierAccepted', 'DossierForwardedUp'],
  RECEIVED_UP: ['DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged'],
  PROCESSING_UP: ['DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged', 'UpTransferProcessing'],
  IN_TRANSIT_DOWN: ['DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged', 'ResultSentDown'],
  SUPPLEMENT_REQUESTED: ['DossierAccepted', 'DossierForwarded', 'SupplementRequested'],
  SUPPLEMENT_REQUESTED_UP: ['DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged', 'SupplementRequested'],
  SUPPLEMENTED: ['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'SupplementCompleted'],
  AWAITING_PAYMENT: ['DossierAccepted', 'DossierForwarded', 'PaymentRequired'],
  WITHDRAWN: ['DossierAccepted', 'DossierWithdrawn'],
  STOPPED: ['DossierAccepted', 'DossierStopped'],
  RESULT_READY: ['DossierAccepted', 'DossierForwarded', 'DossierFinished'],
  POSTED: ['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultPosted'],
  RETURNED: ['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned'],
  ARCHIVED: ['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned', 'DossierArchived'],
  VOID: ['DossierAccepted', 'DossierVoided'],
} as const satisfies Record<string, readonly DossierEventType[]>;
export type Story = keyof typeof stories;

interface When {
  readonly at?: string;
  readonly by?: Staff;
  readonly office?: Office;
  readonly context?: Partial<CommandContext>;
}

interface Then {
  /** The drafts, exactly, and that they take effect. */
  readonly gives: (...events: readonly (readonly [DossierEventType, object])[]) => Leaves;
  /** That something was given; for specs about the state it leaves. */
  readonly succeeds: () => Leaves;
  readonly refuses: (refusal: Refusal) => void;
  readonly refusesWith: (code: Refusal['code']) => void;
  readonly result: Result<readonly EventDraft[], Refusal>;
}
interface Leaves {
  readonly state: DossierState;
  readonly leaves: (expected: Partial<DossierState>) => void;
}

export function given(before: Story | readonly Step[] | readonly EventEnvelope[]) {
  const steps: readonly (Step | EventEnvelope)[] = typeof before === 'string' ? stories[before] : before;
  const events = isLog(steps) ? steps : chain(steps as readonly Step[]);
  return {
    events,
    state: foldDossier(events),
    when: <C extends CommandName>(name: C, input: CommandInput<C>, how: When = {}): Then => then(events, name, input, how),
  };
}

function isLog(steps: readonly (Step | EventEnvelope)[]): steps is readonly EventEnvelope[] {
  return steps.length > 0 && typeof steps[0] === 'object' && 'device' in (steps[0] as object);
}

function then<C extends CommandName>(events: readonly EventEnvelope[], name: C, input: CommandInput<C>, how: When): Then {
  const office = how.office ?? offices.commune;
  const actor = how.by ?? (office.kind === 'CENTRE' ? staff.centre : office.id === offices.commune.id ? staff.commune : staff.otherCommune);
  const now = at(how.at ?? '23/11/2026 10:00');
  const context = contextFor(office, actor, now, how.context);
  const before = foldDossier(events);
  const result = decideCommand(name, before, input, context);
  const succeed = (): Leaves => {
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
    const state = leave(events, result.value, before?.heads ?? [], context);
    return { state, leaves: (expected) => expect(state).toMatchObject(expected) };
  };
  return {
    result,
    succeeds: succeed,
    gives: (...expected) => {
      const left = succeed();
      expect(result.ok && result.value.map(({ type, data }) => [type, data])).toEqual(expected);
      return left;
    },
    refuses: (refusal) => expect(result).toEqual({ ok: false, error: refusal }),
    refusesWith: (code) => expect(result).toMatchObject({ ok: false, error: { code } }),
  };
}

export function contextFor(office: Office, actor: Staff, now: number, changes: Partial<CommandContext> = {}): CommandContext {
  let serial = 0;
  let line = 0;
  const slips: { [kind: string]: number } = {};
  return {
    at: now,
    device: 'bd-1' as DeviceId,
    actor,
    office,
    reference,
    drawCode: (agencyId, date) => ok(formatCode(agencyId, date, ++serial, 4)),
    drawRegisterLine: (date) => ({ book: `01/${date.slice(0, 4)}`, line: ++line }),
    drawSlipNumber: (kind, date) => {
      slips[kind] = (slips[kind] ?? 0) + 1;
      return { book: `01/${date.slice(0, 4)}`, line: slips[kind] };
    },
    ...changes,
  };
}

/** Writes the drafts as the device would and folds them: they must pass the edge's check and take effect. */
function leave(
  events: readonly EventEnvelope[],
  drafts: readonly EventDraft[],
  heads: readonly EventRef[],
  context: CommandContext,
): DossierState {
  const log = [...events];
  let after = heads;
  let seq = 1000;
  for (const draft of drafts) {
    seq += 1;
    const event = writeEvent({
      device: 'bd-9' as EventEnvelope['device'],
      seq,
      dossier: events[0]?.dossier ?? dossierId,
      after,
      type: draft.type,
      version: draft.version,
      at: context.at,
      clockOffsetMs: 0,
      actor: context.actor.id,
      office: context.office.id,
      data: draft.data as EventEnvelope['data'],
    });
    expect(readAtEdge(event).kind, draft.type).toBe('KNOWN');
    log.push(event);
    after = [{ device: event.device, seq }];
  }
  const state = foldDossier(log);
  if (!state) throw new Error('nothing was opened');
  expect(state.contradictions.filter((one) => one.event.device === 'bd-9')).toEqual([]);
  return state;
}

/** The slip that a desk's spec issues: the first of its book, on the day of the spec, signed by the officer at the desk. */
export const issued = {
  number: { book: '01/2026', line: 1 },
  date: day('23/11/2026'),
  signer: { staff: staff.commune.id, name: 'lan' },
  printed: slipNames,
} as const;

export { at, chain, intakeFor, offices, procedures, sampleData };
