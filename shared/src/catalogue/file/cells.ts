/** Reads the cells of one row, and remembers what is wrong in them. Empty cells are undefined. */
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts';
import { serialToDate } from '../../table/xlsx.ts';
import { parseCivilDate } from '../../text/civil-date-input.ts';
import { nfc } from '../../text/fold.ts';
import { parseMoney } from '../../text/money-input.ts';
import type { Column } from './columns.ts';
import type { CellProblem, CellProblemCode } from './problems.ts';
import { type Words, yesWords } from './words.ts';

export interface Cells {
  readonly line: number;
  /** One line, NFC, no doubled spaces. */
  readonly text: (column: Column, max: number) => string | undefined;
  /** A list in one cell, a line each. */
  readonly lines: (column: Column, max: number) => readonly string[];
  readonly number: (column: Column, least: number, most: number) => number | undefined;
  readonly money: (column: Column) => number | undefined;
  readonly date: (column: Column) => PlainDate | undefined;
  readonly word: <T>(column: Column, words: Words<T>) => T | undefined;
  readonly yes: (column: Column) => boolean | undefined;
  readonly isEmpty: (columns: readonly Column[]) => boolean;
  readonly say: (code: CellProblemCode, column: Column, hint?: string) => undefined;
}

/** TCVN3 and VNI keep Vietnamese letters where Latin-1 has signs that never touch a letter in our writing. */
const legacyLetters =
  /\p{L}[\u00A8\u00A9\u00AA\u00AC\u00AE\u00B5\u00B6\u00B8\u00B9\u00BC\u00BD\u00BE]|[\u00A8\u00A9\u00AC\u00AE\u00B6\u00B8\u00BC\u00BD\u00BE]\p{L}/u;
const cellError = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/;

export function cellsOf(line: number, raw: (column: Column) => string, problems: CellProblem[]): Cells {
  const say = (code: CellProblemCode, column: Column, hint?: string): undefined => {
    const what = nfc(raw(column)).slice(0, 80);
    problems.push({ code, line, column, ...(what === '' ? {} : { what }), ...(hint === undefined ? {} : { hint }) });
    return undefined;
  };
  const checked = (column: Column, text: string, max: number): string | undefined => {
    if (text.length > max) return say('cell/too-long', column, String(max));
    if (cellError.test(text)) return say('cell/error', column);
    return legacyLetters.test(text) ? say('cell/legacy-letters', column) : text;
  };
  const text = (column: Column, max: number) => {
    const one = nfc(raw(column));
    return one === '' ? undefined : checked(column, one, max);
  };
  const word = <T>(column: Column, words: Words<T>): T | undefined => {
    const typed = text(column, 200);
    return typed === undefined ? undefined : (words.read(typed) ?? say('cell/word', column, words.all.join(', ')));
  };
  return {
    line,
    text,
    lines: (column, max) => linesOf(raw(column)).flatMap((one) => checked(column, one, max) ?? []),
    number: (column, least, most) => {
      const typed = text(column, 40);
      if (typed === undefined) return undefined;
      const number = /^\d{1,6}(?:[.,]0+)?$/.test(typed) ? Number.parseInt(typed, 10) : Number.NaN;
      return number >= least && number <= most ? number : say('cell/number', column, `${least}–${most}`);
    },
    money: (column) => {
      const amount = parseMoney(text(column, 40) ?? '');
      return amount === 'wrong' || amount === 0 || (amount ?? 1) > 1_000_000_000 ? say('cell/money', column) : amount;
    },
    date: (column) => {
      const typed = text(column, 40);
      if (typed === undefined) return undefined;
      const iso = parsePlainDate(typed);
      if (iso !== undefined) return iso;
      if (/^\d{5}(?:[.,]\d+)?$/.test(typed)) return say('cell/date-as-number', column, serialToDate(Number.parseInt(typed, 10)));
      const read = parseCivilDate(typed);
      return read.ok && read.value.date !== undefined ? read.value.date : say('cell/date', column);
    },
    word,
    yes: (column) => {
      const read = word(column, yesWords);
      return read === undefined ? undefined : read === 'yes';
    },
    isEmpty: (columns) => columns.every((column) => nfc(raw(column)) === ''),
    say,
  };
}

/** The lines of a cell, list marks before them taken off. */
export function linesOf(cell: string): readonly string[] {
  return cell
    .split(/\r?\n/)
    .map((one) => nfc(one).replace(/^[-–•*+]\s+/, ''))
    .filter((one) => one !== '');
}
