import { expect, test } from 'vitest';
import { createCatalogue } from '@onestop/shared/catalogue/catalogue.ts';
import { computeDueDate } from '@onestop/shared/deadlines/due-date.ts';
import { feeItemsOf } from '@onestop/shared/judgement/money.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { referenceSchemas } from '@onestop/shared/reference/schemas.ts';
import { referenceKinds } from '@onestop/shared/reference/reference-data.ts';
import { roles } from '@onestop/shared/reference/staff.ts';
import { demoCentreId } from './offices.ts';
import { demoReference } from './reference.ts';

const reference = demoReference();

test('[R1] every demo document passes its schema unchanged', () => {
  for (const kind of referenceKinds) expect(referenceSchemas[kind].parse(reference[kind])).toEqual(reference[kind]);
});

test('[R2] at least 176 commune and 244 district procedures, unique, in NFC, with source', () => {
  const { procedures } = reference;
  expect(procedures.filter((one) => one.level === 'commune').length).toBeGreaterThanOrEqual(176);
  expect(procedures.filter((one) => one.level === 'district').length).toBeGreaterThanOrEqual(244);
  expect(new Set(procedures.map((one) => one.key)).size).toBe(procedures.length);
  for (const one of procedures) {
    expect(JSON.stringify(one)).toBe(JSON.stringify(one).normalize('NFC'));
    expect(one.provenance.text).not.toBe('');
  }
});

test('[R3] the engine finds a due date for every known limit, ordinary and extended', () => {
  const acceptedAt = civilToInstant('2026-11-23' as PlainDate, 600);
  const limits = reference.procedures.filter((one) => one.timeLimit !== null);
  expect(limits.length).toBeGreaterThan(300);
  const { calendar, settings } = reference;
  const refused = limits.filter(({ timeLimit }) =>
    [false, true].some(
      (extended) => timeLimit === null || !computeDueDate({ acceptedAt, limit: timeLimit, extended, calendar, settings }).ok,
    ),
  );
  expect(refused.map((one) => one.key)).toEqual([]);
});

test('[R16] a paper whose own note says "xuất trình" is only shown, and a price per page or copy is a price, no amount', () => {
  const documents = reference.procedures.flatMap((one) => one.documents);
  const said = documents.filter(({ note }) => /xuất trình/i.test(note ?? ''));
  expect(said.length).toBeGreaterThan(45);
  expect(said.filter((one) => one.shown !== true)).toEqual([]);
  const counted = reference.procedures.filter(({ fee }) => fee?.items?.some((item) => item.unit !== 'CASE'));
  expect(counted.length).toBeGreaterThan(3);
  expect(counted.flatMap(({ fee }) => feeItemsOf(fee) ?? []).filter((item) => item.amountVnd !== undefined)).toEqual([]);
});

test('[K68] a paper for some cases only says which, one that may be looked up says where, and what always has to be there is asked for always', () => {
  for (const { key, documents } of reference.procedures) {
    for (const paper of documents) expect(paper.required && paper.when !== undefined, `${key} ${paper.name}`).toBe(false);
  }
  const identity = reference.procedures.find((one) => one.key === '1.001193')?.documents.find((one) => one.name.startsWith('Hộ chiếu'));
  expect(identity).toMatchObject({ required: true, shown: true, database: 'CSDLQG về dân cư' });
  const copies = reference.procedures.find((one) => one.key === '2.000815')?.documents[0];
  expect(copies).toMatchObject({ name: 'Bản chính giấy tờ, văn bản', shown: true });
});

test('[K67] certified copies of the catalogue cost what the law says, at commune and district', () => {
  for (const key of ['2.000815', '2.000843', '2.000942']) {
    const fee = reference.procedures.find((one) => one.key === key)?.fee ?? null;
    expect(feeItemsOf(fee, { copies: 3, pages: 5 })?.map((item) => [item.kind, item.amountVnd])).toEqual([['PHI', 21_000]]);
    expect(feeItemsOf(fee, { copies: 1, pages: 300 })?.[0]?.amountVnd).toBe(200_000);
  }
});

test('[R4] fifteen units: the centre, ten communes that sync and four that do not', () => {
  const communes = reference.offices.filter((one) => one.kind === 'COMMUNE');
  expect(communes.filter((one) => one.syncs)).toHaveLength(10);
  expect(communes.filter((one) => !one.syncs).map((one) => one.place)).toEqual(['Thứa', 'An Thịnh', 'Trung Kênh', 'Trung Chính']);
  expect(communes.every((one) => one.parent === 'LT')).toBe(true);
  const centre = reference.offices.find((one) => one.id === 'LT');
  expect(centre).toMatchObject({ kind: 'CENTRE', agencyId: '000.00.38.H05' });
  expect(centre?.parent).toBeUndefined();
  const identifiers = reference.offices.map((one) => one.agencyId).toSorted();
  expect(identifiers).toEqual(Array.from({ length: 15 }, (_, i) => `000.${String(i).padStart(2, '0')}.38.H05`));
  expect(reference.offices.every((one) => one.agencyIdUnconfirmed)).toBe(true);
  expect(reference.offices.find((one) => one.place === 'Bình Định')).toMatchObject({ id: '09529', authorityName: 'UBND XÃ BÌNH ĐỊNH' });
});

test('[R5] officers: unique ids, logins unique in an office, every syncing office served, every role held', () => {
  const { staff, offices } = reference;
  expect(new Set(staff.map((one) => one.id)).size).toBe(staff.length);
  expect(new Set(staff.map((one) => `${one.office} ${one.login}`)).size).toBe(staff.length);
  expect(new Set(staff.map((one) => one.office))).toEqual(new Set(offices.filter((one) => one.syncs).map((one) => one.id)));
  expect(new Set(staff.flatMap((one) => one.roles))).toEqual(new Set(roles));
  for (const office of offices.filter((one) => one.syncs && one.kind === 'COMMUNE')) {
    const held = new Set(staff.filter((one) => one.office === office.id).flatMap((one) => one.roles));
    expect([...held]).toEqual(expect.arrayContaining(['clerk', 'specialist', 'signer', 'seal', 'commune_admin']));
  }
  const atCentre = new Set(staff.filter((one) => one.office === demoCentreId).flatMap((one) => one.roles));
  const needed = ['district_clerk', 'district_specialist', 'signer', 'seal', 'district_monitor', 'district_admin', 'auditor'];
  expect([...atCentre]).toEqual(expect.arrayContaining(needed));
});

test('[R2] the catalogue finds every procedure by key and by code', () => {
  const catalogue = createCatalogue(reference.procedures);
  const today = '2026-11-23' as PlainDate;
  expect(catalogue.inForceOn(today)).toHaveLength(420);
  for (const one of reference.procedures) {
    expect(catalogue.find({ key: one.key, version: 1 })).toBe(one);
    expect(catalogue.findByCode(one.code === null ? one.key : `${one.code}.000.00.00.H05`, today)).toBe(one);
  }
});

test('[L62] the cut-off of same-day procedures is the rule of the engine, nowhere an extension to be ticked', () => {
  const ticked = reference.procedures.filter(({ timeLimit }) => /15 ?(?:giờ|h|:00)/i.test(timeLimit?.extended?.ground ?? ''));
  expect(ticked.map((one) => one.key)).toEqual([]);
  expect(
    reference.procedures.filter((one) => one.timeLimit?.unit === 'sameDay' && /15 giờ/.test(one.timeLimit.text)).length,
  ).toBeGreaterThan(5);
});
