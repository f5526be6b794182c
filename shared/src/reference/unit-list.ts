/**
 * The country's units by the codes of the statistics office: a list read from lines in tree order, searched by name without marks or by code. Codes are used again (09499 is An Thịnh
 * before 1/7/2025 and Trung Kênh after), so a code means something only together with the list it is from.
 */
import { type Result, err, ok } from '../kernel/result.ts';
import { searchTokens } from '../text/search-key.ts';

/** Before 1/7/2025 province, district, commune; since then province and commune. */
export const unitForms = ['BEFORE_2025_07', 'SINCE_2025_07'] as const;
export type UnitForm = (typeof unitForms)[number];

export const unitKinds = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface StatisticsUnit {
  /** Two digits of a province, three of a district, five of a commune. */
  readonly code: string;
  /** With its kind: "Xã An Thịnh". */
  readonly name: string;
  readonly kind: UnitKind;
  /** Code of the unit above; a province has none. */
  readonly parent?: string | undefined;
}

export interface FoundUnit extends StatisticsUnit {
  /** Names of those above, the nearest first. */
  readonly above: readonly string[];
}

export interface UnitSearch {
  readonly kind?: UnitKind | undefined;
  /** Only what lies below this unit, at any depth. */
  readonly within?: string | undefined;
  readonly limit?: number | undefined;
}

export interface UnitList {
  readonly all: readonly StatisticsUnit[];
  readonly find: (code: string) => FoundUnit | undefined;
  /** Directly below; of a district its communes, of a province since 1/7/2025 too. */
  readonly below: (code: string) => readonly StatisticsUnit[];
  /** All communes below, at any depth. */
  readonly communesOf: (code: string) => readonly StatisticsUnit[];
  /** A code or its beginning; or words of the name and of those above it, without marks, by their beginnings. Whole names first, then higher units. */
  readonly search: (query: string, options?: UnitSearch) => readonly FoundUnit[];
}

const kindByLength: Readonly<Record<number, UnitKind>> = { 2: 'PROVINCE', 3: 'DISTRICT', 5: 'COMMUNE' };

/** `27 Tỉnh Bắc Ninh`, `264 Huyện Lương Tài`, `09496 Thị trấn Thứa`: one a line in tree order; lines with # are passed over. The bad line's number where one cannot be read. */
export function readUnitLines(text: string): Result<readonly StatisticsUnit[], number> {
  const units: StatisticsUnit[] = [];
  const last: Partial<Record<UnitKind, string>> = {};
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, code = '', name = ''] = /^(\d{2}|\d{3}|\d{5}) (\S.*)$/.exec(line) ?? [];
    const kind = kindByLength[code.length];
    if (kind === undefined) return err(at + 1);
    const parent = kind === 'PROVINCE' ? undefined : kind === 'DISTRICT' ? last.PROVINCE : (last.DISTRICT ?? last.PROVINCE);
    if (kind === 'PROVINCE') delete last.DISTRICT;
    last[kind] = code;
    units.push(parent === undefined ? { code, name, kind } : { code, name, kind, parent });
  }
  return ok(units);
}

export function createUnitList(units: readonly StatisticsUnit[]): UnitList {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const belowOf = new Map<string, StatisticsUnit[]>();
  for (const unit of units) {
    if (unit.parent === undefined) continue;
    const siblings = belowOf.get(unit.parent);
    if (siblings === undefined) belowOf.set(unit.parent, [unit]);
    else siblings.push(unit);
  }
  const below = (code: string): readonly StatisticsUnit[] => belowOf.get(code) ?? [];
  const aboveOf = ({ parent }: StatisticsUnit): readonly StatisticsUnit[] => {
    const unit = parent === undefined ? undefined : byCode.get(parent);
    return unit === undefined ? [] : [unit, ...aboveOf(unit)];
  };
  const found = (unit: StatisticsUnit): FoundUnit => ({ ...unit, above: aboveOf(unit).map(({ name }) => name) });
  const communesOf = (code: string): readonly StatisticsUnit[] =>
    below(code).flatMap((unit) => (unit.kind === 'COMMUNE' ? [unit] : communesOf(unit.code)));
  const entries = units.map((unit) => ({
    unit,
    words: searchTokens(unit.name),
    wordsAbove: aboveOf(unit).flatMap(({ name }) => searchTokens(name)),
    codesAbove: aboveOf(unit).map(({ code }) => code),
  }));
  return {
    all: units,
    find: (code) => {
      const unit = byCode.get(code);
      return unit === undefined ? undefined : found(unit);
    },
    below,
    communesOf,
    search: (query, { kind, within, limit = 20 } = {}) => {
      const digits = /^\s*(\d{1,5})\s*$/.exec(query)?.[1];
      const typed = searchTokens(query);
      const hits: { unit: StatisticsUnit; score: number }[] = [];
      for (const { unit, words, wordsAbove, codesAbove } of entries) {
        if ((kind !== undefined && unit.kind !== kind) || (within !== undefined && !codesAbove.includes(within))) continue;
        const score =
          digits === undefined ? scoreOf(typed, words, wordsAbove) : unit.code === digits ? 100 : unit.code.startsWith(digits) ? 50 : 0;
        if (score > 0) hits.push({ unit, score: score - unitKinds.indexOf(unit.kind) });
      }
      return hits
        .sort((a, b) => b.score - a.score || (a.unit.code < b.unit.code ? -1 : 1))
        .slice(0, limit)
        .map(({ unit }) => found(unit));
    },
  };
}

/** 0 unless every typed word begins a word of the name or of those above, and one of them a word of the name itself. */
function scoreOf(typed: readonly string[], words: readonly string[], wordsAbove: readonly string[]): number {
  if (typed.length === 0) return 1;
  let own = 0;
  let score = 0;
  for (const token of typed) {
    const whole = words.includes(token);
    if (whole || words.some((word) => word.startsWith(token))) {
      own++;
      score += whole ? 10 : 6;
    } else if (wordsAbove.some((word) => word.startsWith(token))) score += 2;
    else return 0;
  }
  const tail = words.slice(-typed.length).join(' ') === typed.join(' ');
  return own === 0 ? 0 : score + (tail ? 20 : 0) - Math.min(3, words.length / 4);
}
