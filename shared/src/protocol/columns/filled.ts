/** `n` times the same value, as a packed array (a hollow `new Array(n)` stays slow for ever in some engines). */
export function filled<T>(n: number, value: T): T[] {
  const out: T[] = [];
  for (let i = 0; i < n; i++) out.push(value);
  return out;
}
