/**
 * Dossiers of a commune in states of the hand-written table, made by the real commands at its desk and at the centre: what screens need that show each act where it
 * is allowed. Every act of the way is as it would be typed; people and papers come from the seed.
 */
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { type DossierId, dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { levelOfOffice } from '@onestop/shared/reference/office-kinds.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { sampleInput } from './histories.ts';
import { randomIntake } from './people.ts';
import type { SeededRandom } from './random.ts';
import { type Growing, type SeededDesk, stateOf } from './seeded-desk.ts';
import { stateTable, type TableState } from './state-machine.ts';

interface StateDeps {
  readonly home: SeededDesk;
  readonly centre: SeededDesk;
  readonly reference: ReferenceData;
  readonly random: SeededRandom;
  /** When the next act is done; called in the order of the acts. */
  readonly clock: () => Instant;
}

/** In the order asked for. Throws where an act on the way is refused: the table and the demo district part. */
export function dossiersInStates(states: readonly TableState[], deps: StateDeps): readonly DossierId[] {
  return states.map((name) => {
    const dossier: Growing = { id: dossierIdFromBytes(deps.random.bytes(12)), home: deps.home, events: [] };
    for (const command of stateTable[name].way.split(' ') as CommandName[]) act(dossier, command, deps);
    return dossier.id;
  });
}

function act(dossier: Growing, command: CommandName, deps: StateDeps): void {
  const { home, centre, clock } = deps;
  const at = clock();
  const input = inputOf(command, stateOf(dossier), deps, at);
  const refused = home.act(dossier, command, input as never, at);
  const refusedUp = refused?.startsWith('access/') ? centre.act(dossier, command, input as never, at) : refused;
  if (refusedUp !== undefined) throw new Error(`${command} was refused: ${refusedUp}`);
}

/** As the sample, but of this district: its procedures, its officers, its day. */
function inputOf(command: CommandName, state: DossierState | undefined, deps: StateDeps, at: Instant): object {
  const { home, centre, random } = deps;
  const sample = sampleInput(command, state, random) as object;
  const to = (desk: SeededDesk) => ({ to: { kind: 'STAFF', staff: desk.specialist().id } }) as const;
  const own: { readonly [C in CommandName]?: Partial<CommandInput<C>> } = {
    draft: { intake: intakeOf(deps, isCounted, at) },
    accept: { intake: intakeOf(deps, isCounted, at) },
    forward: to(home),
    processUp: to(centre),
    number: { date: instantToPlainDate(at) },
    sendResultDown: { result: { outcome: 'GRANTED' } },
    returnResult: { receiver: state?.intake?.owner.fullName ?? '' },
  };
  return { ...sample, ...own[command] };
}

/** Goes up to the district as well as it is done at home. */
function isCounted({ interconnected, timeLimit }: Procedure): boolean {
  return interconnected && timeLimit !== null && timeLimit.unit !== 'clockHours';
}

function intakeOf({ reference, random, home }: StateDeps, wanted: (procedure: Procedure) => boolean, at: Instant) {
  const level = levelOfOffice(home.office);
  const procedures = reference.procedures.filter((one) => one.level === level && wanted(one));
  const intake = randomIntake(random.next, procedures, { commune: home.office.id, today: instantToPlainDate(at) });
  return { ...intake, owner: { ...intake.owner, fullName: 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo' } };
}
