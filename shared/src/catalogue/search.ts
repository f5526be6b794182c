/**
 * Finding a procedure the way an officer types: without marks, words in any order, only their beginnings, a code or the tail of one, initials
 * ("dkks"). Everything is prepared once, so that each key stroke over some hundred procedures costs well under 5 ms.
 */
import { foldVietnamese, nfc } from '../text/fold.ts';
import { looseKey, searchTokens } from '../text/search-key.ts';
import type { Procedure } from './procedure.ts';
import { usualWeights } from './usual.ts';

export interface ProcedureSearchOptions {
  readonly level?: Procedure['level'] | undefined;
  readonly limit?: number | undefined;
  /** How often this desk used a procedure, by key. Breaks ties, lifts the usual above the rare, and orders the list while nothing is typed. Absent or empty: `usualWeights`. */
  readonly usage?: ReadonlyMap<string, number> | undefined;
}

export type ProcedureSearch = (query: string, options?: ProcedureSearchOptions) => readonly Procedure[];

export function createProcedureSearch(procedures: readonly Procedure[]): ProcedureSearch {
  const entries = procedures.map(prepare);
  return (text, { level, limit = 20, usage: own } = {}) => {
    const usage = own !== undefined && own.size > 0 ? own : usualWeights;
    const query = prepareQuery(text);
    const pool = level === undefined ? entries : entries.filter((entry) => entry.procedure.level === level);
    const ranked = rank(pool, query, usage, false);
    return (ranked.length > 0 ? ranked : rank(pool, query, usage, true)).slice(0, limit).map(({ procedure }) => procedure);
  };
}

/** What people call a procedure (folded) → words of its title. */
const everydayNames: ReadonlyMap<string, string> = new Map([
  ['sao y', 'chứng thực bản sao'],
  ['sao y ban chinh', 'chứng thực bản sao'],
  ['photo cong chung', 'chứng thực bản sao'],
  ['cong chung', 'chứng thực'],
  ['doc than', 'tình trạng hôn nhân'],
  ['giay doc than', 'tình trạng hôn nhân'],
  ['nhap khau', 'đăng ký thường trú'],
  ['cat khau', 'xóa đăng ký thường trú'],
  ['bao tu', 'đăng ký khai tử'],
  ['lam giay khai sinh', 'đăng ký khai sinh'],
  ['so do', 'cấp giấy chứng nhận đất'],
]);

interface Entry {
  readonly procedure: Procedure;
  /** "Thủ tục" begins half of the titles and says nothing. */
  readonly words: readonly string[];
  readonly looseWords: readonly string[];
  readonly fieldWords: readonly string[];
  readonly phrase: string;
  /** With marks, lower case. */
  readonly exact: string;
  readonly initials: string;
  /** Digits of code and aliases, without dots. */
  readonly codes: readonly string[];
}

interface Query {
  readonly tokens: readonly string[];
  readonly phrase: string;
  readonly exact: string;
  readonly hasMarks: boolean;
  /** Digits when it can only be a code: `1.001193`, `001193`, `1001193`. */
  readonly digits?: string | undefined;
}

function prepare(procedure: Procedure): Entry {
  const words = wordsOf(procedure.name);
  return {
    procedure,
    words,
    looseWords: words.map(looseKey),
    fieldWords: searchTokens(procedure.field),
    phrase: ` ${words.join(' ')}`,
    exact: nfc(procedure.name).toLowerCase(),
    initials: words.map((word) => word[0]).join(''),
    codes: [procedure.code ?? '', ...(procedure.aliases ?? [])]
      .map((code) => foldVietnamese(code).replace(/[^a-z0-9]/g, ''))
      .filter((code) => code !== ''),
  };
}

function wordsOf(text: string): readonly string[] {
  const words = searchTokens(text);
  return words[0] === 'thu' && words[1] === 'tuc' ? words.slice(2) : words;
}

