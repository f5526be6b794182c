import { expect, test } from 'vitest';
import { isSlipOf } from './slip.ts';

test.each([
  ['khia', 'khai', true],
  ['khaii', 'khai', true],
  ['khi', 'khai', false], // three letters: every second word would be near
  ['chng', 'chung', true],
  ['chumg', 'chung', true],
  ['chuv', 'chung', true], // the beginning of the word with another letter
  ['kte', 'ket', true],
  ['hom', 'hon', false],
  ['khai', 'khia', true],
  ['sinh', 'ninh', true],
  ['sinh', 'nhan', false],
  ['tu', 'ut', false],
  ['chung', 'thuc', false],
  ['xhung', 'chungthuc', true],
])('[K64] "%s" for "%s": %s', (typed, word, expected) => {
  expect(isSlipOf(typed, word)).toBe(expected);
});
