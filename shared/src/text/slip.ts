/** A slip of the fingers: one letter more, one fewer, another one, or two changed places. */

/** Whether `typed` is `word`, or its beginning, with one slip. Short words have too many neighbours: three letters may only have changed places. */
export function isSlipOf(typed: string, word: string): boolean {
  const shortest = Math.min(typed.length, word.length);
  if (shortest < 3) return false;
  for (const length of [typed.length - 1, typed.length, typed.length + 1]) {
    if (length <= word.length && isOneSlip(typed, word.slice(0, length), shortest === 3)) return true;
  }
  return false;
}

function isOneSlip(a: string, b: string, onlyChangedPlaces: boolean): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA.length === restB.length) {
    if (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]) return restA.length > 1;
    return !onlyChangedPlaces && restA.slice(1) === restB.slice(1);
  }
  if (onlyChangedPlaces) return false;
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}
