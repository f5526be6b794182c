/** Seeded acceptances as a commune desk would write them, one after the other in working hours: for measuring the wire and for its golden messages. */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import { formatCode } from '@onestop/shared/dossier/numbers.ts';
import { agencyOf, printedNames } from '@onestop/shared/dossier/acceptance.ts';
import { asPrinted } from '@onestop/shared/dossier/papers.ts';
import { decidingOffice } from '@onestop/shared/dossier/reference-lookup.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { demoOffices } from '@onestop/sync-server/demo/offices.ts';
import { demoSettings } from '@onestop/sync-server/demo/settings.ts';
import { demoStaff } from '@onestop/sync-server/demo/staff.ts';
import type { DueDate, Intake } from '@onestop/shared/dossier/state.ts';
import { type DeviceId, type OfficeId, type StaffId, dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays, weekdayOf } from '@onestop/shared/kernel/plain-date.ts';
import { randomIntake } from './people.ts';
import { type SeededRandom, seededRandom } from './random.ts';

export interface SampleDesk {
  readonly device: DeviceId;
  readonly office: OfficeId;
  readonly agencyId: string;
  readonly actors: readonly StaffId[];
  readonly book: string;
}

export const sampleDesk: SampleDesk = {
  device: 'bd-7k2m9x' as DeviceId,
  office: '09529' as OfficeId,
  agencyId: '000.12.38.H05',
  actors: ['09529.lan', '09529.hung', '09529.thuy'] as StaffId[],
  book: '01/2026',
};

const limitsDays = [0, 0, 0, 1, 1, 3, 3, 5, 5, 7, 10, 15, 20, 25, 30];

export function sampleAcceptances(
  count: number,
  procedures: readonly Procedure[],
  seed = 1,
  desk: SampleDesk = sampleDesk,
): EventEnvelope[] {
  const random = seededRandom(seed);
  const events: EventEnvelope[] = [];
  let date = '2026-03-02' as PlainDate;
  let minute = 450;
  let serial = 1;
  for (let seq = 1; seq <= count; seq++) {
    minute += 1 + random.below(12);
    if (minute > 1010) {
      date = workingDay(addDays(date, 1));
      minute = 450 + random.below(15);
      serial = 1;
    }
    const actor = random.pick(desk.actors);
    const intake = randomIntake(random.next, procedures, { commune: desk.office });
    events.push(
      writeEvent({
        device: desk.device,
        seq,
        dossier: dossierIdFromBytes(random.bytes(12)),
        after: [],
        type: 'DossierAccepted',
        version: 1,
        at: civilToInstant(date, minute) + random.below(60_000),
        clockOffsetMs: -1873,
        actor,
        office: desk.office,
        // Plain JSON by its shape; the interface of an intake only lacks the index signature.
        data: {
          code: formatCode(desk.agencyId, date, serial++, 4),
          register: { book: desk.book, line: seq },
          ...(acceptanceData(intake, procedures, desk.office, actor) as unknown as EventEnvelope['data']),
          due: sampleDue(random, date) as unknown as EventEnvelope['data'],
        },
      }),
    );
  }
  return events;
}

/** What `decideAcceptance` adds to an intake, with the demo's names of the office. */
function acceptanceData(intake: Intake, procedures: readonly Procedure[], officeId: OfficeId, actor: StaffId) {
  const procedure = must(
    procedures.find((one) => one.key === intake.procedure.key),
    'the procedure that was drawn',
  );
  const office = must(
    demoOffices.find((one) => one.id === officeId),
    'an office of the demo',
  );
  const login = actor.slice(officeId.length + 1);
  const clerk = demoStaff.find((one) => one.office === officeId && one.login === login);
  return {
    intake: { ...intake, papers: asPrinted(intake.papers, procedure.documents) },
    printed: printedNames(office, must(clerk, 'an officer of the demo'), procedure, demoSettings),
    competent: agencyOf(must(decidingOffice(procedure, office, demoOffices), 'who decides')),
  };
}

function sampleDue(random: SeededRandom, today: PlainDate): DueDate {
  const amount = random.pick(limitsDays);
  let date = today;
  for (let left = amount; left > 0; left--) date = workingDay(addDays(date, 1));
  const [rule, unit] = amount === 0 ? (['SAME_DAY', 'SAME_DAY'] as const) : (['WORKING_DAYS', 'WORKING_DAY'] as const);
  const settings = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute: 900, lateIntakeShift: false } as const;
  return { dueAt: civilToInstant(date, 17 * 60), rule, unit, amount, calendarVersion: 3, settings };
}

function workingDay(date: PlainDate): PlainDate {
  let day = date;
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6) day = addDays(day, 1);
  return day;
}

/** The draws of one seed, for callers that need nothing else. */
export function drawFrom(seed: number): () => number {
  return seededRandom(seed).next;
}
