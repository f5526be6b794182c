/** Which days a typed period has; rules in tests/rules/print.md. */
import { describe, expect, it } from 'vitest';
import { readPeriod } from './period.ts';

describe('period of a register', () => {
  it.each([
    ['11/2026', '2026-11-01', '2026-11-30', 'Tháng 11 năm 2026'],
    ['tháng 2/2028', '2028-02-01', '2028-02-29', 'Tháng 2 năm 2028'],
    ['2026-11', '2026-11-01', '2026-11-30', 'Tháng 11 năm 2026'],
    ['quý 4/2026', '2026-10-01', '2026-12-31', 'Quý 4 năm 2026'],
    ['2026', '2026-01-01', '2026-12-31', 'Năm 2026'],
    ['1/11/2026 - 15/11/2026', '2026-11-01', '2026-11-15', 'Từ 01/11/2026 đến 15/11/2026'],
    ['01/11/2026 đến 01/11/2026', '2026-11-01', '2026-11-01', 'Từ 01/11/2026 đến 01/11/2026'],
  ])('[P45] %s', (text, from, to, words) => {
    const period = readPeriod(text);
    expect(period).toMatchObject({ from, to, words });
    // The address of it says the same.
    expect(readPeriod(period?.key ?? '')).toEqual(period);
  });

  it.each(['', '13/2026', 'quý 5/2026', '31/2/2026 - 3/3/2026', '15/11/2026 - 1/11/2026', '2026-11-01..', 'hôm qua'])(
    '[P45] %s is none',
    (text) => {
      expect(readPeriod(text)).toBeUndefined();
    },
  );
});
