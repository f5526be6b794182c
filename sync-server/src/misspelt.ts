/**
 * Variables that are nearly ours: `DATABSE_URL` would be ignored in silence, and the server would write into a file that nobody backs up. Short names are near to
 * many words of other programs, so of them only a swapped, missing or doubled letter counts.
 */

/** Pairs of what is there and what was meant. Of two names equally near the first known one is named. */
export function findMisspelt(given: readonly string[], known: readonly string[]): readonly (readonly [found: string, meant: string])[] {
  return given.flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = known.find((each) => isNear(name, each));
    return meant === undefined ? [] : [[name, meant] as const];
  });
}

/** From this length on a name is no everyday word, and capitals do not matter. */
const longLetters = 8;
/** From here on two slips are still the same name. */
const veryLongLetters = 9;

function isNear(found: string, known: string): boolean {
  if (known.length < longLetters) return found.length === known.length ? isSwapped(found, known) : distance(found, known) === 1;
  return distance(found.toUpperCase(), known) <= (known.length >= veryLongLetters ? 2 : 1);
}

function isSwapped(found: string, known: string): boolean {
  return [...found].sort().join('') === [...known].sort().join('') && distance(found, known) === 1;
}

/** Letters put in, left out, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), ...(isSwap ? [at(i - 2, j - 2) + 1] : [])];
      rows[i]?.push(Math.min(...steps));
    }
  }
  return at(a.length, b.length);
}
