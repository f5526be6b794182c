/** A list of units as a file (XLSX or CSV with code, name, kind, parent), where the shipped one is not the one needed: read whole, or everything that is wrong with it. */
import { headerKey } from '../catalogue/file/columns.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { readTable } from '../table/read-table.ts';
import type { Table, TableProblem, TableRow } from '../table/table.ts';
import { nfc } from '../text/fold.ts';
import type { StatisticsUnit, UnitKind } from './unit-list.ts';

export const unitColumns = ['code', 'name', 'kind', 'parent'] as const;
export type UnitColumn = (typeof unitColumns)[number];

const namesByColumn: Readonly<Record<UnitColumn, readonly string[]>> = {
  code: ['code', 'ma', 'ma don vi', 'ma dvhc', 'ma so'],
  name: ['name', 'ten', 'ten don vi', 'ten dvhc'],
  kind: ['kind', 'type', 'cap', 'loai'],
  parent: ['parent', 'ma cap tren', 'ma cha', 'thuoc', 'ma don vi cap tren'],
};

/** Words of the kind, without marks. */
const kindByWord: Readonly<Record<string, UnitKind>> = {
  ...words('PROVINCE', 'province tinh|thanh pho truc thuoc trung uong|thanh pho trung uong|cap tinh'),
  ...words('DISTRICT', 'district huyen|quan|thi xa|thanh pho truc thuoc tinh|thanh pho thuoc tinh|cap huyen'),
  ...words('COMMUNE', 'commune xa|phuong|thi tran|dac khu|cap xa'),
};

export type UnitProblem =
  | TableProblem
  | { readonly code: 'unit/no-header' }
  | { readonly code: 'unit/no-rows' }
  | { readonly code: 'unit/missing'; readonly line: number; readonly column: UnitColumn }
  /** No digits, or not as many as its kind has; a spreadsheet drops the zeros in front. */
  | { readonly code: 'unit/bad-code'; readonly line: number; readonly what: string }
  | { readonly code: 'unit/kind'; readonly line: number; readonly what: string }
  | { readonly code: 'unit/twice'; readonly line: number; readonly what: string; readonly first: number }
  /** The unit above is not in the file. */
  | { readonly code: 'unit/no-parent'; readonly line: number; readonly what: string }
  | { readonly code: 'unit/merged'; readonly line: number; readonly what: string };

const codeLength: Readonly<Record<UnitKind, number>> = { PROVINCE: 2, DISTRICT: 3, COMMUNE: 5 };

export function readUnitFile(bytes: Uint8Array): Result<readonly StatisticsUnit[], readonly UnitProblem[]> {
  const table = readTable(bytes);
  return table.ok ? readUnitTable(table.value) : err([table.error]);
}

function readUnitTable({ rows, merged }: Table): Result<readonly StatisticsUnit[], readonly UnitProblem[]> {
  const at = rows.slice(0, 20).findIndex((row) => placesOf(row).size >= 3);
  const header = rows[at];
  if (header === undefined) return err([{ code: 'unit/no-header' }]);
  const places = placesOf(header);
  const problems: UnitProblem[] = merged
    .map((range) => ({ range, line: Number(/\d+$/.exec(range)?.[0] ?? 0) }))
    .filter(({ line }) => line > header.line)
    .map(({ range, line }) => ({ code: 'unit/merged', line, what: range }));
  const units: StatisticsUnit[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows.slice(at + 1)) {
    const unit = readUnit(row, (column) => nfc(row.cells[places.get(column) ?? -1] ?? ''), problems);
    if (unit === undefined) continue;
    const first = lineOf.get(unit.code);
    if (first !== undefined) problems.push({ code: 'unit/twice', line: row.line, what: unit.code, first });
    lineOf.set(unit.code, row.line);
    units.push(unit);
  }
  for (const { code, parent } of units)
    if (parent !== undefined && !lineOf.has(parent)) problems.push({ code: 'unit/no-parent', line: lineOf.get(code) ?? 0, what: parent });
  if (problems.length > 0) return err(problems);
  return units.length === 0 ? err([{ code: 'unit/no-rows' }]) : ok(units);
}

function placesOf(row: TableRow): ReadonlyMap<UnitColumn, number> {
  const places = new Map<UnitColumn, number>();
  for (const [at, cell] of row.cells.entries()) {
    const column = unitColumns.find((one) => namesByColumn[one].includes(headerKey(cell)));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  }
  return places;
}

function readUnit({ line }: TableRow, cell: (column: UnitColumn) => string, problems: UnitProblem[]): StatisticsUnit | undefined {
  const missing = (['code', 'name'] as const).find((column) => cell(column) === '');
  if (missing !== undefined) {
    problems.push({ code: 'unit/missing', line, column: missing });
    return undefined;
  }
  const [code, name, typed] = [cell('code'), cell('name'), cell('kind')];
  const kind =
    typed === ''
      ? (['PROVINCE', 'DISTRICT', 'COMMUNE'] as const).find((one) => codeLength[one] === code.length)
      : kindByWord[headerKey(typed)];
  if (kind === undefined && typed !== '') problems.push({ code: 'unit/kind', line, what: typed });
  else if (kind === undefined || !/^\d+$/.test(code) || code.length !== codeLength[kind])
    problems.push({ code: 'unit/bad-code', line, what: code });
  if (kind === undefined) return undefined;
  if (kind !== 'PROVINCE' && cell('parent') === '') problems.push({ code: 'unit/missing', line, column: 'parent' });
  const parent = cell('parent');
  return parent === '' || kind === 'PROVINCE' ? { code, name, kind } : { code, name, kind, parent };
}

function words(kind: UnitKind, list: string): Readonly<Record<string, UnitKind>> {
  const [first = '', ...others] = list.split('|');
  return Object.fromEntries([...first.split(' '), ...others].map((word) => [word, kind]));
}
