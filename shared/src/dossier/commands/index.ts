/**
 * The registry of what an officer can do, and the one gate all acts go through. Order of the checks: the input's form, the actor's role at
 * this kind of office, the office's right to the dossier, an open contradiction, the dossier's status, then the command's own rules.
 */
import type { Result } from '../../kernel/result.ts';
import { err } from '../../kernel/result.ts';
import type { Role } from '../../reference/staff.ts';
import type { CommandContext, CommandDefinition, EventDraft, RolesAt } from '../command.ts';
import type { Schema } from '../define-event.ts';
import { checkInput } from '../input.ts';
import type { Refusal } from '../refusals.ts';
import type { DossierState } from '../state.ts';
import { accept } from './accept.ts';
import { acceptAndFinish } from './accept-and-finish.ts';
import { acknowledgeUp } from './acknowledge-up.ts';
import { apologise } from './apologise.ts';
import { archive } from './archive.ts';
import { closeUnsupplemented } from './close-unsupplemented.ts';
import { completeSupplement } from './complete-supplement.ts';
import { addNote } from './add-note.ts';
import { correctContact } from './correct-contact.ts';
import { correctResult } from './correct-result.ts';
import { draft } from './draft.ts';
import { finish } from './finish.ts';
import { forward } from './forward.ts';
import { forwardUp } from './forward-up.ts';
import { guide } from './guide.ts';
import { number } from './number.ts';
import { payFee } from './pay-fee.ts';
import { processUp } from './process-up.ts';
import { recordPayment } from './record-payment.ts';
import { refuseAfterAppraisal } from './refuse-after-appraisal.ts';
import { refuseIntake } from './refuse-intake.ts';
import { remindUncollected } from './remind-uncollected.ts';
import { requestSupplement } from './request-supplement.ts';
import { requirePayment } from './require-payment.ts';
import { returnByPost } from './return-by-post.ts';
import { returnForRework } from './return-for-rework.ts';
import { returnResult } from './return-result.ts';
import { sendBackUp } from './send-back-up.ts';
import { sendResultDown } from './send-result-down.ts';
import { reopenContradiction } from './reopen-contradiction.ts';
import { settleContradiction } from './settle-contradiction.ts';
import { sign } from './sign.ts';
import { stop } from './stop.ts';
import { submitForSignature } from './submit-for-signature.ts';
import { submitOnline } from './submit-online.ts';
import { viewDossier } from './view-dossier.ts';
import { voidDossier } from './void-dossier.ts';
import { withdraw } from './withdraw.ts';
import { acknowledgeHandover } from './acknowledge-handover.ts';
import { handBack } from './hand-back.ts';
import { reassign } from './reassign.ts';

export const commandDefinitions = {
  draft,
  guide,
  submitOnline,
  refuseIntake,
  accept,
  acceptAndFinish,
  forward,
  requestSupplement,
  completeSupplement,
  closeUnsupplemented,
  requirePayment,
  recordPayment,
  payFee,
  forwardUp,
  acknowledgeUp,
  processUp,
  sendBackUp,
  sendResultDown,
  submitForSignature,
  sign,
  number,
  returnForRework,
  refuseAfterAppraisal,
  apologise,
  withdraw,
  stop,
  finish,
  returnResult,
  returnByPost,
  remindUncollected,
  correctResult,
  archive,
  voidDossier,
  settleContradiction,
  reopenContradiction,
  viewDossier,
  correctContact,
  addNote,
  acknowledgeHandover,
  handBack,
  reassign,
} as const;

export type CommandName = keyof typeof commandDefinitions;
export type CommandInput<C extends CommandName> = (typeof commandDefinitions)[C] extends { readonly input: Schema<infer I> } ? I : never;

export const commandNames = Object.keys(commandDefinitions) as readonly CommandName[];

/** The definition with its input's type erased: what comes out of `input` is what goes into `decide`, so the pair stays consistent. */
export function commandOf(name: CommandName): CommandDefinition<CommandName, unknown> {
  return commandDefinitions[name] as unknown as CommandDefinition<CommandName, unknown>;
}

export function decideCommand<C extends CommandName>(
  name: C,
  state: DossierState | undefined,
  input: CommandInput<C>,
  context: CommandContext,
): Result<readonly EventDraft[], Refusal> {
  const definition = commandOf(name);
  const checked = checkInput(definition.input, input);
  if (!checked.ok) return checked;
  const refusal = accessRefusal(definition, state, context) ?? stateRefusal(definition, state);
  return refusal ? err(refusal) : definition.decide(state, checked.value, context);
}

/** Why this officer may not do it to this dossier from this office, or undefined. */
export function accessRefusal(
  definition: CommandDefinition<CommandName, unknown>,
  state: DossierState | undefined,
  { actor, office, reference }: Pick<CommandContext, 'actor' | 'office' | 'reference'>,
): Refusal | undefined {
  const needed = definition.rolesAt[office.kind] ?? [];
  if (!actor.active || !actor.roles.some((role) => needed.includes(role))) return { code: 'access/role', needed };
  if (actor.office !== office.id) return { code: 'access/office' };
  if (state === undefined) return undefined;
  if (definition.heldOnly === true && state.holder !== undefined && state.holder.office !== office.id) return { code: 'access/office' };
  if (definition.homeOnly === true ? state.office === office.id : state.offices.includes(office.id)) return undefined;
  const isAbove = office.kind === 'CENTRE' && reference.offices.some((one) => one.id === state.office && one.parent === office.id);
  return definition.fromAbove === true && isAbove ? undefined : { code: 'access/office' };
}

/** Why the dossier's state does not allow it, or undefined. */
export function stateRefusal(definition: CommandDefinition<CommandName, unknown>, state: DossierState | undefined): Refusal | undefined {
  if (state !== undefined && definition.whileContradicted !== true && state.contradictions.length > 0) {
    return { code: 'dossier/contradiction-open' };
  }
  if (definition.open(state)) return undefined;
  if (state === undefined) return { code: 'dossier/not-found' };
  return definition.settles === true ? { code: 'dossier/nothing-to-settle' } : { code: 'dossier/status', status: state.status };
}

export interface EventPermission {
  readonly roles: readonly Role[];
  readonly rolesAt: RolesAt;
  /** The centre above may send it for a dossier that was never handed to it. */
  readonly fromAbove: boolean;
}

/** Who may send an event of this type: everybody who may give a command that makes it. Undefined for a type this build does not know. */
export function eventsAllowedFor(type: string): EventPermission | undefined {
  return permissionByEvent.get(type);
}

const permissionByEvent: ReadonlyMap<string, EventPermission> = collectPermissions();

function collectPermissions(): Map<string, EventPermission> {
  const byEvent = new Map<string, EventPermission>();
  for (const name of commandNames) {
    const command = commandOf(name);
    for (const type of command.emits) {
      const known = byEvent.get(type);
      byEvent.set(type, {
        roles: union(known?.roles, command.roles),
        rolesAt: {
          COMMUNE: union(known?.rolesAt.COMMUNE, command.rolesAt.COMMUNE),
          CENTRE: union(known?.rolesAt.CENTRE, command.rolesAt.CENTRE),
        },
        fromAbove: (known?.fromAbove ?? false) || command.fromAbove === true,
      });
    }
  }
  return byEvent;
}

function union(a: readonly Role[] = [], b: readonly Role[] = []): readonly Role[] {
  return [...new Set([...a, ...b])];
}
