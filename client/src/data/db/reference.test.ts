// Reference data that comes part by part: what a device shows of it, in every tab, and what stays as it was.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { ReferenceUpdate } from '@onestop/shared/protocol/messages.ts';
import { cutReference } from '@onestop/shared/reference/parts.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { communeId, reference } from '../../../../tests/support/builders.ts';
import { enrolDesk, newDisk, openTab, receipt, type TestDesk } from './test-desk.ts';

const open: TestDesk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

const disk = newDisk(new IDBFactory(), IDBKeyRange);

async function newTab(): Promise<TestDesk> {
  const desk = await openTab(disk, { now: 1_795_400_000_000 });
  open.push(desk);
  return desk;
}

const dataOf = (desk: TestDesk): ReferenceData => must(desk.services.reference.get(), 'reference data');

async function take(desk: TestDesk, update: ReferenceUpdate): Promise<void> {
  const taken = await desk.exchange((request) => receipt(request, { reference: update }));
  expect(taken.ok).toBe(true);
  await settled(() => desk.log.state.get().reference?.version === update.cursor.version);
}

async function settled(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(holds()).toBe(true);
}

describe('reference data in parts', () => {
  it('[S55] what changed is read and shown in every tab, and everything else stays the same object', async () => {
    const first = await newTab();
    await enrolDesk(first, 'bd-1', communeId, reference, []);
    const second = await newTab();
    const before = [first, second].map(dataOf);
    expect(before[1]).toEqual(before[0]);

    const changed = { ...must(reference.staff[0], 'an officer'), title: 'Phó Chủ tịch' };
    const year = must(
      [...cutReference(reference).keys()].find((key) => key.startsWith('calendar/')),
      'a year',
    );
    await take(first, {
      cursor: { version: 2, check: 22 },
      reset: false,
      parts: [{ key: `staff/${changed.id}`, value: changed }],
      removed: [year],
    });
    for (const [i, desk] of [first, second].entries()) {
      await settled(() => dataOf(desk).staff.some((one) => one.title === changed.title));
      expect(dataOf(desk).procedures).toBe(before[i]?.procedures);
      expect(dataOf(desk).calendar.exceptions.some((day) => day.date.startsWith(year.slice(-4)))).toBe(false);
    }
    const third = await newTab();
    expect(dataOf(third)).toEqual(dataOf(first));

    // Another server's history: the whole anew, also where its version is an older one.
    const parts = [...cutReference({ ...reference, procedures: [] })].map(([key, value]) => ({ key, value }));
    await take(first, { cursor: { version: 1, check: 99 }, reset: true, parts, removed: [] });
    for (const desk of [first, second, third]) await settled(() => dataOf(desk).procedures.length === 0);
    expect(await first.exchange((request) => receipt(request, {}))).toMatchObject({ ok: true });
    expect(dataOf(second).staff).toEqual(dataOf(first).staff);
  });
});
