import { describe, expect, test } from 'vitest';
import type { TimeLimit } from '@onestop/shared/catalogue/procedure.ts';
import { demoReference } from '../../sync-server/src/demo/reference.ts';
import { limitDisagreements } from './limit-words.ts';

const { procedures } = demoReference();

describe('the shipped catalogue', () => {
  test('[K63] every limit is counted as its own words say, and so is its longer time', () => {
    const wrong = procedures.flatMap(({ key, timeLimit }) =>
      timeLimit === null ? [] : limitDisagreements(timeLimit).map((one) => `${key}: ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each<readonly [TimeLimit, number]>([
    [{ text: '15 ngày kể từ ngày nhận đủ hồ sơ', unit: 'workingDays', amount: 15 }, 1],
    [{ text: '15 ngày làm việc', unit: 'days', amount: 15 }, 1],
    [{ text: '10 ngày làm việc (15 ngày theo Luật Hộ tịch)', unit: 'workingDays', amount: 15 }, 1],
    [{ text: '12 giờ kể từ khi nhận', unit: 'workingHours', amount: 12 }, 1],
    [{ text: '03 ngày làm việc', unit: 'sameDay', amount: null }, 1],
    [{ text: 'Ngay trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo', unit: 'sameDay', amount: null }, 0],
    [{ text: '05 ngày làm việc; phải xác minh: không quá 25 ngày', unit: 'workingDays', amount: 5 }, 1],
    [
      {
        text: '05 ngày làm việc',
        unit: 'workingDays',
        amount: 5,
        extended: { amount: 25, unit: 'workingDays', ground: 'không quá 25 ngày' },
      },
      1,
    ],
    [
      {
        text: '05 ngày làm việc',
        unit: 'workingDays',
        amount: 5,
        extended: { amount: 8, unit: 'workingDays', ground: 'thêm không quá 03 ngày làm việc' },
      },
      0,
    ],
    [{ text: '60 ngày; gửi trước ngày 30 tháng 11', unit: 'days', amount: 60 }, 0],
  ])('[K63] %j: %i disagreements', (limit, count) => {
    expect(limitDisagreements(limit)).toHaveLength(count);
  });
});
