/** The search of `shared/` on the real starter catalogue, which lies here. */
import { describe, expect, test } from 'vitest';
import { createProcedureSearch } from '@onestop/shared/catalogue/search.ts';
import { demoReference } from './reference.ts';

const { procedures } = demoReference();
const search = createProcedureSearch(procedures);

describe('[C3] search on the starter catalogue', () => {
  test.each([
    ['khai sinh', '1.001193'],
    ['dang ky khai sinh', '1.001193'],
    ['Đăng ký khai sinh', '1.001193'],
    ['khai tu', '1.000656'],
    ['ket hon', '1.000894'],
    ['chung thuc ban sao', '2.000815'],
    ['ban sao chung thuc', '2.000815'],
    ['chung thuc chu ky', '2.000884'],
    ['tinh trang hon nhan', '1.004873'],
    ['1.001193', '1.001193'],
    ['001193', '1.001193'],
    ['1001193', '1.001193'],
    ['1.001193.000.00.00.H05', '1.001193'],
    ['dkks', '1.001193'],
    ['di chuc', '2.001019'],
    ['chung thuc', '2.000815'],
    ['trich luc', '2.000635'],
    ['giay xac nhan', '1.004873'],
    ['', '2.000815'],
    ['Sao y', '2.000815'],
    ['giấy độc thân', '1.004873'],
    ['nhập khẩu', '1.004222'],
  ])('commune desk types "%s": %s first', (query, code) => {
    expect(search(query, { level: 'commune' })[0]?.code).toBe(code);
  });

  test('the level is a filter', () => {
    expect(search('khai sinh', { level: 'district' }).every((one) => one.level === 'district')).toBe(true);
    expect(search('1.001193', { level: 'district' })).toEqual([]);
    expect(search('ho kinh doanh', { level: 'district' }).length).toBeGreaterThan(0);
  });

  test('what the desk uses most comes first among equals, and alone when nothing is typed', () => {
    const usage = new Map([
      ['2.000815', 400],
      ['1.004873', 30],
    ]);
    expect(
      search('', { level: 'commune', usage })
        .slice(0, 2)
        .map((one) => one.key),
    ).toEqual(['2.000815', '1.004873']);
    expect(search('giay xac nhan', { level: 'commune', usage })[0]?.key).toBe('1.004873');
    expect(search('khai sinh', { level: 'commune', usage })[0]?.key).toBe('1.001193');
  });
});
