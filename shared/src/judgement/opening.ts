/**
 * What a district still needs before every commune can take in its first dossier: asked of what the centre holds, never of a list somebody ticks. The
 * administration's first page and the centre's home ask here.
 */
import type { Procedure } from '../catalogue/procedure.ts';
import type { Calendar } from '../deadlines/calendar.ts';
import { knownYears } from '../deadlines/calendar-entry.ts';
import type { OfficeId } from '../kernel/ids.ts';
import { type PlainDate, plainDateParts } from '../kernel/plain-date.ts';
import type { Office } from '../reference/office.ts';
import { isCentre, levelOfOffice } from '../reference/office-kinds.ts';
import { takesPart } from '../reference/office-life.ts';
import { isAbove } from '../reference/office-tree.ts';
import type { Settings } from '../reference/settings.ts';
import type { Staff } from '../reference/staff.ts';
import { mayPerform } from './allowed.ts';

/** In the order in which they are best done. */
export const openingSteps = ['offices', 'procedures', 'calendar', 'settings', 'staff', 'devices'] as const;
export type OpeningStep = (typeof openingSteps)[number];

export interface OpeningFacts {
  /** The administrator's own centre. */
  readonly centre: OfficeId;
  readonly offices: readonly Office[];
  readonly procedures: readonly Pick<Procedure, 'level' | 'validFrom' | 'validTo'>[];
  readonly calendar: Calendar;
  readonly settings: Settings;
  readonly staff: readonly Staff[];
  /** Offices of the devices in use; undefined where the list is not at hand (no line): the step is then not judged. */
  readonly deviceOffices: readonly OfficeId[] | undefined;
  readonly today: PlainDate;
}

export interface OpeningState {
  readonly step: OpeningStep;
  readonly state: 'DONE' | 'OPEN' | 'UNKNOWN';
  /** The units it is missing for; empty where it is missing for all. */
  readonly missingFor: readonly OfficeId[];
}

export function openingOf(facts: OpeningFacts): readonly OpeningState[] {
  const desks = facts.offices.filter(
    (one) => takesPart(one, facts.today) && !isCentre(one) && isAbove(facts.offices, facts.centre, one.id),
  );
  const without = (has: (office: Office) => boolean) => desks.filter((one) => !has(one)).map((one) => one.id);
  return openingSteps.map((step) => {
    if (step === 'settings') return judged(step, facts.settings.reviewedOn !== undefined);
    if (step === 'calendar') return judged(step, isYearConfirmed(facts.calendar, facts.today));
    if (desks.length === 0) return judged(step, false);
    if (step === 'devices') {
      const { deviceOffices } = facts;
      if (deviceOffices === undefined) return { step, state: 'UNKNOWN', missingFor: [] };
      return missing(
        step,
        without((office) => deviceOffices.includes(office.id)),
      );
    }
    return missing(step, without(hasIt[step](facts)));
  });
}

/** Whether every desk can take in; false also while the devices are not known. */
export function isOpened(states: readonly OpeningState[]): boolean {
  return states.every(({ state }) => state === 'DONE');
}

const hasIt = {
  offices: () => (office: Office) => office.agencyIdUnconfirmed !== true,
  procedures:
    ({ procedures, today }: OpeningFacts) =>
    (office: Office) =>
      procedures.some(
        (one) => one.level === levelOfOffice(office) && one.validFrom <= today && (one.validTo === undefined || one.validTo >= today),
      ),
  staff:
    ({ staff }: OpeningFacts) =>
    (office: Office) =>
      staff.some((one) => one.active && one.office === office.id && mayPerform('accept', one, office)),
} as const;

function judged(step: OpeningStep, isDone: boolean): OpeningState {
  return { step, state: isDone ? 'DONE' : 'OPEN', missingFor: [] };
}

function missing(step: OpeningStep, missingFor: readonly OfficeId[]): OpeningState {
  return { step, state: missingFor.length === 0 ? 'DONE' : 'OPEN', missingFor };
}

function isYearConfirmed(calendar: Calendar, today: PlainDate): boolean {
  const { year } = plainDateParts(today);
  return knownYears(calendar).some((one) => one.year === year && one.confirmed);
}
