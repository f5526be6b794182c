/**
 * The bench's dossiers: intakes of invented people, accepted through the real command over sixty working days, so that each is the very event an officer's
 * act would have written. Used by the page and by the throughput measurement; a seed gives the same dossiers every time.
 */
import { decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { registerBook } from '@onestop/shared/dossier/numbers.ts';
import type { Json } from '@onestop/shared/kernel/canonical-json.ts';
import { type DeviceId, dossierIdFromBytes, type DossierId, type OfficeId, type StaffId } from '@onestop/shared/kernel/ids.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { randomIntake } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { drawCodeFrom } from '../support/draw-code.ts';

export interface BenchEvent {
  readonly dossier: DossierId;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly actor: StaffId;
  readonly data: { readonly [key: string]: Json | undefined };
}

const daysBack = 60;
const dayMs = 86_400_000;
/** Serials of one day and agency on one device: the ordinary range and the overflow range. */
const earliest = '2020-01-01' as PlainDate;

export function benchEvents(
  count: number,
  seed: number,
  desk: {
    readonly office: OfficeId;
    readonly bookNumber: number;
    readonly leases: readonly Lease[];
    readonly reference: ReferenceData;
    readonly now: number;
  },
): readonly BenchEvent[] {
  const { reference } = desk;
  const random = seededRandom(seed);
  const office = reference.offices.find((one) => one.id === desk.office) as Office;
  const clerks = reference.staff.filter((one) => one.office === office.id && one.roles.includes('clerk'));
  const procedures = reference.procedures.filter((one) => one.level === 'commune' && one.timeLimit !== null);
  const leases = desk.leases.map((lease) => ({ ...lease, validFrom: earliest }));
  const drawCode = drawCodeFrom(leases);
  let line = 0;
  const events: BenchEvent[] = [];
  while (events.length < count) {
    // In order of time, between 7:30 and 17:00 in Vietnam.
    const day = Math.floor((events.length / count) * daysBack);
    const start = Math.floor((desk.now + 7 * 3_600_000) / dayMs) * dayMs - (daysBack - day + 1) * dayMs - 7 * 3_600_000;
    const at = start + 7.5 * 3_600_000 + Math.floor(random.next() * 9.5 * 3_600_000);
    const actor = random.pick(clerks) as Staff;
    const decided = decideCommand(
      'accept',
      undefined,
      { intake: randomIntake(random.next, procedures) },
      {
        at,
        device: 'bench' as DeviceId,
        actor,
        office,
        reference,
        drawCode,
        drawRegisterLine: (date) => ({ book: registerBook(desk.bookNumber, date), line: ++line }),
        drawSlipNumber: (_kind, date) => ({ book: registerBook(desk.bookNumber, date), line: ++line }),
      },
    );
    // What a random intake lacks (a paper, an authorisation) is refused as at the desk; the next citizen comes.
    if (!decided.ok) {
      if (decided.error.code.startsWith('numbers/')) throw new Error(`No number left: ${JSON.stringify(decided.error)}`);
      continue;
    }
    const dossier = dossierIdFromBytes(random.bytes(12));
    for (const draft of decided.value) {
      events.push({ dossier, type: draft.type, version: draft.version, at, actor: actor.id, data: draft.data as BenchEvent['data'] });
    }
  }
  return events;
}

/** The same dossier as an ordinary app would keep it: one plain record with everything the event says. */
export function plainDossier(event: BenchEvent, office: OfficeId): { readonly id: string; readonly [field: string]: unknown } {
  const { intake } = event.data as { readonly intake?: { readonly owner?: { readonly fullName?: string } } };
  const { due } = event.data as { readonly due?: { readonly dueAt?: number } };
  return {
    id: event.dossier,
    office,
    status: 'ACCEPTED',
    name: intake?.owner?.fullName,
    dueAt: due?.dueAt,
    acceptedAt: event.at,
    acceptedBy: event.actor,
    updatedAt: event.at,
    ...event.data,
  };
}
