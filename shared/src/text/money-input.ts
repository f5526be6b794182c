/** Amounts as officers type them. */

/** What may stand beside the digits: `15.000 đ`, `15 000 đồng`. */
export const moneyNoise = /[\s.,]|đ(ồng)?$/giu;

/** "15.000", "15 000 đ", "15000" → 15000; empty → undefined. */
export function parseMoney(text: string): number | undefined | 'wrong' {
  const bare = text.replace(moneyNoise, '');
  if (bare === '') return undefined;
  return /^\d{1,12}$/.test(bare) ? Number(bare) : 'wrong';
}
