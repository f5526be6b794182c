/**
 * How usual a procedure is at a commune desk, by key, beside the desk's own history. Weights are judgement, not statistics; they only
 * order lists.
 */
const usualWeights: ReadonlyMap<string, number> = new Map([
  ['2.000815', 400],
  ['2.000884', 140],
  ['2.000635', 95],
  ['1.001193', 38],
  ['1.004873', 32],
  ['2.000986', 22],
  ['1.004222', 20],
  ['1.004194', 18],
  ['1.010041', 16],
  ['1.000656', 15],
  ['1.000894', 15],
  ['2.001035', 14],
  ['1.004859', 12],
  ['1.001776', 8],
  ['1.003197', 8],
  ['1.001699', 7],
  ['1.004884', 7],
  ['1.001731', 6],
  ['1.010833', 6],
  ['1.011607', 5],
]);

/** A desk that has taken in nothing yet counts as if it had so many dossiers of the usual mixture behind it: its own history soon weighs more. */
const usualDossiers = 20;
const usualTotal = [...usualWeights.values()].reduce((total, weight) => total + weight, 0);

export function usualShare(key: string): number {
  return ((usualWeights.get(key) ?? 0) / usualTotal) * usualDossiers;
}
