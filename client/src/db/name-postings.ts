/**
 * Which rows carry which name token. Vietnamese names draw on a few thousand syllables, so the distinct tokens stay in one sorted list
 * and a prefix is a stretch of it. Tokens are folded (no diacritics, lower case) once per distinct word, not once per name.
 */
export interface NamePostings {
  readonly add: (slot: number, name: string) => void;
  readonly remove: (slot: number, name: string) => void;
  /** ' nguyen thi lan': tokens each with a space before, so that a prefix test is one `includes`. */
  readonly foldName: (name: string) => string;
  /** At most how many rows have a token that starts with `prefix`. */
  readonly countPrefix: (prefix: string) => number;
  /** Slots with a token that starts with `prefix`; a slot may come twice. */
  readonly slotsOfPrefix: (prefix: string) => readonly (readonly number[])[];
}

export function createNamePostings(foldWord: (word: string) => string): NamePostings {
  const folded = new Map<string, string>();
  const postings = new Map<string, number[]>();
  let tokens: string[] = [];
  let tokensStale = false;

  function tokensOf(name: string): string[] {
    const out: string[] = [];
    for (const word of name.split(' ')) {
      if (word === '') continue;
      let token = folded.get(word);
      if (token === undefined) {
        token = foldWord(word);
        folded.set(word, token);
      }
      if (token !== '') out.push(token);
    }
    return out;
  }

  function range(prefix: string): readonly [number, number] {
    if (tokensStale) {
      tokens = [...postings.keys()].sort();
      tokensStale = false;
    }
    return [lowerBound(tokens, prefix), lowerBound(tokens, prefix + '\uffff')];
  }

  return {
    foldName: (name) => ' ' + tokensOf(name).join(' '),
    add: (slot, name) => {
      for (const token of new Set(tokensOf(name))) {
        const slots = postings.get(token);
        if (slots !== undefined) slots.push(slot);
        else {
          postings.set(token, [slot]);
          tokensStale = true;
        }
      }
    },
    remove: (slot, name) => {
      for (const token of new Set(tokensOf(name))) {
        const slots = postings.get(token);
        const at = slots?.indexOf(slot) ?? -1;
        if (slots === undefined || at < 0) continue;
        slots.splice(at, 1);
        if (slots.length === 0) {
          postings.delete(token);
          tokensStale = true;
        }
      }
    },
    countPrefix: (prefix) => {
      const [from, to] = range(prefix);
      let count = 0;
      for (let i = from; i < to; i++) count += postings.get(tokens[i] as string)?.length ?? 0;
      return count;
    },
    slotsOfPrefix: (prefix) => {
      const [from, to] = range(prefix);
      return tokens.slice(from, to).map((token) => postings.get(token) ?? []);
    },
  };
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
