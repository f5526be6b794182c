/** The district's units as a file (XLSX or CSV with code, name, kind, identifier): read whole, or everything that is wrong with it by line. */
import { type Result, err, ok } from '../kernel/result.ts';
import { unitNameParts } from '../text/unit-name.ts';
import type { ProposalRow } from './office-proposal.ts';
import { type NamedRow, type RosterProblem, readRosterTable, repeated } from './roster-table.ts';
import { agencyIdPattern } from './schemas.ts';

type Column = 'code' | 'name' | 'kind' | 'agencyId';

const names: Readonly<Record<Column, readonly string[]>> = {
  code: ['code', 'ma', 'ma don vi', 'ma dvhc', 'ma so', 'ma thong ke'],
  name: ['name', 'ten', 'ten don vi', 'ten dvhc'],
  kind: ['kind', 'type', 'cap', 'loai'],
  agencyId: ['agency id', 'agencyid', 'ma dinh danh', 'ma dinh danh dien tu'],
};
/** A province's communes, twice. */
const rowsMax = 300;

export function readOfficeFile(bytes: Uint8Array): Result<readonly ProposalRow[], readonly RosterProblem[]> {
  const read = readRosterTable(bytes, { names, needed: ['code', 'name'], max: rowsMax });
  if (!read.ok) return read;
  const problems = [
    ...read.value.flatMap(problemsOf),
    ...repeated(read.value, 'code', (row) => row.cell('code')),
    ...repeated(read.value, 'agencyId', (row) => row.cell('agencyId')),
  ].sort(byLine);
  return problems.length > 0 ? err(problems) : ok(read.value.map(rowOf));
}

function problemsOf({ line, cell }: NamedRow<Column>): RosterProblem[] {
  const problems: RosterProblem[] = [];
  for (const column of ['code', 'name'] as const) if (cell(column) === '') problems.push({ code: 'roster/missing', line, column });
  // A spreadsheet drops the zeros in front.
  if (cell('code') !== '' && !/^\d{5}$/.test(cell('code'))) problems.push({ code: 'roster/bad', line, column: 'code', what: cell('code') });
  if (cell('kind') !== '' && unitNameParts(`${cell('kind')} x`).kind === '')
    problems.push({ code: 'roster/bad', line, column: 'kind', what: cell('kind') });
  if (cell('agencyId') !== '' && !agencyIdPattern.test(cell('agencyId')))
    problems.push({ code: 'roster/bad', line, column: 'agencyId', what: cell('agencyId') });
  return problems;
}

/** The kind may stand in front of the name or in a column of its own. */
function rowOf({ cell }: NamedRow<Column>): ProposalRow {
  const name = unitNameParts(cell('name')).kind === '' ? `${cell('kind')} ${cell('name')}`.trim() : cell('name');
  return { code: cell('code'), name, ...(cell('agencyId') === '' ? {} : { agencyId: cell('agencyId') }), syncs: true };
}

function byLine(a: RosterProblem, b: RosterProblem): number {
  return ('line' in a ? a.line : 0) - ('line' in b ? b.line : 0);
}
