import { describe, expect, test } from 'vitest';
import { kindsBelow } from './office-kinds.ts';

describe('kindsBelow', () => {
  test('[R7] a centre has communes and wards below it, a province also districts, a commune nothing', () => {
    expect(kindsBelow({ kind: 'CENTRE' })).toEqual(['COMMUNE', 'WARD']);
    expect(kindsBelow({ kind: 'PROVINCE' })).toEqual(['COMMUNE', 'WARD', 'CENTRE']);
    expect(kindsBelow({ kind: 'COMMUNE' })).toEqual([]);
  });
});
