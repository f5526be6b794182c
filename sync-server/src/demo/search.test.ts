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

  test.each([
    ['sơ yếu lý lịch', '2.000884'],
    ['thẻ BHYT', '2.000986'],
    ['the bhyt', '2.000986'],
    ['photo', '2.000815'],
    ['độc thân', '1.004873'],
    ['cmnd', '2.000815'],
    ['nguoi cao tuoi', '1.001776'],
    ['làm giấy độc thân', '1.004873'],
    ['photo cong chung bang tot nghiep', '2.000815'],
    ['xac nhan so yeu ly lich xin viec', '2.000884'],
    ['cap lai the bhyt cho be', '2.000986'],
    ['tro cap nguoi cao tuoi', '1.001776'],
  ])('[K65] case F9: everyday words "%s": %s first', (query, code) => {
    expect(search(query, { level: 'commune' })[0]?.code).toBe(code);
  });

  test.each([
    ['khia sinh', '1.001193'],
    ['khai sihn', '1.001193'],
    ['kha sinh', '1.001193'],
    ['chugn thuc ban sao', '2.000815'],
    ['chung thucw chu ky', '2.000884'],
    ['ket hin', undefined],
    ['doc thna', '1.004873'],
    ['thuong tur', '1.004222'],
  ])('[K64] one slipped letter "%s": %s first', (query, code) => {
    expect(search(query, { level: 'commune' })[0]?.code).toBe(code);
  });

  test('[K66] what is usual everywhere keeps its weight beside the first dossiers of the desk, and gives way to many', () => {
    const first = new Map([['1.001193', 1]]);
    for (const [query, code] of [
      ['chung thuc', '2.000815'],
      ['ban sao', '2.000815'],
      ['', '2.000815'],
    ] as const) {
      expect(search(query, { level: 'commune', usage: first })[0]?.code).toBe(code);
    }
    expect(search('chung thuc', { level: 'commune', usage: new Map([['2.001019', 1]]) })[0]?.code).toBe('2.000815');
    expect(search('', { level: 'commune', usage: new Map([['1.001193', 60]]) })[0]?.code).toBe('1.001193');
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
