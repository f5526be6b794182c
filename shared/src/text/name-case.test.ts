import { describe, expect, test } from 'vitest';
import { offeredNameCase } from './name-case.ts';

describe('offeredNameCase', () => {
  test.each([
    ['nguyễn thị thu hà', 'Nguyễn Thị Thu Hà'],
    ['đỗ văn đạt', 'Đỗ Văn Đạt'],
    ["h'hen niê", "H'Hen Niê"],
    ['trần thị ngọc-hà', 'Trần Thị Ngọc-Hà'],
    [' lê  an ', 'Lê  An'],
  ])('[P50] %s is offered as it is written', (typed, offered) => expect(offeredNameCase(typed)).toBe(offered));

  test.each(['Nguyễn thị hà', 'NGUYỄN THỊ HÀ', 'hà', '', '12 34'])('[P50] %s is left alone', (typed) =>
    expect(offeredNameCase(typed)).toBeUndefined(),
  );
});
