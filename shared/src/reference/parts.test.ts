import { describe, expect, test } from 'vitest';
import { vietnamCalendar } from '../deadlines/holidays.ts';
import { assembleReference, cutReference } from './parts.ts';
import type { ReferenceData, ReferenceKind } from './reference-data.ts';

const office = { id: '09529', name: 'xã Bình Định' } as unknown as ReferenceData['offices'][number];
const lan = { id: '09529-lan', office: '09529', title: 'Công chức' } as unknown as ReferenceData['staff'][number];
const procedure = { key: 'chung-thuc', version: 1, name: 'Chứng thực' } as unknown as ReferenceData['procedures'][number];
const data: ReferenceData = {
  procedures: [procedure, { ...procedure, version: 2 }],
  calendar: vietnamCalendar(),
  offices: [office],
  staff: [lan],
  settings: { districtName: 'huyện' } as unknown as ReferenceData['settings'],
};

describe('parts of the reference data', () => {
  test('[R6] cut and put together they are the same data', () => {
    const parts = cutReference(data);
    expect(assembleReference(parts)).toEqual(data);
    expect([...parts.keys()]).toContain('calendar/2026');
    expect([...parts.keys()]).toContain('procedures/chung-thuc@2');
  });

  test('[R6] what did not change stays the same object', () => {
    const parts = cutReference(data);
    const before = assembleReference(parts);
    parts.set('staff/09529-lan', { ...lan, title: 'Phó Trưởng phòng' });
    parts.set('logos/09529', 'of a newer build');
    const after = assembleReference(parts, before, new Set<ReferenceKind>(['staff']));
    expect(after?.staff[0]?.title).toBe('Phó Trưởng phòng');
    expect(after?.procedures).toBe(before?.procedures);
    expect(after?.calendar).toBe(before?.calendar);
  });

  test.each(['settings', 'calendar', 'offices/09529'])('[R6] without %s a desk has nothing yet', (key) => {
    const parts = cutReference(data);
    parts.delete(key);
    expect(assembleReference(parts)).toBeUndefined();
  });
});
