/** The papers and the fee items of a procedure, from its rows: one row each, or several papers in one cell, a line each. */
import type { FeeRule, ProcedureDocument } from '../procedure.ts';
import { type Cells, linesOf } from './cells.ts';
import { type Column, feeColumns, paperColumns } from './columns.ts';
import { feeKindWords, feeUnitWords, isFree, unitWords } from './words.ts';

/** `rowOf` gives the cells of a row, or of the n-th line in them. */
export function papersOf(
  cells: Cells,
  raw: (column: Column) => string,
  atLine: (raw: (column: Column) => string) => Cells,
): ProcedureDocument[] {
  if (cells.isEmpty(paperColumns)) return [];
  const names = linesOf(raw('paper'));
  if (names.length === 0) {
    cells.say('paper/name-missing', 'paper');
    return [];
  }
  if (names.length === 1) return paperOf(cells);
  const lists = new Map(paperColumns.map((column) => [column, keptLines(raw(column))]));
  for (const [column, lines] of lists) {
    if (column === 'paper' || lines.length === 0 || lines.length === names.length) continue;
    // One yes or no is meant for all of them.
    if (lines.length === 1 && (column === 'paperRequired' || column === 'paperShown')) continue;
    cells.say('paper/lines', column, String(names.length));
    return [];
  }
  return names.flatMap((name, i) =>
    paperOf(
      atLine((column) => {
        if (column === 'paper') return name;
        const lines = lists.get(column);
        return lines === undefined ? '' : ((lines.length === 1 ? lines[0] : lines[i]) ?? '');
      }),
    ),
  );
}

/** With the empty ones between others: they stand for a paper without. */
function keptLines(cell: string): readonly string[] {
  return cell.trim() === '' ? [] : cell.replace(/\s+$/, '').split(/\r?\n/);
}

function paperOf(cells: Cells): ProcedureDocument[] {
  const name = cells.text('paper', 2000);
  const when = cells.text('paperWhen', 1000);
  const database = cells.text('paperDatabase', 200);
  const shown = cells.yes('paperShown');
  const paper = {
    required: cells.yes('paperRequired') ?? when === undefined,
    original: cells.number('paperOriginal', 0, 99) ?? 1,
    copies: cells.number('paperCopies', 0, 99) ?? 0,
    form: cells.text('paperForm', 500) ?? null,
    note: cells.text('paperNote', 2000) ?? null,
    ...(shown === true ? { shown } : {}),
    ...(database === undefined ? {} : { database }),
    ...(when === undefined ? {} : { when }),
  };
  return name === undefined ? [] : [{ name, ...paper }];
}

/** undefined: the row says nothing of fees; 'free': nothing is paid. */
export function feeItemOf(cells: Cells, raw: (column: Column) => string): FeeRule | 'free' | undefined {
  if (cells.isEmpty(feeColumns)) return undefined;
  if (isFree(raw('feeName')) && cells.isEmpty(['feeVnd'])) return 'free';
  const name = cells.text('feeName', 300);
  const unitVnd = cells.money('feeVnd');
  const unit = cells.word('feeUnit', feeUnitWords) ?? 'CASE';
  const kind = cells.word('feeKind', feeKindWords) ?? (/^lệ phí/i.test(name ?? '') ? 'LE_PHI' : 'PHI');
  const afterPages = cells.number('feeAfterPages', 1, 1000);
  const furtherVnd = cells.money('feeFurtherVnd');
  const mostVnd = cells.money('feeMostVnd');
  const when = cells.text('feeWhen', 300);
  if (name === undefined) return cells.isEmpty(['feeName']) ? cells.say('fee/incomplete', 'feeName') : undefined;
  if (unitVnd === undefined) return cells.isEmpty(['feeVnd']) ? cells.say('fee/incomplete', 'feeVnd') : undefined;
  if ((afterPages === undefined) !== (furtherVnd === undefined))
    return cells.say('fee/incomplete', afterPages === undefined ? 'feeAfterPages' : 'feeFurtherVnd');
  return {
    name,
    kind,
    unitVnd,
    unit,
    per: cells.text('feePer', 100) ?? feeUnitWords.write(unit).toLowerCase(),
    ...(afterPages === undefined || furtherVnd === undefined ? {} : { further: { afterPages, unitVnd: furtherVnd } }),
    ...(mostVnd === undefined ? {} : { mostVnd }),
    ...(when === undefined ? {} : { when }),
  };
}

/** "05 ngày làm việc", "không quá 30 ngày": whole text or nothing, so that no condition in it is passed over. */
export function simpleLimit(text: string) {
  const match = /^(?:không quá |tối đa |trong )?(\d{1,3}) (ngày làm việc|giờ làm việc|ngày|giờ|tháng)$/iu.exec(text);
  const unit = unitWords.read(match?.[2] ?? text);
  if (unit === undefined || (match === null) !== (unit === 'sameDay')) return undefined;
  return { text, unit, amount: match === null ? null : Number(match[1]) };
}
