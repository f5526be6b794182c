import { expect, test } from 'vitest';
import { offices, officer } from '../../../tests/support/builders.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { officePart, staffPart } from '@onestop/shared/reference/parts.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { ReferenceSnapshot } from './reference-cache.ts';
import { referenceUpdate } from './reference-cut.ts';

/** Province > district > commune and ward; another district beside. */
const province: Office = { ...offices.centre, id: 'BN' as OfficeId, kind: 'PROVINCE' };
const district: Office = { ...offices.centre, parent: province.id };
const beside: Office = { ...offices.centre, id: 'GB' as OfficeId, parent: province.id };
const ward: Office = { ...offices.otherCommune, kind: 'WARD' };
const tree = [province, district, beside, offices.commune, ward];
const verifier = { kind: 'PASSWORD' } as unknown as NonNullable<Staff['verifier']>;
const roster = tree.map((office): Staff => ({ ...officer(`o-${office.id}`, office), verifier, phone: '0900000001' }));

const snapshot: ReferenceSnapshot = {
  cursor: { version: 1, check: 7 },
  parts: new Map(
    [...tree.map((office) => [officePart(office.id), office] as const), ...roster.map((one) => [staffPart(one.id), one] as const)].map(
      ([key, value]) => [key, { version: 1, value }],
    ),
  ),
  data: undefined,
  offices: tree,
  officesById: new Map(tree.map((office) => [office.id, office])),
  staffById: new Map(roster.map((one) => [one.id, one])),
};

test('[S62] over any number of levels: verifiers of the own office, names of those above and below, nobody beside', async () => {
  const rosterOf = async (own: Office) => {
    const update = await referenceUpdate(
      { findReferenceCheck: () => Promise.resolve(undefined) },
      snapshot,
      { office: own.id, name: 'Máy' },
      undefined,
    );
    const parts = update?.parts.filter(({ key }) => key.startsWith('staff/')).map(({ value }) => value as Staff) ?? [];
    return {
      known: parts.map(({ office }) => office).toSorted(),
      secret: parts.filter((one) => 'verifier' in one || 'phone' in one).map(({ office }) => office),
    };
  };
  const all = tree.map(({ id }) => id).toSorted();
  expect(await rosterOf(ward)).toEqual({ known: [ward.id, province.id, district.id].toSorted(), secret: [ward.id] });
  expect(await rosterOf(offices.commune)).toEqual({
    known: [offices.commune.id, province.id, district.id].toSorted(),
    secret: [offices.commune.id],
  });
  expect(await rosterOf(district)).toEqual({ known: all.filter((id) => id !== beside.id), secret: [district.id] });
  expect(await rosterOf(beside)).toEqual({ known: [province.id, beside.id].toSorted(), secret: [beside.id] });
  expect(await rosterOf(province)).toEqual({ known: all, secret: [province.id] });
});
