/** Amounts as officers type and paste them. There are no cents: decimals other than zero are refused, and so is whatever could be read in two ways. */

const unit = /\s*(?:đồng|đ|₫|vnđ|vnd)\s*$/iu;
/** Groups of three by one and the same sign, or no groups; then zero decimals by the other sign, as spreadsheets write them. */
const plain = /^(\d{4,12})(?:[.,]0{1,2})?$/;
const grouped = /^(\d{1,3}(?:([.,\s])\d{3})(?:\2\d{3})*)(?:([.,])0{1,2})?$/;

/** "15.000", "15 000 đ", "15000", "15.000,00" → 15000; empty → undefined. "15,00", "1.5000" and "15.000,50" are wrong. */
export function parseMoney(text: string): number | undefined | 'wrong' {
  const bare = text.normalize('NFC').trim().replace(unit, '').trim();
  if (bare === '') return text.trim() === '' ? undefined : 'wrong';
  if (/^\d{1,12}$/.test(bare)) return Number(bare);
  const whole = plain.exec(bare);
  if (whole) return Number(whole[1]);
  const [, groups, separator, decimal] = grouped.exec(bare) ?? [];
  if (groups === undefined || separator === decimal) return 'wrong';
  const digits = groups.replace(/\D/g, '');
  return digits.length > 12 ? 'wrong' : Number(digits);
}
