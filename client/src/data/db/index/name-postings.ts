/**
 * Which rows carry which name token. Vietnamese names draw on a few thousand syllables, so the distinct tokens stay in one sorted list
 * and a prefix is a stretch of it. Tokens are folded (no diacritics, lower case) once per distinct word, not once per name.
 */
export interface NamePostings {
  /** Returns the folded name. */
  readonly add: (slot: number, name: string) => string;
  readonly remove: (slot: number, name: string) => void;
  /** ' nguyen thi lan': tokens each with a space before, so that a prefix test is one `includes`. */
  readonly foldName: (name: string) => string;
  /** At most how many rows have a token that starts with `prefix`. */
  readonly countPrefix: (prefix: string) => number;
  /** Distinct tokens that pass. */
  readonly tokensWhere: (test: (token: string) => boolean) => readonly string[];
  readonly slotsOf: (token: string) => readonly number[];
  /** Slots with a token that starts with `prefix`; a slot may come twice. */
  readonly slotsOfPrefix: (prefix: string) => readonly (readonly number[])[];
}

const joints = /['’ʼ.,()–-]/;

/** "H'Hen Niê", "Trần Thị Ngọc-Hà" and "Công ty CP Số 27" are found by every part of them. */
function wordsOf(name: string): readonly string[] {
  // Nearly all names are words and spaces, and fifty thousand of them are read when the app opens.
  return joints.test(name) ? name.split(/[\s'’ʼ.,()–-]+/) : name.split(' ');
}

interface Postings {
  readonly token: string;
  readonly slots: number[];
}

export function createNamePostings(foldWord: (word: string) => string): NamePostings {
  /** Word as written → its token's postings; two spellings of a token share them. */
  const byWord = new Map<string, Postings>();
  const byToken = new Map<string, Postings>();
  let tokens: string[] = [];
  let tokensStale = false;

  function postingsOf(word: string): Postings {
    let postings = byWord.get(word);
    if (postings === undefined) {
      const token = foldWord(word);
      postings = byToken.get(token);
      if (postings === undefined) {
        postings = { token, slots: [] };
        byToken.set(token, postings);
        tokensStale = true;
      }
      byWord.set(word, postings);
    }
    return postings;
  }

  function range(prefix: string): readonly [number, number] {
    if (tokensStale) {
      tokens = [...byToken.keys()].filter((token) => token !== '').sort();
      tokensStale = false;
    }
    return [lowerBound(tokens, prefix), lowerBound(tokens, prefix + '\uffff')];
  }

  return {
    foldName: (name) => {
      let folded = '';
      for (const word of wordsOf(name)) if (word !== '') folded += ' ' + postingsOf(word).token;
      return folded;
    },
    add: (slot, name) => {
      let folded = '';
      for (const word of wordsOf(name)) {
        if (word === '') continue;
        const { token, slots } = postingsOf(word);
        folded += ' ' + token;
        // A name may say a word twice.
        if (slots[slots.length - 1] !== slot) slots.push(slot);
      }
      return folded;
    },
    remove: (slot, name) => {
      for (const word of wordsOf(name)) {
        if (word === '') continue;
        const { slots } = postingsOf(word);
        for (let at = slots.indexOf(slot); at >= 0; at = slots.indexOf(slot)) slots.splice(at, 1);
      }
    },
    countPrefix: (prefix) => {
      const [from, to] = range(prefix);
      let count = 0;
      for (let i = from; i < to; i++) count += byToken.get(tokens[i] as string)?.slots.length ?? 0;
      return count;
    },
    tokensWhere: (test) => [...byToken.keys()].filter((token) => token !== '' && test(token)),
    slotsOf: (token) => byToken.get(token)?.slots ?? [],
    slotsOfPrefix: (prefix) => {
      const [from, to] = range(prefix);
      return tokens.slice(from, to).map((token) => byToken.get(token)?.slots ?? []);
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
