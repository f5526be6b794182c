/**
 * The officers of the simulation: random but mostly legal acts, sometimes illegal on purpose, on new dossiers and on those their device knows. Commands are drawn from
 * the registry, so a new one takes part without a change here.
 */
import { type CommandName, commandNames, commandOf } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Draw } from '../support/people.ts';
import { simStaff } from './district.ts';
import type { Desk } from './desk.ts';

export interface ClerkChoice {
  readonly actor: Staff;
  readonly command: CommandName;
  readonly dossier: DossierId | undefined;
  readonly state: DossierState | undefined;
}

/** The centre's officers mostly keep to what was handed to them, and communes to their own. */
function mayTouch(desk: Desk, command: CommandName, state: DossierState | undefined): boolean {
  const { homeOnly, fromAbove } = commandOf(command);
  if (state === undefined) return true;
  return homeOnly === true ? state.office === desk.office : fromAbove === true || state.offices.includes(desk.office);
}

/** Commands that take a case out of play early are drawn seldom and steps of a long way often, so that long histories come about. */
const weights: Partial<Record<CommandName, number>> = {
  stop: 0.15,
  withdraw: 0.15,
  refuseIntake: 0.15,
  voidDossier: 0.15,
  archive: 0.15,
  refuseAfterAppraisal: 0.5,
  viewDossier: 0.1,
  guide: 0.3,
  draft: 0.4,
  submitOnline: 0.3,
  acceptAndFinish: 0.4,
  accept: 3,
  correctContact: 0.3,
  assessFee: 0.3,
  refundFee: 2,
  changeReturnChannel: 0.2,
  correctIdentity: 0.2,
  recordPrint: 0.2,
  requestPrint: 0.3,
  takePrint: 4,
  cancelPrint: 1.5,
  attachFile: 0.2,
  recordRating: 25,
  recordComplaint: 0.2,
  linkDossier: 0.2,
  addPapers: 0.2,
  changePromise: 0.6,
  sendVerification: 1.5,
  recordVerification: 8,
  recordPostCameBack: 6,
  recordPostDelivery: 3,
  undoLastAct: 0.4,
  changeProcedure: 1,
  addNote: 0.3,
  payFee: 0.3,
  remindUncollected: 0.5,
  tellCitizen: 0.5,
  finish: 0.7,
  settleContradiction: 6,
  reopenContradiction: 4,
  forward: 4,
  forwardUp: 8,
  acknowledgeUp: 4,
  processUp: 3,
  submitForSignature: 4,
  sign: 6,
  number: 8,
  returnForRework: 4,
  closeUnsupplemented: 40,
};

export async function chooseAct(draw: Draw, desk: Desk): Promise<ClerkChoice | undefined> {
  const team = simStaff.filter((one) => one.office === desk.office);
  const opensNew = desk.kind === 'COMMUNE' && draw() < 0.35;
  const known = desk.knownDossiers(draw() < 0.6 ? (desk.kind === 'CENTRE' ? 'AT_DISTRICT' : 'IN_PROCESS') : undefined);
  const dossier = opensNew || known.length === 0 ? undefined : known[Math.floor(draw() * Math.min(known.length, 12))];
  if (dossier === undefined && desk.kind !== 'COMMUNE') return undefined;
  const state = dossier === undefined ? undefined : await desk.stateOf(dossier);
  const illegal = draw() < 0.04;
  const options = commandNames.flatMap((command) => {
    const definition = commandOf(command);
    const actors = team.filter((one) => one.roles.some((role) => (definition.rolesAt[desk.kind] ?? []).includes(role)));
    if (actors.length === 0 || !(illegal || (definition.open(state) && mayTouch(desk, command, state)))) return [];
    const weight = weights[command] ?? 1;
    return [{ command, actors, weight }];
  });
  // The centre mostly looks; a story of looks alone proves little.
  if (options.length === 1 && options[0]?.command === 'viewDossier' && draw() < 0.8) return undefined;
  const total = options.reduce((sum, one) => sum + one.weight, 0);
  let left = draw() * total;
  for (const option of options) {
    left -= option.weight;
    if (left >= 0) continue;
    const actor = must(option.actors[Math.floor(draw() * option.actors.length)], 'drawn inside the list');
    return { actor, command: option.command, dossier: state === undefined ? undefined : dossier, state };
  }
  return undefined;
}