function prepareQuery(typed: string): Query {
  const text = everydayNames.get(searchTokens(typed).join(' ')) ?? typed;
  const tokens = wordsOf(text);
  const exact = nfc(text)
    .toLowerCase()
    .replace(/^thủ tục /, '');
  const bare = text.trim();
  return {
    tokens,
    phrase: ` ${tokens.join(' ')}`,
    exact,
    hasMarks: foldVietnamese(exact) !== exact,
    digits: /^[\d.]{3,}$/.test(bare) ? bare.replaceAll('.', '') : undefined,
  };
}

function rank(entries: readonly Entry[], query: Query, usage: ReadonlyMap<string, number>, loose: boolean): readonly Entry[] {
  const hits: { entry: Entry; score: number }[] = [];
  for (const entry of entries) {
    const base = query.tokens.length === 0 ? 1 : scoreOf(entry, query, loose);
    if (base > 0) hits.push({ entry, score: base + usageBoost(usage.get(entry.procedure.key) ?? 0) });
  }
  return hits
    .sort(
      (a, b) =>
        b.score - a.score || a.entry.words.length - b.entry.words.length || (a.entry.procedure.key < b.entry.procedure.key ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

/** Grows slowly: the most used procedure may not push a clearly better hit away. */
function usageBoost(count: number): number {
  return count > 0 ? 4 * Math.log2(1 + count) : 0;
}

function scoreOf(entry: Entry, query: Query, loose: boolean): number {
  if (query.digits !== undefined) return scoreOfCode(entry, query.digits);
  const inName = scoreOfWords(loose ? entry.looseWords : entry.words, entry.fieldWords, loose ? query.tokens.map(looseKey) : query.tokens);
  if (inName === 0) return scoreOfOther(entry, query);
  let score = inName;
  if (entry.phrase.startsWith(query.phrase)) score += 60;
  else if (entry.phrase.includes(query.phrase)) score += 40;
  if (query.hasMarks && entry.exact.includes(query.exact)) score += 30;
  // What a title is about stands at its beginning; long tails only add cases. Length decides ties.
  const words = loose ? entry.looseWords : entry.words;
  const reach = Math.max(...query.tokens.map((token) => words.findIndex((word) => word.startsWith(loose ? looseKey(token) : token))));
  return score - Math.min(20, 2 * Math.max(0, reach)) - Math.min(5, entry.words.length / 8);
}

/** 0 unless every token begins some word of the title or of the field. */
function scoreOfWords(words: readonly string[], fieldWords: readonly string[], tokens: readonly string[]): number {
  let score = 0;
  for (const token of tokens) {
    if (words.includes(token)) score += 20;
    else if (words.some((word) => word.startsWith(token))) score += 14;
    else if (fieldWords.some((word) => word.startsWith(token))) score += 6;
    else return 0;
  }
  return score + 20;
}

function scoreOfCode(entry: Entry, digits: string): number {
  for (const code of entry.codes) {
    if (code === digits || code.slice(1) === digits) return 200;
    if (code.startsWith(digits) || digits.startsWith(code) || code.startsWith(digits, 1)) return 100;
    if (digits.length >= 3 && code.endsWith(digits)) return 60;
  }
  return 0;
}

function scoreOfOther(entry: Entry, { tokens }: Query): number {
  const [only] = tokens;
  if (tokens.length !== 1 || only === undefined || only.length < 2) return scoreOfCodeWithUnit(entry, tokens);
  if (entry.initials.startsWith(only)) return 30 - Math.min(10, entry.initials.length / 4);
  return entry.initials.includes(only) ? 15 - Math.min(10, entry.initials.length / 4) : scoreOfCodeWithUnit(entry, tokens);
}

/** `1.001193.000.00.00.H05`, `T-BNI-123456-TT`. */
function scoreOfCodeWithUnit(entry: Entry, tokens: readonly string[]): number {
  const typed = tokens.join('');
  if (typed.length < 4 || !/\d/.test(typed)) return 0;
  return entry.codes.some((code) => typed === code || (/^\d{7}/.test(typed) && typed.startsWith(code))) ? 200 : 0;
}
