import { describe, expect, test } from 'vitest';
import type { Procedure, TimeLimit } from '@onestop/shared/catalogue/procedure.ts';
import { demoReference } from '../../sync-server/src/demo/reference.ts';
import { limitDisagreements } from './limit-words.ts';

const { procedures } = demoReference();

/** Everything of a row that is shown, but for its codes. */
function wordsOf({
  name,
  field,
  timeLimit,
  timeLimitText,
  fee,
  documents,
  resultDocument,
  legalBasis,
  handledBy,
  provenance,
}: Procedure): readonly string[] {
  return [
    name,
    field,
    timeLimit?.text,
    timeLimit?.source,
    timeLimit?.extended?.ground,
    timeLimitText,
    fee?.text,
    ...(fee?.items ?? []).flatMap((item) => [item.name, item.per, item.when]),
    ...documents.flatMap((paper) => [paper.name, paper.form, paper.note, paper.when, paper.database]),
    resultDocument,
    ...legalBasis,
    handledBy,
    provenance.text,
  ].filter((text) => typeof text === 'string');
}

describe('the shipped catalogue', () => {
  test('[K63] every limit is counted as its own words say, and so is its longer time', () => {
    const wrong = procedures.flatMap(({ key, timeLimit }) =>
      timeLimit === null ? [] : limitDisagreements(timeLimit).map((one) => `${key}: ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  test('[K69] it tells officers where it comes from in their own words: no file, repository, address or English', () => {
    const makings =
      /https?:|www\.|\.(?:gov|vn|com|json|xlsx?|md)\b|github|crawl|scripts\/|raw\b|recalled|\b(?:high|medium|low|source|confidence)\b|[a-z0-9]_[a-z0-9]|độ tin cậy/i;
    const said = procedures.flatMap((one) => wordsOf(one).map((text) => `${one.key}: ${text}`));
    expect(said.length).toBeGreaterThan(3000);
    expect(said.filter((text) => makings.test(text))).toEqual([]);
    expect(procedures.filter((one) => one.provenance.text.length < 20).map((one) => one.key)).toEqual([]);
  });

  test('[K69] what is not there is never called sure', () => {
    for (const { key, code, timeLimit, documents, fee, provenance } of procedures) {
      expect([key, provenance.code === 'UNKNOWN']).toEqual([key, code === null]);
      expect([key, provenance.limit === 'UNKNOWN']).toEqual([key, timeLimit === null]);
      expect([key, provenance.papers === 'UNKNOWN']).toEqual([key, documents.length === 0]);
      expect([key, provenance.fee === 'UNKNOWN']).toEqual([key, fee === null || fee.items === null]);
    }
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
