/**
 * What a published limit says in words against what is counted: the first time named in the text is amount and unit, and the longer time can be read in its
 * ground. A limit whose words and rule differ promises another date than the paper beside it says (domain §13.2 no. 5).
 */
import type { PublishedUnit, TimeLimit } from '@onestop/shared/catalogue/procedure.ts';

interface NamedTime {
  readonly amount: number;
  readonly unit: PublishedUnit;
  /** "kéo dài thêm không quá …": on top of the ordinary time. */
  readonly added: boolean;
}

const unitOfWords: Readonly<Record<string, PublishedUnit>> = {
  'ngày làm việc': 'workingDays',
  ngày: 'days',
  'giờ làm việc': 'workingHours',
  giờ: 'clockHours',
  tháng: 'months',
};

/** Times in the order they are named; "sau 15 giờ" and "ngày 30 tháng 11" are no times. */
export function namedTimes(text: string): readonly NamedTime[] {
  const pattern = /(thêm (?:không quá )?)?(?<!sau |ngày )\b(\d+)\s+(ngày làm việc|ngày|giờ làm việc|giờ|tháng)/g;
  return [...text.matchAll(pattern)].map(([, added, amount, words = '']) => ({
    amount: Number(amount),
    unit: unitOfWords[words] ?? 'days',
    added: added !== undefined,
  }));
}

/** What does not agree, in words for the test's message; empty where all is well. */
export function limitDisagreements(limit: TimeLimit): readonly string[] {
  const found: string[] = [];
  const [first] = namedTimes(limit.text);
  if (limit.unit === 'sameDay') {
    if (!/^(?:Tiếp nhận )?(?:ngay|trong ngày)/i.test(limit.text)) found.push(`"${limit.text}" does not begin with the same day`);
  } else if (first?.amount !== limit.amount || first.unit !== limit.unit) {
    found.push(`"${limit.text}" is counted as ${limit.amount} ${limit.unit}`);
  }
  const { extended } = limit;
  if (extended === undefined) {
    if (/(?:xác minh|phức tạp|kéo dài)[^;.]*không quá \d/i.test(limit.text))
      found.push(`"${limit.text}" has a longer time that is not counted`);
    return found;
  }
  const readable = namedTimes(extended.ground).some(
    ({ amount, unit, added }) => unit === extended.unit && (added ? amount + (limit.amount ?? 0) : amount) === extended.amount,
  );
  if (!readable) found.push(`"${extended.ground}" does not say ${extended.amount} ${extended.unit}`);
  return found;
}
