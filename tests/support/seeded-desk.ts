/**
 * A desk whose officers act through the product's own commands: what it writes are the events a device would have written, with numbers from its own ranges and
 * books. Used by the seeded district.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { type CommandInput, type CommandName, commandOf, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { registerBook } from '@onestop/shared/dossier/numbers.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId, DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { dutyOf } from '@onestop/shared/reference/office-kinds.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { SeededRandom } from './random.ts';
import { drawCodeFrom } from './draw-code.ts';

export interface DeskIdentity {
  readonly device: DeviceId;
  readonly office: OfficeId;
  readonly bookNumber: number;
  readonly leases: readonly Lease[];
}

/** A dossier as it grows. */
export interface Growing {
  readonly id: DossierId;
  readonly home: SeededDesk;
  readonly events: EventEnvelope[];
}

export interface SeededDesk {
  readonly office: Office;
  /** Who at this desk may do it. */
  readonly whoMay: (command: CommandName) => Staff;
  /** Who handles files here: the one the screens offer to forward to. */
  readonly specialist: () => Staff;
  /** The act, written into the dossier; or why it was refused, in the command's code. */
  readonly act: <C extends CommandName>(dossier: Growing, command: C, input: CommandInput<C>, at: Instant) => string | undefined;
}

export interface DeskDeps {
  readonly reference: ReferenceData;
  readonly random: SeededRandom;
  readonly write: (event: EventEnvelope) => void;
}

export function createSeededDesk(identity: DeskIdentity, { reference, random, write }: DeskDeps): SeededDesk {
  const { device, bookNumber, leases } = identity;
  const office = must(
    reference.offices.find((one) => one.id === identity.office),
    'the office of the desk',
  );
  const team = reference.staff.filter((one) => one.office === office.id && one.active);
  const drawCode = drawCodeFrom(leases);
  const lines = new Map<string, number>();
  const nextLine = (book: string, kind: string) => {
    const line = (lines.get(`${kind} ${book}`) ?? 0) + 1;
    lines.set(`${kind} ${book}`, line);
    return { book, line };
  };
  let seq = 0;

  const whoMay = (command: CommandName): Staff => {
    const roles = commandOf(command).rolesAt[dutyOf(office)] ?? [];
    return random.pick(team.filter((one) => one.roles.some((role) => roles.includes(role))));
  };
  const act: SeededDesk['act'] = (dossier, command, input, at) => {
    const actor = whoMay(command);
    const before = stateOf(dossier);
    const decided = decideCommand(command, before, input, {
      at,
      device,
      actor,
      office,
      reference,
      drawCode,
      drawRegisterLine: (date) => nextLine(registerBook(bookNumber, date), 'REGISTER'),
      drawSlipNumber: (kind, date) => nextLine(registerBook(bookNumber, date), kind),
    });
    if (!decided.ok) return decided.error.code;
    let after = before?.heads ?? [];
    for (const { type, version, data } of decided.value) {
      seq += 1;
      const place = { device, seq, dossier: dossier.id, after, office: office.id };
      const event: EventEnvelope = { ...place, type, version, at, clockOffsetMs: 0, actor: actor.id, data: data as EventEnvelope['data'] };
      dossier.events.push(event);
      write(event);
      after = [{ device, seq }];
    }
    return undefined;
  };
  const specialist = (): Staff => random.pick(team.filter(isSpecialist));
  return { office, whoMay, specialist, act };
}

export function stateOf({ events }: Growing): DossierState | undefined {
  return events.length === 0 ? undefined : foldDossier(events);
}

/** The desk may write down what a specialist decided, but a file does not go to whoever only sits at the desk. */
export function isSpecialist({ roles }: Staff): boolean {
  return roles.includes('specialist') || roles.includes('district_specialist');
}
