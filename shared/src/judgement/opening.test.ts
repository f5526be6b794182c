import { expect, test } from 'vitest';
import {
  communeId,
  day,
  officer,
  offices,
  otherCommuneId,
  procedures,
  reference,
  settings,
  staff,
} from '../../../tests/support/builders.ts';
import { isOpened, type OpeningFacts, openingOf, openingSteps } from './opening.ts';

/** A district where every commune can take in. */
const open: OpeningFacts = {
  ...reference,
  centre: offices.centre.id,
  settings: { ...settings, reviewedOn: day('20/11/2026') },
  deviceOffices: [communeId, otherCommuneId],
  today: day('25/11/2026'),
};
const missing = (changes: Partial<OpeningFacts>) =>
  openingOf({ ...open, ...changes }).flatMap(({ step, state, missingFor }) => (state === 'DONE' ? [] : [[step, state, ...missingFor]]));

test('[R20] a district is open when every commune can take in, and not a step earlier', () => {
  expect(missing({})).toEqual([]);
  expect(isOpened(openingOf(open))).toBe(true);
  expect(missing({ offices: [offices.centre] })).toEqual(
    openingSteps.filter((step) => step !== 'settings' && step !== 'calendar').map((step) => [step, 'OPEN']),
  );
});

test.each<readonly [string, Partial<OpeningFacts>, readonly (readonly string[])[]]>([
  [
    'an identifier nobody confirmed',
    { offices: [offices.centre, { ...offices.commune, agencyIdUnconfirmed: true }] },
    [['offices', 'OPEN', communeId]],
  ],
  [
    'no procedure of the level',
    { procedures: [{ ...procedures.instant, level: 'district' }] },
    [['procedures', 'OPEN', communeId, otherCommuneId]],
  ],
  ['only a procedure that ended', { procedures: [procedures.ended] }, [['procedures', 'OPEN', communeId, otherCommuneId]]],
  ['a year nobody entered', { today: day('03/01/2029') }, [['calendar', 'OPEN']]],
  ['shipped settings', { settings }, [['settings', 'OPEN']]],
  [
    'a commune without a clerk',
    { staff: [staff.commune, officer('ky', offices.otherCommune, 'signer')] },
    [['staff', 'OPEN', otherCommuneId]],
  ],
  ['a clerk who left', { staff: [staff.commune, { ...staff.otherCommune, active: false }] }, [['staff', 'OPEN', otherCommuneId]]],
  ['a commune without a device', { deviceOffices: [communeId] }, [['devices', 'OPEN', otherCommuneId]]],
  ['devices not known without a line', { deviceOffices: undefined }, [['devices', 'UNKNOWN']]],
])('[R20] %s keeps it closed, and the units are named', (_, changes, expected) => {
  expect(missing(changes)).toEqual(expected);
  expect(isOpened(openingOf({ ...open, ...changes }))).toBe(false);
});

test('[R20] units with a system of their own and units that closed are not waited for', () => {
  const others = { deviceOffices: [communeId], staff: [staff.commune] };
  expect(missing({ ...others, offices: [offices.centre, offices.commune, { ...offices.otherCommune, syncs: false }] })).toEqual([]);
  expect(
    missing({ ...others, offices: [offices.centre, offices.commune, { ...offices.otherCommune, validTo: day('30/06/2026') }] }),
  ).toEqual([]);
});
