/** A table with a header line as rows of named cells, for lists of units and of officers: the header is found among the first lines, columns are known by their names without marks. */
import { headerKey } from '../catalogue/file/columns.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { readTable } from '../table/read-table.ts';
import type { TableProblem, TableRow } from '../table/table.ts';
import { nfc } from '../text/fold.ts';

export type RosterColumn = 'code' | 'name' | 'kind' | 'agencyId' | 'fullName' | 'login' | 'office' | 'roles' | 'title' | 'phone';

export type RosterProblem =
  | TableProblem
  | { readonly code: 'roster/no-header'; readonly columns: readonly RosterColumn[] }
  | { readonly code: 'roster/no-rows' }
  | { readonly code: 'roster/too-many'; readonly max: number }
  | { readonly code: 'roster/missing'; readonly line: number; readonly column: RosterColumn }
  | { readonly code: 'roster/bad'; readonly line: number; readonly column: RosterColumn; readonly what: string }
  /** The same thing stands in an earlier line. */
  | { readonly code: 'roster/twice'; readonly line: number; readonly column: RosterColumn; readonly what: string; readonly first: number };

export interface NamedRow<C extends RosterColumn> {
  readonly line: number;
  /** Empty where the cell or the column is not there. */
  readonly cell: (column: C) => string;
}

interface Wanted<C extends RosterColumn> {
  /** Names of each column, without marks; those in `needed` make a line the header. */
  readonly names: Readonly<Record<C, readonly string[]>>;
  readonly needed: readonly NoInfer<C>[];
  readonly max: number;
}

export function readRosterTable<C extends RosterColumn>(
  bytes: Uint8Array,
  { names, needed, max }: Wanted<C>,
): Result<readonly NamedRow<C>[], readonly RosterProblem[]> {
  const table = readTable(bytes);
  if (!table.ok) return err([table.error]);
  const { rows } = table.value;
  const at = rows.slice(0, 20).findIndex((row) => needed.every((column) => placesOf(row, names).has(column)));
  const header = rows[at];
  if (header === undefined) return err([{ code: 'roster/no-header', columns: Object.keys(names) as C[] }]);
  const places = placesOf(header, names);
  const found = rows.slice(at + 1);
  if (found.length === 0) return err([{ code: 'roster/no-rows' }]);
  if (found.length > max) return err([{ code: 'roster/too-many', max }]);
  return ok(found.map(({ line, cells }) => ({ line, cell: (column) => nfc(cells[places.get(column) ?? -1] ?? '') })));
}

/** A value of every line as a problem where an earlier line has it. */
export function repeated<C extends RosterColumn>(
  rows: readonly NamedRow<C>[],
  column: NoInfer<C>,
  keyOf: (row: NamedRow<NoInfer<C>>) => string,
): readonly RosterProblem[] {
  const firstOf = new Map<string, number>();
  return rows.flatMap((row): RosterProblem[] => {
    const key = keyOf(row);
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row.line);
    return first === undefined || row.cell(column) === ''
      ? []
      : [{ code: 'roster/twice', line: row.line, column, what: row.cell(column), first }];
  });
}

function placesOf<C extends RosterColumn>({ cells }: TableRow, names: Readonly<Record<C, readonly string[]>>): ReadonlyMap<C, number> {
  const places = new Map<C, number>();
  const columns = Object.keys(names) as C[];
  for (const [at, cell] of cells.entries()) {
    const column = columns.find((one) => names[one].includes(headerKey(cell)));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  return places;
}
