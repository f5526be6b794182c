import { expect, test } from 'vitest';
import { csvText } from './write-csv.ts';

test('[V131] no cell is taken for a formula, quotes stay quotes, and numbers stay numbers', () => {
  const text = csvText([
    ['=1+1', '+84 912', '-5', '@SUM(A1)', '\tx', '\rx'],
    ['a "b", c', 'hai\ndòng', undefined, -5, 1.5],
  ]);
  expect(text).toBe(`\ufeff"'=1+1","'+84 912","'-5","'@SUM(A1)","'\tx","'\rx"\r\n"a ""b"", c","hai\ndòng","",-5,1.5\r\n`);
});
